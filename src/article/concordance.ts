import type { Dictionary } from '../language/dictionary.ts';
import { remembering } from '../language/remembering.ts';
import { contentWordsIn, wordKey } from '../language/vocabulary.ts';
import { wordsIn } from '../language/words.ts';
import { type Article, type Paragraph, sentencePairs, type TextPair } from './article.ts';
import { finished, inTurns, type Steps } from './steps.ts';

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
  /** Each word once. */
  readonly chinese: readonly string[];
}

/** The sentence pairs of an article by the words that stand in them. */
interface ReadArticle {
  readonly pairs: number;
  readonly byChinese: ReadonlyMap<string, readonly WordedPair[]>;
  /** By `wordKey`. */
  readonly byEnglish: ReadonlyMap<string, readonly WordedPair[]>;
}

/** The least log-likelihood ratio at which two words stand together by more than chance (p < .001). */
const MORE_THAN_CHANCE = 10.83;

/** So many paragraphs are cut into words, in about 5 ms, before others have their turn. */
const STEP = 8;
/** Words whose meanings are remembered: about 2 MB. */
const REMEMBERED = 5000;
/** A reader waits for these once, for about a second, and they take 20 MB. */
const MOST_PARAGRAPHS = 1000;

/** The articles to look for words in, in their order: so many that a reader can wait for them. */
export function lookedThrough(articles: readonly Article[], most = MOST_PARAGRAPHS): Article[] {
  let paragraphs = 0;
  return articles.filter((article, index) => {
    paragraphs += article.paragraphs.length;
    return index === 0 || paragraphs <= most;
  });
}

/**
 * Where the words of articles stand, and what faces them in the other language. An article is cut
 * into words once (0.6 ms a paragraph) and remembered as long as it lives: ahead by `read`, which
 * keeps nobody waiting, or else when it is asked about.
 */
export class Concordance {
  readonly #dictionary: Dictionary;
  readonly #read = new WeakMap<Article, ReadArticle>();
  /** The English words, by `wordKey`, that stand in the meanings of a Chinese one. */
  readonly #keysMeantBy: (chinese: string) => ReadonlySet<string>;

  constructor(dictionary: Dictionary) {
    this.#dictionary = dictionary;
    this.#keysMeantBy = remembering((chinese) => {
      const glosses = dictionary.lookup(chinese).flatMap((entry) => entry.glosses);
      return new Set(glosses.flatMap(contentWordsIn).map(({ text }) => wordKey(text)));
    }, REMEMBERED);
  }

  /** Cuts articles into words, and lets others go first after every few paragraphs. */
  async read(articles: readonly Article[]): Promise<void> {
    for (const article of articles) {
      if (!this.#read.has(article)) await inTurns(this.#reading(article));
    }
  }

  /** Every sentence pair with a Chinese word, written in any of the ways of `forms`. */
  ofChinese(forms: readonly string[], articles: readonly Article[]): Occurrence[] {
    return this.#in(articles).flatMap(({ byChinese }) => [
      ...new Set(forms.flatMap((form) => byChinese.get(form) ?? [])),
    ]);
  }

  /** Every sentence pair with an English word in any of its forms. */
  ofEnglish(word: string, articles: readonly Article[]): Occurrence[] {
    return this.#having(wordKey(word), this.#in(articles));
  }

  /**
   * The Chinese words that face an English one: those whose meanings name it, then those that stand
   * in its sentence pairs far oftener than elsewhere (Dunning 1993), likelier ones first.
   */
  counterparts(word: string, articles: readonly Article[], limit: number): Counterpart[] {
    const all = this.#in(articles);
    const key = wordKey(word);
    const having = this.#having(key, all);
    const pairs = all.reduce((sum, article) => sum + article.pairs, 0);
    return [...countsOf(having)]
      .map(([chinese, count]) => {
        const named = this.#keysMeantBy(chinese).has(key);
        const total = all.reduce((sum, one) => sum + (one.byChinese.get(chinese)?.length ?? 0), 0);
        const ratio = logLikelihoodRatio(count, having.length, total, pairs);
        return { word: chinese, together: count, of: having.length, named, ratio };
      })
      .filter(({ named, ratio, together: both }) => named || (both > 1 && ratio > MORE_THAN_CHANCE))
      .sort((a, b) => Number(b.named) - Number(a.named) || b.ratio - a.ratio)
      .slice(0, limit)
      .map(({ word: chinese, together: both, of }) => ({ word: chinese, together: both, of }));
  }

  #having(key: string, all: readonly ReadArticle[]): WordedPair[] {
    return all.flatMap(({ byEnglish }) => byEnglish.get(key) ?? []);
  }

  #in(articles: readonly Article[]): ReadArticle[] {
    return articles.map((article) => this.#read.get(article) ?? finished(this.#reading(article)));
  }

  /** Reads an article step by step, and gives it at the end. */
  *#reading(article: Article): Steps<ReadArticle> {
    const byChinese = new Map<string, WordedPair[]>();
    const byEnglish = new Map<string, WordedPair[]>();
    let pairs = 0;
    for (const paragraph of article.paragraphs) {
      for (const pair of sentencePairs(paragraph)) {
        pairs += 1;
        const chinese = [...new Set(this.#chineseIn(pair.zh))];
        const worded = { article, paragraph, pair, chinese };
        for (const word of chinese) append(byChinese, word, worded);
        const english = new Set(contentWordsIn(pair.en).map(({ text }) => wordKey(text)));
        for (const word of english) append(byEnglish, word, worded);
      }
      if (paragraph.number % STEP === 0) yield;
    }
    const read = { pairs, byChinese, byEnglish };
    this.#read.set(article, read);
    return read;
  }

  #chineseIn(text: string): string[] {
    return wordsIn(text, this.#dictionary)
      .filter(({ kind }) => kind === 'chinese')
      .map((word) => word.text);
  }
}

function append(lists: Map<string, WordedPair[]>, word: string, pair: WordedPair): void {
  const list = lists.get(word);
  if (list === undefined) lists.set(word, [pair]);
  else list.push(pair);
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

function countsOf(pairs: readonly Pick<WordedPair, 'chinese'>[]): ReadonlyMap<string, number> {
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
