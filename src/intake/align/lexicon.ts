import { stringTable } from '../../language/string-table.ts';
import type { WordPairs } from '../../language/word-pairs-file.ts';
import type { Headwords } from '../../language/words.ts';
import type { Model } from './model.ts';
import { type Postings, postingsOf } from './postings.ts';
import { soundLinks } from './sounds.ts';
import { chineseSide, englishSide, type Side, vocabulary } from './tokens.ts';
import { countsOf, knownLinks, type Link, type Partners, partnersOf } from './translations.ts';

/** What is known of the two languages before the text is seen. */
export interface Evidence {
  readonly headwords: Headwords;
  readonly pairs: WordPairs;
}

/** For whoever has no dictionary at hand: numbers, names and lengths still speak. */
export const NO_EVIDENCE: Evidence = {
  headwords: { headwords: stringTable(''), productivity: () => 0 },
  pairs: {
    chinese: stringTable(''),
    stems: stringTable(''),
    stemsOf: () => [],
    frequencyOf: () => 0,
    soundOf: () => '',
  },
};

/** Two texts as words, and what the dictionary says of them. */
export interface Text {
  readonly en: TextSide;
  readonly zh: TextSide;
  readonly links: readonly Link[];
}

export interface TextSide extends Side {
  readonly counts: Float64Array;
  /** Those of the whole text, also where the side is a part of it. */
  readonly postings: Postings;
  /** Where the side's first segment stands in the whole text. */
  readonly from: number;
}

/** How words translate each other in one text, and how common each is. */
export interface Lexicon {
  readonly en: Words;
  readonly zh: Words;
}

interface Words {
  readonly partners: Partners;
  /** How likely a word is anywhere on its side. */
  readonly background: Float64Array;
}

export function readTexts(
  en: readonly string[],
  zh: readonly string[],
  { headwords, pairs }: Evidence,
): Text {
  const words = vocabulary();
  const isKnown = (word: string) => pairs.chinese.indexOf(word) >= 0;
  const english = englishSide(en, words);
  const chinese = chineseSide(zh, words, headwords, isKnown);
  const whole = (side: Side): TextSide => ({
    ...side,
    counts: countsOf(side, words.size),
    postings: postingsOf(side, words.size),
    from: 0,
  });
  const sides = { en: whole(english), zh: whole(chinese) };
  const known = knownLinks(words, sides.en.counts, sides.zh.counts, pairs);
  return { ...sides, links: [...known, ...soundLinks(english.names, chinese.names, pairs)] };
}

export function lexiconOf({ en, zh }: Text, links: readonly Link[], model: Model): Lexicon {
  const partners = partnersOf(links, en.counts, zh.counts, model.rest);
  return {
    en: { partners: partners.en, background: backgroundOf(en.counts, model) },
    zh: { partners: partners.zh, background: backgroundOf(zh.counts, model) },
  };
}

function backgroundOf(counts: Float64Array, { smoothing }: Model): Float64Array {
  const total = counts.reduce((sum, count) => sum + count, 0);
  return counts.map((count) => (count + smoothing * RARE) / (total + smoothing));
}

/** The frequency of a word that nothing is known of. */
const RARE = 1 / 2000;

/** A part of a side: the segments from `from` up to, and without, `to`. */
export function sliceOf(side: TextSide, from: number, to: number): TextSide {
  const tokens = side.tokens.slice(from, to);
  return { ...side, tokens, lengths: side.lengths.slice(from, to), from: side.from + from };
}
