import type { APIMessage } from 'discord-api-types/v10';
import { afterAll, describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/sandbox/exchange.ts';
import { printMessage } from '../../src/sandbox/print.ts';
import { type Words, wordsFor } from '../../src/words/index.ts';
import { languageFor } from '../../src/words/language.ts';
import { evidence } from '../intake/opened-evidence.ts';
import { house } from './house.ts';
import { messageOf } from './playing.ts';

// Opened, so that the dictionary is prepared before the bot needs it.
evidence.close();

const MINUTE = 60_000;
const home = house();

afterAll(() => {
  expect(home.sandbox.refusals()).toEqual([]);
  expect(home.bot.output).not.toContain('"level":50');
  expect(home.bot.output).not.toContain('"outcome":"bug"');
});

const FERRY = {
  filename: 'ferry.txt',
  content: [
    'The ferry to the outer islands leaves at six, and most passengers fall asleep.',
    '開往外島的渡輪六點出發，大部分乘客都睡著了。',
    'Old Chen still mends his nets on the quay and talks to the lighthouse.',
    '老陳還在碼頭上補漁網，一邊跟燈塔說話。',
  ].join('\n\n'),
};

interface Line {
  /** The command with its subcommand, in English. */
  readonly name: string;
  readonly options?: Readonly<Record<string, string | number | boolean>>;
  /** Ada unless somebody else: who plays gets cards. */
  readonly by?: string;
  readonly files?: readonly (typeof FERRY)[];
  /** What its answer says, in the words of its reader. */
  readonly says: (words: Words) => string;
  /** A button to press then, and what is said of it. */
  readonly press?: (words: Words) => readonly [button: string, says: string];
}

/** Every command there is, in an order in which each has something to do. */
const LINES: readonly Line[] = [
  { name: 'help', says: ({ about }) => about.helpTitle },
  { name: 'about', says: () => 'CC-CEDICT' },
  { name: 'settings', says: ({ settings }) => settings.title },
  { name: 'server settings', says: ({ settings }) => settings.serverTitle },
  { name: 'random', says: ({ paragraph }) => paragraph.another },
  { name: 'paragraph', options: { number: 2 }, says: () => '2 / 26' },
  { name: 'read', says: ({ paragraph }) => paragraph.next },
  { name: 'search', options: { text: '茶' }, says: () => '**茶**' },
  { name: 'word', options: { text: 'yinhang' }, says: () => '**銀行**' },
  { name: 'article list', says: ({ article }) => article.listTitle },
  { name: 'article show', says: ({ article }) => article.backToList },
  {
    name: 'article add',
    options: { file: 'ferry.txt', title: 'Ferry', rights: 'own-work', holder: 'Ada' },
    files: [FERRY],
    says: () => 'Ferry',
    press: ({ intake }) => [intake.save, intake.saved('Ferry')],
  },
  {
    name: 'article edit',
    options: { article: 'Ferry', level: 'hard' },
    says: ({ intake }) => intake.edited('Ferry'),
  },
  {
    name: 'article export',
    options: { article: 'Ferry', format: 'json' },
    says: () => '.json',
  },
  {
    name: 'article remove',
    options: { article: 'Ferry' },
    says: ({ intake }) => intake.removeIt,
    press: ({ intake }) => [intake.removeIt, intake.removed('Ferry')],
  },
  {
    name: 'quiz start',
    options: { mode: 'solo', rounds: 2 },
    by: 'Mo',
    says: ({ quiz }) => quiz.heading(1, 2),
  },
  { name: 'quiz status', by: 'Mo', says: ({ quiz }) => quiz.statusLine(1, 2, quiz.modeNames.solo) },
  { name: 'quiz skip', by: 'Mo', says: ({ quiz }) => quiz.next },
  { name: 'quiz stop', by: 'Mo', says: ({ quiz }) => quiz.playAgain },
  { name: 'review due', says: ({ review }) => review.noCards },
  { name: 'review list', says: ({ review }) => review.noCards },
  { name: 'review export', says: ({ review }) => review.noCards },
  {
    name: 'review remove',
    options: { card: 'none' },
    says: ({ review }) => review.noSuchCard('none'),
  },
  { name: 'review remind', options: { state: 'off' }, says: ({ review }) => review.notReminding },
  { name: 'score', says: () => '' },
  { name: 'leaderboard', says: () => '' },
  { name: 'privacy', says: ({ privacy }) => privacy.export },
  {
    name: 'daily add',
    options: { channel: 'daily', time: '8:00', zone: 'Asia/Taipei' },
    says: ({ schedule }) => schedule.added,
  },
  { name: 'daily list', says: ({ schedule }) => schedule.listTitle },
  { name: 'daily edit', options: { days: 'weekdays' }, says: ({ schedule }) => schedule.edited },
  { name: 'daily preview', says: () => '1 / 26' },
  { name: 'daily skip', says: ({ schedule }) => schedule.nextPosts },
  { name: 'daily history', says: ({ schedule }) => schedule.reasons['by-hand'] },
  { name: 'daily now', says: () => '<#' },
  { name: 'daily pause', says: ({ daily }) => daily.resume.name },
  { name: 'daily resume', says: ({ schedule }) => schedule.resumed },
  {
    name: 'daily remove',
    says: ({ schedule }) => schedule.removeIt,
    press: ({ schedule }) => [schedule.removeIt, ''],
  },
];

const said = (message: APIMessage) => printMessage(message);

describe.each(['en-US', 'zh-TW', 'zh-CN'])('in %s', (locale) => {
  const words = wordsFor(languageFor(locale));
  const as = (name: string) => home.sandbox.as(name, { locale, channel: 'quiz' });
  const answered = async (asking: Promise<Exchange>) =>
    messageOf(await (await asking).settled(MINUTE));

  it('every command that is offered is used here', () => {
    const offered = as('Ada')
      .commands()
      .filter(({ type }) => type === 1)
      .flatMap(({ name, options = [] }) => {
        const parts = options.filter(({ type }) => type === 1);
        return parts.length === 0 ? [name] : parts.map((part) => `${name} ${part.name}`);
      });
    expect(LINES.map(({ name }) => name).toSorted()).toEqual(offered.toSorted());
  });

  it.each(LINES)('/$name', async ({ name, options = {}, files = [], by = 'Ada', says, press }) => {
    const message = await answered(as(by).command({ name, options }, [...files]));
    expect(said(message)).toContain(says(words));
    if (press === undefined) return;
    const [button, then] = press(words);
    expect(said(await answered(as(by).press(message, button)))).toContain(then);
  });
});
