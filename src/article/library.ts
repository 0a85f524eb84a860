import { fold } from '../language/fold.ts';
import { type Article, type Level, type Paragraph, revisionOf } from './article.ts';
import type { ArticleFolder, BadArticle } from './folder.ts';

const LEVEL_ORDER: Readonly<Record<Level, number>> = { easy: 0, middle: 1, hard: 2 };

/** A paragraph together with the article it stands in. */
export interface Passage {
  readonly article: Article;
  readonly paragraph: Paragraph;
}

/** The articles in memory: easy ones first, then by their English title. Never empty. */
export class Library {
  readonly articles: readonly Article[];
  readonly bad: readonly BadArticle[];
  readonly #revisions: WeakMap<Article, string>;

  /** Throws a RangeError when `folder` holds no sound article: a bot without one says nothing. */
  constructor(folder: ArticleFolder, revisions: WeakMap<Article, string> = new WeakMap()) {
    if (folder.articles.length === 0) throw new RangeError('no sound article');
    this.articles = folder.articles.toSorted(
      (a, b) =>
        LEVEL_ORDER[a.level] - LEVEL_ORDER[b.level] || a.title.en.localeCompare(b.title.en, 'en'),
    );
    this.bad = folder.bad;
    this.#revisions = revisions;
  }

  /** This library with what another folder holds; where an id is taken, the article that has it stays. */
  with({ articles, bad }: ArticleFolder): Library {
    const more = articles.filter((article) => this.byId(article.id) === null);
    const both = { articles: [...this.articles, ...more], bad: [...this.bad, ...bad] };
    return new Library(both, this.#revisions);
  }

  /** The article with exactly this id, or null. */
  byId(id: string): Article | null {
    return this.articles.find((article) => article.id === id) ?? null;
  }

  /** The article a reader names: by id, or by a title in either language, whatever its case. */
  named(name: string): Article | null {
    const wanted = fold(name.trim());
    const byName = this.articles.find((article) => namesOf(article).includes(wanted));
    return byName ?? null;
  }

  /** The articles whose id or title contains `text`, all of them for an empty one. */
  search(text: string): Article[] {
    const wanted = fold(text.trim());
    return this.articles.filter((article) =>
      namesOf(article).some((name) => name.includes(wanted)),
    );
  }

  /** The article that is meant when a reader names none: the first of the list. */
  get first(): Article {
    const first = this.articles[0];
    if (first === undefined) throw new RangeError('no sound article');
    return first;
  }

  /** Four hexadecimal digits that change with the article's texts. */
  revisionOf(article: Article): string {
    const revision = this.#revisions.get(article) ?? revisionOf(article);
    this.#revisions.set(article, revision);
    return revision;
  }
}

/** The paragraph numbered `number`, or null when the article has none. */
export function paragraphAt(article: Article, number: number): Paragraph | null {
  return article.paragraphs[number - 1] ?? null;
}

/**
 * The paragraphs a reader who types `text` may mean: those whose number starts with the digits,
 * or else those whose text contains it in either language, with a few words from where it stands.
 */
export function paragraphsMatching(article: Article, text: string): Paragraph[] {
  const wanted = fold(text.trim());
  if (/^\d*$/.test(wanted)) {
    return article.paragraphs.filter((paragraph) => String(paragraph.number).startsWith(wanted));
  }
  return article.paragraphs.filter(
    (paragraph) => fold(paragraph.en).includes(wanted) || fold(paragraph.zh).includes(wanted),
  );
}

function namesOf(article: Article): string[] {
  return [article.id, article.title.en, article.title.zh].map(fold);
}
