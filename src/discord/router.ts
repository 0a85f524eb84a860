import {
  DiscordAPIError,
  type Interaction,
  type MessageComponentInteraction,
  MessageFlags,
  type ModalMessageModalSubmitInteraction,
  type ModalSubmitInteraction,
  type RepliableInteraction,
} from 'discord.js';
import {
  type Command,
  type ComponentRequest,
  type Handler,
  type ModalRequest,
  privateReply,
  type Reply,
  type Request,
  type Services,
  UserError,
} from '../../commands/command.ts';
import { fitting } from '../../commands/options.ts';
import type { Log } from '../log.ts';
import { prefixOf } from '../render/custom-id.ts';
import { renderNotice } from '../render/message.ts';
import { wordsFor } from '../words/index.ts';
import { languageFor } from '../words/language.ts';
import { commandRequest, completionRequest, componentRequest, modalRequest } from './request.ts';

/** Discord no longer knows the interaction, or it was answered already: nothing is left to do. */
const TOO_LATE: ReadonlySet<number | string> = new Set([10062, 40060]);

/** discord.js lists the kinds of components apart; to us they are one. */
type Answerable = RepliableInteraction | MessageComponentInteraction;

/** How an interaction ended, for the log. */
type Outcome = 'answered' | 'refused' | 'outdated' | 'too late' | 'bug';

/** Finds who answers an interaction, and alone sends what they return. */
export class Router {
  readonly #commands: ReadonlyMap<string, Command>;
  readonly #components: ReadonlyMap<string, Handler<ComponentRequest>>;
  readonly #modals: ReadonlyMap<string, Handler<ModalRequest>>;
  readonly #services: Services;
  readonly #log: Log;
  readonly #inHand = new Set<Promise<void>>();
  #open = true;

  constructor(commands: readonly Command[], services: Services, log: Log) {
    this.#commands = new Map(commands.map((command) => [command.data.name, command]));
    this.#components = byPrefix(commands.flatMap((command) => command.components ?? []));
    this.#modals = byPrefix(commands.flatMap((command) => command.modals ?? []));
    this.#services = services;
    this.#log = log;
  }

  /** Takes an interaction; one line in the log says how it ended. Never rejects. */
  take(interaction: Interaction): void {
    if (!this.#open) return;
    const work = this.#answer(interaction).finally(() => this.#inHand.delete(work));
    this.#inHand.add(work);
  }

  /** Takes nothing more and waits for what is in hand. */
  async close(): Promise<void> {
    this.#open = false;
    await Promise.allSettled(this.#inHand);
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
    if (interaction.isAutocomplete()) {
      const command = this.#commands.get(interaction.commandName);
      const found = await command?.complete?.(completionRequest(interaction), services);
      await interaction.respond(fitting(found ?? []));
      return 'answered';
    }
    if (interaction.isChatInputCommand()) {
      const command = this.#commands.get(interaction.commandName);
      if (command === undefined) throw new UserError((words) => words.common.unknownCommand);
      await send(interaction, await command.run(commandRequest(interaction), services));
      return 'answered';
    }
    if (interaction.isMessageComponent()) {
      const handler = this.#components.get(prefixOf(interaction.customId));
      return this.#handle(interaction, handler, componentRequest(interaction));
    }
    if (interaction.isModalSubmit()) {
      const handler = this.#modals.get(prefixOf(interaction.customId));
      return this.#handle(interaction, handler, modalRequest(interaction));
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

  /** Tells the reader what went wrong; a bug has a code that stands in the reply and in the log. */
  async #explain(interaction: Interaction, error: unknown): Promise<Outcome> {
    if (error instanceof DiscordAPIError && TOO_LATE.has(error.code)) return 'too late';
    const words = wordsFor(languageFor(interaction.locale));
    const refused = error instanceof UserError;
    if (!refused) this.#log.error({ code: interaction.id, err: error }, 'bug');
    const text = refused ? error.explain(words) : words.common.failed(interaction.id);
    if (!interaction.isRepliable()) return refused ? 'refused' : 'bug';
    try {
      await send(interaction, privateReply(renderNotice(text)));
    } catch (sending) {
      this.#log.warn({ code: interaction.id, err: sending }, 'could not explain');
    }
    return refused ? 'refused' : 'bug';
  }
}

/** A server's own articles are seen in requests from that server and in no other. */
function servicesAt(services: Services, guildId: string | null): Services {
  return { ...services, library: services.libraryFor(guildId) };
}

/** The one way out: every reply of a command, component or modal leaves here. */
async function send(interaction: Answerable, reply: Reply): Promise<void> {
  if (reply.kind === 'modal') {
    if (!interaction.isModalSubmit()) await interaction.showModal(reply.modal);
    return;
  }
  const { components, allowed_mentions: allowedMentions, flags } = reply.body;
  const message = { components, allowedMentions };
  if (reply.kind === 'update' && isOnMessage(interaction)) {
    await interaction.update({ ...message, flags });
    return;
  }
  const visible =
    reply.kind === 'message' && reply.private ? flags | MessageFlags.Ephemeral : flags;
  const all = { ...message, flags: visible };
  await (interaction.replied || interaction.deferred
    ? interaction.followUp(all)
    : interaction.reply(all));
}

function isOnMessage(
  interaction: Answerable,
): interaction is MessageComponentInteraction | ModalMessageModalSubmitInteraction {
  if (interaction.isModalSubmit()) return interaction.isFromMessage();
  return interaction.isMessageComponent();
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
