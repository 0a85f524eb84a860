/**
 * The part of the table of all pairs (i English segments behind us, j Chinese ones) that a search
 * looks at: for each i from 0 to n the j from `low[i]` to `high[i]`, both included.
 */
export interface Band {
  readonly low: Int32Array;
  readonly high: Int32Array;
  /** Where the cells of each i begin when all cells stand in one array; one more at the end. */
  readonly starts: Int32Array;
}

/** A place between segments: so many English and so many Chinese ones stand before it. */
export interface Place {
  readonly en: number;
  readonly zh: number;
}

/** The number of a cell in the arrays of a band, or -1 outside it. */
export function cellOf(band: Band, en: number, zh: number): number {
  const low = band.low[en] ?? Number.POSITIVE_INFINITY;
  if (zh < low || zh > (band.high[en] ?? -1)) return -1;
  return (band.starts[en] ?? 0) + zh - low;
}

export function cellsIn(band: Band): number {
  return band.starts.at(-1) ?? 0;
}

/**
 * A band of `width` in every direction (steps on either side added up) round the way through
 * `places`, which must rise and hold the first and the last place; straight between two of them.
 */
export function bandRound(places: readonly Place[], width: number): Band {
  const last = places.at(-1) ?? { en: 0, zh: 0 };
  const low = new Int32Array(last.en + 1).fill(last.zh);
  const high = new Int32Array(last.en + 1);
  const widen = (en: number, zh: number) => {
    for (let off = -width; off <= width; off += 1) {
      const at = en + off;
      if (at < 0 || at > last.en) continue;
      const reach = width - Math.abs(off);
      low[at] = Math.max(0, Math.min(low[at] ?? 0, zh - reach));
      high[at] = Math.min(last.zh, Math.max(high[at] ?? 0, zh + reach));
    }
  };
  let from: Place = { en: 0, zh: 0 };
  widen(0, 0);
  for (const to of places) {
    const steps = Math.max(to.en - from.en, to.zh - from.zh);
    for (let step = 1; step <= steps; step += 1) {
      const share = step / steps;
      widen(
        Math.round(from.en + share * (to.en - from.en)),
        Math.round(from.zh + share * (to.zh - from.zh)),
      );
    }
    from = to;
  }
  const starts = new Int32Array(last.en + 2);
  for (let en = 0; en <= last.en; en += 1) {
    starts[en + 1] = (starts[en] ?? 0) + (high[en] ?? 0) - (low[en] ?? 0) + 1;
  }
  return { low, high, starts };
}
