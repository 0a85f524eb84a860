import type { Translated } from './language.ts';

const en = {
  comma: ', ',
  /** Between parts of a line that stand side by side. */
  dot: ' · ',
  /** What is said besides of a name. */
  bracketed: (name: string, aside: string) => `${name} (${aside})`,
  levels: { easy: 'easy', middle: 'middle', hard: 'hard' },
  scripts: { traditional: 'Traditional', simplified: 'Simplified' },
  languages: { both: 'both', english: 'English', chinese: 'Chinese' },
  page: (page: number, pages: number) => `Page ${page} of ${pages}`,
  previousPage: 'Previous page',
  nextPage: 'Next page',
  failed: (code: string) =>
    `Something went wrong on our side, and nothing was changed. Please try again; if it happens again, tell whoever runs this bot the code ${code}.`,
  outdatedButton: 'This button is out of date. Please use the command again.',
  unknownCommand: 'This command is not there any more. Discord shows the current ones after a /.',
};

const zhTW: typeof en = {
  comma: '、',
  dot: '・',
  bracketed: (name, aside) => `${name}（${aside}）`,
  levels: { easy: '入門', middle: '中階', hard: '進階' },
  scripts: { traditional: '繁體', simplified: '簡體' },
  languages: { both: '雙語', english: '英文', chinese: '中文' },
  page: (page, pages) => `第${page}頁，共${pages}頁`,
  previousPage: '上一頁',
  nextPage: '下一頁',
  failed: (code) =>
    `我們這邊出了點問題，沒有任何資料變動。請再試一次；如果又發生，請把代碼${code}告訴這個機器人的管理者。`,
  outdatedButton: '這個按鈕已經失效，請重新輸入指令。',
  unknownCommand: '這個指令已經不存在了。輸入/就能看到目前的指令。',
};

const zhCN: typeof en = {
  comma: '、',
  dot: '・',
  bracketed: (name, aside) => `${name}（${aside}）`,
  levels: { easy: '入门', middle: '中级', hard: '高级' },
  scripts: { traditional: '繁体', simplified: '简体' },
  languages: { both: '双语', english: '英文', chinese: '中文' },
  page: (page, pages) => `第${page}页，共${pages}页`,
  previousPage: '上一页',
  nextPage: '下一页',
  failed: (code) =>
    `我们这边出了点问题，没有任何数据变动。请再试一次；如果又发生，请把代码${code}告诉这个机器人的管理者。`,
  outdatedButton: '这个按钮已经失效，请重新输入命令。',
  unknownCommand: '这个命令已经不存在了。输入/就能看到现有的命令。',
};

export const commonWords: Translated<typeof en> = { en, 'zh-TW': zhTW, 'zh-CN': zhCN };
