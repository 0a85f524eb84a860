import { expect, it } from 'vitest';
import { newCard, review, undo } from '../../src/quiz/card.ts';
import { SENTENCE, WORD } from '../quiz/fixtures.ts';
import { onBoth } from './on-both.ts';

const word = newCard('1001', WORD, 1000);
const sentence = newCard('1001', SENTENCE, 2000);
const others = newCard('1002', WORD, 500);
const DAY = 86_400_000;

onBoth('cards', ({ open }) => {
  it('keeps each card once, as it was first', async () => {
    const { cards } = await open();
    expect(await cards.save([word, sentence, others])).toBe(3);
    expect(await cards.save([{ ...word, savedAt: 9 }])).toBe(0);
    expect(await cards.save([])).toBe(0);
    expect(await cards.of('1001')).toEqual([word, sentence]);
    expect(await cards.byId('1001', word.id)).toEqual(word);
    expect(await cards.byId('1002', sentence.id)).toBeNull();
  });

  it('takes many at once', async () => {
    const { cards } = await open();
    const many = Array.from({ length: 1201 }, (_, at) =>
      newCard('7', { ...WORD, zh: `字${at}` }, at),
    );
    expect(await cards.save(many)).toBe(1201);
  });

  it('tells which one is due, how many are, and when the next one is', async () => {
    const { cards } = await open();
    expect(await cards.due('1001', 5000)).toEqual({ card: null, count: 0, next: null });
    await cards.save([sentence, word]);
    expect(await cards.due('1001', 999)).toEqual({ card: null, count: 0, next: 1000 });
    expect(await cards.due('1001', 1500)).toEqual({ card: word, count: 1, next: 1000 });
    expect(await cards.due('1001', 2000)).toMatchObject({ count: 2 });
  });

  it('keeps a review once, and takes it back', async () => {
    const { cards } = await open();
    await cards.save([word]);
    const good = review(word, 'good', 3000);
    const twice = await Promise.all([cards.change(good, 0), cards.change(good, 0)]);
    expect(twice.filter(Boolean)).toHaveLength(1);
    expect(await cards.byId('1001', word.id)).toEqual(good);
    const undone = undo(good);
    expect(undone && (await cards.change(undone, 1))).toBe(true);
    expect(await cards.due('1001', 1000)).toMatchObject({ count: 1 });
  });

  it('removes a card of its reader alone', async () => {
    const { cards } = await open();
    await cards.save([word, others]);
    expect(await cards.remove('1001', word.id)).toBe(true);
    expect(await cards.remove('1001', word.id)).toBe(false);
    expect(await cards.of('1002')).toHaveLength(1);
  });

  it('reminds who wants it, once, when something is due', async () => {
    const { cards } = await open();
    await cards.save([word, sentence, others]);
    await cards.remind('1001', 'en');
    await cards.remind('1001', 'zh-TW');
    expect(await cards.takeReminders(999, 999 - DAY)).toEqual([]);
    const now = 3 * DAY;
    const taken = await Promise.all([
      cards.takeReminders(now, now - DAY),
      cards.takeReminders(now, now - DAY),
    ]);
    expect(taken.flat()).toEqual([{ readerId: '1001', language: 'zh-TW', due: 2 }]);
    expect(await cards.takeReminders(now + 5, now + 5 - DAY)).toEqual([]);
    expect(await cards.takeReminders(now + DAY, now)).toHaveLength(1);
    await cards.remind('1001', null);
    expect(await cards.takeReminders(now + 3 * DAY, now + 2 * DAY)).toEqual([]);
  });

  it('shows a person their cards and forgets them', async () => {
    const { cards, personal } = await open();
    await cards.save([word, others]);
    await cards.remind('1001', 'en');
    expect(await cards.exportOf('1001')).toEqual([word, { reminder: 'en' }]);
    for (const each of personal) await each.forget('1001');
    expect(await cards.exportOf('1001')).toEqual([]);
    expect(await cards.of('1002')).toHaveLength(1);
  });
});
