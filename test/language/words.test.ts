import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { wordsIn } from '../../src/language/words.ts';
import sentences from './data/segmentation.json' with { type: 'json' };
import unseen from './data/segmentation-unseen.json' with { type: 'json' };
import { testDictionary } from './opened-dictionary.ts';

const dictionary = await testDictionary();

/** Places where words begin and end: a word is right where both are. */
function spansOf(words: readonly string[]): string[] {
  let at = 0;
  return words.flatMap((word) => {
    at += word.length;
    return /[\p{L}\p{N}]/u.test(word) ? [`${at - word.length}-${at}`] : [];
  });
}

interface Score {
  readonly f1: number;
  readonly wrong: readonly string[];
}

function scoreOf(list: readonly string[]): Score {
  let right = 0;
  let found = 0;
  let expected = 0;
  const wrong: string[] = [];
  for (const sentence of list) {
    const gold = sentence.split('/');
    const got = wordsIn(gold.join(''), dictionary).map(({ text }) => text);
    const wanted = new Set(spansOf(gold));
    const spans = spansOf(got);
    const hits = spans.filter((span) => wanted.has(span)).length;
    right += hits;
    found += spans.length;
    expected += wanted.size;
    if (hits < wanted.size) wrong.push(`  ${sentence} cut ${got.join('/')}`);
  }
  return { f1: (2 * right) / (found + expected), wrong };
}

function report(name: string, { f1, wrong }: Score): number {
  const shown = process.env.SHOW_WRONG === undefined ? [] : wrong;
  process.stdout.write(`${[`${name}: F1 ${f1.toFixed(3)}`, ...shown].join('\n')}\n`);
  return f1;
}

describe('segmentation', () => {
  it('agrees with the sentences cut by hand', () => {
    expect(report('words', scoreOf(sentences))).toBeGreaterThan(0.93);
  });
  it('agrees with sentences that no list was made with', () => {
    expect(report('words, unseen', scoreOf(unseen))).toBeGreaterThan(0.9);
  });
});

/** Chinese sentences, names, Latin letters, emoji and anything else. */
const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...sentences.map((one) => one.replaceAll('/', ''))),
      fc.constantFrom(
        '王小明',
        '馬克·吐溫',
        'T恤',
        '3.5%',
        'COVID-19',
        '二十三',
        '👩‍👩‍👧',
        '\n',
        '𠮷野家',
        '卡拉OK',
      ),
      fc.string({ unit: 'grapheme' }),
      fc.string({ unit: 'binary' }),
    ),
    { maxLength: 5 },
  )
  .map((parts) => parts.join(''));

describe('words', () => {
  it('joined give the text back', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const words = wordsIn(text, dictionary);
        expect(words.map((word) => word.text).join('')).toBe(text);
        expect(words.every((word) => word.text !== '')).toBe(true);
      }),
    );
  });

  it.each([
    ['馬克·吐溫是作家', '馬克·吐溫|是|作家'],
    ['我買了T恤和iPhone15', '我|買|了|T恤|和|iPhone15'],
    ['共有兩千三百萬人', '共有|兩千三百萬|人'],
    ['王小明和歐陽雅婷', '王小明|和|歐陽雅婷'],
    ['这个软件很有意思', '这个|软件|很|有意思'],
    ['漲了3.5%，COVID-19之後', '漲|了|3.5%|，|COVID-19|之後'],
    ['👩‍👩‍👧你好', '👩‍👩‍👧|你好'],
  ])('keeps names, numbers and Latin letters of %s whole', (text, cut) => {
    expect(
      wordsIn(text, dictionary)
        .map((word) => word.text)
        .join('|'),
    ).toBe(cut);
  });
});
