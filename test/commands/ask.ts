import { fileURLToPath } from 'node:url';
import {
  type Attachment,
  type ChosenChannel,
  type ChosenRole,
  type Command,
  type CommandRequest,
  type ComponentRequest,
  type MessageMenu,
  type ModalRequest,
  optionsFrom,
  type Reply,
  type Services,
} from '../../commands/command.ts';
import { quizStage } from '../../commands/quiz/stage.ts';
import { concordanceOver } from '../../src/article/concordance.ts';
import { Libraries } from '../../src/article/libraries.ts';
import { Library } from '../../src/article/library.ts';
import { indexedArticle } from '../../src/article/search.ts';
import { attachmentFetcher } from '../../src/discord/attachments.ts';
import { createOutbox } from '../../src/discord/outbox.ts';
import { createPosts } from '../../src/discord/posts.ts';
import { Workshop } from '../../src/intake/workshop.ts';
import { readingAids } from '../../src/language/reading-aids.ts';
import { Questions } from '../../src/play/questions.ts';
import { Rounds } from '../../src/play/rounds.ts';
import { STANDARD } from '../../src/reader/preferences.ts';
import { prefixOf } from '../../src/render/custom-id.ts';
import { postTitle, renderPost } from '../../src/render/post.ts';
import { openStore } from '../../src/storage/store.ts';
import { wordsFor } from '../../src/words/index.ts';
import { TIDES, WIND } from '../article/fixtures.ts';

const CACHE = fileURLToPath(new URL('../../.cache/', import.meta.url));
const library = new Library({
  articles: [TIDES, WIND],
  bad: [{ file: 'bad.json', reasons: ['level: must be one of easy, middle, hard'] }],
});
const unreachable = () => Promise.reject(new Error('there is no network in this test'));
const nowhere = { post: unreachable, patch: unreachable, put: unreachable, delete: unreachable };

export const store = await openStore({ file: ':memory:' });
await store.search.follow(null, library.articles.map(indexedArticle));
const clock = { now: () => 0, onSet: () => () => {} };
const { open: aids } = readingAids(CACHE);
const outbox = createOutbox(nowhere);
const questions = new Questions(() => library, aids);

export const services: Services = {
  ...store,
  library,
  libraryFor: () => library,
  libraries: new Libraries(library, store.serverArticles, store.search),
  random: () => 0,
  version: '1.2.3',
  clock,
  outbox,
  aids,
  concordance: concordanceOver(aids),
  questions,
  rounds: new Rounds({
    ...{ store: store.rounds, cards: store.cards, questions, clock },
    stage: quizStage(outbox, clock),
    warn: () => {},
    ended: () => {},
  }),
  roundStore: store.rounds,
  scores: store.scores,
  cards: store.cards,
  workshop: new Workshop([CACHE]),
  fetchAttachment: attachmentFetcher('https://discord.com/api'),
  posts: createPosts({ get: unreachable, post: unreachable }, (post) => ({
    body: renderPost(post, 'abcd'),
    title: postTitle(post),
  })),
};

export const request: CommandRequest = {
  userId: '1',
  guildId: '2',
  channelId: '3',
  now: 0,
  preferences: STANDARD,
  locale: 'en-US',
  words: wordsFor('en'),
  managesServer: false,
  moderates: false,
  botPermissions: 0n,
  subcommand: null,
  options: optionsFrom({}),
};

type Changes = Partial<Omit<CommandRequest & ComponentRequest, 'options'>> & {
  readonly options?: Readonly<Record<string, unknown>>;
  readonly channels?: Readonly<Record<string, ChosenChannel>>;
  readonly roles?: Readonly<Record<string, ChosenRole>>;
};

/** A reply as plain text: its JSON, which holds every text, label and custom_id. */
export function textOf(reply: Reply | null): string {
  return JSON.stringify(reply);
}

/** Runs a command with `changes` to an ordinary request. */
export async function run(command: Command, changes: Changes = {}) {
  const { options = {}, channels = {}, roles = {}, ...rest } = changes;
  const given = optionsFrom(options, channels, {}, roles);
  return command.run({ ...request, ...rest, options: given }, services);
}

/** What a command suggests while `text` is typed into the option `name`. */
export async function complete(
  command: Command,
  name: string,
  text: string,
  options = {},
  { channels = {}, ...changes }: Omit<Changes, 'options'> = {},
) {
  const given = optionsFrom(options, channels);
  const asked = { ...request, ...changes, options: given, focused: { name, text } };
  return command.complete?.(asked, services) ?? [];
}

/** Presses the button `id`, or chooses in the select, as the reader the message belongs to. */
export async function press(command: Command, id: string, changes: Changes = {}) {
  const handler = command.components?.find(({ prefix }) => prefix === prefixOf(id));
  const { options: _, ...rest } = changes;
  return handler?.run(id, { ...request, own: true, values: [], ...rest }, services) ?? null;
}

/** Sends the modal `id` with `fields`, opened by the reader the message belongs to. */
export async function submit(command: Command, id: string, fields: ModalRequest['fields']) {
  const handler = command.modals?.find(({ prefix }) => prefix === prefixOf(id));
  return handler?.run(id, { ...request, own: true, fields }, services) ?? null;
}

type Asking = Changes & {
  readonly attachments?: Readonly<Record<string, Attachment>>;
  readonly fields?: Readonly<Record<string, string>>;
};

/** Asks one command with other services than the usual ones. */
export function asker(command: Command, others: Services) {
  const requestOf = ({ options = {}, attachments = {}, ...changes }: Asking) => ({
    ...request,
    ...changes,
    options: optionsFrom(options, {}, attachments),
  });
  return {
    run: async (asking: Asking) => command.run(requestOf(asking), others),
    complete: async (name: string, text: string, asking: Asking) =>
      command.complete?.({ ...requestOf(asking), focused: { name, text } }, others) ?? [],
    press: async (id: string, asking: Asking) => {
      const handler = command.components?.find(({ prefix }) => prefix === prefixOf(id));
      return handler?.run(id, { own: true, values: [], ...requestOf(asking) }, others) ?? null;
    },
    submit: async (id: string, asking: Asking) => {
      const handler = command.modals?.find(({ prefix }) => prefix === prefixOf(id));
      return handler?.run(id, { own: true, fields: {}, ...requestOf(asking) }, others) ?? null;
    },
  };
}

/** Opens an entry of the context menu of a message that says `text`. */
export async function open(menu: MessageMenu, text: string, changes: Changes = {}) {
  const { options: _, ...rest } = changes;
  const message = { id: '5', text, authorIsBot: false };
  return menu.run({ ...request, ...rest, message }, services);
}
