import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ankiFile } from '../../src/quiz/anki.ts';
import {
  cardOf,
  dates,
  GRADES,
  gradeFrom,
  memorySchema,
  newCard,
  regrade,
  review,
  stageOf,
  undo,
} from '../../src/quiz/card.ts';
import { KEY, SENTENCE, WORD } from './fixtures.ts';

const MINUTE = 60_000;
const DAY = 1440 * MINUTE;

describe('a card', () => {
  it('is due at once, and is the same card for the same word whatever its sentence', () => {
    const card = newCard('1', WORD, 1000);
    expect(card.memory.due).toBe(1000);
    expect(newCard('1', { ...WORD, pair: null, en: 'tides' }, 5).id).toBe(card.id);
    expect(newCard('1', SENTENCE, 5).id).not.toBe(card.id);
    expect(newCard('1', { ...WORD, learning: 'en' }, 5).id).not.toBe(card.id);
  });

  it('is recognised until it is known, then produced, and recognised again once forgotten', () => {
    const first = review(newCard('1', WORD, 0), 'good', 0);
    expect([stageOf(first), first.memory.due]).toEqual(['recognise', 10 * MINUTE]);
    const known = review(first, 'good', 10 * MINUTE);
    expect(stageOf(known)).toBe('produce');
    expect(known.memory.due).toBeGreaterThan(DAY);
    expect(stageOf(review(known, 'again', known.memory.due))).toBe('recognise');
    expect(stageOf(review(newCard('1', WORD, 0), 'easy', 0))).toBe('produce');
  });

  it('is graded from the answer', () => {
    expect([0, 0.5, 1].map((score) => gradeFrom({ score }))).toEqual(['again', 'hard', 'good']);
  });
});

/** A history of reviews: a grade, and how many minutes after it was due. */
const history = fc.array(
  fc.record({ grade: fc.constantFrom(...GRADES), late: fc.integer({ min: 0, max: 90 * 1440 }) }),
  { maxLength: 25 },
);

function reviewed(reviews: readonly { grade: (typeof GRADES)[number]; late: number }[]) {
  return reviews.reduce(
    (card, { grade, late }) => review(card, grade, card.memory.due + late * MINUTE),
    newCard('1', WORD, 1_750_000_000_000),
  );
}

describe('whatever was answered', () => {
  it('better grades come back later, as the buttons say, and never before now', () => {
    fc.assert(
      fc.property(history, (reviews) => {
        const card = reviewed(reviews);
        const now = card.memory.due + DAY;
        const all = dates(card.memory, now);
        const due = GRADES.map((grade) => all[grade]);
        expect(due).toEqual(due.toSorted((a, b) => a - b));
        expect(due[0]).toBeGreaterThan(now);
        for (const grade of GRADES) expect(review(card, grade, now).memory.due).toBe(all[grade]);
      }),
    );
  });

  it('a corrected grade is as if it had been given at first, and undo takes the review back', () => {
    fc.assert(
      fc.property(
        history,
        fc.constantFrom(...GRADES),
        fc.constantFrom(...GRADES),
        (reviews, a, b) => {
          const card = reviewed(reviews);
          const now = card.memory.due + DAY;
          expect(regrade(review(card, a, now), b)).toEqual(review(card, b, now));
          const undone = undo(regrade(review(card, a, now), b));
          expect(undone?.memory).toEqual(card.memory);
          expect(undone && undo(undone)).toBeNull();
        },
      ),
    );
  });

  it('a card comes back from the store as it was', () => {
    fc.assert(
      fc.property(history, (reviews) => {
        const { memory } = reviewed(reviews);
        expect(memorySchema.parse(JSON.parse(JSON.stringify(memory)))).toEqual(memory);
      }),
    );
  });

  it('a card that was never reviewed has nothing to correct', () => {
    const card = newCard('1', WORD, 0);
    expect(regrade(card, 'easy')).toBe(card);
    expect(undo(card)).toBeNull();
  });
});

it('Anki gets zhuyin for who reads with it', () => {
  const [, , , , line] = ankiFile([newCard('1', WORD, 0)], 'zhuyin').split('\n');
  expect(line?.split('\t')[2]).toBe('ㄔㄠˊㄒㄧˋ');
});

it('Anki gets a header and one line a card', () => {
  const lines = ankiFile([newCard('1', WORD, 0), newCard('1', SENTENCE, 0)]).split('\n');
  expect(lines.slice(0, 4)).toEqual([
    '#separator:tab',
    '#html:false',
    '#columns:Front\tBack\tReading\tSentence\tTranslation\tTags',
    '#tags column:6',
  ]);
  expect(lines[4]?.split('\t')).toEqual([
    '潮汐',
    'tide',
    'cháo xì',
    '潮汐 來了。',
    '"The ""tide"" came in."',
    'duidu word the-sea-and-the-clock',
  ]);
  expect(lines[5]?.split('\t')).toEqual([
    'The sea is big.',
    '海很大。',
    '',
    '',
    '',
    'duidu sentence',
  ]);
  expect(lines.slice(6)).toEqual(['']);
});

describe('a question becomes a card', () => {
  const pairs = [1, 2, 3, 4].map((n) => ({ en: `Sentence ${n}.`, zh: `句子${n}。` }));
  const base = {
    choices: null,
    right: '',
    pairs,
    paragraph: { article: 'tea', number: 1 },
  } as const;
  const answer = { form: 'order', letters: 'AB' } as const;
  const word = { zh: '潮汐', en: 'tides', gloss: 'tide', pinyin: 'cháo xì', zhuyin: 'ㄔㄠˊ' };
  const sentence = 'x';

  it('of its sentences, three at most', () => {
    const prompt = { task: 'match', language: 'zh', text: 'x' } as const;
    const card = cardOf({ key: KEY, prompt, answer, word: null, ...base });
    expect(card).toMatchObject({ kind: 'sentence', learning: 'zh', pair: null, articleId: 'tea' });
    expect(card.zh).toBe('句子1。句子2。句子3。');
  });

  it('or of its word, in the language that is learnt', () => {
    const reading = { task: 'reading', aid: 'pinyin', word: '潮汐', sentence } as const;
    const chinese = cardOf({ key: KEY, prompt: reading, answer, word, ...base });
    expect(chinese).toMatchObject({ kind: 'word', learning: 'zh', zh: '潮汐', en: 'tide' });
    const meaning = { task: 'meaning', language: 'en', word: 'tides', sentence } as const;
    const english = cardOf({ key: KEY, prompt: meaning, answer, word, ...base });
    expect(english).toMatchObject({ learning: 'en', en: 'tides', pinyin: 'cháo xì' });
  });
});
