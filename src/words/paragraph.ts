import type { Translated } from './language.ts';

const en = {
  random: { name: 'random', description: 'A paragraph at random, in English and Chinese' },
  paragraph: { name: 'paragraph', description: 'One paragraph of an article, by its number' },
  options: {
    number: { name: 'number', description: 'Its number, or words that stand in it' },
    language: { name: 'language', description: 'Which language to show; both unless you choose' },
    article: { name: 'article', description: 'Which article' },
  },
  previous: 'Previous',
  next: 'Next',
  another: 'Another',
  showEnglish: 'Show the English',
  showChinese: 'Show the Chinese',
  rights: (holder: string, licence: string) => `Text: ${holder}, ${licence}`,
  source: 'source',
  outOfRange: (number: number, last: number, title: string) =>
    `There is no paragraph ${number} in “${title}”. It has the numbers 1 to ${last}.`,
  noMatch: (text: string, last: number) =>
    `Nothing contains “${text}”; the numbers go from 1 to ${last}`,
  changed: (title: string) =>
    `“${title}” has been revised since that message was sent. This is how it reads now.`,
  gone: 'That article is no longer here. `/article list` shows what there is.',
};

const zhTW: typeof en = {
  random: { name: '隨機', description: '隨機一段，中英對照' },
  paragraph: { name: '段落', description: '依編號讀文章的一段' },
  options: {
    number: { name: '編號', description: '段落編號，或段落裡的字詞' },
    language: { name: '語言', description: '要顯示的語言，預設為雙語' },
    article: { name: '文章', description: '哪一篇文章' },
  },
  previous: '上一段',
  next: '下一段',
  another: '換一段',
  showEnglish: '看英文',
  showChinese: '看中文',
  rights: (holder, licence) => `文字：${holder}，${licence}`,
  source: '出處',
  outOfRange: (number, last, title) => `《${title}》沒有第${number}段，可選的編號是1到${last}。`,
  noMatch: (text, last) => `找不到「${text}」，編號是1到${last}`,
  changed: (title) => `那則訊息送出之後，《${title}》修訂過了，以下是目前的內容。`,
  gone: '那篇文章已經不在了，請用`/文章 清單`看看有哪些文章。',
};

const zhCN: typeof en = {
  random: { name: '随机', description: '随机一段，中英对照' },
  paragraph: { name: '段落', description: '按编号读文章的一段' },
  options: {
    number: { name: '编号', description: '段落编号，或段落里的字词' },
    language: { name: '语言', description: '要显示的语言，默认为双语' },
    article: { name: '文章', description: '哪一篇文章' },
  },
  previous: '上一段',
  next: '下一段',
  another: '换一段',
  showEnglish: '看英文',
  showChinese: '看中文',
  rights: (holder, licence) => `文字：${holder}，${licence}`,
  source: '出处',
  outOfRange: (number, last, title) => `《${title}》没有第${number}段，可选的编号是1到${last}。`,
  noMatch: (text, last) => `找不到“${text}”，编号是1到${last}`,
  changed: (title) => `那条消息发出之后，《${title}》修订过了，以下是现在的内容。`,
  gone: '那篇文章已经不在了，请用`/文章 列表`看看有哪些文章。',
};

export const paragraphWords: Translated<typeof en> = { en, 'zh-TW': zhTW, 'zh-CN': zhCN };
