import type { Band } from './band.ts';
import { LONGEST_SIDE } from './bead.ts';
import type { Model } from './model.ts';
import { firstFrom, type Postings } from './postings.ts';
import type { Side } from './tokens.ts';
import type { Partners } from './translations.ts';

/**
 * What the words of one segment say for a run of 1 to 4 segments of the other side that begins at
 * a cell: `words[length - 1][cell]`, a log-likelihood ratio against "these have nothing to do with
 * each other" (IBM Model 1 with a share of words that come from nowhere).
 */
export interface RunScores {
  readonly words: readonly Float32Array[];
  /** 1 where no word of the segment is spoken for. */
  readonly silent: readonly Uint8Array[];
}

/** What one side needs to know of the other. */
export interface Speaking {
  readonly side: Side;
  readonly partners: Partners;
  readonly background: Float64Array;
  readonly other: Side & { readonly postings: Postings };
}

/** Scores for every cell of the band, `rows` telling which cells each segment of the side meets. */
export function runScores(speaking: Speaking, rows: Rows, cells: number, model: Model): RunScores {
  const words = Array.from({ length: LONGEST_SIDE }, () => new Float32Array(cells));
  const silent = Array.from({ length: LONGEST_SIDE }, () => new Uint8Array(cells));
  const otherCounts = sums(speaking.other.tokens.map((segment) => segment.length));
  const unmatched = Math.log(model.lambda);
  speaking.side.tokens.forEach((segment, index) => {
    const first = rows.first(index);
    const last = Math.min(rows.last(index) + LONGEST_SIDE - 1, speaking.other.tokens.length - 1);
    const heard = new Float64Array(Math.max(0, last - first + 1));
    const totals = new Float64Array(heard.length * LONGEST_SIDE);
    const matches = new Uint8Array(heard.length * LONGEST_SIDE);
    let known = 0;
    for (const word of segment) {
      const partners = speaking.partners[word] ?? [];
      if (partners.length === 0) continue;
      known += 1;
      heard.fill(0);
      if (!hear(partners, speaking.other.postings, first, last, heard)) continue;
      const background = speaking.background[word] ?? 1;
      for (let at = 0; at < heard.length; at += 1) {
        let sum = 0;
        for (let run = 0; run < LONGEST_SIDE && at + run < heard.length; run += 1) {
          sum += heard[at + run] ?? 0;
          if (sum === 0) continue;
          const size = (otherCounts[first + at + run + 1] ?? 0) - (otherCounts[first + at] ?? 0);
          const ratio = ((1 - model.lambda) * sum) / (size * background);
          const slot = run * heard.length + at;
          totals[slot] = (totals[slot] ?? 0) + Math.log(model.lambda + ratio) - unmatched;
          matches[slot] = 1;
        }
      }
    }
    for (let run = 0; run < LONGEST_SIDE; run += 1) {
      const row = words[run];
      const silence = silent[run];
      if (row === undefined || silence === undefined) continue;
      for (let at = 0; at < heard.length; at += 1) {
        const cell = rows.cell(index, first + at);
        if (cell < 0) continue;
        const slot = run * heard.length + at;
        row[cell] = (totals[slot] ?? 0) + known * unmatched;
        silence[cell] = (matches[slot] ?? 0) === 0 ? 1 : 0;
      }
    }
  });
  return { words, silent };
}

/** Adds up what speaks for a word in each segment from `first` to `last`; false where nothing does. */
function hear(
  partners: Partners[number],
  postings: Postings,
  first: number,
  last: number,
  heard: Float64Array,
): boolean {
  let any = false;
  for (const { word, share } of partners) {
    const places = postings[word];
    if (places === undefined) continue;
    for (let at = firstFrom(places, first); at < places.length; at += 1) {
      const place = places[at] ?? 0;
      if (place > last) break;
      heard[place - first] = (heard[place - first] ?? 0) + share;
      any = true;
    }
  }
  return any;
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
