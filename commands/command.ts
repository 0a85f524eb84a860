import type {
  APIApplicationCommandBasicOption,
  APIApplicationCommandSubcommandOption,
  APIModalInteractionResponseCallbackData,
  LocalizationMap,
} from 'discord-api-types/v10';
import type { Library } from '../src/article/library.ts';
import type { CustomId } from '../src/render/custom-id.ts';
import type { MessageBody } from '../src/render/message.ts';
import type { Words } from '../src/words/index.ts';

/** What a command may use. The composition root makes it; nothing else is reached for. */
export interface Services {
  /**
   * The articles that may be seen where the request comes from: the router puts in those of the bot
   * and those of the request's own server, so that a command cannot show another server's.
   */
  readonly library: Library;
  /** The same for what happens without a request, in the server `guildId` or in direct messages. */
  readonly libraryFor: (guildId: string | null) => Library;
  /** Numbers from 0 up to but not including 1. */
  readonly random: () => number;
  readonly version: string;
}

/** Who asks, from where, when and in which language: what every request tells. */
export interface Request {
  readonly userId: string;
  /** The server the request comes from, or null outside one. */
  readonly guildId: string | null;
  readonly channelId: string | null;
  /** When the request was made, in milliseconds since 1970. */
  readonly now: number;
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
}

/** The options a member filled in, by their English names. */
export interface Options {
  text(name: string): string | null;
  number(name: string): number | null;
  flag(name: string): boolean | null;
  /** The id of a user or role that was chosen. */
  id(name: string): string | null;
  channel(name: string): ChosenChannel | null;
}

export interface CommandRequest extends Request {
  readonly subcommand: string | null;
  readonly options: Options;
}

export interface CompletionRequest extends CommandRequest {
  /** The option being typed, and what stands in it so far. */
  readonly focused: { readonly name: string; readonly text: string };
}

export interface ComponentRequest extends Request {
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

/**
 * What goes back. `message` is a new one, `update` changes the one whose button was pressed,
 * `modal` asks for more.
 */
export type Reply =
  | { readonly kind: 'message'; readonly body: MessageBody; readonly private: boolean }
  | { readonly kind: 'update'; readonly body: MessageBody }
  | { readonly kind: 'modal'; readonly modal: APIModalInteractionResponseCallbackData };

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
}

interface CommandData {
  readonly name: string;
  readonly name_localizations: LocalizationMap;
  readonly description: string;
  readonly description_localizations: LocalizationMap;
  readonly options?: (APIApplicationCommandBasicOption | APIApplicationCommandSubcommandOption)[];
  /** The permissions a member needs to see the command, in decimal; everyone without it. */
  readonly default_member_permissions?: string;
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
  };
}

export function publicReply(body: MessageBody): Reply {
  return { kind: 'message', body, private: false };
}

export function privateReply(body: MessageBody): Reply {
  return { kind: 'message', body, private: true };
}

/** Changes the message for the reader it belongs to; anyone else gets a copy only they see. */
export function updateOrCopy(request: { readonly own: boolean }, body: MessageBody): Reply {
  return request.own ? { kind: 'update', body } : privateReply(body);
}
