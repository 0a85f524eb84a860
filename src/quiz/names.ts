import type { Dictionary } from '../language/dictionary.ts';
import { englishWordsIn } from '../language/english-words.ts';
import type { Word } from '../language/words.ts';

/** What begins a sentence or a quotation, where a capital says nothing. */
const OPENING = /(?:^|[.!?:…]["'”’)]*\s*|["“‘(]\s*)$/;

/**
 * Finds the names in English texts of an article, in lower case: a capital where no sentence
 * begins, or a capital word that the article writes so elsewhere and never small.
 */
export function englishNames(texts: readonly string[]): (text: string) => string[] {
  const all = texts.flatMap(wordsOf);
  const small = new Set(all.filter(({ word }) => !isCapital(word)).map(({ word }) => word));
  const names = new Set(
    all.filter(({ word, opens }) => isCapital(word) && !opens).map(({ word }) => word),
  );
  const isName = ({ word, opens }: Placed) =>
    isCapital(word) &&
    !/^I(?:['’]\p{Ll}+)?$/u.test(word) &&
    (!opens || (names.has(word) && !small.has(word.toLowerCase())));
  return (text) =>
    wordsOf(text)
      .filter(isName)
      .map(({ word }) => word.toLowerCase());
}

/** What the segmentation takes for a name, or CC-CEDICT writes with a capital (阿姆斯特丹). */
export function isChineseName(word: Word, { lookup }: Pick<Dictionary, 'lookup'>): boolean {
  if (word.kind !== 'chinese' || word.text.length === 1) return false;
  if (word.name) return true;
  const entries = lookup(word.text);
  return entries.length > 0 && entries.every(({ pinyin }) => /^\p{Lu}/u.test(pinyin));
}

interface Placed {
  readonly word: string;
  readonly opens: boolean;
}

function wordsOf(text: string): Placed[] {
  return englishWordsIn(text).map(({ text: word, start }) => ({
    word,
    opens: OPENING.test(text.slice(0, start)),
  }));
}

function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}
