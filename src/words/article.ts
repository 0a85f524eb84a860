import type { Translated } from './language.ts';

const en = {
  article: { name: 'article', description: 'The articles you can read here' },
  list: { name: 'list', description: 'All articles, with their levels' },
  show: { name: 'show', description: 'What an article is about, and where to begin' },
  listTitle: 'Articles',
  listed: (level: string, paragraphs: number) =>
    `${level} · ${paragraphs === 1 ? '1 paragraph' : `${paragraphs} paragraphs`}`,
  open: 'Open an article',
  facts: (level: string, script: string, paragraphs: number, pairs: number) =>
    `Level: ${level} · ${script} Chinese · ${paragraphs === 1 ? '1 paragraph' : `${paragraphs} paragraphs`}, ${pairs === 1 ? '1 sentence pair' : `${pairs} sentence pairs`}`,
  readFromStart: 'Read from the start',
  randomOne: 'A random paragraph',
  backToList: 'All articles',
  quoted: (title: string) => `“${title}”`,
  unknown: (name: string, titles: string) =>
    `There is no article called “${name}”. These are here: ${titles}.`,
  nothingFound: (text: string) => `Nothing here contains “${text}”.`,
  badTitle: (count: number) =>
    count === 1 ? 'One file could not be loaded' : `${count} files could not be loaded`,
  badHint: 'Only members who manage the server see this.',
  andMore: (count: number) => `and ${count} more`,
};

const zhTW: typeof en = {
  article: { name: '文章', description: '這裡可以讀的文章' },
  list: { name: '清單', description: '所有文章與程度' },
  show: { name: '簡介', description: '一篇文章的內容，以及從哪裡讀起' },
  listTitle: '文章',
  listed: (level, paragraphs) => `${level}・${paragraphs}段`,
  open: '選一篇文章',
  facts: (level, script, paragraphs, pairs) =>
    `程度：${level}・${script}中文・共${paragraphs}段，${pairs}組對照句`,
  readFromStart: '從頭讀起',
  randomOne: '隨機一段',
  backToList: '所有文章',
  quoted: (title) => `《${title}》`,
  unknown: (name, titles) => `沒有叫「${name}」的文章。目前有：${titles}。`,
  nothingFound: (text) => `找不到含有「${text}」的內容。`,
  badTitle: (count) => `有${count}個檔案無法載入`,
  badHint: '只有能管理伺服器的成員看得到這一段。',
  andMore: (count) => `還有${count}個`,
};

const zhCN: typeof en = {
  article: { name: '文章', description: '这里可以读的文章' },
  list: { name: '列表', description: '所有文章和难度' },
  show: { name: '简介', description: '一篇文章的内容，以及从哪里读起' },
  listTitle: '文章',
  listed: (level, paragraphs) => `${level}・${paragraphs}段`,
  open: '选一篇文章',
  facts: (level, script, paragraphs, pairs) =>
    `难度：${level}・${script}中文・共${paragraphs}段，${pairs}组对照句`,
  readFromStart: '从头读起',
  randomOne: '随机一段',
  backToList: '所有文章',
  quoted: (title) => `《${title}》`,
  unknown: (name, titles) => `没有叫“${name}”的文章。现有：${titles}。`,
  nothingFound: (text) => `找不到含有“${text}”的内容。`,
  badTitle: (count) => `有${count}个文件无法加载`,
  badHint: '只有能管理服务器的成员看得到这一段。',
  andMore: (count) => `还有${count}个`,
};

export const articleWords: Translated<typeof en> = { en, 'zh-TW': zhTW, 'zh-CN': zhCN };
