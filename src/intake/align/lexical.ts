import type { Band } from './band.ts';
import { LONGEST_SIDE } from './bead.ts';
import type { TextSide } from './lexicon.ts';
import type { Model } from './model.ts';
import { firstFrom, type Postings } from './postings.ts';
import type { Side } from './tokens.ts';
import type { Partners } from './translations.ts';

/**
 * What the words of one segment say for a run of 1 to 6 segments of the other side that begins at
 * a cell: `words[length - 1][cell]`, a log-likelihood ratio against "these have nothing to do with
 * each other" (IBM Model 1 with a share of words that come from nowhere).
 */
export interface RunScores {
  readonly words: readonly Float32Array[];
  /** How many words of the segment are spoken for. */
  readonly heard: readonly Uint16Array[];
  /** How many words of each segment could be. */
  readonly known: Uint16Array;
}

/** What one side needs to know of the other. */
export interface Speaking {
  readonly side: Side;
  readonly partners: Partners;
  readonly background: Float64Array;
  readonly other: Pick<TextSide, 'tokens' | 'postings' | 'from'>;
}

/** Scores for every cell of the band, `rows` telling which cells each segment of the side meets. */
export function runScores(speaking: Speaking, rows: Rows, cells: number, model: Model): RunScores {
  const words = Array.from({ length: LONGEST_SIDE }, () => new Float32Array(cells));
  const heard = Array.from({ length: LONGEST_SIDE }, () => new Uint16Array(cells));
  const known = new Uint16Array(speaking.side.tokens.length);
  const sizes = sums(speaking.other.tokens.map((segment) => segment.length));
  const sum = roomFor(widest(rows, speaking.side.tokens.length) + LONGEST_SIDE);
  speaking.side.tokens.forEach((segment, index) => {
    const window = {
      first: rows.first(index),
      last: Math.min(rows.last(index) + LONGEST_SIDE - 1, speaking.other.tokens.length - 1),
    };
    listen(segment, window, speaking, sizes, model, sum);
    known[index] = sum.known;
    const slots = Math.max(0, window.last - window.first + 1) * LONGEST_SIDE;
    for (let slot = 0; slot < slots; slot += 1) {
      const run = slot % LONGEST_SIDE;
      const cell = rows.cell(index, window.first + (slot - run) / LONGEST_SIDE);
      const matches = sum.matches[slot] ?? 0;
      const row = words[run];
      const count = heard[run];
      if (cell < 0 || matches === 0 || row === undefined || count === undefined) continue;
      row[cell] = (sum.logs[slot] ?? 0) + Math.log(sum.products[slot] ?? 1);
      count[cell] = matches;
    }
  });
  return { words, heard, known };
}

/** Segments of the other side, both included. */
interface Window {
  readonly first: number;
  readonly last: number;
}

/** For each run (begin in the window, then length) the score so far: a log and a factor besides. */
interface Sum {
  readonly logs: Float64Array;
  readonly products: Float64Array;
  readonly matches: Uint16Array;
  /** What speaks for one word in each segment of the window. */
  readonly heard: Float64Array;
  known: number;
}

/** Used again for each segment: a large text has thousands. */
function roomFor(length: number): Sum {
  const slots = length * LONGEST_SIDE;
  return {
    logs: new Float64Array(slots),
    products: new Float64Array(slots),
    matches: new Uint16Array(slots),
    heard: new Float64Array(length),
    known: 0,
  };
}

/** The most segments that one segment meets. */
function widest(rows: Rows, segments: number): number {
  let most = 0;
  for (let at = 0; at < segments; at += 1) {
    most = Math.max(most, rows.last(at) - rows.first(at) + 1);
  }
  return most;
}

/** A product is turned into its log before it leaves the range of numbers. */
const LARGE = 1e200;

/** What the words of a segment say for every run that begins in a window. */
function listen(
  segment: Int32Array,
  { first, last }: Window,
  { partners, background, other }: Speaking,
  sizes: Float64Array,
  { lambda }: Model,
  sum: Sum,
): void {
  const length = Math.max(0, last - first + 1);
  const slots = length * LONGEST_SIDE;
  sum.logs.fill(0, 0, slots);
  sum.products.fill(1, 0, slots);
  sum.matches.fill(0, 0, slots);
  sum.known = 0;
  const from = other.from + first;
  for (const word of segment) {
    if (partners.starts[word] === partners.starts[word + 1]) continue;
    sum.known += 1;
    const span = hear(word, partners, other.postings, from, from + length - 1, sum.heard);
    if (span.last < 0) continue;
    const factor = (1 - lambda) / (lambda * (background[word] ?? 1));
    // Only runs that reach a segment where something was heard are touched.
    let next = 0;
    for (let place = span.first; place <= span.last; place += 1) {
      if (sum.heard[place] === 0) continue;
      const begin = Math.max(next, place - LONGEST_SIDE + 1);
      for (let at = begin; at <= place; at += 1) weighRuns(sum, at, factor, sizes, first, length);
      next = place + 1;
    }
    sum.heard.fill(0, span.first, span.last + 1);
  }
}

/** What was heard of one word counts for every run that begins at a place of the window. */
function weighRuns(
  sum: Sum,
  at: number,
  factor: number,
  sizes: Float64Array,
  first: number,
  length: number,
): void {
  const before = sizes[first + at] ?? 0;
  const longest = Math.min(LONGEST_SIDE, length - at);
  let share = 0;
  for (let run = 0; run < longest; run += 1) {
    share += sum.heard[at + run] ?? 0;
    if (share === 0) continue;
    const size = (sizes[first + at + run + 1] ?? 0) - before;
    multiply(sum, at * LONGEST_SIDE + run, 1 + (factor * share) / size);
  }
}

/** A product costs a tenth of a sum of logs. */
function multiply(sum: Sum, slot: number, ratio: number): void {
  const product = (sum.products[slot] ?? 1) * ratio;
  sum.matches[slot] = (sum.matches[slot] ?? 0) + 1;
  if (product < LARGE) {
    sum.products[slot] = product;
    return;
  }
  sum.logs[slot] = (sum.logs[slot] ?? 0) + Math.log(product);
  sum.products[slot] = 1;
}

/**
 * Adds up what speaks for a word in each segment from `first` to `last`; between which of them (from
 * 0) it speaks, the last being -1 where nothing does.
 */
function hear(
  word: number,
  { starts, words, shares }: Partners,
  postings: Postings,
  first: number,
  last: number,
  heard: Float64Array,
): { first: number; last: number } {
  const span = { first: heard.length, last: -1 };
  const end = starts[word + 1] ?? 0;
  for (let slot = starts[word] ?? 0; slot < end; slot += 1) {
    const places = postings[words[slot] ?? -1];
    // Most words stand somewhere else altogether.
    if (
      places === undefined ||
      (places[places.length - 1] ?? -1) < first ||
      (places[0] ?? 0) > last
    )
      continue;
    const share = shares[slot] ?? 0;
    for (let at = firstFrom(places, first); at < places.length; at += 1) {
      const place = (places[at] ?? 0) - first;
      if (place > last - first) break;
      heard[place] = (heard[place] ?? 0) + share;
      span.first = Math.min(span.first, place);
      span.last = Math.max(span.last, place);
    }
  }
  return span;
}

/** Which segments of the other side a segment meets inside a band, and in which cells. */
export interface Rows {
  first(segment: number): number;
  last(segment: number): number;
  cell(segment: number, other: number): number;
}

/** English segments against the band: as it stands. */
export function englishRows(band: Band): Rows {
  return {
    first: (en) => band.low[en] ?? 0,
    last: (en) => band.high[en] ?? 0,
    cell: (en, zh) =>
      zh > (band.high[en] ?? -1) ? -1 : (band.starts[en] ?? 0) + zh - (band.low[en] ?? 0),
  };
}

/** Chinese segments against the band: its columns. */
export function chineseRows(band: Band, segments: number): Rows {
  const first = new Int32Array(segments + 1).fill(band.low.length);
  const last = new Int32Array(segments + 1).fill(-1);
  for (let en = 0; en < band.low.length; en += 1) {
    for (let zh = band.low[en] ?? 0; zh <= (band.high[en] ?? -1); zh += 1) {
      first[zh] = Math.min(first[zh] ?? en, en);
      last[zh] = Math.max(last[zh] ?? en, en);
    }
  }
  return {
    first: (zh) => first[zh] ?? 0,
    last: (zh) => last[zh] ?? -1,
    cell: (zh, en) => {
      const low = band.low[en];
      if (low === undefined || zh < low || zh > (band.high[en] ?? -1)) return -1;
      return (band.starts[en] ?? 0) + zh - low;
    },
  };
}

function sums(values: readonly number[]): Float64Array {
  const totals = new Float64Array(values.length + 1);
  values.forEach((value, index) => {
    totals[index + 1] = (totals[index] ?? 0) + value;
  });
  return totals;
}
