/**
 * A fixed set of strings, each with its place, in one packed string and one hash table of numbers.
 * 200,000 headwords cost about 5 MB this way; a Map costs about 20 MB and the tries of opencc-js,
 * one Map a node, about 45 MB for 49,000 phrases.
 */
export interface StringTable {
  readonly size: number;
  /** The place of `text.slice(start, end)` in the table, or -1. */
  indexOf(text: string, start?: number, end?: number): number;
  /** The string at a place; the empty string beyond the table. */
  at(index: number): string;
  /** Length in UTF-16 code units of the longest string that begins like `text` at `start`; 0: none. */
  longestFrom(text: string, start: number): number;
}

const HASH_SEED = 0x811c9dc5;
const HASH_PRIME = 0x01000193;

/** FNV-1a over UTF-16 code units. */
function hashOf(text: string, start: number, end: number): number {
  let hash = HASH_SEED;
  for (let i = start; i < end; i += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(i), HASH_PRIME);
  }
  return (hash ^ (hash >>> 15)) >>> 0;
}

/** Builds a table from strings joined by newlines. A string that comes twice keeps its first place. */
export function stringTable(packed: string): StringTable {
  const starts = startsOf(packed);
  const size = starts.length - 1;
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(Math.max(2, size * 2))));
  const mask = slots.length - 1;
  const longest = new Uint8Array(0x10000);

  const indexOf = (text: string, start = 0, end = text.length): number => {
    for (let slot = hashOf(text, start, end) & mask; ; slot = (slot + 1) & mask) {
      const index = (slots[slot] ?? 0) - 1;
      if (index < 0 || sameAt(packed, starts, index, text, start, end)) return index;
    }
  };

  for (let index = 0; index < size; index += 1) {
    const start = starts[index] ?? 0;
    const end = (starts[index + 1] ?? 0) - 1;
    if (end <= start || indexOf(packed, start, end) >= 0) continue;
    let slot = hashOf(packed, start, end) & mask;
    while (slots[slot]) slot = (slot + 1) & mask;
    slots[slot] = index + 1;
    const first = packed.charCodeAt(start);
    longest[first] = Math.max(longest[first] ?? 0, Math.min(255, end - start));
  }

  return {
    size,
    indexOf,
    at: (index) => packed.slice(starts[index] ?? 0, Math.max(0, (starts[index + 1] ?? 1) - 1)),
    longestFrom: (text, start) => longest[text.charCodeAt(start)] ?? 0,
  };
}

/** The place where each line begins, and one past the last line's newline. */
function startsOf(packed: string): Uint32Array {
  const starts: number[] = [0];
  if (packed === '') return Uint32Array.from(starts);
  for (let at = packed.indexOf('\n'); at >= 0; at = packed.indexOf('\n', at + 1))
    starts.push(at + 1);
  starts.push(packed.length + 1);
  return Uint32Array.from(starts);
}

function sameAt(
  packed: string,
  starts: Uint32Array,
  index: number,
  text: string,
  start: number,
  end: number,
): boolean {
  const from = starts[index] ?? 0;
  if ((starts[index + 1] ?? 0) - 1 - from !== end - start) return false;
  for (let i = 0; i < end - start; i += 1) {
    if (packed.charCodeAt(from + i) !== text.charCodeAt(start + i)) return false;
  }
  return true;
}
