import type { Side } from './tokens.ts';

/** The segments in which each word of the vocabulary stands, in order, as often as it does. */
export type Postings = readonly Int32Array[];

export function postingsOf(side: Side, words: number): Postings {
  const lists: number[][] = Array.from({ length: words }, () => []);
  side.tokens.forEach((segment, index) => {
    for (const word of segment) lists[word]?.push(index);
  });
  return lists.map((list) => Int32Array.from(list));
}

/** The first place in a sorted list whose value is at least `value`. */
export function firstFrom(list: Int32Array, value: number): number {
  let low = 0;
  let high = list.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((list[middle] ?? 0) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
