import { graphemesOf, type Language } from '../language/characters.ts';
import type { ArticleWord } from './article-words.ts';
import type { Difficulty, Hint } from './question.ts';

/** English words up to so many letters have others of their length that fit: style, grace, class. */
const SHORT = 6;

/**
 * What is told of a word that has to be typed: always its length, since another word of the same
 * meaning would do as well; its first letter or character where it is easier, or where another
 * word has its meaning and length (小時, 鐘頭). A word of one character would be given away.
 */
export function hintOf(
  right: string,
  language: Language,
  difficulty: Difficulty,
  { twins }: Pick<ArticleWord, 'twins'>,
): Hint {
  const { length, words } = sizeOf(right);
  const told = language === 'en' ? difficulty === 'normal' || length <= SHORT : twins.length > 0;
  const begins = (difficulty === 'easy' || told) && length > 1;
  return { length, words, first: begins ? (graphemesOf(right)[0] ?? null) : null };
}

/** How many letters or characters a text has, and how many words: `go-between` has 9 in 2. */
export function sizeOf(text: string): Pick<Hint, 'length' | 'words'> {
  const words = text.split(/[^\p{L}\p{M}\p{N}'’]+/u).filter((word) => word !== '');
  const length = graphemesOf(words.join('').replaceAll(/['’]/g, '')).length;
  return { length, words: Math.max(1, words.length) };
}
