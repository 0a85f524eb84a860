import type {
  APIApplicationCommandBasicOption,
  APIApplicationCommandSubcommandOption,
  LocalizationMap,
} from 'discord-api-types/v10';
import type { Library } from '../src/article/library.ts';
import type { CustomId } from '../src/render/custom-id.ts';
import type { MessageBody } from '../src/render/message.ts';
import type { Words } from '../src/words/index.ts';

/** What a command may use. The composition root makes it; nothing else is reached for. */
export interface Services {
  readonly library: Library;
  /** Numbers from 0 up to but not including 1. */
  readonly random: () => number;
  readonly version: string;
}

/** Who asks, from where, in which language: what every request tells. */
export interface Request {
  readonly userId: string;
  readonly words: Words;
  /** Whether the member may manage the server the request comes from; false outside one. */
  readonly managesServer: boolean;
}

/** The options a member filled in, by their English names. */
export interface Options {
  text(name: string): string | null;
  number(name: string): number | null;
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

/** What goes back. `message` is a new one; `update` changes the one whose button was pressed. */
export type Reply =
  | { readonly kind: 'message'; readonly body: MessageBody; readonly private: boolean }
  | { readonly kind: 'update'; readonly body: MessageBody };

/** One suggestion of an autocomplete. */
export interface Completion {
  readonly name: string;
  readonly value: string | number;
}

/** The members of a kind of button or select are answered by `run`. */
export interface ComponentHandler {
  readonly prefix: string;
  /** The reply, or null when the custom_id is not one the bot made. */
  readonly run: (id: string, request: ComponentRequest, services: Services) => Reply | null;
}

/** A slash command: what Discord shows of it, and what it does, in one object. */
export interface Command {
  readonly data: CommandData;
  readonly run: (request: CommandRequest, services: Services) => Reply;
  readonly complete?: (request: CompletionRequest, services: Services) => Completion[];
  readonly components?: readonly ComponentHandler[];
}

export interface CommandData {
  readonly name: string;
  readonly name_localizations: LocalizationMap;
  readonly description: string;
  readonly description_localizations: LocalizationMap;
  readonly options?: (APIApplicationCommandBasicOption | APIApplicationCommandSubcommandOption)[];
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
export function handle<Values extends readonly (string | number)[]>(
  customId: CustomId<Values>,
  run: (values: Values, request: ComponentRequest, services: Services) => Reply,
): ComponentHandler {
  return {
    prefix: customId.prefix,
    run: (id, request, services) => {
      const values = customId.read(id);
      return values === null ? null : run(values, request, services);
    },
  };
}

/** The options of a request from plain values, as they come from Discord or from a test. */
export function optionsFrom(values: Readonly<Record<string, unknown>>): Options {
  return {
    text: (name) => {
      const value = values[name];
      return typeof value === 'string' ? value : null;
    },
    number: (name) => {
      const value = values[name];
      return typeof value === 'number' ? value : null;
    },
  };
}

export function publicReply(body: MessageBody): Reply {
  return { kind: 'message', body, private: false };
}

export function privateReply(body: MessageBody): Reply {
  return { kind: 'message', body, private: true };
}

/** Changes the message for the reader it belongs to; anyone else gets a copy only they see. */
export function updateOrCopy(request: ComponentRequest, body: MessageBody): Reply {
  return request.own ? { kind: 'update', body } : privateReply(body);
}
