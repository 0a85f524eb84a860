import type { Translated } from './language.ts';

const en = {
  settings: {
    name: 'settings',
    description: 'How you want to read: script, pinyin, order and more',
  },
  server: { name: 'server', description: 'The settings of this server' },
  serverSettings: {
    name: 'settings',
    description: 'How posts look here, and texts for readers who have not chosen',
  },
  title: 'Your settings',
  intro: 'They apply to what you ask for and to what only you see.',
  serverTitle: 'Settings of this server',
  serverIntro:
    'They apply to posts in this server and to readers who have not chosen for themselves.',
  sample: 'This is how it looks',
  waits: 'The other language waits until you press the button.',
  script: {
    written: 'Script: as the text has it',
    traditional: 'Script: Traditional',
    simplified: 'Script: Simplified',
  },
  aid: {
    none: 'No reading aid',
    pinyin: 'With pinyin',
    zhuyin: 'With zhuyin (bopomofo)',
  },
  first: { english: 'English first', chinese: 'Chinese first' },
  translation: { shown: 'Both languages at once', hidden: 'One first, then the other' },
  usage: {
    script: 'Readings go with the script',
    taiwan: 'Readings as in Taiwan',
    mainland: 'Readings as in mainland China',
  },
  quiz: {
    both: 'Quiz me on both languages',
    chinese: 'Quiz me on Chinese',
    english: 'Quiz me on English',
  },
  language: {
    discord: 'I speak the language of your Discord',
    en: 'I speak English',
    'zh-TW': '我說繁體中文',
    'zh-CN': '我说简体中文',
  },
  zone: {
    placeholder: 'Your time zone: not chosen',
    serverPlaceholder: 'Time zone: not chosen',
    chosen: (zone: string) => `Time zone: ${zone}`,
    other: 'Another time zone…',
    label: 'Time zone',
    hint: 'A city as in Europe/Vienna or Asia/Taipei',
    unknown: (typed: string) =>
      `I do not know the time zone “${typed}”. Write it as continent and city: Asia/Taipei, Europe/Vienna, America/New_York.`,
  },
  reset: 'Back to the defaults',
  notInServer: 'This is for servers: use it in a channel of the server you manage.',
  notManager: 'Only members who may manage the server can change this. `/settings` is yours.',
};

const zhTW: typeof en = {
  settings: { name: '設定', description: '你想怎麼讀：繁簡、拼音或注音、先後順序等等' },
  server: { name: '伺服器', description: '這個伺服器的設定' },
  serverSettings: {
    name: '設定',
    description: '發到這裡的內容怎麼顯示，也用於沒有自行設定的讀者',
  },
  title: '你的設定',
  intro: '適用於你叫出來的內容，以及只有你看得到的內容。',
  serverTitle: '這個伺服器的設定',
  serverIntro: '適用於發到這個伺服器的內容，以及沒有自行設定的讀者。',
  sample: '看起來會像這樣',
  waits: '按下按鈕之後，才會顯示另一種語言。',
  script: {
    written: '中文顯示：照原文',
    traditional: '中文顯示：繁體',
    simplified: '中文顯示：簡體',
  },
  aid: { none: '不標讀音', pinyin: '標拼音', zhuyin: '標注音' },
  first: { english: '英文在前', chinese: '中文在前' },
  translation: { shown: '兩種語言一起顯示', hidden: '先看一種，再看另一種' },
  usage: {
    script: '讀音：依繁簡而定',
    taiwan: '讀音：臺灣',
    mainland: '讀音：中國大陸',
  },
  quiz: {
    both: '測驗兩種語言都考',
    chinese: '測驗只考中文',
    english: '測驗只考英文',
  },
  language: {
    discord: '介面語言：跟Discord一樣',
    en: '介面語言：English',
    'zh-TW': '介面語言：繁體中文',
    'zh-CN': '介面語言：簡體中文',
  },
  zone: {
    placeholder: '你的時區：未選擇',
    serverPlaceholder: '時區：未選擇',
    chosen: (zone) => `時區：${zone}`,
    other: '其他時區……',
    label: '時區',
    hint: '洲名加城市，例如Asia/Taipei或Europe/Vienna',
    unknown: (typed) =>
      `找不到時區「${typed}」。請寫成洲名加城市，例如Asia/Taipei、Europe/Vienna、America/New_York。`,
  },
  reset: '恢復預設',
  notInServer: '這個指令只能在伺服器裡使用，請到你管理的伺服器頻道裡輸入。',
  notManager: '只有能管理伺服器的成員可以更改。你自己的設定請用`/設定`。',
};

const zhCN: typeof en = {
  settings: { name: '设置', description: '你想怎么读：繁简、拼音或注音、先后顺序等等' },
  server: { name: '服务器', description: '这个服务器的设置' },
  serverSettings: {
    name: '设置',
    description: '发到这里的内容怎么显示，也用于没有自行设置的读者',
  },
  title: '你的设置',
  intro: '适用于你调出来的内容，以及只有你看得到的内容。',
  serverTitle: '这个服务器的设置',
  serverIntro: '适用于发到这个服务器的内容，以及没有自行设置的读者。',
  sample: '看起来会像这样',
  waits: '按下按钮之后，才会显示另一种语言。',
  script: {
    written: '中文显示：照原文',
    traditional: '中文显示：繁体',
    simplified: '中文显示：简体',
  },
  aid: { none: '不标读音', pinyin: '标拼音', zhuyin: '标注音' },
  first: { english: '英文在前', chinese: '中文在前' },
  translation: { shown: '两种语言一起显示', hidden: '先看一种，再看另一种' },
  usage: {
    script: '读音：依繁简而定',
    taiwan: '读音：台湾',
    mainland: '读音：中国大陆',
  },
  quiz: {
    both: '测验两种语言都考',
    chinese: '测验只考中文',
    english: '测验只考英文',
  },
  language: {
    discord: '界面语言：跟Discord一样',
    en: '界面语言：English',
    'zh-TW': '界面语言：繁体中文',
    'zh-CN': '界面语言：简体中文',
  },
  zone: {
    placeholder: '你的时区：未选择',
    serverPlaceholder: '时区：未选择',
    chosen: (zone) => `时区：${zone}`,
    other: '其他时区……',
    label: '时区',
    hint: '洲名加城市，例如Asia/Shanghai或Europe/Vienna',
    unknown: (typed) =>
      `找不到时区“${typed}”。请写成洲名加城市，例如Asia/Shanghai、Europe/Vienna、America/New_York。`,
  },
  reset: '恢复默认',
  notInServer: '这个命令只能在服务器里使用，请到你管理的服务器频道里输入。',
  notManager: '只有能管理服务器的成员可以更改。你自己的设置请用`/设置`。',
};

export const settingsWords: Translated<typeof en> = { en, 'zh-TW': zhTW, 'zh-CN': zhCN };
