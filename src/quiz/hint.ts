import { graphemesOf, type Language } from '../language/characters.ts';
import type { ArticleWord } from './article-words.ts';
import type { Difficulty, Hint } from './question.ts';

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
  const [first, ...more] = graphemesOf(right);
  const begins =
    difficulty === 'easy' || (language === 'en' ? difficulty === 'normal' : twins.length > 0);
  return { first: begins && more.length > 0 ? (first ?? null) : null, length: more.length + 1 };
}
