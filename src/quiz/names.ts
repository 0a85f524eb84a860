import type { Dictionary } from '../language/dictionary.ts';
import { englishWordsIn } from '../language/english-words.ts';
import type { Word } from '../language/words.ts';
import type { NameTest } from './anchors.ts';

/** What begins a sentence or a quotation, where a capital says nothing. */
const OPENING = /(?:^|[.!?:…]["'”’)]*\s*|["“‘(]\s*)$/;

/**
 * Names in an article. English: a capital where no sentence begins, or a capital word that the
 * article never writes small. Chinese: what the segmentation takes for a name, and words whose
 * every entry CC-CEDICT writes with a capital (英國, 阿姆斯特丹).
 */
export function namesIn(
  texts: readonly string[],
  wordsOf: (text: string) => readonly Word[],
  dictionary: Pick<Dictionary, 'lookup'>,
): NameTest {
  const small = new Set<string>();
  const names = new Set<string>();
  for (const text of texts) {
    for (const { word, opens } of capitalsIn(text)) {
      if (!isCapital(word)) small.add(word.toLowerCase());
      else if (!opens) names.add(word);
    }
  }
  return {
    english: (text) =>
      capitalsIn(text)
        .filter(({ word, opens }) => {
          if (!isCapital(word) || isPronoun(word)) return false;
          return !opens || (names.has(word) && !small.has(word.toLowerCase()));
        })
        .map(({ word }) => word.toLowerCase()),
    chinese: (text) =>
      wordsOf(text)
        .filter((word) => isChineseName(word, dictionary))
        .map((word) => word.text),
  };
}

function isChineseName(word: Word, { lookup }: Pick<Dictionary, 'lookup'>): boolean {
  if (word.kind !== 'chinese') return false;
  if (word.name) return true;
  const entries = lookup(word.text);
  return (
    word.text.length > 1 &&
    entries.length > 0 &&
    entries.every(({ pinyin }) => /^\p{Lu}/u.test(pinyin))
  );
}

function capitalsIn(text: string): { word: string; opens: boolean }[] {
  return englishWordsIn(text).map(({ text: word, start }) => ({
    word,
    opens: OPENING.test(text.slice(0, start)),
  }));
}

function isCapital(word: string): boolean {
  return /^\p{Lu}/u.test(word);
}

function isPronoun(word: string): boolean {
  return /^I(?:['’]\p{Ll}+)?$/u.test(word);
}
