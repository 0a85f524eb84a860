import { setImmediate as turn } from 'node:timers/promises';
import type { Article } from '../article/article.ts';
import type { Library } from '../article/library.ts';
import type { ReadingAids } from '../language/reading-aids.ts';
import { type CardText, cardOf } from '../quiz/card.ts';
import { chanceFrom } from '../quiz/chance.ts';
import { judge } from '../quiz/judge.ts';
import { makeQuestion } from '../quiz/make.ts';
import type { NumberedQuestion } from '../quiz/ports.ts';
import {
  type Given,
  KINDS,
  type Question,
  type QuestionKey,
  SEEDS,
  type Verdict,
} from '../quiz/question.ts';
import type { Round } from '../quiz/round.ts';
import { sectionOfSeed } from '../quiz/sections.ts';
import { Materials } from './materials.ts';

/** So often a question is drawn anew when the article had none of its kind, or the same again. */
const ATTEMPTS = 40;

/** So many draws find a question about one paragraph of the longest article. */
const DRAWS = 20_000;
/** Whoever waits is answered after so many of them. */
const DRAWS_A_TURN = 50;
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
  readonly #materials: Materials;

  constructor(libraryFor: (guildId: string | null) => Library, aids: () => Promise<ReadingAids>) {
    this.#libraryFor = libraryFor;
    this.#aids = aids;
    this.#materials = new Materials(aids, () => libraryFor(null).articles);
  }

  /** Question `number` of a round: none like those that were `asked` before; null if there is none. */
  async choose(
    round: Round,
    number: number,
    asked: readonly NumberedQuestion[],
  ): Promise<Question | null> {
    const before = new Set(asked.map(({ question }) => sameness(question)));
    const { articleId, kind, difficulty, learning } = round.settings;
    const library = this.#libraryFor(round.guildId);
    const named = articleId === null ? null : library.byId(articleId);
    if (articleId !== null && named === null) return null;
    const kinds = kind === null ? chanceFrom(`${round.seed} kinds`).shuffled(KINDS) : [kind];
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      const chance = chanceFrom(`${round.seed} ${number} ${attempt}`);
      const article = named ?? chance.pick(library.articles);
      const turn = kinds[(number - 1 + attempt) % kinds.length];
      if (article === null || turn === undefined) return null;
      const wanted = { kind: turn, difficulty, learning };
      const question = await this.#draw(article, chance.below(SEEDS), wanted);
      if (question !== null && !before.has(sameness(question))) return question;
    }
    return null;
  }

  /** A question with choices about an excerpt, the same one for the same `name`; `draw` finds it again. */
  async ofExcerpt(
    guildId: string | null,
    { articleId, numbers, name }: ExcerptAsked,
  ): Promise<{ readonly question: Question; readonly draw: number } | null> {
    const article = this.#libraryFor(guildId).byId(articleId);
    if (article === null) return null;
    const sections = this.#materials.sectionsWith(article, numbers);
    for (let draw = 0; draw < DRAWS; draw += 1) {
      if (draw % DRAWS_A_TURN === DRAWS_A_TURN - 1) await turn();
      if (!sections.has(this.#sectionOf(article, seedOf(name, draw)))) continue;
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
    const kind = EXCERPT_KINDS[draw % EXCERPT_KINDS.length] ?? 'match';
    const seed = seedOf(name, draw);
    return this.#draw(article, seed, { kind, difficulty: 'normal', learning: null });
  }

  /** Words and sentences that stand beside a card's own, from its article or the first one. */
  async pool(guildId: string | null, articleId: string | null, name: string): Promise<CardText[]> {
    const library = this.#libraryFor(guildId);
    const article = (articleId === null ? null : library.byId(articleId)) ?? library.first;
    const sectionOf = (draw: number) => this.#sectionOf(article, seedOf(name, draw));
    const section = sectionOf(0);
    const draws = Array.from(
      { length: POOL * this.#materials.sections(article) },
      (_, draw) => draw,
    )
      // Of one section: a pool is not worth preparing a whole book.
      .filter((draw) => sectionOf(draw) === section);
    const drawn = await Promise.all(
      draws.map((draw) => this.drawn(guildId, article.id, name, draw)),
    );
    return drawn.flatMap((question) => (question === null ? [] : [cardOf(question)]));
  }

  /**
   * What a card's word or sentence is easily taken for, the closest first, as in the questions of
   * its article: of its kind and length, and with no meaning in common. Empty where its article
   * does not know it.
   */
  async rivals(guildId: string | null, { articleId, kind, zh, en, learning, pair }: CardText) {
    const article = articleId === null ? null : this.#libraryFor(guildId).byId(articleId);
    if (article === null) return [];
    const sentence = pair?.zh ?? zh;
    const place = article.paragraphs.find((paragraph) => paragraph.zh.includes(sentence));
    const [section = 0] = this.#materials.sectionsWith(article, [place?.number ?? 1]);
    const { words, passages, rivalWords } = await this.#materials.of(article, section);
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
    seed: number,
    wanted: Pick<QuestionKey, 'kind' | 'difficulty' | 'learning'>,
  ): Promise<Question | null> {
    const material = await this.#materials.of(article, this.#sectionOf(article, seed));
    const { revision } = material;
    return makeQuestion(material, { article: article.id, revision, seed, ...wanted });
  }

  #sectionOf(article: Article, seed: number): number {
    return sectionOfSeed(seed, this.#materials.sections(article));
  }
}

/** The seed of a draw under a name. */
function seedOf(name: string, draw: number): number {
  return chanceFrom(`${name} ${draw}`).below(SEEDS);
}

/** What makes two questions the same to a reader: the place and the answer. */
function sameness({ paragraph, right }: Question): string {
  return `${paragraph.article} ${paragraph.number} ${right}`;
}
