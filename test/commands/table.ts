import { fileURLToPath } from 'node:url';
import {
  type Command,
  type CommandRequest,
  type ComponentRequest,
  type ModalRequest,
  optionsFrom,
  type Reply,
  type Services,
} from '../../commands/command.ts';
import { quizStage } from '../../commands/quiz/stage.ts';
import { readArticleFolder } from '../../src/article/folder.ts';
import { Library } from '../../src/article/library.ts';
import { SettableClock } from '../../src/clock/clock.ts';
import { createOutbox } from '../../src/discord/outbox.ts';
import { readingAids } from '../../src/language/reading-aids.ts';
import { Questions } from '../../src/play/questions.ts';
import { Rounds } from '../../src/play/rounds.ts';
import { prefixOf } from '../../src/render/custom-id.ts';
import { openStore, type Store } from '../../src/storage/store.ts';
import { wordsFor } from '../../src/words/index.ts';
import { request as anyRequest, services as plain } from './ask.ts';

/** A Tuesday's noon in UTC, when every table's clock stands still until it is moved. */
export const NOON = Date.parse('2026-11-24T12:00:00Z');

type Answer = () => unknown;

/** Everything that playing needs, with the shipped articles, and Discord's REST as a list of calls. */
export interface Table {
  readonly services: Services;
  readonly store: Store;
  readonly clock: SettableClock;
  /** What was sent to Discord: method, route and body. */
  readonly sent: { method: string; route: string; body: string }[];
  /** What Discord answers from now on; throwing refuses. */
  answerWith(answer: Answer): void;
  /** How the rounds that ended did so, and what went wrong. */
  readonly endings: (string | null)[];
  readonly warnings: unknown[];
}

const folder = fileURLToPath(new URL('../../data/articles/', import.meta.url));
const { open: aids } = readingAids(fileURLToPath(new URL('../../.cache/', import.meta.url)));
const library = new Library(await readArticleFolder(folder));

/** A table with a store of its own, or with one that was used before, as after a restart; with our articles or others. */
export async function table(given?: Store, articles = library): Promise<Table> {
  const store = given ?? (await openStore({ file: ':memory:' }));
  const clock = new SettableClock(0, () => NOON);
  const sent: Table['sent'] = [];
  let answer: Answer = () => ({ id: `m${sent.length}`, channel_id: 'c1' });
  const call = (method: string) => async (route: string, given?: { body?: unknown }) => {
    sent.push({ method, route, body: JSON.stringify(given?.body ?? null) });
    return answer();
  };
  const rest = {
    post: call('post'),
    patch: call('patch'),
    put: call('put'),
    delete: call('delete'),
  };
  const outbox = createOutbox(rest);
  const questions = new Questions(() => articles, aids);
  const endings: Table['endings'] = [];
  const warnings: unknown[] = [];
  const rounds = new Rounds({
    ...{ store: store.rounds, cards: store.cards, questions, clock },
    stage: quizStage(outbox, clock),
    warn: (error) => warnings.push(error),
    ended: ({ ending }) => endings.push(ending),
  });
  const services: Services = {
    ...plain,
    ...store,
    ...{ library: articles, libraryFor: () => articles, clock, outbox, aids },
    ...{ questions, rounds, roundStore: store.rounds, random: Math.random },
  };
  const answerWith = (given: Answer) => {
    answer = given;
  };
  return { services, store, clock, sent, answerWith, endings, warnings };
}

type Changes = Partial<Omit<CommandRequest & ComponentRequest & ModalRequest, 'options'>> & {
  readonly options?: Readonly<Record<string, unknown>>;
};

/** A member at a table. */
export function memberAt({ services, clock }: Table, userId = '1001') {
  const request = (changes: Changes = {}) => ({
    ...anyRequest,
    ...{ userId, guildId: 'g1', channelId: 'c1', now: clock.now(), words: wordsFor('en') },
    botPermissions: 3072n,
    ...{ own: true, values: [], fields: {} },
    ...changes,
    options: optionsFrom(changes.options ?? {}),
  });
  return {
    run: async (command: Command, changes?: Changes) =>
      settled(command.run(request(changes), services)),
    press: async (command: Command, id: string, changes?: Changes) => {
      const handler = command.components?.find(({ prefix }) => prefix === prefixOf(id));
      return settled((await handler?.run(id, request(changes), services)) ?? null);
    },
    submit: async (command: Command, id: string, answer: string) => {
      const handler = command.modals?.find(({ prefix }) => prefix === prefixOf(id));
      const given = request({ fields: { answer } });
      return settled((await handler?.run(id, given, services)) ?? null);
    },
    complete: async (command: Command, name: string, text: string) =>
      command.complete?.({ ...request(), focused: { name, text } }, services) ?? [],
    say: async (command: Command, repliedTo: string | null, text: string | null) => {
      const message = { ...request(), channelId: 'c1', messageId: 'said', repliedTo, text };
      return (await command.answered?.(message, services)) ?? null;
    },
  };
}

/** A reply once it is there: one that comes later is waited for. */
async function settled(replying: Reply | null | Promise<Reply | null>): Promise<Reply | null> {
  const reply = await replying;
  if (reply?.kind !== 'later') return reply;
  return { kind: 'message', private: reply.private, ...(await reply.work()) };
}

/** Every custom_id in a reply or message with this prefix. */
export function idsIn(value: unknown, prefix: string): string[] {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return [...text.matchAll(/"custom_id":"([^"]+)"/g)]
    .map(([, id = '']) => id)
    .filter((id) => prefixOf(id) === prefix);
}
