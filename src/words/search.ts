import type { Translated } from './language.ts';

const en = {
  search: { name: 'search', description: 'Find where something stands, in English or Chinese' },
  options: {
    text: { name: 'text', description: 'Words or characters; any form, either script' },
    article: { name: 'article', description: 'Only in this article' },
  },
  title: (text: string) => `Search: “${text}”`,
  count: (found: number) => (found === 1 ? '1 paragraph' : `${found} paragraphs`),
  /** More were found than are shown. */
  atLeast: (found: number) => `the first ${found} paragraphs`,
  open: 'Open a paragraph',
  nothing: (text: string) => `Nothing here contains “${text}”.`,
  nothingIn: (text: string, title: string) =>
    `“${title}” does not contain “${text}”. Leave the article out to search them all.`,
  noWords: 'Type a word or a Chinese character to look for; punctuation alone cannot be found.',
  tooLong: (most: number) => `Look for at most ${most} characters at a time.`,
};

const zhTW: typeof en = {
  search: { name: '搜尋', description: '找出字詞在哪裡，中英文都可以' },
  options: {
    text: { name: '文字', description: '單字或中文字，不分詞形與繁簡' },
    article: { name: '文章', description: '只在這篇文章裡找' },
  },
  title: (text) => `搜尋「${text}」`,
  count: (found) => `共${found}段`,
  atLeast: (found) => `前${found}段`,
  open: '選一段來讀',
  nothing: (text) => `這裡找不到「${text}」。`,
  nothingIn: (text, title) => `《${title}》裡沒有「${text}」，不選文章就會搜尋全部文章。`,
  noWords: '請輸入要找的單字或中文字，只有標點符號是找不到的。',
  tooLong: (most) => `一次最多找${most}個字元。`,
};

const zhCN: typeof en = {
  search: { name: '搜索', description: '找出字词在哪里，中英文都可以' },
  options: {
    text: { name: '文字', description: '单词或汉字，不分词形和繁简' },
    article: { name: '文章', description: '只在这篇文章里找' },
  },
  title: (text) => `搜索“${text}”`,
  count: (found) => `共${found}段`,
  atLeast: (found) => `前${found}段`,
  open: '选一段来读',
  nothing: (text) => `这里找不到“${text}”。`,
  nothingIn: (text, title) => `《${title}》里没有“${text}”，不选文章就会搜索全部文章。`,
  noWords: '请输入要找的单词或汉字，只有标点符号是找不到的。',
  tooLong: (most) => `一次最多找${most}个字符。`,
};

export const searchWords: Translated<typeof en> = { en, 'zh-TW': zhTW, 'zh-CN': zhCN };
