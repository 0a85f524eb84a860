import type { Translated } from './language.ts';

const en = {
  help: { name: 'help', description: 'What Duidu can do, and where to begin' },
  helpTitle: 'Duidu 對讀: reading side by side',
  helpIntro:
    'Articles in English and Chinese, paragraph by paragraph. Read one language first, then look at the other.',
  helpButtons:
    'The buttons under a paragraph go on from there. If somebody else asked for it, your press opens a copy only you can see.',
  helpAnywhere: 'All of this works in servers, in direct messages and wherever you use the app.',
  tryRandom: 'Give me a paragraph',
  about: { name: 'about', description: 'Version, credits and licences' },
  aboutVersion: (version: string) => `Version ${version}, MIT licence`,
  aboutArticles: 'Articles',
  aboutWorks: 'Dictionary and font',
  aboutCredits: 'Built with',
  aboutPrivacy: 'Duidu sees only what is written to it. `/privacy` shows what it keeps about you.',
};

const zhTW: typeof en = {
  help: { name: '說明', description: 'Duidu能做什麼、從哪裡開始' },
  helpTitle: 'Duidu對讀：兩種語言並排讀',
  helpIntro: '中英對照的文章，一段一段讀。先讀一種語言，再看另一種。',
  helpButtons:
    '段落下方的按鈕可以接著讀。如果那一段是別人叫出來的，你按下去會另開一份，只有你看得到。',
  helpAnywhere: '這些功能在伺服器、私人訊息，以及任何能使用這個應用程式的地方都能用。',
  tryRandom: '給我一段',
  about: { name: '關於', description: '版本、致謝與授權' },
  aboutVersion: (version) => `版本${version}，MIT授權`,
  aboutArticles: '文章',
  aboutWorks: '詞典與字型',
  aboutCredits: '使用的套件',
  aboutPrivacy: 'Duidu只看得到寫給它的內容；`/隱私`會列出它保存了你的哪些資料。',
};

const zhCN: typeof en = {
  help: { name: '帮助', description: 'Duidu能做什么、从哪里开始' },
  helpTitle: 'Duidu对读：两种语言并排读',
  helpIntro: '中英对照的文章，一段一段读。先读一种语言，再看另一种。',
  helpButtons:
    '段落下方的按钮可以接着读。如果那一段是别人调出来的，你按下去会另开一份，只有你看得到。',
  helpAnywhere: '这些功能在服务器、私信，以及任何能使用这个应用的地方都能用。',
  tryRandom: '给我一段',
  about: { name: '关于', description: '版本、致谢和许可' },
  aboutVersion: (version) => `版本${version}，MIT许可`,
  aboutArticles: '文章',
  aboutWorks: '词典和字体',
  aboutCredits: '使用的软件包',
  aboutPrivacy: 'Duidu只看得到写给它的内容；`/隐私`会列出它保存了你的哪些数据。',
};

export const aboutWords: Translated<typeof en> = { en, 'zh-TW': zhTW, 'zh-CN': zhCN };
