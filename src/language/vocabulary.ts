import type { Dictionary } from './dictionary.ts';
import { type EnglishWord, englishStem, englishWordsIn, lemmasOf } from './english-words.ts';
import { wordsIn } from './words.ts';

/** Words that hold English sentences together; nobody looks them up. */
const GRAMMAR = new Set(
  (
    'a an the and or but nor so if then than that this these those of in on at to for from by with as into onto over under up ' +
    'down out off about after before between through during without within across against among around behind beside is am are ' +
    'was were be been being do does did done have has had having will would shall should can could may might must not no yes ' +
    'i me my mine you your yours he him his she her hers it its we us our ours they them their theirs who whom whose which what ' +
    'when where why how there here all any both each every either neither some such only own same other another more most very ' +
    "too also just even still yet again ever never once one two it's don't doesn't didn't isn't aren't wasn't weren't can't " +
    "couldn't won't wouldn't i'm you're he's she's we're they're i've"
  ).split(' '),
);

/**
 * The words of a Chinese text that the dictionary has, rarer ones first, each once and as it is
 * written there.
 */
export function chineseVocabulary(text: string, dictionary: Dictionary): string[] {
  const words = new Set(
    wordsIn(text, dictionary)
      .filter(({ kind }) => kind === 'chinese')
      .map((word) => word.text),
  );
  return rarestFirst([...words], (word) => {
    const rarity = dictionary.rarity(word);
    return rarity === null ? null : -rarity;
  });
}

/** The words of an English text, rarer ones first, each once and in its base form. */
export function englishVocabulary(text: string, dictionary: Dictionary): string[] {
  const words = new Map<string, string>();
  for (const { text: word, start } of contentWordsIn(text)) {
    if (isQuoted(text, word, start) && !dictionary.isMeaning(word)) continue;
    const key = wordKey(word);
    const named = /\p{Lu}/u.test(word) && !startsSentence(text, start);
    if (named || !words.has(key)) words.set(key, named ? word : lemmaOf(word, dictionary));
  }
  return rarestFirst([...words.values()], (word) => dictionary.mentions(word));
}

/** The words of an English text that carry meaning, as they stand there. */
export function contentWordsIn(text: string): EnglishWord[] {
  return englishWordsIn(text).filter(
    ({ text: word }) => word.length > 1 && !GRAMMAR.has(word.toLowerCase().replace('’', "'")),
  );
}

/** Whether a word is quoted alone: “cha” and “çay” are spoken of, and may be of any language. */
function isQuoted(text: string, word: string, start: number): boolean {
  const after = text.slice(start + word.length, start + word.length + 2);
  return /[“"‘'«]$/.test(text.slice(0, start)) && /^[,.;:!?…]?[”"’'»]/.test(after);
}

/** A capital there proves nothing. */
function startsSentence(text: string, at: number): boolean {
  return /(?:^|[.!?:…]|[“‘([—–])\s*["'”’]?\s*$/u.test(text.slice(Math.max(0, at - 4), at));
}

/** The same for all forms of an English word: `mice`, `mouse`; `colours`, `color`. */
export function wordKey(word: string): string {
  const lemma = isRegular(word) ? undefined : lemmasOf(word)[0];
  return englishStem(lemma ?? word);
}

/** The base form under which the dictionary has a word: `fishermen` → fisherman; else the word. */
export function lemmaOf(word: string, dictionary: Dictionary): string {
  if (/\p{Lu}.*\p{Lu}/u.test(word)) return word;
  const lower = word.toLowerCase();
  return lemmasOf(lower).find((form) => dictionary.isMeaning(form)) ?? lower;
}

/** Whether Porter's stemmer makes one stem of the word and its base form by itself. */
function isRegular(word: string): boolean {
  return lemmasOf(word).some((lemma) => englishStem(lemma) === englishStem(word));
}

/** In ascending order of `rank`; what has none (null) is left out. */
function rarestFirst(words: readonly string[], rank: (word: string) => number | null): string[] {
  return words
    .flatMap((word) => {
      const place = rank(word);
      return place === null ? [] : [{ word, place }];
    })
    .sort((one, other) => one.place - other.place)
    .map(({ word }) => word);
}
