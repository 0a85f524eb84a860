import type { WordPairs } from '../../language/word-pairs-file.ts';
import { isChinese, type Side, type Vocabulary } from './tokens.ts';

/**
 * For each word of one side (by number) the words of the other that may translate it, in two flat
 * lists: those of a word stand from `starts[word]` up to, and without, `starts[word + 1]`.
 */
export interface Partners {
  readonly starts: Int32Array;
  readonly words: Int32Array;
  /** The probability that the partner, where it stands, is there for this word. */
  readonly shares: Float64Array;
}

/** How strongly two words of a text translate each other, from whatever source, 0 to 1. */
export interface Link {
  readonly en: number;
  readonly zh: number;
  readonly strength: number;
}

/** How often each word of the vocabulary stands on a side. */
export function countsOf(side: Side, words: number): Float64Array {
  const counts = new Float64Array(words);
  for (const segment of side.tokens) {
    for (const word of segment) counts[word] = (counts[word] ?? 0) + 1;
  }
  return counts;
}

/** The links between the words of a text: what the dictionary says, and what is the same. */
export function knownLinks(
  words: Vocabulary,
  en: Float64Array,
  zh: Float64Array,
  pairs: WordPairs,
): Link[] {
  const links: Link[] = [];
  const ids = new Int32Array(pairs.stems.size).fill(-1);
  for (let word = 0; word < words.size; word += 1) {
    if ((en[word] ?? 0) === 0) continue;
    const stem = pairs.stems.indexOf(words.wordOf(word));
    if (stem >= 0) ids[stem] = word;
    if ((zh[word] ?? 0) > 0) links.push({ en: word, zh: word, strength: 1 });
  }
  for (let word = 0; word < words.size; word += 1) {
    const text = words.wordOf(word);
    if ((zh[word] ?? 0) === 0 || !isChinese(text)) continue;
    const found = pairs.chinese.indexOf(text);
    if (found < 0) continue;
    for (const { stem, share } of pairs.stemsOf(found)) {
      const partner = ids[stem] ?? -1;
      if (partner >= 0) links.push({ en: partner, zh: word, strength: share });
    }
  }
  return links;
}

/**
 * Links as probabilities, for each English word given a Chinese one and the other way round: the
 * strengths weighed by how often the words stand in this text; `rest` is left for everything else.
 */
export function partnersOf(
  links: readonly Link[],
  en: Float64Array,
  zh: Float64Array,
  rest: number,
): { readonly en: Partners; readonly zh: Partners } {
  const ofEnglish = new Float64Array(en.length).fill(rest);
  const ofChinese = new Float64Array(zh.length).fill(rest);
  for (const link of links) {
    ofEnglish[link.en] = (ofEnglish[link.en] ?? 0) + link.strength * (zh[link.zh] ?? 0);
    ofChinese[link.zh] = (ofChinese[link.zh] ?? 0) + link.strength * (en[link.en] ?? 0);
  }
  const english = emptyPartners(
    links.map((link) => link.en),
    en.length,
  );
  const chinese = emptyPartners(
    links.map((link) => link.zh),
    zh.length,
  );
  for (const { en: e, zh: z, strength } of links) {
    english.add(e, z, (strength * (en[e] ?? 0)) / (ofChinese[z] ?? 1));
    chinese.add(z, e, (strength * (zh[z] ?? 0)) / (ofEnglish[e] ?? 1));
  }
  return { en: english, zh: chinese };
}

/** Room for the partners of each of `owners`, of `size` words; `add` fills it. */
function emptyPartners(owners: readonly number[], size: number) {
  const starts = new Int32Array(size + 1);
  for (const owner of owners) starts[owner + 1] = (starts[owner + 1] ?? 0) + 1;
  for (let word = 0; word < size; word += 1) {
    starts[word + 1] = (starts[word + 1] ?? 0) + (starts[word] ?? 0);
  }
  const words = new Int32Array(owners.length);
  const shares = new Float64Array(owners.length);
  const next = starts.slice();
  const add = (owner: number, word: number, share: number) => {
    const at = next[owner] ?? 0;
    words[at] = word;
    shares[at] = share;
    next[owner] = at + 1;
  };
  return { starts, words, shares, add };
}
