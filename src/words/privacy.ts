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
    'which daily schedules and server articles you set up, so that it can tell you when a schedule cannot go on',
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
  file: 'All that Duidu keeps about you, part by part, each with what it is. Long numbers are what Discord calls a server (guildId), a channel (channelId) or a person; times are in UTC.',
  sections: {
    settings: 'What you chose with `/settings`.',
    progress:
      'How far you are in each article: number is the paragraph you read last, finished whether you have been at the end; drawn are the paragraphs that `/random` has shown you.',
    'quiz-answers':
      'Your answers: to which question (number) of which round, where and when, right or not, for how many points, after how many milliseconds.',
    'quiz-rounds': 'Rounds that you started, and how. They are forgotten after a while.',
    'quiz-cards':
      'Your review cards: what is on each, when it is due, and what is remembered of your reviews (memory, before the last one in before); reminder is the language in which you are told of due cards.',
    drafts: 'Articles you are still preparing, with all their pairs.',
    schedules: 'Daily schedules that you set up, as they are now, with how far each has come.',
    articles:
      'Articles of servers that you saved or were the last to change. The texts belong to the servers.',
  },
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
    '哪些每日排程與伺服器文章是你設定的，以便在排程無法繼續時通知你',
  ],
  keptIntro: '只有在你用到這些功能之後，Duidu才會以你的Discord使用者ID保存：',
  never: '它從不保存你在頻道裡寫的內容、你的名字，或任何廣告用的資料，也不會轉交給別人。',
  now: (entries) =>
    entries === 0 ? '目前沒有保存任何關於你的資料。' : `目前共有${entries}筆資料。`,
  hint: '如果伺服器移除了Duidu，屬於那個伺服器的資料會在30天後刪除。',
  export: '匯出',
  exported: '這是Duidu保存的、關於你的全部資料。',
  fileShows: '你的資料（JSON檔案）',
  file: 'Duidu保存的、關於你的全部資料，每一部分都附上說明。很長的數字是Discord給伺服器（guildId）、頻道（channelId）或使用者的編號；時間都是UTC。',
  sections: {
    settings: '你用`/設定`選的設定。',
    progress:
      '你在每篇文章讀到哪裡：number是最後讀的段落，finished是有沒有讀到最後；drawn是`/隨機`給你看過的段落。',
    'quiz-answers':
      '你的作答：哪一輪的第幾題（number）、在哪裡、什麼時候、對不對、得幾分、花了幾毫秒。',
    'quiz-rounds': '你開始的測驗與當時的選擇，過一段時間就會刪除。',
    'quiz-cards':
      '你的複習卡：卡片內容、到期時間，以及複習的記錄（memory，上一次之前的在before）；reminder是通知你有卡片到期時用的語言。',
    drafts: '你還在準備的文章，包括所有對照段落。',
    schedules: '你設定的每日排程目前的內容，以及各自進行到哪裡。',
    articles: '伺服器文章中由你儲存或最後修改的。內容屬於伺服器。',
  },
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
    '哪些每日计划和服务器文章是你设置的，以便在计划无法继续时通知你',
  ],
  keptIntro: '只有在你用到这些功能之后，Duidu才会以你的Discord用户ID保存：',
  never: '它从不保存你在频道里写的内容、你的名字，或任何用于广告的数据，也不会转交给别人。',
  now: (entries) =>
    entries === 0 ? '目前没有保存任何关于你的数据。' : `目前共有${entries}条数据。`,
  hint: '如果服务器移除了Duidu，属于那个服务器的数据会在30天后删除。',
  export: '导出',
  exported: '这是Duidu保存的、关于你的全部数据。',
  fileShows: '你的数据（JSON文件）',
  file: 'Duidu保存的、关于你的全部数据，每一部分都附有说明。很长的数字是Discord给服务器（guildId）、频道（channelId）或用户的编号；时间都是UTC。',
  sections: {
    settings: '你用`/设置`选的设置。',
    progress:
      '你在每篇文章读到哪里：number是最后读的段落，finished是有没有读到最后；drawn是`/随机`给你看过的段落。',
    'quiz-answers':
      '你的作答：哪一轮的第几题（number）、在哪里、什么时候、对不对、得几分、用了几毫秒。',
    'quiz-rounds': '你开始的测验和当时的选择，过一段时间就会删除。',
    'quiz-cards':
      '你的复习卡：卡片内容、到期时间，以及复习的记录（memory，上一次之前的在before）；reminder是通知你有卡片到期时用的语言。',
    drafts: '你还在准备的文章，包括所有对照段落。',
    schedules: '你设置的每日计划目前的内容，以及各自进行到哪里。',
    articles: '服务器文章中由你保存或最后修改的。内容属于服务器。',
  },
  erase: '全部删除',
  sure: '要删除你的设置、阅读进度、分数和复习卡吗？删除之后无法恢复。你设置的每日计划和文章属于服务器，会保留下来，但不再记录是你设置的。',
  yes: '是，全部删除',
  no: '保留',
  erased: '关于你的数据已经全部删除。',
};

export const privacyWords: Translated<typeof en> = { en, 'zh-TW': zhTW, 'zh-CN': zhCN };
