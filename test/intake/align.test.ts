import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { alignSegments } from '../../src/intake/align/align.ts';
import { alignInside } from '../../src/intake/align/align-inside.ts';
import type { Bead } from '../../src/intake/align/bead.ts';
import { formatBead, readBeads, segmentsIn } from '../../src/intake/align/bead-file.ts';
import { NO_EVIDENCE } from '../../src/intake/align/lexicon.ts';
import { soundLinks } from '../../src/intake/align/sounds.ts';
import { alignEitherWay, exchanged } from '../../src/intake/align-either-way.ts';
import { evidence } from './opened-evidence.ts';

/** Segments of our own: a few lines that translate each other, and anything else. */
const english = fc.constantFrom(
  'The ferry leaves at six.',
  'Nobody talks about the weather.',
  'In 2019 the harbour had 1,200 boats.',
  '“Where is my hat?” asked Mei.',
  'Advertisement',
  '',
);
const chinese = fc.constantFrom(
  '渡輪六點開。',
  '沒有人談天氣。',
  '2019年港裡有一千二百條船。',
  '小梅問：「我的帽子在哪裡？」',
  '廣告',
  '',
);
const anything = fc.string({ unit: 'binary', maxLength: 20 });
const texts = fc.record({
  en: fc.array(fc.oneof(english, anything), { maxLength: 12 }),
  zh: fc.array(fc.oneof(chinese, anything), { maxLength: 12 }),
});

function expectEachOnce(beads: readonly Bead[], en: number, zh: number) {
  expect(beads.flatMap((bead) => bead.en)).toEqual([...Array(en).keys()]);
  expect(beads.flatMap((bead) => bead.zh)).toEqual([...Array(zh).keys()]);
}

describe('alignSegments', () => {
  it('puts every segment into exactly one bead, in order', () => {
    fc.assert(
      fc.property(texts, ({ en, zh }) => {
        const beads = alignSegments(en, zh, evidence);
        expectEachOnce(beads, en.length, zh.length);
        for (const { confidence } of beads) {
          expect(confidence).toBeGreaterThanOrEqual(0);
          expect(confidence).toBeLessThanOrEqual(1);
        }
      }),
      { numRuns: 200 },
    );
  });

  it('finds translations, merges and what has none', () => {
    const beads = alignSegments(
      [
        'The ferry leaves at six.',
        'Subscribe to our newsletter today and never miss a word of what we write.',
        'Most people sleep. Some look at the lights of the harbour.',
        'Dr. Schmidt counts the boats,',
        'and writes 1,200 into a small book.',
        'On Nov. 30, 2022 he counted 1,350.',
      ],
      [
        '渡輪六點開。',
        '多數人睡了。',
        '有些人看著港口的燈火。',
        '施密特醫師數著船，在一本小冊子上寫下一千兩百。',
        '2022年11月30日他數到1350艘。',
      ],
      evidence,
    );
    expect(beads.map(formatBead)).toEqual([
      '[0]:[0]',
      '[1]:[]',
      '[2]:[1,2]',
      '[3,4]:[3]',
      '[5]:[4]',
    ]);
  });

  it('merges up to six sentences where all of them speak for one', () => {
    const beads = alignSegments(
      [
        'The ferry leaves at six.',
        'It is raining.',
        'Mei closes her umbrella.',
        'She buys two oranges.',
        'The captain looks at the harbour.',
        'He rings the bell.',
        'Nobody talks about the weather.',
      ],
      [
        '渡輪六點開。',
        '正在下雨，小梅收起雨傘，買了兩個橘子，船長看看港口，敲響了鐘。',
        '沒有人談天氣。',
      ],
      evidence,
    );
    expect(beads.map(formatBead)).toEqual(['[0]:[0]', '[1,2,3,4,5]:[1]', '[6]:[2]']);
  });
});

describe('alignEitherWay', () => {
  it('exchanges the sides of the beads where the texts are exchanged', () => {
    fc.assert(
      fc.property(texts, ({ en, zh }) => {
        // In doubt the order that was given stands: there is nothing to exchange.
        fc.pre(exchanged({ en, zh }) !== exchanged({ en: zh, zh: en }));
        const given = alignEitherWay({ en, zh }, evidence);
        const other = alignEitherWay({ en: zh, zh: en }, evidence);
        expect(other.turned).toBe(!given.turned);
        expect(other.beads).toEqual(
          given.beads.map(({ en, zh, confidence }) => ({ en: zh, zh: en, confidence })),
        );
      }),
      { numRuns: 100 },
    );
  });

  it('leaves texts as they were given where it cannot tell', () => {
    for (const sides of [
      { en: [], zh: [] },
      { en: ['渡輪'], zh: ['沒有人'] },
      { en: ['The ferry'], zh: ['Nobody'] },
      { en: ['渡輪', 'The ferry'], zh: ['1, 2'] },
    ]) {
      expect(alignEitherWay(sides, evidence).turned).toBe(false);
    }
  });
});

describe('soundLinks', () => {
  it('hears that names are the same, or nearly', () => {
    const english = ['Schmidt', 'Fernández', 'Sputnik', 'Clinton', 'Andreessen', 'Lee'];
    const chinese = ['克林顿', '斯普特尼克', '施密特', '费尔南德斯', '安德森', '李'];
    const links = soundLinks(
      new Map(english.entries()),
      new Map(chinese.entries()),
      evidence.pairs,
    );
    expect(links.map(({ en, zh }) => `${english[en]} ${chinese[zh]}`)).toEqual([
      'Schmidt 施密特',
      'Fernández 费尔南德斯',
      'Sputnik 斯普特尼克',
      'Clinton 克林顿',
      'Andreessen 安德森',
    ]);
  });
});

describe('alignInside', () => {
  it('leaves no side of a bead empty and no block', () => {
    const filled = fc.record({
      en: fc.array(english, { minLength: 1, maxLength: 7 }),
      zh: fc.array(chinese, { minLength: 1, maxLength: 7 }),
    });
    fc.assert(
      fc.property(fc.array(filled, { maxLength: 4 }), (blocks) => {
        const found = alignInside(blocks, NO_EVIDENCE);
        expect(found).toHaveLength(blocks.length);
        for (const [at, beads] of found.entries()) {
          expectEachOnce(beads, blocks[at]?.en.length ?? 0, blocks[at]?.zh.length ?? 0);
          for (const { en, zh } of beads) expect(Math.min(en.length, zh.length)).toBeGreaterThan(0);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('bead files', () => {
  it('are read as they were written', () => {
    const text = '[0]:[0,1]\n[1,2]:[]\n[]:[2]\n';
    expect(readBeads(text).map(formatBead).join('\n')).toBe(text.trim());
    expect(readBeads(':[0]\n\n')).toEqual([{ en: [], zh: [0] }]);
    expect(() => readBeads('[x]:[0]')).toThrow();
  });

  it('lie beside files with one segment a line', () => {
    expect(segmentsIn('one\r\n\r\ntwo\r\n')).toEqual(['one', '', 'two']);
    expect(segmentsIn('')).toEqual([]);
  });
});
