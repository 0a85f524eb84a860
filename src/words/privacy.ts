import type { Translated } from './language.ts';

const en = {
  privacy: {
    name: 'privacy',
    description: 'What Duidu keeps about you; take it along or delete it',
  },
  title: 'Your data',
  kept: [
    'your settings, once you change one',
    'where you stopped reading, and which paragraphs `/random` has shown you',
    'your quiz answers, points and days of practice',
    'your review cards and when they are due',
    'articles you are still preparing, for 7 days',
    'which daily schedules you set up, so that it can tell you when one cannot go on',
  ],
  keptIntro: 'Under your Discord user ID, and only once you use these, Duidu keeps:',
  never:
    'It never keeps what you write in channels, your name, or anything for advertising, and passes nothing on.',
  now: (entries: number) =>
    entries === 0
      ? 'Right now it keeps nothing about you.'
      : entries === 1
        ? 'Right now that is 1 entry.'
        : `Right now that is ${entries} entries.`,
  hint: 'If a server removes Duidu, what belongs to that server is deleted after 30 days.',
  export: 'Export',
  exported: 'This is all that Duidu keeps about you.',
  fileShows: 'Your data as a JSON file',
  erase: 'Delete everything',
  sure: 'Delete your settings, reading progress, points and cards? This cannot be undone. Daily schedules and articles that you set up belong to their servers: they stay, without your name.',
  yes: 'Yes, delete everything',
  no: 'Keep it',
  erased: 'Everything about you has been deleted.',
};

const zhTW: typeof en = {
  privacy: { name: '隱私', description: 'Duidu保存了你的哪些資料，可以匯出或刪除' },
  title: '你的資料',
  kept: [
    '你改過的設定',
    '你讀到哪裡，以及`/隨機`給你看過哪些段落',
    '你的測驗作答、分數與練習日',
    '你的複習卡與到期時間',
    '你還在準備的文章，保留7天',
    '哪些每日排程是你設定的，以便在無法繼續時通知你',
  ],
  keptIntro: '只有在你用到這些功能之後，Duidu才會以你的Discord使用者ID保存：',
  never: '它從不保存你在頻道裡寫的內容、你的名字，或任何廣告用的資料，也不會轉交給別人。',
  now: (entries) =>
    entries === 0 ? '目前沒有保存任何關於你的資料。' : `目前共有${entries}筆資料。`,
  hint: '如果伺服器移除了Duidu，屬於那個伺服器的資料會在30天後刪除。',
  export: '匯出',
  exported: '這是Duidu保存的、關於你的全部資料。',
  fileShows: '你的資料（JSON檔案）',
  erase: '全部刪除',
  sure: '要刪除你的設定、閱讀進度、分數與複習卡嗎？刪除之後無法復原。你設定的每日排程與文章屬於伺服器，會保留下來，但不再記錄是你設定的。',
  yes: '是，全部刪除',
  no: '保留',
  erased: '關於你的資料已經全部刪除。',
};

const zhCN: typeof en = {
  privacy: { name: '隐私', description: 'Duidu保存了你的哪些数据，可以导出或删除' },
  title: '你的数据',
  kept: [
    '你改过的设置',
    '你读到哪里，以及`/随机`给你看过哪些段落',
    '你的测验作答、分数和练习日',
    '你的复习卡和到期时间',
    '你还在准备的文章，保留7天',
    '哪些每日计划是你设置的，以便在无法继续时通知你',
  ],
  keptIntro: '只有在你用到这些功能之后，Duidu才会以你的Discord用户ID保存：',
  never: '它从不保存你在频道里写的内容、你的名字，或任何用于广告的数据，也不会转交给别人。',
  now: (entries) =>
    entries === 0 ? '目前没有保存任何关于你的数据。' : `目前共有${entries}条数据。`,
  hint: '如果服务器移除了Duidu，属于那个服务器的数据会在30天后删除。',
  export: '导出',
  exported: '这是Duidu保存的、关于你的全部数据。',
  fileShows: '你的数据（JSON文件）',
  erase: '全部删除',
  sure: '要删除你的设置、阅读进度、分数和复习卡吗？删除之后无法恢复。你设置的每日计划和文章属于服务器，会保留下来，但不再记录是你设置的。',
  yes: '是，全部删除',
  no: '保留',
  erased: '关于你的数据已经全部删除。',
};

export const privacyWords: Translated<typeof en> = { en, 'zh-TW': zhTW, 'zh-CN': zhCN };
