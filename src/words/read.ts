import type { Translated } from './language.ts';

const en = {
  read: { name: 'read', description: 'Read on where you stopped, paragraph by paragraph' },
  options: {
    article: { name: 'article', description: 'Which article; the last one unless you choose' },
  },
  finish: 'Finish',
  finished: (title: string) => `You have read “${title}” to the end.`,
  sofar: (done: number, all: number) =>
    all === 1 ? 'That was the only article here.' : `${done} of ${all} articles finished.`,
  next: 'Next to read',
  begin: (title: string) => `Read “${title}”`,
  again: 'From the start again',
};

const zhTW: typeof en = {
  read: { name: '閱讀', description: '從上次停下的地方一段一段讀下去' },
  options: { article: { name: '文章', description: '哪一篇文章，預設為上次讀的' } },
  finish: '讀完了',
  finished: (title) => `《${title}》讀完了。`,
  sofar: (done, all) => (all === 1 ? '這裡只有這一篇文章。' : `${all}篇文章已讀完${done}篇。`),
  next: '接下來可以讀',
  begin: (title) => `讀《${title}》`,
  again: '從頭再讀一次',
};

const zhCN: typeof en = {
  read: { name: '阅读', description: '从上次停下的地方一段一段读下去' },
  options: { article: { name: '文章', description: '哪一篇文章，默认为上次读的' } },
  finish: '读完了',
  finished: (title) => `《${title}》读完了。`,
  sofar: (done, all) => (all === 1 ? '这里只有这一篇文章。' : `${all}篇文章已读完${done}篇。`),
  next: '接下来可以读',
  begin: (title) => `读《${title}》`,
  again: '从头再读一次',
};

export const readWords: Translated<typeof en> = { en, 'zh-TW': zhTW, 'zh-CN': zhCN };
