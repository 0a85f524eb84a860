import { foldSpelling } from '../language/english-spelling.ts';
import { type EnglishWord, englishWordsIn, lemmasOf } from '../language/english-words.ts';

/** An English sentence in which words are looked for whatever their form: mice, colours, went. */
export interface EnglishSentence {
  readonly text: string;
  readonly words: readonly EnglishWord[];
  /** What each word may be a form of, itself first, in American spelling. */
  readonly forms: readonly (readonly string[])[];
  readonly all: ReadonlySet<string>;
}

export function englishSentence(text: string): EnglishSentence {
  const words = englishWordsIn(text);
  const forms = words.map(({ text: word }) => formsOf(word));
  return { text, words, forms, all: new Set(forms.flat()) };
}

/** A word and its likeliest lemma: the less likely ones (bites → bit) find what is not there. */
export function formsOf(word: string): readonly string[] {
  const lower = word.toLowerCase().replaceAll('’', "'");
  const [lemma] = lemmasOf(lower);
  return (lemma === undefined ? [lower] : [lower, lemma]).map(foldSpelling);
}

/** Where some words stand one after another: the index of the first one, for each place. */
export function placesOf(
  wanted: readonly string[],
  { forms }: Pick<EnglishSentence, 'forms'>,
): number[] {
  const folded = wanted.map(foldSpelling);
  const found: number[] = [];
  for (let from = 0; from + folded.length <= forms.length; from += 1) {
    if (folded.every((word, index) => forms[from + index]?.includes(word))) found.push(from);
  }
  return found;
}
