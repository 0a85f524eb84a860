import type { Dictionary } from '../language/dictionary.ts';
import { contentWordsIn, wordKey } from '../language/vocabulary.ts';
import { wordsIn } from '../language/words.ts';
import { type Article, type Paragraph, sentencePairs, type TextPair } from './article.ts';

/** A sentence pair where it stands. */
export interface Occurrence {
  readonly article: Article;
  readonly paragraph: Paragraph;
  readonly pair: TextPair;
}

/** A Chinese word that faces an English one. */
export interface Counterpart {
  /** As the articles write it. */
  readonly word: string;
  /** In how many sentence pairs both stand, and in how many the English word does. */
  readonly together: number;
  readonly of: number;
}

interface WordedPair extends Occurrence {
  readonly chinese: ReadonlySet<string>;
  /** By `wordKey`. */
  readonly english: ReadonlySet<string>;
}

/** The least log-likelihood ratio at which two words stand together by more than chance (p < .001). */
const MORE_THAN_CHANCE = 10.83;

/**
 * Where the words of articles stand, and what faces them in the other language. An article is cut
 * into words when it is first asked about (about 50 ms) and remembered as long as the article lives.
 */
export class Concordance {
  readonly #dictionary: Dictionary;
  readonly #pairs = new WeakMap<Article, readonly WordedPair[]>();

  constructor(dictionary: Dictionary) {
    this.#dictionary = dictionary;
  }

  /** Every sentence pair with a Chinese word, written in any of the ways of `forms`. */
  ofChinese(forms: readonly string[], articles: readonly Article[]): Occurrence[] {
    return this.#in(articles).filter(({ chinese }) => forms.some((form) => chinese.has(form)));
  }

  /** Every sentence pair with an English word in any of its forms. */
  ofEnglish(word: string, articles: readonly Article[]): Occurrence[] {
    const key = wordKey(word);
    return this.#in(articles).filter(({ english }) => english.has(key));
  }

  /**
   * The Chinese words that face an English one: those whose meanings name it, then those that stand
   * in its sentence pairs far oftener than elsewhere (Dunning 1993), likelier ones first.
   */
  counterparts(word: string, articles: readonly Article[], limit: number): Counterpart[] {
    const all = this.#in(articles);
    const key = wordKey(word);
    const having = all.filter(({ english }) => english.has(key));
    const together = countsOf(having);
    const elsewhere = countsOf(all);
    return [...together]
      .map(([chinese, count]) => {
        const named = this.#names(chinese, key);
        const total = elsewhere.get(chinese) ?? count;
        const ratio = logLikelihoodRatio(count, having.length, total, all.length);
        return { word: chinese, together: count, of: having.length, named, ratio };
      })
      .filter(({ named, ratio, together: both }) => named || (both > 1 && ratio > MORE_THAN_CHANCE))
      .sort((a, b) => Number(b.named) - Number(a.named) || b.ratio - a.ratio)
      .slice(0, limit)
      .map(({ word: chinese, together: both, of }) => ({ word: chinese, together: both, of }));
  }

  /** Whether a meaning of the Chinese word has the English one in it. */
  #names(chinese: string, key: string): boolean {
    return this.#dictionary
      .lookup(chinese)
      .some(({ glosses }) =>
        glosses.some((gloss) => contentWordsIn(gloss).some(({ text }) => wordKey(text) === key)),
      );
  }

  #in(articles: readonly Article[]): WordedPair[] {
    return articles.flatMap((article) => this.#pairsOf(article));
  }

  #pairsOf(article: Article): readonly WordedPair[] {
    const known = this.#pairs.get(article);
    if (known !== undefined) return known;
    const pairs = article.paragraphs.flatMap((paragraph) =>
      sentencePairs(paragraph).map((pair) => this.#worded({ article, paragraph, pair })),
    );
    this.#pairs.set(article, pairs);
    return pairs;
  }

  #worded(occurrence: Occurrence): WordedPair {
    const { en, zh } = occurrence.pair;
    const chinese = wordsIn(zh, this.#dictionary).filter(({ kind }) => kind === 'chinese');
    return {
      ...occurrence,
      chinese: new Set(chinese.map(({ text }) => text)),
      english: new Set(contentWordsIn(en).map(({ text }) => wordKey(text))),
    };
  }
}

/** Opens the concordance at the first call, and gives the same one ever after. */
export function concordanceOver(
  aids: () => Promise<{ readonly dictionary: Dictionary }>,
): () => Promise<Concordance> {
  let opened: Concordance | undefined;
  return async () => {
    const { dictionary } = await aids();
    opened ??= new Concordance(dictionary);
    return opened;
  };
}

function countsOf(pairs: readonly WordedPair[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { chinese } of pairs) {
    for (const word of chinese) counts.set(word, (counts.get(word) ?? 0) + 1);
  }
  return counts;
}

/**
 * Dunning's ratio for two words in sentence pairs: `both` with both, `one` and `other` with each,
 * `all` in all. 0 where they stand together no oftener than by chance.
 */
function logLikelihoodRatio(both: number, one: number, other: number, all: number): number {
  if (both * all <= one * other) return 0;
  const cells = [
    [both, one, other],
    [one - both, one, all - other],
    [other - both, all - one, other],
    [all - one - other + both, all - one, all - other],
  ] as const;
  return (
    2 *
    cells.reduce(
      (sum, [seen, row, column]) =>
        seen === 0 ? sum : sum + seen * Math.log((seen * all) / (row * column)),
      0,
    )
  );
}
