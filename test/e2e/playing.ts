import type { APIMessage } from 'discord-api-types/v10';
import { afterAll, beforeAll, expect } from 'vitest';
import type { Question } from '../../src/quiz/question.ts';
import type { Round } from '../../src/quiz/round.ts';
import { quizAnswerButton, quizTypeButton } from '../../src/render/quiz.ts';
import type { Exchange } from '../../src/sandbox/exchange.ts';
import { printMessage } from '../../src/sandbox/print.ts';
import { openStore, type Store } from '../../src/storage/store.ts';
import type { house } from './house.ts';

/** A question as it is open, with what a player who knows everything needs. */
export interface Asked {
  readonly round: Round;
  readonly question: Question;
  /** The ids of the right choice, of a wrong one, and of the button that opens the field. */
  readonly right: string;
  readonly wrong: string;
  readonly type: string;
  /** The right answer as it is typed. */
  readonly typed: string;
}

/** Looks into the store of a house, where its rounds keep what they ask. */
export function playing(home: ReturnType<typeof house>) {
  const opened: { store?: Store } = {};
  beforeAll(async () => {
    opened.store = await openStore(home.store);
  });
  afterAll(() => opened.store?.close());

  const store = (): Store => {
    if (opened.store === undefined) throw new Error('the store is not open');
    return opened.store;
  };
  const roundOf = async (id: string): Promise<Round> => {
    const stored = await store().rounds.byId(id);
    if (stored === null) throw new Error(`there is no round ${id}`);
    return stored.round;
  };

  return {
    /** The round that goes on in a channel. */
    async inChannel(channelId: string): Promise<Round> {
      const stored = await store().rounds.inChannel(channelId);
      if (stored === null) throw new Error('no round goes on');
      return stored.round;
    },
    /** The solo round of a reader. */
    async soloOf(readerId: string): Promise<Round> {
      const stored = await store().rounds.soloOf(readerId);
      if (stored === null) throw new Error('no solo round goes on');
      return stored.round;
    },
    roundOf,
    /** Moves the clock on until the round asks its question `number`. */
    async asked(id: string, number = 1): Promise<Asked> {
      await expect
        .poll(async () => {
          const { phase, question, wakeAt } = await roundOf(id);
          if (phase === 'between') moveTo(home, wakeAt);
          return phase === 'asking' && question?.number === number;
        })
        .toBe(true);
      return knowing(await roundOf(id), store().rounds);
    },
    /** Moves the clock on until the round is over, whatever it still waits for. */
    async over(id: string): Promise<Round> {
      await expect
        .poll(async () => {
          const { phase, wakeAt } = await roundOf(id);
          moveTo(home, wakeAt);
          return phase;
        })
        .toBe('over');
      return roundOf(id);
    },
  };
}

function moveTo({ sandbox }: ReturnType<typeof house>, instant: number | null): void {
  if (instant !== null && instant > sandbox.clock.now()) sandbox.clock.set(instant);
}

async function knowing(round: Round, rounds: Store['rounds']): Promise<Asked> {
  const open = round.question;
  const question = open === null ? null : await rounds.question(round.id, open.number);
  if (open === null || question === null) throw new Error('the question was not kept');
  const place = question.choices?.right ?? 0;
  const id = (at: number) => quizAnswerButton.write(round.id, open.number, at);
  return {
    round,
    question,
    right: id(place),
    wrong: id(place === 0 ? 1 : 0),
    type: quizTypeButton.write(round.id, open.number),
    typed: question.key.kind === 'match' ? ('ABCD'[place] ?? '') : question.right,
  };
}

export function messageOf({ message }: Exchange): APIMessage {
  if (message === undefined) throw new Error('no message came');
  return message;
}

export const shown = (exchange: Exchange) => printMessage(messageOf(exchange));
