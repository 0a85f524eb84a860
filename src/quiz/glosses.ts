import type { DictionaryEntry } from '../language/dictionary-entry.ts';

/** One meaning of a dictionary entry, short enough to be shown and to be looked for in a text. */
export interface Meaning {
  /** As it is shown: `to argue`, `tea leaves`. */
  readonly text: string;
  /** Its words in lower case, without `to`, articles and `be`. */
  readonly words: readonly string[];
  readonly verb: boolean;
}

/** Glosses that speak about the word instead of saying what it means. */
const ABOUT =
  /\p{Unified_Ideograph}|\b(?:abbr|variant|see|cf|also|used|classifier|particle|prefix|suffix|surname|interjection|onom|idiom|lit|fig|dialect|archaic|vulgar|expression|county|province|city|district|dynasty|pronoun|component|radical|Taiwan pr)\b/iu;
/** A meaning of more words than these is an explanation. */
const MOST_WORDS = 3;

/** The meanings of an entry, in CC-CEDICT's order. */
export function meaningsOf({ glosses }: Pick<DictionaryEntry, 'glosses'>): Meaning[] {
  return glosses.flatMap((gloss) => {
    const bare = gloss.replace(/\s*\([^)]*\)\s*/g, ' ').trim();
    if (ABOUT.test(bare)) return [];
    const verb = /^to (?!the |an? )/.test(bare);
    return bare
      .split(/\s*[;,]\s*/)
      .map((part) =>
        part
          .replace(/^(?:to|an?|the)\s+/, '')
          .replace(/[.!?…]+$/, '')
          .trim(),
      )
      .filter((part) => /^[\p{Script=Latin}’' -]+$/u.test(part))
      .map((part) => meaningOf(part, verb))
      .filter(({ words }) => words.length > 0 && words.length <= MOST_WORDS);
  });
}

function meaningOf(part: string, verb: boolean): Meaning {
  const words = part
    .toLowerCase()
    .split(/\s+/)
    .filter((word, index) => index > 0 || !/^(?:a|an|the|be)$/.test(word));
  return { text: verb ? `to ${part}` : part, words, verb };
}
