import type { Translated } from './language.ts';

const en = {
  score: { name: 'score', description: 'Points, accuracy and streaks, yours or a member’s' },
  leaderboard: { name: 'leaderboard', description: 'Who has the most points here' },
  member: { name: 'member', description: 'Whose score; yours unless you choose' },
  scope: { name: 'scope', description: 'In this server, or in this channel alone' },
  period: { name: 'period', description: 'Which period; the last 7 days unless you choose' },
  scopes: { server: 'this server', channel: 'this channel' },
  periods: { week: 'the last 7 days', month: 'the last 30 days', all: 'all time' },
  points: (points: number) => (points === 1 ? '1 point' : `${points} points`),
  accuracy: (percent: number, answered: number) =>
    `${answered} answered, ${percent}% right the first time`,
  streak: (days: number) => (days === 1 ? 'Streak: 1 day' : `Streak: ${days} days`),
  longest: (days: number) => (days === 1 ? 'longest: 1 day' : `longest: ${days} days`),
  none: 'No answers yet. `/quiz start` begins a round.',
  noneOf: (who: string) => `${who} has not answered anything in this server yet.`,
  onlyServer: 'Members have scores in servers. Your own is `/score`.',
  nobody: 'Nobody has answered anything here in that time. `/quiz start` begins a round.',
  boardTitle: (scope: string, period: string) => `Leaderboard: ${scope}, ${period}`,
  line: (points: string, percent: number) => `${points}, ${percent}% right`,
  everybody: (days: number) => `Everybody here, right answers a day over the last ${days} days:`,
  picture: (days: number, answered: number, percent: number) =>
    `The share of right answers on each of the last ${days} days. In all, ${answered === 1 ? '1 answer' : `${answered} answers`}, ${percent}% right.`,
};

const zhTW: typeof en = {
  score: { name: '成績', description: '你或其他成員的分數、正確率和連續天數' },
  leaderboard: { name: '排行榜', description: '這裡誰的分數最高' },
  member: { name: '成員', description: '看誰的成績，預設為你自己' },
  scope: { name: '範圍', description: '整個伺服器，或只有這個頻道' },
  period: { name: '期間', description: '哪一段時間，預設為最近7天' },
  scopes: { server: '這個伺服器', channel: '這個頻道' },
  periods: { week: '最近7天', month: '最近30天', all: '全部期間' },
  points: (points) => `${points}分`,
  accuracy: (percent, answered) => `作答${answered}題，第一次就答對的占${percent}%`,
  streak: (days) => `連續${days}天`,
  longest: (days) => `最長${days}天`,
  none: '還沒有作答紀錄，請用`/測驗 開始`來一輪。',
  noneOf: (who) => `${who}在這個伺服器還沒有作答紀錄。`,
  onlyServer: '只有在伺服器裡才能看其他成員的成績，看自己的請用`/成績`。',
  nobody: '這段期間這裡沒有人作答，請用`/測驗 開始`來一輪。',
  boardTitle: (scope, period) => `排行榜：${scope}，${period}`,
  line: (points, percent) => `${points}，正確率${percent}%`,
  everybody: (days) => `大家最近${days}天每天的正確率：`,
  picture: (days, answered, percent) =>
    `最近${days}天每天的正確率。總共作答${answered}題，正確率${percent}%。`,
};

const zhCN: typeof en = {
  score: { name: '成绩', description: '你或其他成员的分数、正确率和连续天数' },
  leaderboard: { name: '排行榜', description: '这里谁的分数最高' },
  member: { name: '成员', description: '看谁的成绩，默认为你自己' },
  scope: { name: '范围', description: '整个服务器，或只有这个频道' },
  period: { name: '期间', description: '哪一段时间，默认为最近7天' },
  scopes: { server: '这个服务器', channel: '这个频道' },
  periods: { week: '最近7天', month: '最近30天', all: '全部时间' },
  points: (points) => `${points}分`,
  accuracy: (percent, answered) => `作答${answered}题，第一次就答对的占${percent}%`,
  streak: (days) => `连续${days}天`,
  longest: (days) => `最长${days}天`,
  none: '还没有作答记录，请用`/测验 开始`来一轮。',
  noneOf: (who) => `${who}在这个服务器还没有作答记录。`,
  onlyServer: '只有在服务器里才能看其他成员的成绩，看自己的请用`/成绩`。',
  nobody: '这段时间这里没有人作答，请用`/测验 开始`来一轮。',
  boardTitle: (scope, period) => `排行榜：${scope}，${period}`,
  line: (points, percent) => `${points}，正确率${percent}%`,
  everybody: (days) => `大家最近${days}天每天的正确率：`,
  picture: (days, answered, percent) =>
    `最近${days}天每天的正确率。总共作答${answered}题，正确率${percent}%。`,
};

export const scoreWords: Translated<typeof en> = { en, 'zh-TW': zhTW, 'zh-CN': zhCN };
