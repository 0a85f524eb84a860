import {
  DiscordAPIError,
  type Interaction,
  type Message,
  type MessageComponentInteraction,
  type ModalSubmitInteraction,
} from 'discord.js';
import {
  type Answer,
  type AnswerRequest,
  type Command,
  type ComponentRequest,
  type Handler,
  type MessageMenu,
  type ModalRequest,
  type Offer,
  privateReply,
  type Reply,
  type Request,
  type Services,
  UserError,
} from '../../commands/command.ts';
import { fitting } from '../../commands/options.ts';
import type { Log } from '../log.ts';
import { type Preferences, STANDARD } from '../reader/preferences.ts';
import { prefixOf } from '../render/custom-id.ts';
import { renderNotice } from '../render/message.ts';
import type { Words } from '../words/index.ts';
import {
  answerRequest,
  commandRequest,
  completionRequest,
  componentRequest,
  menuRequest,
  modalRequest,
  wordsIn,
} from './request.ts';
import { send } from './send.ts';

/** Discord no longer knows the interaction, or it was answered already: nothing is left to do. */
const TOO_LATE: ReadonlySet<number | string> = new Set([10062, 40060]);

/** How an interaction ended, for the log. */
type Outcome = 'answered' | 'refused' | 'outdated' | 'too late' | 'bug' | 'of another process';

/** Whether it is this process's turn to answer what has this id; of a fleet one may. */
type Begin = (id: string, now: number) => Promise<boolean>;

/** Finds who answers an interaction or a message, and alone sends what they return. */
export class Router {
  readonly #commands: ReadonlyMap<string, Command>;
  readonly #menus: ReadonlyMap<string, MessageMenu>;
  readonly #components: ReadonlyMap<string, Handler<ComponentRequest>>;
  readonly #modals: ReadonlyMap<string, Handler<ModalRequest>>;
  readonly #services: Services;
  readonly #log: Log;
  readonly #begin: Begin;
  readonly #inHand = new Set<Promise<void>>();
  #open = true;

  constructor(
    { commands, menus }: Offer,
    services: Services,
    log: Log,
    begin: Begin = async () => true,
  ) {
    this.#commands = new Map(commands.map((command) => [command.data.name, command]));
    this.#menus = new Map(menus.map((menu) => [menu.data.name, menu]));
    this.#components = byPrefix(commands.flatMap((command) => command.components ?? []));
    this.#modals = byPrefix(commands.flatMap((command) => command.modals ?? []));
    this.#services = services;
    this.#log = log;
    this.#begin = begin;
  }

  /** Takes an interaction; one line in the log says how it ended. Never rejects. */
  take(interaction: Interaction): void {
    this.#hold(() => this.#answer(interaction));
  }

  /** Takes a message that may be to the bot; one line in the log if it was. Never rejects. */
  takeMessage(message: Message): void {
    const { author, reference, guildId } = message;
    if (author.bot || message.system || (reference === null && guildId !== null)) return;
    this.#hold(() => this.#answerMessage(message));
  }

  /** Takes nothing more and waits for what is in hand. */
  async close(): Promise<void> {
    this.#open = false;
    await Promise.allSettled(this.#inHand);
  }

  #hold(begin: () => Promise<void>): void {
    if (!this.#open) return;
    const work = begin().finally(() => this.#inHand.delete(work));
    this.#inHand.add(work);
  }

  async #answerMessage(message: Message): Promise<void> {
    const started = performance.now();
    if (!(await this.#isOurTurn(message))) return;
    const request = answerRequest(message, await this.#preferencesOf(message.author.id, message));
    let outcome: Outcome = 'answered';
    try {
      const answer = await this.#answerTo(request).catch((error: unknown) => {
        outcome = error instanceof UserError ? 'refused' : 'bug';
        return { body: renderNotice(this.#explanation(request.words, message.id, error)) };
      });
      if (answer === null) return;
      await this.#sendAnswer(request, answer);
    } catch (error) {
      this.#log.warn({ code: message.id, err: error }, 'could not answer');
    }
    const milliseconds = Math.round(performance.now() - started);
    this.#log.info({ guild: message.guildId, outcome, milliseconds }, 'message');
  }

  async #answerTo(request: AnswerRequest): Promise<Answer | null> {
    const services = servicesAt(this.#services, request.guildId);
    for (const { answered } of this.#commands.values()) {
      const answer = (await answered?.(request, services)) ?? null;
      if (answer !== null) return answer;
    }
    return null;
  }

  async #sendAnswer({ channelId, messageId }: AnswerRequest, answer: Answer): Promise<void> {
    const { outbox } = this.#services;
    const { reaction, body } = answer;
    await Promise.all([
      reaction === undefined ? null : outbox.react(channelId, messageId, reaction),
      body === undefined ? null : outbox.post(channelId, body, { replyTo: messageId }),
    ]);
  }

  async #answer(interaction: Interaction): Promise<void> {
    const started = performance.now();
    const outcome = await this.#respond(interaction).catch((error) =>
      this.#explain(interaction, error),
    );
    this.#log.info(
      {
        name: nameOf(interaction),
        guild: interaction.guildId,
        locale: interaction.locale,
        outcome,
        milliseconds: Math.round(performance.now() - started),
      },
      'interaction',
    );
  }

  async #respond(interaction: Interaction): Promise<Outcome> {
    const services = servicesAt(this.#services, interaction.guildId);
    const preferences = await this.#preferencesOf(interaction.user.id, interaction);
    if (interaction.isAutocomplete()) {
      const command = this.#commands.get(interaction.commandName);
      const found = await command?.complete?.(
        completionRequest(interaction, preferences),
        services,
      );
      await interaction.respond(fitting(found ?? []));
      return 'answered';
    }
    if (!(await this.#isOurTurn(interaction))) return 'of another process';
    if (interaction.isChatInputCommand()) {
      const command = this.#commands.get(interaction.commandName);
      if (command === undefined) throw new UserError((words) => words.common.unknownCommand);
      await send(
        interaction,
        await command.run(commandRequest(interaction, preferences), services),
      );
      return 'answered';
    }
    if (interaction.isMessageContextMenuCommand()) {
      const menu = this.#menus.get(interaction.commandName);
      if (menu === undefined) throw new UserError((words) => words.common.unknownCommand);
      await send(interaction, await menu.run(menuRequest(interaction, preferences), services));
      return 'answered';
    }
    if (interaction.isMessageComponent()) {
      const handler = this.#components.get(prefixOf(interaction.customId));
      return this.#handle(interaction, handler, componentRequest(interaction, preferences));
    }
    if (interaction.isModalSubmit()) {
      const handler = this.#modals.get(prefixOf(interaction.customId));
      return this.#handle(interaction, handler, modalRequest(interaction, preferences));
    }
    throw new TypeError(`no answer to interactions of type ${interaction.type}`);
  }

  async #handle<Asked extends Request>(
    interaction: MessageComponentInteraction | ModalSubmitInteraction,
    handler: Handler<Asked> | undefined,
    request: Asked,
  ): Promise<Outcome> {
    const services = servicesAt(this.#services, request.guildId);
    const reply = (await handler?.run(interaction.customId, request, services)) ?? null;
    await send(interaction, reply ?? outdated(request));
    return reply === null ? 'outdated' : 'answered';
  }

  /** Whether no other process answers this. A store that fails must not keep anybody from an answer. */
  async #isOurTurn({
    id,
    createdTimestamp: now,
  }: Pick<Interaction, 'id' | 'createdTimestamp'>): Promise<boolean> {
    try {
      return await this.#begin(id, now);
    } catch (error) {
      this.#log.error({ err: error }, 'it cannot be told whose turn it is');
      return true;
    }
  }

  /** How the reader reads. A store that fails must not keep anybody from reading. */
  async #preferencesOf(
    userId: string,
    { guildId, createdTimestamp: now }: Pick<Interaction, 'guildId' | 'createdTimestamp'>,
  ): Promise<Preferences> {
    try {
      return await this.#services.readers.preferencesOf(userId, guildId, now);
    } catch (error) {
      this.#log.error({ err: error }, 'settings cannot be read: the standard holds');
      return STANDARD;
    }
  }

  /** Tells the reader what went wrong; a bug has a code that stands in the reply and in the log. */
  async #explain(interaction: Interaction, error: unknown): Promise<Outcome> {
    if (error instanceof DiscordAPIError && TOO_LATE.has(error.code)) return 'too late';
    const preferences = await this.#preferencesOf(interaction.user.id, interaction);
    const words = wordsIn(interaction.locale, preferences);
    const refused = error instanceof UserError;
    const text = this.#explanation(words, interaction.id, error);
    if (!interaction.isRepliable()) return refused ? 'refused' : 'bug';
    try {
      await send(interaction, privateReply(renderNotice(text)));
    } catch (sending) {
      this.#log.warn({ code: interaction.id, err: sending }, 'could not explain');
    }
    return refused ? 'refused' : 'bug';
  }

  /** What the reader is told of `error`; a bug goes into the log under `code`. */
  #explanation(words: Words, code: string, error: unknown): string {
    if (error instanceof UserError) return error.explain(words);
    this.#log.error({ code, err: error }, 'bug');
    return words.common.failed(code);
  }
}

/** A server's own articles are seen in requests from that server and in no other. */
function servicesAt(services: Services, guildId: string | null): Services {
  return { ...services, library: services.libraryFor(guildId) };
}

function outdated({ words }: Request): Reply {
  return privateReply(renderNotice(words.common.outdatedButton));
}

function byPrefix<Asked extends Request>(handlers: readonly Handler<Asked>[]) {
  return new Map(handlers.map((handler) => [handler.prefix, handler]));
}

function nameOf(interaction: Interaction): string {
  if (interaction.isCommand()) return `/${interaction.commandName}`;
  if (interaction.isAutocomplete()) return `/${interaction.commandName}…`;
  return prefixOf(interaction.customId);
}
