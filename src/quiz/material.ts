import { createHash } from 'node:crypto';
import { type Article, revisionOf } from '../article/article.ts';
import type { Language } from '../language/characters.ts';
import type { ReadingAids } from '../language/reading-aids.ts';
import { type ArticleWord, articleWords } from './article-words.ts';
import { type BlankedUse, blankedUses, canBeTyped } from './blanks.ts';
import { type Sequence, sequencesOf } from './order.ts';
import { type StudiedPair, studiedPairs } from './pairs.ts';
import { passagesOf, type Rival, rivalsAmong } from './passages.ts';
import type { Difficulty } from './question.ts';
import { type WordRivals, wordRivals } from './word-rivals.ts';

/** What questions of an article are made from, prepared once: 0.3 s, then 20 µs a question. */
export interface Material {
  readonly article: Article;
  /** Four hexadecimal digits; the same material has the same questions, another one has not. */
  readonly revision: string;
  readonly passages: readonly Rival[];
  readonly sequences: readonly Sequence[];
  readonly words: Graded<ArticleWord>;
  readonly blanks: Readonly<Record<Language, Graded<BlankedUse>>>;
  /** Those of the blanks whose word can be typed. */
  readonly typed: Readonly<Record<Language, Graded<BlankedUse>>>;
  readonly rivalWords: WordRivals;
}

/** Things by difficulty: the commoner half, all, the rarer half. */
type Graded<T> = Readonly<Record<Difficulty, readonly T[]>>;

/** Below so many passages or words to ask, wrong choices come from the other articles too. */
const ENOUGH = { passages: 8, words: 60 };

/**
 * Prepares an article. Wrong choices come from it alone where it has enough of them, else from
 * `others` too, whose texts then count in the revision.
 */
export function prepareMaterial(
  article: Article,
  aids: Pick<ReadingAids, 'dictionary' | 'words'>,
  others: readonly Article[] = [],
): Material {
  const study = (one: Article): Studied => {
    const pairs = studiedPairs(one, aids);
    return { pairs, words: articleWords(pairs, one.script, aids.dictionary) };
  };
  const own = study(article);
  const alone = rivalsAmong(passagesOf(own.pairs));
  const enough = alone.length >= ENOUGH.passages && own.words.length >= ENOUGH.words;
  const helpers = enough
    ? []
    : others.filter(({ id, script }) => id !== article.id && script === article.script);
  const all = [own, ...helpers.map(study)];
  const passages = enough
    ? alone
    : rivalsAmong(all.flatMap(({ pairs }) => passagesOf(pairs))).filter(
        ({ passage }) => passage.article === article.id,
      );
  const blanks = {
    en: own.words.flatMap((word) => blankedUses(word, 'en')),
    zh: own.words.flatMap((word) => blankedUses(word, 'zh')),
  };
  const typed = (language: Language) =>
    graded(blanks[language].filter(({ word }) => canBeTyped(word, language)));
  return {
    article,
    revision: revisionOfAll([article, ...helpers]),
    passages,
    sequences: sequencesOf(article),
    words: graded(own.words),
    blanks: { en: graded(blanks.en), zh: graded(blanks.zh) },
    typed: { en: typed('en'), zh: typed('zh') },
    rivalWords: wordRivals(all.flatMap(({ words }) => words)),
  };
}

interface Studied {
  readonly pairs: readonly StudiedPair[];
  readonly words: readonly ArticleWord[];
}

/** `sorted` has the commonest first. */
function graded<T>(sorted: readonly T[]): Graded<T> {
  const half = Math.ceil(sorted.length / 2);
  return { easy: sorted.slice(0, half), normal: sorted, hard: sorted.slice(-half) };
}

function revisionOfAll(articles: readonly Article[]): string {
  const [only, ...more] = articles.map((article) => revisionOf(article));
  if (only !== undefined && more.length === 0) return only;
  return createHash('sha256')
    .update([only, ...more].join())
    .digest('hex')
    .slice(0, 4);
}
