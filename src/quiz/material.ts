import { createHash } from 'node:crypto';
import { type Article, revisionOf } from '../article/article.ts';
import type { ReadingAids } from '../language/reading-aids.ts';
import { namesIn } from './names.ts';
import { type Passage, passagesOf, type Rival, rivalsAmong } from './passages.ts';

/** What questions of an article are made from, prepared once: 100 to 300 ms, then 20 µs a question. */
export interface Material {
  readonly article: Article;
  /** Four hexadecimal digits; the same material has the same questions, another one has not. */
  readonly revision: string;
  readonly rivals: readonly Rival[];
}

/** Below so many passages to ask, wrong choices come from the other articles too. */
const ENOUGH = 8;

/**
 * Prepares an article. Wrong choices come from it alone where it has enough of them, else from
 * `others` too, whose texts then count in the revision.
 */
export function prepareMaterial(
  article: Article,
  aids: Pick<ReadingAids, 'dictionary' | 'words'>,
  others: readonly Article[] = [],
): Material {
  const passages = (one: Article): Passage[] =>
    passagesOf(
      one,
      namesIn(
        one.paragraphs.map(({ en }) => en),
        aids.words,
        aids.dictionary,
      ),
    );
  const own = passages(article);
  const alone = rivalsAmong(own, 3);
  const helpers = alone.length >= ENOUGH ? [] : others.filter(({ id }) => id !== article.id);
  const rivals =
    helpers.length === 0
      ? alone
      : rivalsAmong([...own, ...helpers.flatMap(passages)], 3).filter(
          ({ passage }) => passage.article === article.id,
        );
  return { article, revision: revisionOfAll([article, ...helpers]), rivals };
}

function revisionOfAll(articles: readonly Article[]): string {
  const [only, ...more] = articles.map((article) => revisionOf(article));
  if (only !== undefined && more.length === 0) return only;
  return createHash('sha256')
    .update([only, ...more].join())
    .digest('hex')
    .slice(0, 4);
}
