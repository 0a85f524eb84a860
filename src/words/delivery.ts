import type { Translated } from './language.ts';

/** What the person who set up a schedule is told when it cannot go on. */
const en = {
  paused: (place: string, time: string) => `The daily excerpt in ${place} (${time}) is paused.`,
  why: {
    finished: 'Its article has been posted to the end, as you chose.',
    'article-gone': 'Its article is no longer there.',
    'unknown-channel': 'Its channel was deleted.',
    'missing-access': 'I can no longer see its channel.',
    'missing-permissions': 'I am no longer allowed to post in its channel.',
    'closed-thread': 'Its thread has been locked.',
    refused: 'Discord does not take the post the way it is set up, and it will not take the next.',
  },
  remedy: {
    finished: 'Choose another article with `/daily edit`, and it goes on.',
    'article-gone': 'Choose another article with `/daily edit`, and it goes on.',
    'unknown-channel': 'Choose another channel with `/daily edit`, and it goes on.',
    permissions: (list: string) =>
      `Allow me ${list} there (channel settings, Permissions), then go on with \`/daily resume\`.`,
    'closed-thread':
      'Choose another channel with `/daily edit`, and it goes on; or unlock the thread and use `/daily resume`.',
    refused:
      'Look at its channel, tag and role with `/daily edit`. If it is still paused after that, use `/daily resume`.',
  },
  kept: 'Nothing is lost: it goes on with the paragraph that comes next.',
  permissions: {
    view: 'View Channel',
    send: 'Send Messages',
    embed: 'Embed Links',
    history: 'Read Message History',
    inThreads: 'Send Messages in Threads',
    threads: 'Create Public Threads',
  },
};

const zhTW: typeof en = {
  paused: (place, time) => `${place}的每日一段（${time}）已暫停。`,
  why: {
    finished: '文章已經照你的設定發到最後一段。',
    'article-gone': '它的文章已經不在了。',
    'unknown-channel': '它的頻道已被刪除。',
    'missing-access': '我已經看不到它的頻道。',
    'missing-permissions': '我已經沒有在它的頻道發文的權限。',
    'closed-thread': '它的討論串已被鎖定。',
    refused: '照目前的設定，Discord不接受這則貼文，下一則也不會接受。',
  },
  remedy: {
    finished: '請用`/每日 編輯`選另一篇文章，選好就會繼續發。',
    'article-gone': '請用`/每日 編輯`選另一篇文章，選好就會繼續發。',
    'unknown-channel': '請用`/每日 編輯`選另一個頻道，選好就會繼續發。',
    permissions: (list) => `請在該頻道的設定「權限」中允許我${list}，再用\`/每日 恢復\`繼續。`,
    'closed-thread':
      '請用`/每日 編輯`選另一個頻道，選好就會繼續發；或解除討論串的鎖定，再用`/每日 恢復`。',
    refused: '請用`/每日 編輯`檢查它的頻道、標籤和身分組；如果之後仍是暫停，再用`/每日 恢復`。',
  },
  kept: '進度都還在，會從下一段接著發。',
  permissions: {
    view: '檢視頻道',
    send: '傳送訊息',
    embed: '嵌入連結',
    history: '讀取訊息歷史',
    inThreads: '在討論串中傳送訊息',
    threads: '建立公開討論串',
  },
};

const zhCN: typeof en = {
  paused: (place, time) => `${place}的每日一段（${time}）已暂停。`,
  why: {
    finished: '文章已经按你的设置发到最后一段。',
    'article-gone': '它的文章已经不在了。',
    'unknown-channel': '它的频道已被删除。',
    'missing-access': '我已经看不到它的频道。',
    'missing-permissions': '我已经没有在它的频道发消息的权限。',
    'closed-thread': '它的子区已被锁定。',
    refused: '按目前的设置，Discord不接受这条帖子，下一条也不会接受。',
  },
  remedy: {
    finished: '请用`/每日 编辑`选另一篇文章，选好就会继续发。',
    'article-gone': '请用`/每日 编辑`选另一篇文章，选好就会继续发。',
    'unknown-channel': '请用`/每日 编辑`选另一个频道，选好就会继续发。',
    permissions: (list) => `请在该频道的设置“权限”中允许我${list}，再用\`/每日 恢复\`继续。`,
    'closed-thread':
      '请用`/每日 编辑`选另一个频道，选好就会继续发；或解除子区的锁定，再用`/每日 恢复`。',
    refused: '请用`/每日 编辑`检查它的频道、标签和身份组；如果之后仍是暂停，再用`/每日 恢复`。',
  },
  kept: '进度都还在，会从下一段接着发。',
  permissions: {
    view: '查看频道',
    send: '发送消息',
    embed: '嵌入链接',
    history: '阅读消息历史',
    inThreads: '在子区内发送消息',
    threads: '创建公共子区',
  },
};

export const deliveryWords: Translated<typeof en> = { en, 'zh-TW': zhTW, 'zh-CN': zhCN };
