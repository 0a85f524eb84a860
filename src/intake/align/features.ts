import { type Band, cellOf, cellsIn } from './band.ts';
import { BEAD_KINDS } from './bead.ts';
import { againstUsual, type LengthFacts, lengthsApart } from './lengths.ts';
import { chineseRows, englishRows, type RunScores, runScores } from './lexical.ts';
import type { Lexicon, TextSide } from './lexicon.ts';
import type { Marks } from './marks.ts';
import type { Model } from './model.ts';
import type { NoiseScores } from './noise-scores.ts';

/** What is looked at in a bead; each has a weight in the model. */
export const FEATURES = [
  'englishWords',
  'chineseWords',
  'englishKnown',
  'chineseKnown',
  'englishCoverage',
  'chineseCoverage',
  'silentEnglish',
  'silentChinese',
  'apart',
  'apartLong',
  'opens',
  'closes',
  'last',
  'repeated',
  'caption',
  'mergedEnglish',
  'mergedChinese',
  'aloneEnglish',
  'aloneChinese',
] as const;

export type Feature = (typeof FEATURES)[number];

/** Two sides, or parts of them, with all that beads are judged by. */
export interface Judged {
  readonly en: TextSide;
  readonly zh: TextSide;
  readonly marks: { readonly en: readonly Marks[]; readonly zh: readonly Marks[] };
  readonly noise: NoiseScores;
  readonly lexicon: Lexicon;
  readonly facts: LengthFacts;
}

/** Fills `values` with the features of a bead of a kind that begins at (i, j); false: not in the band. */
export type ReadFeatures = (kind: number, i: number, j: number, values: Float64Array) => boolean;

export function featuresOf(judged: Judged, band: Band, model: Model): ReadFeatures {
  const { en, zh, lexicon, marks, noise, facts } = judged;
  const cells = cellsIn(band);
  const fromEnglish = runScores(
    { side: en, ...lexicon.en, other: zh },
    englishRows(band),
    cells,
    model,
  );
  const fromChinese = runScores(
    { side: zh, ...lexicon.zh, other: en },
    chineseRows(band, zh.tokens.length),
    cells,
    model,
  );
  const lengths = { en: sums(en.lengths), zh: sums(zh.lengths) };
  return (kind, i, j, values) => {
    values.fill(0);
    const [a, b] = BEAD_KINDS[kind] ?? [1, 1];
    if (b === 0 || a === 0) {
      values[13] = (b === 0 ? noise.en.repeated[i] : noise.zh.repeated[j]) ?? 0;
      values[14] = (b === 0 ? noise.en.caption[i] : noise.zh.caption[j]) ?? 0;
      if (b === 0) values[17] = againstUsual(en.lengths[i] ?? 0, facts.usual.en);
      else values[18] = againstUsual(zh.lengths[j] ?? 0, facts.usual.zh);
      return true;
    }
    for (let k = 0; k < a; k += 1) {
      const cell = cellOf(band, i + k, j);
      if (cell < 0) return false;
      listen(values, 0, fromEnglish, b - 1, cell, i + k);
    }
    for (let k = 0; k < b; k += 1) {
      const cell = cellOf(band, i, j + k);
      if (cell < 0) return false;
      listen(values, 1, fromChinese, a - 1, cell, j + k);
    }
    const long = {
      en: (lengths.en[i + a] ?? 0) - (lengths.en[i] ?? 0),
      zh: (lengths.zh[j + b] ?? 0) - (lengths.zh[j] ?? 0),
    };
    const { apart, weighed } = lengthsApart(long.en, long.zh, facts);
    values[8] = apart;
    values[9] = weighed;
    values[10] = agreement(marks.en[i]?.opens, marks.zh[j]?.opens);
    values[11] = agreement(marks.en[i + a - 1]?.closes, marks.zh[j + b - 1]?.closes);
    values[12] = sameMark(marks.en[i + a - 1]?.last, marks.zh[j + b - 1]?.last);
    if (a > 1) values[15] = againstUsual(long.en, facts.usual.en);
    if (b > 1) values[16] = againstUsual(long.zh, facts.usual.zh);
    return true;
  };
}

function listen(
  values: Float64Array,
  side: 0 | 1,
  scores: RunScores,
  run: number,
  cell: number,
  segment: number,
): void {
  const heard = scores.heard[run]?.[cell] ?? 0;
  const known = scores.known[segment] ?? 0;
  values[side] = (values[side] ?? 0) + (scores.words[run]?.[cell] ?? 0);
  values[side + 2] = (values[side + 2] ?? 0) + known;
  if (heard > 0) values[side + 4] = (values[side + 4] ?? 0) + heard / known;
  else values[side + 6] = (values[side + 6] ?? 0) + 1;
}

/** 1 where both sides have it, −1 where one has, 0 where neither. */
function agreement(one = false, other = false): number {
  if (one !== other) return -1;
  return one ? 1 : 0;
}

function sameMark(one: Marks['last'] = '', other: Marks['last'] = ''): number {
  if (one !== other) return -1;
  return one === '' ? 0 : 1;
}

function sums(values: readonly number[]): Float64Array {
  const totals = new Float64Array(values.length + 1);
  values.forEach((value, index) => {
    totals[index + 1] = (totals[index] ?? 0) + value;
  });
  return totals;
}
