import type { PersonalData, ServerData } from '../privacy/owned-data.ts';
import type { Card } from './card.ts';
import type { Question } from './question.ts';
import type { Round } from './round.ts';
import type { Activity, Ranked, ReaderActivity } from './score.ts';

/** A round as it stands in the store; `version` changes with every change of it. */
export interface StoredRound {
  readonly round: Round;
  readonly version: number;
}

/** A reader's first answer to a question, which is the one that counts. */
export interface CountedAnswer {
  /** The round, or for a daily quiz whatever names its delivery. */
  readonly roundId: string;
  /** The question's number in the round, from 1. */
  readonly number: number;
  readonly readerId: string;
  readonly guildId: string | null;
  readonly channelId: string | null;
  /** In milliseconds since 1970. */
  readonly at: number;
  readonly right: boolean;
  /** From 0 to 1. */
  readonly points: number;
  /** From the question to the answer. */
  readonly milliseconds: number;
}

/** A question of a round with its number. */
export interface NumberedQuestion {
  readonly number: number;
  readonly question: Question;
}

/** Rounds with their questions, kept until they are a month old. */
export interface Rounds extends PersonalData, ServerData {
  /**
   * Adds a round unless one goes on in its channel, or for its reader when it is a solo one: then
   * false, and nothing is changed.
   */
  add(round: Round): Promise<boolean>;
  byId(id: string): Promise<StoredRound | null>;
  /** The round that goes on in a channel and is not solo. */
  inChannel(channelId: string): Promise<StoredRound | null>;
  /** The solo round that a reader has not ended. */
  soloOf(readerId: string): Promise<StoredRound | null>;
  /** The round that a message asks a question of, and its number. */
  byMessage(messageId: string): Promise<{ readonly id: string; readonly number: number } | null>;
  /** The rounds in channels that go on: after a start of the bot they have to be woken. */
  goingOn(): Promise<readonly Round[]>;
  /**
   * Puts `round` in the place of the version that was read, together with the answers that counted.
   * False when somebody else was faster: then nothing was written.
   */
  save(round: Round, version: number, answers: readonly CountedAnswer[]): Promise<boolean>;
  /**
   * Keeps what a round asks under `number`, and gives what is kept: what another process wants to
   * ask under a number that has its question already is not.
   */
  keepQuestion(id: string, number: number, question: Question): Promise<Question>;
  /** What a round asked under `number`, as it was asked. */
  question(id: string, number: number): Promise<Question | null>;
  /** Everything that a round asked, in order. */
  questions(id: string): Promise<readonly NumberedQuestion[]>;
  /** Deletes the rounds that ended and began before `instant`; answers and scores stay. */
  prune(instant: number): Promise<void>;
}

/** Whose answers a leaderboard counts. */
export type Scope = { readonly guildId: string } | { readonly channelId: string };

/** Everybody's first answers. */
export interface Scores extends PersonalData, ServerData {
  /** Keeps an answer; false when the reader had answered that question before. */
  record(answer: CountedAnswer): Promise<boolean>;
  /** What readers did, by quarters of an hour; in one server only when it is named. */
  activityOf(
    readerIds: readonly string[],
    guildId: string | null,
  ): Promise<readonly ReaderActivity[]>;
  /** What everybody there did since `since`, by quarters of an hour. */
  activityIn(scope: Scope, since: number): Promise<readonly Activity[]>;
  /** Everybody who answered since `since`, the best first; at most `limit`. */
  ranking(scope: Scope, since: number, limit: number): Promise<readonly Ranked[]>;
  /** How many answered in a round or daily quiz, and how many of these answers were right. */
  tally(roundId: string): Promise<{ readonly answered: number; readonly right: number }>;
  /** A reader's answers in a round, in the order of the questions. */
  answersOf(roundId: string, readerId: string): Promise<readonly CountedAnswer[]>;
}

/** A reader who wants to be told when cards are due. */
export interface Reminder {
  readonly readerId: string;
  /** The language to tell it in. */
  readonly language: Round['language'];
  /** How many cards are due. */
  readonly due: number;
}

/** Cards of all readers. */
export interface Cards extends PersonalData {
  /** Keeps the cards that are new; a card that is there stays as it is. Gives how many were new. */
  save(cards: readonly Card[]): Promise<number>;
  byId(readerId: string, id: string): Promise<Card | null>;
  /** A reader's cards, the one that is due first in front. */
  of(readerId: string): Promise<readonly Card[]>;
  /** The card to ask at `now`, if any is due, and how many are; `next` is when the next one is. */
  due(
    readerId: string,
    now: number,
  ): Promise<{ readonly card: Card | null; readonly count: number; readonly next: number | null }>;
  /** Puts the card in the place of the one with as many reviews as `reps`; false if there is none. */
  change(card: Card, reps: number): Promise<boolean>;
  /** False when there is none. */
  remove(readerId: string, id: string): Promise<boolean>;
  /** Switches the reminder on, in a language, or off with null. */
  remind(readerId: string, language: Round['language'] | null): Promise<void>;
  /**
   * The readers who want to be reminded, have a card that is due at `now` and were not reminded
   * since `since`. Whoever is given here counts as reminded at `now`: no other process gets them.
   */
  takeReminders(now: number, since: number): Promise<readonly Reminder[]>;
}
