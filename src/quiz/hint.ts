import { graphemesOf, type Language } from '../language/characters.ts';
import type { Difficulty, Hint } from './question.ts';

/**
 * What is told of a word that has to be typed: always its length, since another word of the same
 * meaning would do as well; its first letter or character where it is easier. A word of one
 * character would be given away.
 */
export function hintOf(right: string, language: Language, difficulty: Difficulty): Hint {
  const [first, ...more] = graphemesOf(right);
  const begins = difficulty === 'easy' || (difficulty === 'normal' && language === 'en');
  return { first: begins && more.length > 0 ? (first ?? null) : null, length: more.length + 1 };
}
