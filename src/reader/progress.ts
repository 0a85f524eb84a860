import type { Article } from '../article/article.ts';
import type { Passage } from '../article/library.ts';
import type { PersonalData } from '../privacy/owned-data.ts';

/** Where a reader is in an article. */
export interface Bookmark {
  readonly articleId: string;
  /** The paragraph they read last, counted from 1. */
  readonly number: number;
  /** Whether they have been at the end of the article, ever. */
  readonly finished: boolean;
  /** When it was moved, in milliseconds since 1970. */
  readonly at: number;
}

/** Which paragraphs were drawn for a reader: their numbers, by article. */
export type Drawn = ReadonlyMap<string, ReadonlySet<number>>;

/** What is kept of a reader's way through the articles. */
export interface Progress extends PersonalData {
  /** The reader's bookmarks, the last moved first. */
  bookmarksOf(userId: string): Promise<readonly Bookmark[]>;
  /** Puts the bookmark of an article there; `finished` stays true once it was. */
  moveBookmark(userId: string, bookmark: Bookmark): Promise<void>;
  drawnFor(userId: string): Promise<Drawn>;
  /** Remembers that a paragraph was drawn, after `anew`: the articles that begin again. */
  noteDrawn(userId: string, drawn: Draw): Promise<void>;
}

/** A paragraph drawn at random. */
export interface Draw {
  readonly passage: Passage;
  /** The articles of which every paragraph had been drawn, so that they begin again. */
  readonly anew: readonly string[];
}

/**
 * Draws a paragraph of `articles` (at least one) that `drawn` does not hold yet, each as likely as
 * any other. Once all were drawn they begin again, but the paragraph `except` does not come twice in
 * a row unless there is no other. `random` gives numbers from 0 up to but not including 1.
 */
export function drawPassage(
  random: () => number,
  articles: readonly Article[],
  drawn: Drawn,
  except?: Passage,
): Draw {
  const all = articles.flatMap((article) =>
    article.paragraphs.map((paragraph) => ({ article, paragraph })),
  );
  const isNew = ({ article, paragraph }: Passage) => !drawn.get(article.id)?.has(paragraph.number);
  const others = all.filter(({ paragraph }) => paragraph !== except?.paragraph);
  const fresh = others.filter(isNew);
  if (fresh.length > 0) return { passage: oneOf(random, fresh), anew: [] };
  const again = others.length > 0 ? others : all;
  return { passage: oneOf(random, again), anew: articles.map(({ id }) => id) };
}

function oneOf(random: () => number, passages: readonly Passage[]): Passage {
  const chosen = passages[Math.floor(random() * passages.length)];
  if (chosen === undefined) throw new RangeError('no paragraph to choose from');
  return chosen;
}

/** Where `/read` goes on: the article and the paragraph, within what the article has today. */
export function placeToRead(
  articles: readonly Article[],
  bookmarks: readonly Bookmark[],
  asked: Article | null,
): Passage {
  const known = bookmarks.flatMap((bookmark) => {
    const article = articles.find(({ id }) => id === bookmark.articleId);
    return article === undefined ? [] : [{ article, bookmark }];
  });
  const going = known.find(({ article, bookmark }) =>
    asked === null ? !isThrough(article, bookmark) : article.id === asked.id,
  );
  const article = asked ?? going?.article ?? nextToRead(articles, bookmarks, null);
  // Who has been through it begins anew.
  const wanted = going && !isThrough(article, going.bookmark) ? going.bookmark.number : 1;
  const paragraph = article.paragraphs[wanted - 1] ?? article.paragraphs.at(-1);
  if (paragraph === undefined) throw new RangeError(`${article.id} has no paragraph`);
  return { article, paragraph };
}

/**
 * What to read after `done`: the first article behind it in the list that the reader has not
 * finished, else the first anywhere, else the one behind it.
 */
export function nextToRead(
  articles: readonly Article[],
  bookmarks: readonly Bookmark[],
  done: Article | null,
): Article {
  const finished = new Set(
    bookmarks.filter((one) => one.finished).map(({ articleId }) => articleId),
  );
  const at = articles.findIndex(({ id }) => id === done?.id);
  const behind = [...articles.slice(at + 1), ...articles.slice(0, at + 1)];
  const next = behind.find(({ id }) => id !== done?.id && !finished.has(id)) ?? behind[0];
  if (next === undefined) throw new RangeError('no article to read');
  return next;
}

function isThrough(article: Article, { finished, number }: Bookmark): boolean {
  return finished && number >= article.paragraphs.length;
}
