import type { Article } from '../article/article.ts';
import type { Library } from '../article/library.ts';
import type { ReadingAids } from '../language/reading-aids.ts';
import { type CardText, cardOf } from '../quiz/card.ts';
import { chanceFrom } from '../quiz/chance.ts';
import { judge } from '../quiz/judge.ts';
import { makeQuestion } from '../quiz/make.ts';
import { type Material, prepareMaterial } from '../quiz/material.ts';
import {
  type Given,
  KINDS,
  type Question,
  type QuestionKey,
  SEEDS,
  type Verdict,
} from '../quiz/question.ts';
import type { Round } from '../quiz/round.ts';
import type { NumberedQuestion } from './stage.ts';

/** So often a question is drawn anew when the article had none of its kind, or the same again. */
const ATTEMPTS = 40;

/** So many draws find a question about one paragraph of a long article. */
const DRAWS = 4000;
/** So many words and sentences to choose wrong choices for a card from. */
const POOL = 60;
/** What is asked about an excerpt: what can be answered by a press. */
const EXCERPT_KINDS = ['match', 'cloze', 'word'] as const;

/** An excerpt that a question is to be about; `name` decides which one. */
interface ExcerptAsked {
  readonly articleId: string;
  readonly numbers: readonly number[];
  readonly name: string;
}

/** Makes questions from the articles that may be seen in a server, and judges their answers. */
export class Questions {
  readonly #libraryFor: (guildId: string | null) => Library;
  readonly #aids: () => Promise<ReadingAids>;
  /** Preparing an article takes a tenth of a second or more, so it is done once. */
  readonly #materials = new WeakMap<Article, Promise<Material>>();

  constructor(libraryFor: (guildId: string | null) => Library, aids: () => Promise<ReadingAids>) {
    this.#libraryFor = libraryFor;
    this.#aids = aids;
  }

  /** The question of a key, or null when its article was changed or is no longer there. */
  async of(guildId: string | null, key: QuestionKey): Promise<Question | null> {
    const article = this.#libraryFor(guildId).byId(key.article);
    return article === null ? null : makeQuestion(await this.#material(article), key);
  }

  /** The key of question `number` of a round: always the same one, and none that was asked before. */
  async choose(round: Round, number: number): Promise<QuestionKey | null> {
    const before = new Set((await this.asked(round)).map(({ question }) => sameness(question)));
    const { articleId, kind, difficulty } = round.settings;
    const library = this.#libraryFor(round.guildId);
    const named = articleId === null ? null : library.byId(articleId);
    if (articleId !== null && named === null) return null;
    const kinds = kind === null ? chanceFrom(`${round.seed} kinds`).shuffled(KINDS) : [kind];
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const chance = chanceFrom(`${round.seed} ${number} ${attempt}`);
      const article = named ?? chance.pick(library.articles);
      const turn = kinds[(number - 1 + attempt) % kinds.length];
      if (article === null || turn === undefined) return null;
      const question = await this.#draw(article, turn, difficulty, chance.below(SEEDS));
      if (question !== null && !before.has(sameness(question))) return question.key;
    }
    return null;
  }

  /** The questions that a round has asked, in order. */
  async asked({ guildId, past }: Pick<Round, 'guildId' | 'past'>): Promise<NumberedQuestion[]> {
    const made = await Promise.all(
      past.map(async ({ number, key }) => ({ number, question: await this.of(guildId, key) })),
    );
    return made.flatMap(({ number, question }) =>
      question === null ? [] : [{ number, question }],
    );
  }

  /** A question with choices about an excerpt, the same one for the same `name`; `draw` finds it again. */
  async ofExcerpt(
    guildId: string | null,
    { articleId, numbers, name }: ExcerptAsked,
  ): Promise<{ readonly question: Question; readonly draw: number } | null> {
    for (let draw = 0; draw < DRAWS; draw += 1) {
      const question = await this.drawn(guildId, articleId, name, draw);
      if (question?.choices && numbers.includes(question.paragraph.number))
        return { question, draw };
    }
    return null;
  }

  /** The question that a draw under `name` makes of an article. */
  async drawn(
    guildId: string | null,
    articleId: string,
    name: string,
    draw: number,
  ): Promise<Question | null> {
    const article = this.#libraryFor(guildId).byId(articleId);
    if (article === null) return null;
    const chance = chanceFrom(`${name} ${draw}`);
    const kind = EXCERPT_KINDS[draw % EXCERPT_KINDS.length] ?? 'match';
    return this.#draw(article, kind, 'normal', chance.below(SEEDS));
  }

  /** Words and sentences that stand beside a card's own, from its article or the first one. */
  async pool(guildId: string | null, articleId: string | null, name: string): Promise<CardText[]> {
    const library = this.#libraryFor(guildId);
    const article = (articleId === null ? null : library.byId(articleId)) ?? library.first;
    const draws = Array.from({ length: POOL }, (_, draw) =>
      this.drawn(guildId, article.id, name, draw),
    );
    const drawn = await Promise.all(draws);
    return drawn.flatMap((question) => (question === null ? [] : [cardOf(question)]));
  }

  /**
   * What a card's word or sentence is easily taken for, the closest first, as in the questions of
   * its article: of its kind and length, and with no meaning in common. Empty where its article
   * does not know it.
   */
  async rivals(guildId: string | null, { articleId, kind, zh, en, learning }: CardText) {
    const article = articleId === null ? null : this.#libraryFor(guildId).byId(articleId);
    if (article === null) return [];
    const { words, passages, rivalWords } = await this.#material(article);
    const asked = learning === 'zh' ? 'en' : 'zh';
    if (kind === 'sentence') {
      const found = passages.find(({ passage }) => passage.zh === zh && passage.en === en);
      return (found?.rivals[asked] ?? []).map((rival) => ({ kind, zh: rival.zh, en: rival.en }));
    }
    const found = words.normal.find((word) => word.zh === zh);
    const rivals = found === undefined ? [] : rivalWords(found, asked);
    return rivals.map((rival) => ({ kind, zh: rival.zh, en: rival.meaning.text }));
  }

  async judge(question: Question, given: Given): Promise<Verdict> {
    const { dictionary } = await this.#aids();
    return judge(question, given, dictionary.knowsEnglish);
  }

  async #draw(
    article: Article,
    kind: QuestionKey['kind'],
    difficulty: QuestionKey['difficulty'],
    seed: number,
  ): Promise<Question | null> {
    const material = await this.#material(article);
    const { revision } = material;
    const key = { article: article.id, revision, kind, difficulty, learning: null, seed };
    return makeQuestion(material, key);
  }

  #material(article: Article): Promise<Material> {
    const known = this.#materials.get(article);
    if (known !== undefined) return known;
    const others = this.#libraryFor(null).articles;
    const preparing = this.#aids().then((aids) => prepareMaterial(article, aids, others));
    preparing.catch(() => this.#materials.delete(article));
    this.#materials.set(article, preparing);
    return preparing;
  }
}

/** What makes two questions the same to a reader: the place and the answer. */
function sameness({ paragraph, right }: Question): string {
  return `${paragraph.article} ${paragraph.number} ${right}`;
}
