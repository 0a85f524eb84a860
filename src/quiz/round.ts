import { z } from 'zod';
import { DIFFICULTIES, KINDS } from './question.ts';
import { questionKeySchema, seedSchema } from './stored-question.ts';

/** Who may answer a question, and what ends it; the README tells readers the same. */
export const MODES = ['race', 'everyone', 'solo'] as const;
export type Mode = (typeof MODES)[number];

export const MAX_QUESTIONS = 50;
/** The shortest and longest time a question may be open, in seconds. */
export const SHORTEST = 5;
export const LONGEST = 300;

/** So many questions in a row that nobody answered end a round: the players have left. */
export const UNANSWERED_LIMIT = 5;
/** Milliseconds between the end of a question and the next, to read the right answer in. */
export const PAUSE = 6000;
/** Milliseconds after which something that Discord refused for the moment is tried again. */
export const RETRY = 10_000;
const MAX_RETRIES = 6;

const count = z.int().min(0);
const instant = z.int();

const answered = z.object({
  readerId: z.string(),
  right: z.boolean(),
  /** 1 for a right answer, less for one with a typing error, 0 for a wrong or slower one. */
  points: z.number().min(0).max(1),
  /** From the question to the answer. */
  milliseconds: count,
});

const asked = z.object({
  key: questionKeySchema,
  /** Counted from 1. */
  number: z.int().min(1),
  /** Null until Discord has taken the question, and in a solo round, whose questions are private. */
  messageId: z.string().nullable(),
  askedAt: instant,
  /** Null without a clock, and until Discord has taken the question. */
  closesAt: instant.nullable(),
});

const standing = z.object({
  readerId: z.string(),
  points: z.number().min(0),
  right: count,
  answered: count,
  /** Milliseconds of the fastest right answer. */
  fastest: count.nullable(),
});

/** A round as it stands in the store: all that is needed to go on after a restart. */
export const roundSchema = z.object({
  id: z.string(),
  guildId: z.string().nullable(),
  channelId: z.string(),
  startedBy: z.string(),
  startedAt: instant,
  /** The language of the reader who started it, in which the public messages are written. */
  language: z.enum(['en', 'zh-TW', 'zh-CN']),
  settings: z.object({
    /** Null: every kind in turn. */
    kind: z.enum(KINDS).nullable(),
    questions: z.int().min(1).max(MAX_QUESTIONS),
    /** Null: any article of the library. */
    articleId: z.string().nullable(),
    difficulty: z.enum(DIFFICULTIES),
    /** The language whose words and sentences are asked for; null: both. */
    learning: z.enum(['en', 'zh']).nullable().default(null),
    mode: z.enum(MODES),
    /** Seconds a question; null in a solo round. */
    seconds: z.int().min(SHORTEST).max(LONGEST).nullable(),
  }),
  seed: seedSchema,
  phase: z.enum(['between', 'posting', 'asking', 'revealing', 'ending', 'over']),
  /** Why the round ends or ended; null while it goes on. */
  ending: z.enum(['complete', 'stopped', 'unanswered', 'lost', 'no-question']).nullable(),
  /** When what is owed next is owed; null when that waits for a reader. */
  wakeAt: instant.nullable(),
  /** The question that is open, or was last. */
  question: asked.nullable(),
  answers: z.array(answered),
  /** Who answered the question before, or tried: when all of them have answered, it closes. */
  before: z.array(z.string()),
  /** Who came too late since the last question was asked: the next one waits for them too. */
  late: z.array(z.string()),
  /** The questions that were closed, with how many answered and how many of them were right. */
  past: z.array(asked.extend({ answered: count, right: count })),
  standings: z.array(standing),
  unanswered: count,
  retries: count,
  /** Who has been told that a reply without a ping cannot be read. */
  explained: z.array(z.string()),
});

export type Round = z.infer<typeof roundSchema>;
export type RoundSettings = Round['settings'];
export type AskedQuestion = z.infer<typeof asked>;
export type RoundAnswer = z.infer<typeof answered>;
export type Standing = z.infer<typeof standing>;

/** What a round owes the world next; the runner does it and tells the round by an event. */
export type Owed =
  | { readonly kind: 'choose'; readonly number: number }
  | { readonly kind: 'post'; readonly question: AskedQuestion }
  | { readonly kind: 'close' }
  | { readonly kind: 'reveal'; readonly question: AskedQuestion }
  | { readonly kind: 'result' };

/** A new round whose first question is owed at `now + delay`. */
export function newRound(
  given: Pick<
    Round,
    'id' | 'guildId' | 'channelId' | 'startedBy' | 'language' | 'settings' | 'seed'
  >,
  now: number,
  delay = 0,
): Round {
  return {
    ...given,
    startedAt: now,
    phase: 'between',
    ending: null,
    wakeAt: now + delay,
    question: null,
    answers: [],
    before: [],
    late: [],
    past: [],
    standings: [],
    unanswered: 0,
    retries: 0,
    explained: [],
  };
}

/** What `round` owes at `now`, or null while it waits for readers or for its time. Pure. */
export function owed(round: Round, now: number): Owed | null {
  const { phase, question, wakeAt } = round;
  if (wakeAt === null || now < wakeAt) return null;
  if (phase === 'between') return { kind: 'choose', number: (question?.number ?? 0) + 1 };
  if (phase === 'asking') return { kind: 'close' };
  if (phase === 'ending') return { kind: 'result' };
  if (question === null || phase === 'over') return null;
  const unposted = question.messageId === null && round.settings.mode !== 'solo';
  // An answer can be faster than our note of where the question stands: then it is found again.
  return unposted || phase === 'posting'
    ? { kind: 'post', question }
    : { kind: 'reveal', question };
}

/** The standings as places: most points first, then most right answers, then the fastest. */
export function places(round: Pick<Round, 'standings'>): Standing[] {
  return round.standings.toSorted(
    (a, b) =>
      b.points - a.points ||
      b.right - a.right ||
      (a.fastest ?? Number.POSITIVE_INFINITY) - (b.fastest ?? Number.POSITIVE_INFINITY) ||
      a.answered - b.answered,
  );
}

/** Whether an error that lasts has been waited for long enough. */
export function givesUp(round: Round): boolean {
  return round.retries >= MAX_RETRIES;
}
