import type { Article, Paragraph } from '../article/article.ts';
import type { Position, Schedule } from './model.ts';

/** What of a schedule decides what it posts. */
export type ReadingPlan = Pick<Schedule, 'articleId' | 'paragraphs' | 'order' | 'atEnd'>;

/** The paragraphs of one post, in the order in which they are shown. */
export interface Excerpt {
  readonly article: Article;
  readonly paragraphs: readonly Paragraph[];
}

/**
 * What comes next: an excerpt, with the position to keep once it was sent; `finished` when the plan
 * ends with its article; `gone` when that article is no longer there.
 */
export type NextExcerpt =
  | { readonly kind: 'excerpt'; readonly excerpt: Excerpt; readonly position: Position }
  | { readonly kind: 'finished' }
  | { readonly kind: 'gone' };

/** Where a schedule begins; `seed` is any whole number from 0. */
export function beginning(plan: ReadingPlan, seed: number): Position {
  return { articleId: plan.articleId, last: 0, round: 0, seed };
}

/**
 * The excerpt that follows `position` in `articles` (in the library's order). Nothing is counted: a
 * position is the paragraph that was posted last, so that an article which grew or shrank since
 * neither repeats nor loses what it still has. Keeping the old position loses no paragraph.
 */
export function nextExcerpt(
  plan: ReadingPlan,
  position: Position,
  articles: readonly Article[],
): NextExcerpt {
  const reading = articles.find(({ id }) => id === position.articleId);
  const rest = reading && remaining(reading, plan, position);
  if (reading !== undefined && rest !== undefined && rest.length > 0) {
    return take(plan, position, reading, rest);
  }
  return afterEnd(plan, position, reading ?? null, articles);
}

/** Whether the plan has nothing more to post after `position`. */
export function isFinished(
  plan: ReadingPlan,
  position: Position,
  articles: readonly Article[],
): boolean {
  return nextExcerpt(plan, position, articles).kind === 'finished';
}

function afterEnd(
  plan: ReadingPlan,
  position: Position,
  read: Article | null,
  articles: readonly Article[],
): NextExcerpt {
  const began = position.articleId !== null;
  // An article that went away was not read to its end: only "next article" has an answer to that.
  if (began && read === null && plan.atEnd !== 'next') return { kind: 'gone' };
  if (began && plan.atEnd === 'stop') return { kind: 'finished' };
  const index = read === null ? 0 : (articles.indexOf(read) + 1) % articles.length;
  const next = read !== null && plan.atEnd === 'again' ? read : articles[index];
  if (next === undefined) return { kind: 'gone' };
  const anew = read !== null && (next === read || index === 0);
  const round = position.round + (anew ? 1 : 0);
  const start = { ...position, articleId: next.id, last: 0, round };
  return take(plan, start, next, remaining(next, plan, start));
}

function take(
  { paragraphs: count }: ReadingPlan,
  position: Position,
  article: Article,
  rest: readonly Paragraph[],
): NextExcerpt {
  const paragraphs = rest.slice(0, count);
  const last = paragraphs.at(-1)?.number ?? 0;
  const excerpt = { article, paragraphs };
  return { kind: 'excerpt', excerpt, position: { ...position, articleId: article.id, last } };
}

/** The paragraphs of `article` that this round has not had yet, in the order they come. */
function remaining(article: Article, { order }: ReadingPlan, position: Position): Paragraph[] {
  const { last } = position;
  if (order === 'sequence') return article.paragraphs.filter(({ number }) => number > last);
  const rank = (number: number) => shuffleRank(position, number);
  const precedes = (a: number, b: number) => rank(a) - rank(b) || a - b;
  return article.paragraphs
    .filter(({ number }) => last === 0 || precedes(last, number) < 0)
    .toSorted((a, b) => precedes(a.number, b.number));
}

/**
 * Where a paragraph stands in the shuffled order: a number that depends on its own number, the seed
 * and the round alone, so that the order of the others stays when paragraphs come or go. (The mixing
 * of MurmurHash3, 32 bits.)
 */
function shuffleRank({ seed, round }: Position, number: number): number {
  let mixed = (Math.imul(seed, 0x9e3779b1) ^ Math.imul(round, 0x85ebca6b) ^ number) >>> 0;
  mixed = Math.imul(mixed ^ (mixed >>> 16), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return (mixed ^ (mixed >>> 16)) >>> 0;
}
