import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, IntakeError } from '../../src/intake/decode.ts';
import { importText } from '../../src/intake/import.ts';
import { linesOf } from '../../src/intake/lines.ts';
import { evidence } from './opened-evidence.ts';

/** Eight paragraphs of our own, long enough to look like an article. */
const PARAGRAPHS = [
  ['The market opens at five, long before the buses run.', '市場五點就開門，比公車發車早得多。'],
  [
    'Old women come first. They know which stall has the best greens.',
    '最早到的是老太太。她們知道哪一攤的青菜最好。',
  ],
  ['A fishmonger named Chen has stood here for 31 years.', '姓陳的魚販在這裡站了31年。'],
  ['He cuts without looking, and talks without stopping.', '他下刀不必看，說話不會停。'],
  [
    'By eight o’clock the aisles are full of motorcycles and prams.',
    '到了八點，走道上擠滿了機車和娃娃車。',
  ],
  [
    'Nobody knows who has the right of way. Somehow nobody is hurt.',
    '誰該先走沒有人知道。奇怪的是也沒有人受傷。',
  ],
  ['At noon the water runs down the drains and the cats arrive.', '中午水流進排水溝，貓就來了。'],
  ['Tomorrow it begins again, rain or shine.', '明天又重新開始，風雨無阻。'],
] as const;

const AD = '下載我們的應用程式';
const CAPTION = '早晨的市場裡，魚販正在切魚。';
const CREDIT = `${CAPTION} Mei Lin for The Harbour Post`;

const text = (lines: readonly string[]) => `${lines.join('\n')}\n`;
const interleaved = (order: 'en' | 'zh'): string[] =>
  PARAGRAPHS.flatMap(([en, zh]) => (order === 'en' ? [en, zh] : [zh, en]));

const importLines = (lines: readonly string[], fix = false) =>
  importText({ text: text(lines) }, { id: 'market', fixPunctuation: fix }, evidence);

function expectWhole(lines: readonly string[], result: ReturnType<typeof importText>) {
  const used = result.lines.flatMap(({ en, zh }) => [...en, ...zh]);
  const dropped = result.dropped.map(({ line }) => line);
  const said = linesOf(text(lines)).map((line) => line.number);
  expect([...used, ...dropped].toSorted((a, b) => a - b)).toEqual(said);
}

describe('importText', () => {
  it.each(['en', 'zh'] as const)('reads alternating lines, %s first', (order) => {
    const lines = interleaved(order);
    const result = importLines(lines);
    expect(result.article?.paragraphs.map(({ en, zh }) => [en, zh])).toEqual(PARAGRAPHS);
    expect(result.dropped).toEqual([]);
    expect(result.errors).toEqual([]);
    expectWhole(lines, result);
  });

  it('leaves out advertisements and captions and says why', () => {
    const lines = interleaved('en');
    lines.splice(12, 0, AD);
    lines.splice(8, 0, CAPTION, CREDIT);
    lines.splice(4, 0, '', AD, '');
    const result = importLines(lines);
    expect(result.article?.paragraphs.map(({ en, zh }) => [en, zh])).toEqual(PARAGRAPHS);
    expect(result.dropped.map(({ text, reason }) => [text, reason])).toEqual([
      [AD, 'repeated'],
      [CAPTION, 'caption'],
      [CREDIT, 'caption with credit'],
      [AD, 'repeated'],
    ]);
    expect(result.errors).toEqual([]);
    expectWhole(lines, result);
  });

  it('keeps a refrain, which comes back with its translation', () => {
    const refrain = ['So it goes.', '就是這樣。'];
    const lines = [
      ...interleaved('en').slice(0, 6),
      ...refrain,
      ...interleaved('en').slice(6),
      ...refrain,
    ];
    const result = importLines(lines);
    expect(result.lines).toHaveLength(10);
    expect(result.dropped).toEqual([]);
  });

  it('leaves out a single caption by its place and length', () => {
    const lines = interleaved('en');
    lines.splice(6, 0, '魚販與魚');
    const result = importLines(lines);
    expect(result.dropped).toEqual([{ file: null, line: 7, reason: 'caption', text: '魚販與魚' }]);
    expect(result.errors).toEqual([]);
  });

  it('takes out a line of dashes', () => {
    const lines = interleaved('en');
    lines.splice(6, 0, '— — —');
    expect(importLines(lines).dropped).toEqual([
      { file: null, line: 7, reason: 'no text', text: '— — —' },
    ]);
  });

  it('reports a missing translation with its line', () => {
    const lines = interleaved('en').toSpliced(5, 1);
    const result = importLines(lines);
    expect(result.errors).toEqual([expect.objectContaining({ line: 5, code: 'missing-chinese' })]);
    expectWhole(lines, result);
  });

  it('reports a missing original with its line', () => {
    const lines = interleaved('en').toSpliced(4, 1);
    const result = importLines(lines);
    expect(result.errors).toEqual([expect.objectContaining({ line: 5, code: 'missing-english' })]);
    expectWhole(lines, result);
  });

  it('reports two English lines in a row', () => {
    const lines = interleaved('en').toSpliced(
      4,
      0,
      'This line has no Chinese anywhere in the text.',
    );
    const result = importLines(lines);
    expect(result.errors).toEqual([expect.objectContaining({ line: 5, code: 'missing-chinese' })]);
  });

  it.each([
    ['English', PARAGRAPHS.map(([, zh]) => zh)],
    ['Chinese', PARAGRAPHS.map(([en]) => en)],
    ['English or Chinese', []],
  ])('refuses a text without %s', (missing, lines) => {
    const result = importLines(lines);
    expect(result.article).toBeNull();
    expect(result.errors).toEqual([expect.objectContaining({ code: 'one-language' })]);
    expect(result.errors[0]?.message).toContain(`no ${missing} line`);
    expectWhole(lines, result);
  });

  it('loses no line, whatever it is given', () => {
    const line = fc.oneof(
      fc.constantFrom(...PARAGRAPHS.flat(), AD, CAPTION, CREDIT, '', '  ', '---', '\u200b'),
      fc
        .string({ unit: 'binary', maxLength: 30 })
        .map((one) => one.replaceAll(/[\r\n\u2028\u2029]/gu, ' ')),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 40 }), (lines) => {
        expectWhole(lines, importLines(lines));
      }),
      { numRuns: 300 },
    );
  });

  it('finds what a careful editor would', () => {
    const lines = interleaved('en');
    const at = (number: number, value: string) => lines.splice(number - 1, 1, value);
    at(2, '市場五點就開門,比公車發車早得多。');
    at(4, '最早到的是老太太。。她們知道「哪一攤的青菜最好。');
    at(6, '姓陳的魚販在這裡站了13年。');
    at(8, '他下刀不必看，说话不會停');
    at(16, `明天又重新開始，風雨無阻。${'一天又一天，'.repeat(20)}沒有盡頭。`);
    const found = importLines(lines).warnings.map(({ line, code }) => `${line} ${code}`);
    expect(found).toEqual([
      '1 no-title',
      '1 no-rights',
      '2 half-width',
      '4 unbalanced',
      '4 doubled-punctuation',
      '6 numbers',
      '8 no-final-punctuation',
      '8 script',
      '16 length',
    ]);
  });

  it('normalises punctuation only when told, and says what it changed', () => {
    const lines = interleaved('en').with(1, '市場五點就開門, 比公車發車 早得多(真的)!');
    expect(importLines(lines).article?.paragraphs[0]?.zh).toBe(lines[1]);
    const fixed = importLines(lines, true);
    expect(fixed.article?.paragraphs[0]?.zh).toBe('市場五點就開門，比公車發車早得多（真的）！');
    expect(fixed.warnings).toContainEqual(
      expect.objectContaining({ line: 2, code: 'punctuation-fixed' }),
    );
  });
});

describe('decode', () => {
  const sample = '對讀 side by side\n';

  it('takes UTF-8 and UTF-16 with their marks, whatever it was told', () => {
    const marked = {
      utf16: Buffer.from(`\ufeff${sample}`, 'utf16le'),
      utf8: Buffer.from(`\ufeff${sample}`),
    };
    expect(decode(marked.utf8)).toBe(sample);
    expect(decode(marked.utf16, 'big5')).toBe(sample);
    expect(decode(Buffer.from(marked.utf16).swap16())).toBe(sample);
  });

  it.each([
    ['big5', [0xb9, 0xef, 0xc5, 0xaa]],
    ['gb18030', [0x8c, 0xa6, 0xd7, 0x78]],
    ['utf-16le', [0x0d, 0x5c, 0x80, 0x8b]],
    ['utf-16be', [0x5c, 0x0d, 0x8b, 0x80]],
  ] as const)('takes %s when told', (encoding, bytes) => {
    expect(decode(Uint8Array.from(bytes), encoding)).toBe('對讀');
  });

  it('refuses bytes that do not belong, and says what to do', () => {
    expect(() => decode(Uint8Array.from([0xb9, 0xef, 0xc5, 0xaa]))).toThrow(IntakeError);
    expect(() => decode(Uint8Array.from([0xb9]))).toThrow(/--encoding/);
  });
});
