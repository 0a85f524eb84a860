import { createHash } from 'node:crypto';
import { createEmptyCard, type Card as FsrsCard, fsrs, Rating, State } from 'ts-fsrs';
import { z } from 'zod';
import type { Language } from '../language/characters.ts';
import type { Question } from './question.ts';

/** How well a reader knew a card, worst first. */
export const GRADES = ['again', 'hard', 'good', 'easy'] as const;
export type Grade = (typeof GRADES)[number];

const RATINGS = {
  again: Rating.Again,
  hard: Rating.Hard,
  good: Rating.Good,
  easy: Rating.Easy,
} as const;

/** FSRS with its default parameters: a card is due when it is known with a chance of nine in ten. */
const scheduler = fsrs({ request_retention: 0.9 });

/** What FSRS remembers of a card. Times in milliseconds since 1970, intervals in days. */
export const memorySchema = z.object({
  due: z.int(),
  stability: z.number(),
  difficulty: z.number(),
  scheduledDays: z.number(),
  learningSteps: z.int(),
  reps: z.int(),
  lapses: z.int(),
  state: z.enum(State),
  lastReview: z.int().nullable(),
});
export type Memory = z.infer<typeof memorySchema>;

/** What a card says. `learning` is the language that is asked for; Chinese stands as in its article. */
export const cardTextSchema = z.object({
  kind: z.enum(['word', 'sentence']),
  learning: z.enum(['en', 'zh']),
  zh: z.string(),
  en: z.string(),
  pinyin: z.string(),
  zhuyin: z.string(),
  /** Where a word was met; null for a sentence, which is its own. */
  pair: z.object({ en: z.string(), zh: z.string() }).nullable(),
  articleId: z.string().nullable(),
});
export type CardText = z.infer<typeof cardTextSchema>;

/** A word or sentence that a reader reviews by date. */
export interface Card {
  /** Twelve hexadecimal digits that follow from the text: nothing is saved twice. */
  readonly id: string;
  readonly readerId: string;
  readonly text: CardText;
  readonly memory: Memory;
  /** What was remembered before the last review, as long as that can be undone or corrected. */
  readonly before: Memory | null;
  readonly savedAt: number;
}

/** Passages of so many sentence pairs at most become a card: more is no longer one thing to know. */
const MAX_PAIRS = 3;

/** What a card of a question says: its word, or else its sentences. */
export function cardOf({ word, pairs, prompt, paragraph }: Question): CardText {
  const learning: Language = 'language' in prompt ? prompt.language : 'zh';
  const some = pairs.slice(0, MAX_PAIRS);
  const sentences = {
    en: some.map(({ en }) => en).join(' '),
    zh: some.map(({ zh }) => zh).join(''),
  };
  const articleId = paragraph.article;
  if (word === null) {
    const kind = 'sentence';
    return { kind, learning, ...sentences, pinyin: '', zhuyin: '', pair: null, articleId };
  }
  const { zh, en, gloss, pinyin, zhuyin } = word;
  const meaning = learning === 'zh' && gloss !== '' ? gloss : en;
  return { kind: 'word', learning, zh, en: meaning, pinyin, zhuyin, pair: sentences, articleId };
}

/** A card that is due at once. */
export function newCard(readerId: string, text: CardText, now: number): Card {
  const { kind, learning, zh, en } = text;
  const id = createHash('sha256')
    .update(JSON.stringify([kind, learning, zh, kind === 'word' ? '' : en]))
    .digest('hex')
    .slice(0, 12);
  return { id, readerId, text, memory: kept(createEmptyCard(now)), before: null, savedAt: now };
}

/** The card after a review at `now`. */
export function review(card: Card, grade: Grade, now: number): Card {
  return { ...card, memory: next(card.memory, grade, now), before: card.memory };
}

/** The card as if its last review had been given `grade`; unchanged when there is nothing to correct. */
export function regrade(card: Card, grade: Grade): Card {
  const { before, memory } = card;
  if (before === null || memory.lastReview === null) return card;
  return { ...card, memory: next(before, grade, memory.lastReview) };
}

/** The card before its last review; null when that was undone already. */
export function undo(card: Card): Card | null {
  return card.before === null ? null : { ...card, memory: card.before, before: null };
}

/** When the card would be due after each grade of a review at `now`. */
export function dates(memory: Memory, now: number): Readonly<Record<Grade, number>> {
  const of = (grade: Grade) => next(memory, grade, now).due;
  return { again: of('again'), hard: of('hard'), good: of('good'), easy: of('easy') };
}

/** What is asked of a card: to know it again as long as it is learnt, to produce it once it is known. */
export function stageOf({ memory }: Pick<Card, 'memory'>): 'recognise' | 'produce' {
  return memory.state === State.Review ? 'produce' : 'recognise';
}

/** The grade that an answer earns: a reader who was slower or luckier than it shows corrects it. */
export function gradeFrom({ score }: { readonly score: number }): Grade {
  if (score === 0) return 'again';
  return score < 1 ? 'hard' : 'good';
}

function next(memory: Memory, grade: Grade, now: number): Memory {
  return kept(scheduler.next(asFsrs(memory), now, RATINGS[grade]).card);
}

function asFsrs({ due, lastReview, scheduledDays, learningSteps, ...rest }: Memory): FsrsCard {
  return {
    ...rest,
    due: new Date(due),
    scheduled_days: scheduledDays,
    learning_steps: learningSteps,
    // The scheduler counts the days from the last review itself.
    elapsed_days: 0,
    ...(lastReview === null ? {} : { last_review: new Date(lastReview) }),
  };
}

function kept(card: FsrsCard): Memory {
  return {
    due: card.due.getTime(),
    stability: card.stability,
    difficulty: card.difficulty,
    scheduledDays: card.scheduled_days,
    learningSteps: card.learning_steps,
    reps: card.reps,
    lapses: card.lapses,
    state: card.state,
    lastReview: card.last_review?.getTime() ?? null,
  };
}
