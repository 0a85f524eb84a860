import { describe, expect, it } from 'vitest';
import type { TextPair } from '../../src/article/article.ts';
import { makeDraft, type NamedText } from '../../src/intake/make-draft.ts';
import { evidence } from './opened-evidence.ts';

const PAIRS: readonly TextPair[] = [
  { en: 'The harbour was quiet that morning.', zh: '那天早上港口很安靜。' },
  { en: 'Two fishermen mended their nets and said nothing.', zh: '兩個漁夫補著網，什麼也沒說。' },
  { en: 'At nine the ferry came in, late as always.', zh: '九點渡輪進港了，照樣遲到。' },
];
const ENGLISH = PAIRS.map(({ en }) => en);
const CHINESE = PAIRS.map(({ zh }) => zh);

function text(name: string, lines: readonly string[], more: Partial<NamedText> = {}): NamedText {
  return { name, lines, pairs: null, article: null, encoding: null, invisible: 0, ...more };
}

function draftOf(...texts: readonly NamedText[]): TextPair[] {
  return makeDraft(texts, evidence).draft.pairs.map(({ en, zh }) => ({ en, zh }));
}

describe('a draft', () => {
  it('is made of one text with both languages', () => {
    const lines = PAIRS.flatMap(({ en, zh }) => [en, zh]);
    expect(draftOf(text('both.txt', lines))).toEqual(PAIRS);
  });

  it('is made of a text in each, whichever comes first', () => {
    const [en, zh] = [text('en.txt', ENGLISH), text('zh.txt', CHINESE)];
    expect(draftOf(en, zh)).toEqual(PAIRS);
    expect(draftOf(zh, en)).toEqual(PAIRS);
  });

  it('takes pairs as they are, and is sure of them', () => {
    const { draft, script } = makeDraft([text('a.tmx', [], { pairs: PAIRS })], evidence);
    expect(draft.pairs.map(({ sure }) => sure)).toEqual([1, 1, 1]);
    expect(draft.dropped).toEqual([]);
    expect(script).toBe('traditional');
  });

  it('is in simplified characters when its Chinese is', () => {
    const pairs = [{ en: 'That morning nobody spoke.', zh: '那天早上谁也没说话。' }];
    expect(makeDraft([text('a.tmx', [], { pairs })], evidence).script).toBe('simplified');
  });

  it('counts the invisible characters of both files', () => {
    const en = text('en.txt', ENGLISH, { invisible: 2 });
    const zh = text('zh.txt', CHINESE, { invisible: 3 });
    expect(makeDraft([en, zh], evidence).invisible).toBe(5);
  });

  it.each([
    ['one language only', [text('en.txt', ENGLISH)], 'one-language', 'en.txt'],
    [
      'the same language twice',
      [text('a.txt', ENGLISH), text('b.txt', ENGLISH)],
      'same-language',
      'b.txt',
    ],
    ['no text in either', [text('a.txt', []), text('b.txt', [])], 'same-language', 'b.txt'],
    [
      'a file in pairs beside another',
      [text('a.txt', ENGLISH), text('b.tmx', [], { pairs: PAIRS })],
      'in-pairs-already',
      'b.tmx',
    ],
    [
      'too many paragraphs',
      [
        text('a.tmx', [], {
          pairs: Array.from({ length: 2001 }, () => PAIRS[0] ?? { en: '', zh: '' }),
        }),
      ],
      'too-many-paragraphs',
      'a.tmx',
    ],
    [
      'so many lines that aligning is not tried',
      [
        text(
          'a.txt',
          Array.from({ length: 8001 }, (_, at) => `Line ${at}.`),
        ),
        text('b.txt', CHINESE),
      ],
      'too-many-paragraphs',
      'a.txt',
    ],
  ])('is refused for %s', (_, texts, refusal, file) => {
    expect(() => makeDraft(texts, evidence)).toThrow(expect.objectContaining({ refusal, file }));
  });

  it('is not made of nothing', () => {
    expect(() => makeDraft([], evidence)).toThrow(RangeError);
  });
});
