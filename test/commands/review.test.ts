import { DiscordAPIError } from '@discordjs/rest';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../commands/command.ts';
import { review } from '../../commands/review.ts';
import { reminderBy } from '../../commands/review-reminder.ts';
import { saveCard } from '../../src/play/card-keeping.ts';
import { startReminders } from '../../src/play/reminders.ts';
import { STANDARD } from '../../src/reader/preferences.ts';
import { wordsFor } from '../../src/words/index.ts';
import { SENTENCE, WORD } from '../quiz/fixtures.ts';
import { idsIn, memberAt, NOON, type Table, table } from './table.ts';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
const due = { subcommand: 'due' };
const text = (reply: unknown) => JSON.stringify(reply);

async function withCards(): Promise<Table> {
  const at = await table();
  expect(await saveCard(at.store.cards, '1001', WORD, NOON)).toBe(true);
  expect(await saveCard(at.store.cards, '1001', WORD, NOON)).toBe(false);
  return at;
}

/** The place of the right choice, as the buttons of a card tell it. */
function rightChoice(reply: unknown): string {
  const ids = idsIn(reply, 'review-a');
  return ids.find((id) => id.split(':')[3] === id.split(':')[4]) ?? '';
}

describe('/review', () => {
  it('says what becomes a card, and when the next one is due', async () => {
    const at = await table();
    const lin = memberAt(at);
    for (const subcommand of ['due', 'list', 'export']) {
      expect(text(await lin.run(review, { subcommand }))).toContain('no cards yet');
    }
    await saveCard(at.store.cards, '1001', WORD, NOON + DAY);
    expect(text(await lin.run(review, due))).toContain(`<t:${(NOON + DAY) / 1000}:R>`);
  });

  it('forty days: recognised first, then produced, later each time', async () => {
    const at = await withCards();
    const lin = memberAt(at);
    const asked = await lin.run(review, due);
    expect(idsIn(asked, 'review-a')).toHaveLength(4);
    const right = await lin.press(review, rightChoice(asked));
    expect(text(right)).toContain('Right!');
    expect(text(right)).toContain('Good · 10 min');
    at.clock.advance(11 * 60_000);
    await lin.press(review, rightChoice(await lin.run(review, due)));
    const dates: number[] = [];
    for (let day = 0; day < 40; day += 1) {
      at.clock.advance(DAY);
      const next = await lin.run(review, due);
      const [type] = idsIn(next, 'review-type');
      if (type === undefined) continue;
      const modal = await lin.press(review, type);
      expect(modal?.kind).toBe('modal');
      expect(text(modal)).toContain('means “tide”');
      const typed = idsIn(modal, 'review-typed')[0] ?? '';
      expect(text(await lin.submit(review, typed, '潮汐'))).toContain('Right!');
      dates.push((await at.store.cards.of('1001'))[0]?.memory.due ?? 0);
    }
    expect(dates.length).toBeGreaterThan(1);
    expect(dates).toEqual(dates.toSorted((a, b) => a - b));
  });

  it('a wrong answer counts as Again; the reader corrects it, and takes it back once', async () => {
    const at = await withCards();
    const lin = memberAt(at);
    const asked = await lin.run(review, due);
    const wrong = idsIn(asked, 'review-a').find((id) => id !== rightChoice(asked)) ?? '';
    const counted = await lin.press(review, wrong);
    expect(text(counted)).toContain('Not right.');
    expect(text(counted)).toContain('Counted as “Again”');
    const easy = idsIn(counted, 'review-grade').find((id) => id.includes('easy')) ?? '';
    const corrected = await lin.press(review, easy);
    expect(text(corrected)).toContain('Counted as “Easy”');
    expect((await at.store.cards.of('1001'))[0]?.memory.due).toBeGreaterThan(NOON + DAY);
    const [undo = ''] = idsIn(corrected, 'review-card');
    expect(idsIn(await lin.press(review, undo), 'review-a')).toHaveLength(4);
    expect((await at.store.cards.of('1001'))[0]?.memory.reps).toBe(0);
    await expect(lin.press(review, undo)).rejects.toThrow(UserError);
  });

  it('counts a card once, whichever button is pressed again', async () => {
    const at = await withCards();
    const lin = memberAt(at);
    const asked = await lin.run(review, due);
    const [first = '', second = ''] = idsIn(asked, 'review-a');
    await lin.press(review, first);
    await expect(lin.press(review, second)).rejects.toThrow(UserError);
    expect((await at.store.cards.of('1001'))[0]?.memory.reps).toBe(1);
  });

  it('lets the reader judge a sentence that is too long to type', async () => {
    const at = await table();
    await saveCard(at.store.cards, '1001', SENTENCE, NOON);
    const lin = memberAt(at);
    await lin.press(review, rightChoice(await lin.run(review, due)));
    at.clock.advance(11 * 60_000);
    await lin.press(review, rightChoice(await lin.run(review, due)));
    at.clock.advance(9 * DAY);
    const asked = await lin.run(review, due);
    const [show = ''] = idsIn(asked, 'review-card');
    expect(text(asked)).not.toContain('The sea is big.');
    const shown = await lin.press(review, show);
    expect(text(shown)).toContain('The sea is big.');
    const hard = idsIn(shown, 'review-grade').find((id) => id.includes('hard')) ?? '';
    expect(text(await lin.press(review, hard))).toContain('Counted as “Hard”');
  });

  it('stops at any time, and says what is still due', async () => {
    const at = await withCards();
    const lin = memberAt(at);
    expect(text(await lin.press(review, 'review:stop'))).toContain('Still due: 1.');
    const answered = await lin.press(review, rightChoice(await lin.run(review, due)));
    expect(idsIn(answered, 'review')).toEqual(['review:next', 'review:stop']);
    expect(text(await lin.press(review, 'review:stop'))).toContain('Nothing else is due.');
    expect(text(await lin.press(review, 'review:next'))).toContain('That was the last');
  });

  it('offers words of the same kind beside the right one, and keeps the lesson while a grade is corrected', async () => {
    const at = await withCards();
    const tide = { ...WORD, zh: '經度', en: 'longitude', pair: null };
    await saveCard(at.store.cards, '1002', tide, NOON);
    const lin = memberAt(at, '1002');
    const asked = await lin.run(review, due);
    expect(text(asked)).not.toMatch(/"label":"[A-D]　to /);
    const counted = await lin.press(review, rightChoice(asked));
    const easy = idsIn(counted, 'review-grade').find((id) => id.includes('easy')) ?? '';
    const corrected = text(await lin.press(review, easy));
    expect(corrected).toContain('Counted as “Easy”');
    expect(corrected).toContain('cháo xì');
  });

  it('asks and lists in the reader’s script, and exports with their reading aid', async () => {
    const at = await table();
    await saveCard(at.store.cards, '1001', { ...WORD, zh: '航海鐘', pair: null }, NOON);
    const lin = memberAt(at);
    const preferences = { ...STANDARD, script: 'simplified', aid: 'zhuyin' } as const;
    expect(text(await lin.run(review, { ...due, preferences }))).toContain('航海钟');
    const list = await lin.run(review, { subcommand: 'list', preferences });
    expect(text(list)).toContain('航海钟');
    const file = await lin.run(review, { subcommand: 'export', preferences });
    const data = file?.kind === 'message' ? (file.files?.[0]?.data ?? []) : [];
    expect(Buffer.from(data).toString()).toContain('航海钟\ttide\tㄔㄠˊㄒㄧˋ');
  });

  it('lists, removes and exports', async () => {
    const at = await withCards();
    const lin = memberAt(at);
    for (let n = 0; n < 15; n += 1) {
      await saveCard(at.store.cards, '1001', { ...WORD, zh: `第${n}個`, en: `number ${n}` }, NOON);
    }
    const list = await lin.run(review, { subcommand: 'list' });
    expect(text(list)).toContain('Your 16 cards');
    const on = idsIn(list, 'review-list')[1] ?? '';
    expect(text(await lin.press(review, on))).toContain('Page 2 of 2');
    const request = { subcommand: 'remove', options: { card: '潮汐' } };
    expect(text(await lin.run(review, request))).toContain('Removed: 潮汐');
    await expect(lin.run(review, request)).rejects.toThrow(UserError);
    const file = await lin.run(review, { subcommand: 'export' });
    const data = file?.kind === 'message' ? (file.files?.[0]?.data ?? []) : [];
    expect(Buffer.from(data).toString()).toMatch(/^#separator:tab\n#html:false\n/);
    expect(Buffer.from(data).toString().trim().split('\n')).toHaveLength(4 + 15);
  });

  it('completes the card that is to be removed', async () => {
    const at = await withCards();
    const lin = memberAt(at);
    const found = await lin.complete(review, 'card', 'TID');
    expect(found).toEqual([{ name: '潮汐 · tide', value: expect.any(String) }]);
    expect(await lin.complete(review, 'card', 'quokka')).toEqual([]);
  });

  it('reminds those who want it in a private message, once a day at most', async () => {
    const at = await withCards();
    const lin = memberAt(at);
    const words = wordsFor('zh-TW');
    await lin.run(review, { subcommand: 'remind', options: { state: 'on' }, words });
    const stop = reminding(at);
    at.clock.advance(MINUTE);
    await expect.poll(() => at.sent.length).toBe(2);
    expect(at.sent[1]?.body).toContain('該複習了');
    for (let minutes = 0; minutes < 5; minutes += 1) at.clock.advance(MINUTE);
    await stop();
    expect(at.sent).toHaveLength(2);
    await lin.run(review, { subcommand: 'remind', options: { state: 'off' } });
    expect(await at.store.cards.takeReminders(NOON + 9 * DAY, NOON + 8 * DAY)).toEqual([]);
  });

  it('does not remind again whoever takes no messages from it', async () => {
    const at = await withCards();
    await memberAt(at).run(review, { subcommand: 'remind', options: { state: 'on' } });
    at.answerWith(() => {
      const refusal = { code: 50_007, message: 'Cannot send messages to this user' };
      throw new DiscordAPIError(refusal, 50_007, 403, 'POST', 'x', {});
    });
    const stop = reminding(at);
    at.clock.advance(MINUTE);
    await expect.poll(() => at.warnings.length).toBe(1);
    await stop();
    expect(await at.store.cards.takeReminders(NOON + 9 * DAY, NOON + 8 * DAY)).toEqual([]);
  });
});

function reminding({ store, services, clock, warnings }: Table) {
  const warn = (error: unknown) => warnings.push(error);
  const tell = reminderBy(services.outbox, warn);
  return startReminders({ cards: store.cards, rounds: store.rounds, clock, tell, warn });
}
