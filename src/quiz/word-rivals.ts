import type { Language } from '../language/characters.ts';
import type { ArticleWord } from './article-words.ts';
import type { Chance } from './chance.ts';
import { bigramsOf, dice } from './likeness.ts';
import { isLikeInLength } from './passages.ts';
import type { Difficulty } from './question.ts';

/** The words that may stand beside a word as wrong choices in a language, the closest first. */
export type WordRivals = (word: ArticleWord, language: Language) => readonly ArticleWord[];

/** What a choice of a word shows: the Chinese word, or its English meaning. */
export function choiceOf({ zh, meaning }: ArticleWord, language: Language): string {
  return language === 'zh' ? zh : meaning.text;
}

/**
 * Rivals among the words of an article: of the same kind, like in length, and with no meaning in
 * common. Found at the first need of a word and kept: 0.3 ms each.
 */
export function wordRivals(words: readonly ArticleWord[]): WordRivals {
  const known = {
    en: new Map<ArticleWord, ArticleWord[]>(),
    zh: new Map<ArticleWord, ArticleWord[]>(),
  };
  return (word, language) => {
    const found = known[language].get(word) ?? sortedRivals(word, words, language);
    known[language].set(word, found);
    return found;
  };
}

function sortedRivals(
  word: ArticleWord,
  words: readonly ArticleWord[],
  language: Language,
): ArticleWord[] {
  const text = choiceOf(word, language);
  return words
    .filter((other) => {
      const theirs = choiceOf(other, language);
      const alike = other.kind === word.kind && isLikeInLength(text, theirs);
      return alike && areApart(word, other) && (isPlace(word) || !isPlace(other));
    })
    .map((other) => ({ other, close: closeness(word, other) }))
    .toSorted((one, two) => two.close - one.close)
    .map(({ other }) => other);
}

/** 天上 and 嘴裡 are nouns in the dictionary, but say where: no satellite is 四顆天上. */
function isPlace({ zh, kind }: ArticleWord): boolean {
  return kind === 'noun' && /.(?:[上裡中下外內内前後后邊边]|(?<![公英海])里)$/u.test(zh);
}

/** No meaning in common, and neither word is a part of the other (茶, 茶葉; port, airport). */
function areApart(one: ArticleWord, other: ArticleWord): boolean {
  return (
    !one.zh.includes(other.zh) &&
    !other.zh.includes(one.zh) &&
    !one.meaning.text.includes(other.meaning.text) &&
    !other.meaning.text.includes(one.meaning.text) &&
    one.senses.isDisjointFrom(other.senses)
  );
}

/** How easily two words are taken for each other: a character shared, letters, commonness. */
function closeness(one: ArticleWord, other: ArticleWord): number {
  const characters = [...one.zh].filter((character) => other.zh.includes(character)).length;
  const letters = dice(bigramsOf(one.meaning.text), bigramsOf(other.meaning.text));
  return characters + letters - Math.abs(one.commonness - other.commonness) / 10;
}

/**
 * Three of `rivals` that `suits`, with different texts, or null. Hard: among the closest; normal:
 * the closer half; easy: any.
 */
export function threeOf<T>(
  rivals: readonly T[],
  difficulty: Difficulty,
  chance: Chance,
  textOf: (rival: T) => string | null,
): string[] | null {
  const among = { easy: rivals.length, normal: Math.max(8, rivals.length / 2), hard: 5 }[
    difficulty
  ];
  const texts = new Set<string>();
  for (const rival of chance.shuffled(rivals.slice(0, among)).concat(rivals.slice(among))) {
    const text = textOf(rival);
    if (text !== null) texts.add(text);
    if (texts.size === 3) return [...texts];
  }
  return null;
}
