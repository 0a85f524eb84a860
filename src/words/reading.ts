import type { Translated } from './language.ts';

const en = {
  aids: { pinyin: 'pinyin', zhuyin: 'zhuyin' },
  showAid: (aid: string) => `Show ${aid}`,
  hideAid: (aid: string) => `Hide ${aid}`,
};

const zhTW: typeof en = {
  aids: { pinyin: '拼音', zhuyin: '注音' },
  showAid: (aid) => `顯示${aid}`,
  hideAid: (aid) => `隱藏${aid}`,
};

const zhCN: typeof en = {
  aids: { pinyin: '拼音', zhuyin: '注音' },
  showAid: (aid) => `显示${aid}`,
  hideAid: (aid) => `隐藏${aid}`,
};

export const readingWords: Translated<typeof en> = { en, 'zh-TW': zhTW, 'zh-CN': zhCN };
