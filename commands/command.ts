import type {
  APIApplicationCommandBasicOption,
  APIApplicationCommandSubcommandOption,
  APIModalInteractionResponseCallbackData,
  LocalizationMap,
} from 'discord-api-types/v10';
import type { Concordance } from '../src/article/concordance.ts';
import type { Libraries } from '../src/article/libraries.ts';
import type { Library } from '../src/article/library.ts';
import type { SearchIndex } from '../src/article/search.ts';
import type { Clock } from '../src/clock/clock.ts';
import type { Deliveries, Posts, Schedules } from '../src/daily/ports.ts';
import type { DraftStore } from '../src/intake/draft-store.ts';
import type { Workshop } from '../src/intake/workshop.ts';
import type { ReadingAids } from '../src/language/reading-aids.ts';
import type { Questions } from '../src/play/questions.ts';
import type { Rounds } from '../src/play/rounds.ts';
import type { PersonalData } from '../src/privacy/owned-data.ts';
import type { Cards, Rounds as RoundStore, Scores } from '../src/quiz/ports.ts';
import type { Preferences } from '../src/reader/preferences.ts';
import type { Progress } from '../src/reader/progress.ts';
import type { Readers } from '../src/reader/readers.ts';
import type { CustomId } from '../src/render/custom-id.ts';
import type { MessageBody, MessageFile } from '../src/render/message.ts';
import type { Words } from '../src/words/index.ts';
import type { FetchAttachment } from './attachment.ts';
import type { Outbox } from './outbox.ts';

/** What a command may use. The composition root makes it; nothing else is reached for. */
export interface Services {
  /**
   * The articles that may be seen where the request comes from: the router puts in those of the bot
   * and those of the request's own server, so that a command cannot show another server's.
   */
  readonly library: Library;
  /** All libraries, for what changes a server's own. */
  readonly libraries: Libraries;
  readonly drafts: DraftStore;
  /** Reads and aligns texts off the event loop. */
  readonly workshop: Workshop;
  readonly fetchAttachment: FetchAttachment;
  /** The same for what happens without a request, in the server `guildId` or in direct messages. */
  readonly libraryFor: (guildId: string | null) => Library;
  readonly schedules: Schedules;
  /** Plays rounds; `roundStore` is where they are kept. */
  readonly rounds: Rounds;
  readonly roundStore: RoundStore;
  readonly questions: Questions;
  readonly scores: Scores;
  readonly cards: Cards;
  /** What readers and servers chose in the settings. */
  readonly readers: Readers;
  readonly deliveries: Pick<Deliveries, 'add'>;
  readonly posts: Pick<Posts, 'send'>;
  /** Numbers from 0 up to but not including 1. */
  readonly random: () => number;
  readonly version: string;
  /** For what happens later; what a request asks for happens at its own `now`. */
  readonly clock: Clock;
  readonly outbox: Outbox;
  readonly search: SearchIndex;
  readonly progress: Progress;
  /** Every place that keeps something of a person. */
  readonly personal: readonly PersonalData[];
  /** Opens dictionary, words and readings at the first call. */
  readonly aids: () => Promise<ReadingAids>;
  /** Where words stand in the articles; opens the dictionary, too. */
  readonly concordance: () => Promise<Concordance>;
}

/** Who asks, from where, when and in which language: what every request tells. */
export interface Request {
  readonly userId: string;
  /** The server the request comes from, or null outside one. */
  readonly guildId: string | null;
  readonly channelId: string | null;
  /** When the request was made, in milliseconds since 1970. */
  readonly now: number;
  /** How the reader reads: their own choices, else the server’s, else the standard. */
  readonly preferences: Preferences;
  /** What the reader’s Discord is set to, or for a message the server. */
  readonly locale: string;
  /** In the language that the reader chose, or else that of their Discord. */
  readonly words: Words;
  /** Whether the member may manage the server the request comes from; false outside one. */
  readonly managesServer: boolean;
}

/** A channel that a member chose, with what the bot may do there (Discord's permission bits). */
export interface ChosenChannel {
  readonly id: string;
  /** Discord's channel type. */
  readonly type: number;
  readonly name: string;
  readonly botPermissions: bigint;
  /** What a forum sorts its posts by; empty elsewhere. */
  readonly tags: readonly { readonly id: string; readonly name: string }[];
  /** Whether a post of this forum must have a tag. */
  readonly needsTag: boolean;
}

/** A role that a member chose. */
export interface ChosenRole {
  readonly id: string;
  /** Whether everybody may mention it. */
  readonly mentionable: boolean;
}

/** A file that a member attached, as it lies with Discord. */
export interface Attachment {
  readonly url: string;
  readonly name: string;
  /** In bytes. */
  readonly size: number;
  readonly contentType: string | null;
}

/** The options a member filled in, by their English names. */
export interface Options {
  text(name: string): string | null;
  number(name: string): number | null;
  flag(name: string): boolean | null;
  /** The id of a user or role that was chosen. */
  id(name: string): string | null;
  channel(name: string): ChosenChannel | null;
  role(name: string): ChosenRole | null;
  attachment(name: string): Attachment | null;
}

/** A request from where the bot may post by itself, or may not. */
export interface BotPlace extends Request {
  /** What the bot may do in the channel the request comes from (Discord's permission bits). */
  readonly botPermissions: bigint;
}

export interface CommandRequest extends BotPlace {
  /** Whether the member may manage messages or the server; false outside one. */
  readonly moderates: boolean;
  readonly subcommand: string | null;
  readonly options: Options;
}

export interface CompletionRequest extends CommandRequest {
  /** The option being typed, and what stands in it so far. */
  readonly focused: { readonly name: string; readonly text: string };
}

export interface ComponentRequest extends BotPlace {
  /** Whether the message is an answer to the same reader, or private: then it may be changed. */
  readonly own: boolean;
  /** What was chosen, for a select. */
  readonly values: readonly string[];
}

export interface ModalRequest extends Request {
  /** Whether the modal was opened from a message that may be changed, as for a component. */
  readonly own: boolean;
  /** What was typed or chosen, by the custom_id of its field. */
  readonly fields: Readonly<Record<string, string>>;
}

/** A message that a member opened the context menu of. */
export interface MenuRequest extends Request {
  readonly message: {
    readonly id: string;
    /** All that can be read in it: its content, or the texts of its components and embeds. */
    readonly text: string;
    readonly authorIsBot: boolean;
  };
}

/** A message that answers one of the bot's, or that was sent to it directly. */
export interface AnswerRequest extends Request {
  readonly messageId: string;
  readonly channelId: string;
  /** The message it replies to; null for a direct message that replies to none. */
  readonly repliedTo: string | null;
  /** What was written, or null where Discord hides it: a reply without a ping in a server. */
  readonly text: string | null;
}

/** What answers an AnswerRequest: a reaction to the message, a reply without a ping, or both. */
export interface Answer {
  /** One character of Unicode's emoji. */
  readonly reaction?: string;
  readonly body?: MessageBody;
}

/**
 * What goes back. `message` is a new one, `update` changes the one whose button was pressed,
 * `modal` asks for more, and `later` shows that the bot is at work before it does what takes more
 * than a second; a message comes of it, as visible as was said first.
 */
export type Reply =
  | {
      readonly kind: 'message';
      readonly body: MessageBody;
      readonly private: boolean;
      readonly files?: readonly MessageFile[];
    }
  | {
      readonly kind: 'update';
      readonly body: MessageBody;
      readonly files?: readonly MessageFile[];
    }
  | { readonly kind: 'modal'; readonly modal: APIModalInteractionResponseCallbackData }
  | {
      readonly kind: 'later';
      readonly private: boolean;
      readonly work: () => Promise<{
        readonly body: MessageBody;
        readonly files?: readonly MessageFile[];
      }>;
    };

/** A reply that is all there, with what stands in it. */
export type Written = Extract<Reply, { readonly body: MessageBody }>;

/** Most replies are ready at once; those that wait for the store are promised. */
export type Replying = Reply | Promise<Reply>;

/** One suggestion of an autocomplete. */
export interface Completion {
  readonly name: string;
  readonly value: string | number;
}

/** Answers one kind of custom_id: `Asked` is the request of a component or of a modal. */
export interface Handler<Asked extends Request> {
  readonly prefix: string;
  /** The reply, or null when the custom_id is not one the bot made. */
  readonly run: (id: string, request: Asked, services: Services) => Replying | null;
}

/** A slash command: what Discord shows of it, and what it does, in one object. */
export interface Command {
  readonly data: CommandData;
  readonly run: (request: CommandRequest, services: Services) => Replying;
  readonly complete?: (
    request: CompletionRequest,
    services: Services,
  ) => Completion[] | Promise<Completion[]>;
  readonly components?: readonly Handler<ComponentRequest>[];
  readonly modals?: readonly Handler<ModalRequest>[];
  /** Answers a message to the bot; null when it is none of this command's business. */
  readonly answered?: (
    request: AnswerRequest,
    services: Services,
  ) => Answer | null | Promise<Answer | null>;
}

/** An entry in the context menu of every message, under Apps. */
export interface MessageMenu {
  readonly data: { readonly name: string; readonly name_localizations: LocalizationMap };
  readonly run: (request: MenuRequest, services: Services) => Replying;
}

/** All that the bot offers. */
export interface Offer {
  readonly commands: readonly Command[];
  readonly menus: readonly MessageMenu[];
}

interface CommandData {
  readonly name: string;
  readonly name_localizations: LocalizationMap;
  readonly description: string;
  readonly description_localizations: LocalizationMap;
  readonly options?: (APIApplicationCommandBasicOption | APIApplicationCommandSubcommandOption)[];
  /** The permissions a member needs to see the command, in decimal; everyone without it. */
  readonly default_member_permissions?: string;
  /** Whether it means something in a server alone, so that Discord offers it nowhere else. */
  readonly serverOnly?: boolean;
}

/**
 * Something a reader asked for that cannot be had: `explain` says in their words what is wrong and
 * what is possible. Anything else that is thrown is a bug.
 */
export class UserError extends Error {
  readonly explain: (words: Words) => string;

  constructor(explain: (words: Words) => string) {
    super('the reader asked for something that cannot be had');
    this.explain = explain;
  }
}

/** Joins a custom_id's definition with what answers it. */
export function handle<
  Values extends readonly (string | number)[],
  Asked extends Request = ComponentRequest,
>(
  customId: CustomId<Values>,
  run: (values: Values, request: Asked, services: Services) => Replying,
): Handler<Asked> {
  return {
    prefix: customId.prefix,
    run: (id, request, services) => {
      const values = customId.read(id);
      return values === null ? null : run(values, request, services);
    },
  };
}

/** The options of a request from plain values, as they come from Discord or from a test. */
export function optionsFrom(
  values: Readonly<Record<string, unknown>>,
  channels: Readonly<Record<string, ChosenChannel>> = {},
  attachments: Readonly<Record<string, Attachment>> = {},
  roles: Readonly<Record<string, ChosenRole>> = {},
): Options {
  const text = (name: string) => {
    const value = values[name];
    return typeof value === 'string' ? value : null;
  };
  return {
    text,
    id: text,
    number: (name) => {
      const value = values[name];
      return typeof value === 'number' ? value : null;
    },
    flag: (name) => {
      const value = values[name];
      return typeof value === 'boolean' ? value : null;
    },
    channel: (name) => channels[name] ?? null,
    role: (name) => roles[name] ?? null,
    attachment: (name) => attachments[name] ?? null,
  };
}

export function publicReply(body: MessageBody): Reply {
  return { kind: 'message', body, private: false };
}

export function privateReply(body: MessageBody): Written {
  return { kind: 'message', body, private: true };
}

/** Changes the message for the reader it belongs to; anyone else gets a copy only they see. */
export function updateOrCopy(request: { readonly own: boolean }, body: MessageBody): Written {
  return request.own ? { kind: 'update', body } : privateReply(body);
}
