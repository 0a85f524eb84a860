import type { Translated } from './language.ts';

/** What the bot says where a schedule cannot be had as it was asked for. */
const en = {
  missing: (channel: string, permissions: string) =>
    `I cannot post in ${channel} yet. I need: ${permissions}.\nA server admin can allow it in the settings of that channel, under Permissions, for me or my role. Then try again.`,
  mention: 'Mention @everyone, @here and All Roles (or let anyone mention the role)',
  noThreadInThread: 'A thread cannot hold threads. Leave `thread` out, or choose a channel.',
  unknownTag: (tag: string, tags: string) => `The forum has no tag “${tag}”. It has: ${tags}.`,
  noTags: 'That channel has no tags. Leave `tag` out.',
  tagNeeded: (tags: string) =>
    `Every post in that forum needs a tag. Choose one in \`tag\`: ${tags}.`,
  needsChannel:
    'To change this, choose the channel in `channel` too, so that I can check what I am allowed to do there.',
  which: (list: string) => `Which one? Choose it in the option \`schedule\`:\n${list}`,
  gone: 'That one is no longer there; perhaps somebody removed it. `/daily list` shows what there is.',
  full: 'A server can have 25 schedules. Remove one with `/daily remove` first.',
  nothingToEdit: 'Nothing was changed: choose in the options of `/daily edit` what to change.',
  notInServer: 'Daily excerpts are set up in a server: use this in one that you manage.',
  notManager: 'Only members with the permission Manage Server can set up daily excerpts.',
  time: {
    unreadable: (text: string) =>
      `I do not understand the time “${text}”. Write it as 8:00, 8:30 pm or 20:30.`,
    hour: (hour: number) =>
      `There is no hour ${hour}: hours go from 0 to 23. Midnight is 0:00, half past eight in the evening 20:30.`,
    minute: (minute: number) => `There is no minute ${minute}: minutes go from 0 to 59.`,
    half: (text: string) => `“${text}” does not fit together. Write it as 8:30 pm or as 20:30.`,
    twelve: 'Twelve could be noon or midnight. Write 12:00 for noon or 0:00 for midnight.',
  },
  days: (text: string) =>
    `I do not understand the days “${text}”. Write all, weekdays, weekends, or a list such as mon wed fri.`,
  zoneUnknown: (text: string) =>
    `I do not know the time zone “${text}”. Type a city, a country or an offset such as +8 in \`zone\` and choose from the list.`,
  zoneUnclear: (text: string, zones: string) =>
    `“${text}” could be several time zones. Choose one in \`zone\`: ${zones}.`,
  zoneMissing:
    'In which time zone? Type your city in `zone` and choose from the list. The next time, the server’s zone is remembered.',
};

const zhTW: typeof en = {
  missing: (channel, permissions) =>
    `我還不能在${channel}發文，需要這些權限：${permissions}。\n請伺服器管理員在那個頻道的設定裡，到「權限」把這些權限授予我或我的身分組，再試一次。`,
  mention: '提及@everyone、@here和所有身分組（或讓任何人都能提及這個身分組）',
  noThreadInThread: '討論串裡不能再開討論串。請不要選「討論串」，或改選一般頻道。',
  unknownTag: (tag, tags) => `這個論壇沒有「${tag}」標籤。有的是：${tags}。`,
  noTags: '那個頻道沒有標籤，請不要填「標籤」。',
  tagNeeded: (tags) => `那個論壇的貼文都要有標籤，請在「標籤」填一個：${tags}。`,
  needsChannel: '要改這一項，請也在「頻道」選好頻道，我才能檢查那裡的權限。',
  which: (list) => `哪一個？請在「排程」選項裡選：\n${list}`,
  gone: '那個排程已經不在了，可能有人刪掉了。用`/每日 清單`可以看到現有的。',
  full: '一個伺服器最多有25個排程，請先用`/每日 刪除`刪掉一個。',
  nothingToEdit: '什麼都沒改：請在`/每日 編輯`的選項裡選要改什麼。',
  notInServer: '每日一段要在伺服器裡設定，請到你管理的伺服器使用。',
  notManager: '只有具備「管理伺服器」權限的成員才能設定每日一段。',
  time: {
    unreadable: (text) => `看不懂「${text}」這個時間。請寫成8:00、早上8點或20:30。`,
    hour: (hour) => `沒有${hour}點：小時是0到23。半夜十二點請寫0:00，晚上八點半請寫20:30。`,
    minute: (minute) => `沒有${minute}分：分鐘是0到59。`,
    half: (text) => `「${text}」前後不合，請寫成晚上8點半或20:30。`,
    twelve: '十二點可能是中午或半夜。中午請寫12:00，半夜請寫0:00。',
  },
  days: (text) => `看不懂「${text}」是哪幾天。請寫每天、平日、週末，或一三五這樣的清單。`,
  zoneUnknown: (text) =>
    `找不到「${text}」這個時區。請在「時區」輸入城市、國家或時差（如+8），再從清單裡選。`,
  zoneUnclear: (text, zones) => `「${text}」可能是好幾個時區，請在「時區」選一個：${zones}。`,
  zoneMissing: '哪個時區？請在「時區」輸入你的城市，再從清單裡選。之後會記得這個伺服器的時區。',
};

const zhCN: typeof en = {
  missing: (channel, permissions) =>
    `我还不能在${channel}发消息，需要这些权限：${permissions}。\n请服务器管理员在那个频道的设置里，到“权限”把这些权限授予我或我的身份组，再试一次。`,
  mention: '提及@everyone、@here和所有身份组（或让任何人都能提及这个身份组）',
  noThreadInThread: '子区里不能再开子区。请不要选“子区”，或改选普通频道。',
  unknownTag: (tag, tags) => `这个论坛没有“${tag}”标签。有的是：${tags}。`,
  noTags: '那个频道没有标签，请不要填“标签”。',
  tagNeeded: (tags) => `那个论坛的帖子都要有标签，请在“标签”填一个：${tags}。`,
  needsChannel: '要改这一项，请也在“频道”选好频道，我才能检查那里的权限。',
  which: (list) => `哪一个？请在“计划”选项里选：\n${list}`,
  gone: '那个计划已经不在了，可能有人删掉了。用`/每日 列表`可以看到现有的。',
  full: '一个服务器最多有25个计划，请先用`/每日 删除`删掉一个。',
  nothingToEdit: '什么都没改：请在`/每日 编辑`的选项里选要改什么。',
  notInServer: '每日一段要在服务器里设置，请到你管理的服务器使用。',
  notManager: '只有具备“管理服务器”权限的成员才能设置每日一段。',
  time: {
    unreadable: (text) => `看不懂“${text}”这个时间。请写成8:00、早上8点或20:30。`,
    hour: (hour) => `没有${hour}点：小时是0到23。半夜十二点请写0:00，晚上八点半请写20:30。`,
    minute: (minute) => `没有${minute}分：分钟是0到59。`,
    half: (text) => `“${text}”前后不合，请写成晚上8点半或20:30。`,
    twelve: '十二点可能是中午或半夜。中午请写12:00，半夜请写0:00。',
  },
  days: (text) => `看不懂“${text}”是哪几天。请写每天、工作日、周末，或一三五这样的列表。`,
  zoneUnknown: (text) =>
    `找不到“${text}”这个时区。请在“时区”输入城市、国家或时差（如+8），再从列表里选。`,
  zoneUnclear: (text, zones) => `“${text}”可能是好几个时区，请在“时区”选一个：${zones}。`,
  zoneMissing: '哪个时区？请在“时区”输入你的城市，再从列表里选。之后会记得这个服务器的时区。',
};

export const scheduleRefusalWords: Translated<typeof en> = { en, 'zh-TW': zhTW, 'zh-CN': zhCN };
