import type { Schedule } from '../../src/daily/model.ts';

/** 2026-11-24 00:00 UTC, 08:00 in Taipei. */
export const MORNING = Date.UTC(2026, 10, 24);

/** A schedule with nothing special about it: daily at 08:00 in Taipei. */
export const DAILY: Schedule = {
  id: 'daily-1',
  guildId: '100000000000000001',
  channelId: '200000000000000001',
  time: { hour: 8, minute: 0 },
  zone: 'Asia/Taipei',
  days: [1, 2, 3, 4, 5, 6, 7],
  articleId: null,
  paragraphs: 1,
  show: 'both',
  order: 'sequence',
  atEnd: 'next',
  thread: false,
  roleId: null,
  tagId: null,
  quiz: false,
  language: 'zh-TW',
  createdBy: '300000000000000001',
  creatorLanguage: 'zh-TW',
  createdAt: MORNING - 86_400_000,
  paused: null,
  position: { articleId: null, last: 0, round: 0, seed: 7 },
  next: { day: '2026-11-24', at: MORNING },
};
