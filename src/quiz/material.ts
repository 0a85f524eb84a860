import { createHash } from 'node:crypto';
import { type Article, type Paragraph, revisionOf } from '../article/article.ts';
import { finished, type Steps } from '../article/steps.ts';
import type { Language } from '../language/characters.ts';
import type { ReadingAids } from '../language/reading-aids.ts';
import { type ArticleWord, articleWords } from './article-words.ts';
import { type BlankedUse, blankedUses, canBeTyped } from './blanks.ts';
import { type Sequence, sequencesOf } from './order.ts';
import { type StudiedPair, studiedPairs } from './pairs.ts';
import { passagesOf, type Rival, rivalsAmong } from './passages.ts';
import type { Difficulty } from './question.ts';
import { sectionsOf } from './sections.ts';
import { type WordRivals, wordRivals } from './word-rivals.ts';

/** What questions of a section of an article are made from, prepared once: then 20 µs a question. */
export interface Material {
  readonly article: Article;
  /** Which section it is, from 0, and of how many; a seed says of which one it asks. */
  readonly section: number;
  readonly sections: number;
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
/** So many paragraphs of other articles are enough to choose wrong choices from. */
const HELPERS = 60;

type Aids = Pick<ReadingAids, 'dictionary' | 'words'>;

/** Prepares the first section of an article at once; see materialInSteps. */
export function prepareMaterial(
  article: Article,
  aids: Aids,
  others: readonly Article[] = [],
): Material {
  return finished(materialInSteps(article, aids, others));
}

/**
 * Prepares a section of an article, about a second of work. Wrong choices come from it alone where
 * it has enough of them, else from `others` too, whose texts then count in the revision.
 */
export function* materialInSteps(
  article: Article,
  aids: Aids,
  others: readonly Article[],
  section = 0,
): Steps<Material> {
  const sections = sectionsOf(article);
  const paragraphs = sections[section] ?? [];
  const own = yield* study(article, paragraphs, aids);
  const alone = yield* rivalsAmong(passagesOf(own.pairs));
  const enough = alone.length >= ENOUGH.passages && own.words.length >= ENOUGH.words;
  const helpers = enough ? [] : helpersAmong(others, article);
  const all = [own];
  for (const one of helpers) all.push(yield* study(one, sectionsOf(one)[0] ?? [], aids));
  const blanks = { en: yield* usesIn(own.words, 'en'), zh: yield* usesIn(own.words, 'zh') };
  const typed = (language: Language) =>
    graded(blanks[language].filter(({ word }) => canBeTyped(word, language)));
  const sequences = sequencesOf(paragraphs);
  yield;
  const revision = revisionOfAll([article, ...helpers]);
  yield;
  return {
    article,
    section,
    sections: sections.length,
    revision,
    passages: enough ? alone : yield* rivalsFrom(all),
    sequences,
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

function* study(
  { id, script }: Article,
  paragraphs: readonly Paragraph[],
  aids: Aids,
): Steps<Studied> {
  const pairs = yield* studiedPairs({ id, paragraphs }, aids);
  return { pairs, words: yield* articleWords(pairs, script, aids.dictionary) };
}

/** Other articles in the script of `article`, as many as are of use. */
function helpersAmong(others: readonly Article[], { id, script }: Article): readonly Article[] {
  const usable = others.filter((one) => one.id !== id && one.script === script);
  let paragraphs = 0;
  return usable.filter((one) => {
    const wanted = paragraphs < HELPERS;
    paragraphs += one.paragraphs.length;
    return wanted;
  });
}

/** The passages of the first one studied, with rivals from all. */
function* rivalsFrom(all: readonly Studied[]): Steps<Rival[]> {
  const [own = [], ...more] = all.map(({ pairs }) => passagesOf(pairs));
  return yield* rivalsAmong([own, ...more].flat(), own.length);
}

function* usesIn(words: readonly ArticleWord[], language: Language): Steps<BlankedUse[]> {
  const found: BlankedUse[] = [];
  for (const word of words) {
    yield;
    found.push(...blankedUses(word, language));
  }
  return found;
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
