import type {
  APIApplicationCommand,
  APIMessage,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';
import {
  ApplicationCommandType,
  InteractionType,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { type Exchange, exchange, type Stage } from './exchange.ts';
import type { NewInteraction } from './interactions.ts';
import { channelFor } from './member/actor-channel.ts';
import { commandData, typedOption } from './member/command-data.ts';
import { CannotUse, findButton, findSelect, selectedValues } from './member/component-use.ts';
import { appIsThere, demandOffered, type Place, placeParts } from './member/interaction-place.ts';
import {
  describeOptions,
  LineError,
  namesOf,
  parseLine,
  type TypedCommand,
  typedCommand,
} from './member/line.ts';
import { type ModalValues, modalAnswer } from './member/modal-answer.ts';
import { type MemberFile, Resolver } from './member/resolver.ts';
import { createMessage } from './world/messages.ts';
import type { Channel, Person, StoredMessage } from './world/model.ts';
import { findPerson } from './world/names.ts';

export interface ActorPlace {
  /** A channel's name, `DM` (with the bot) or `private` (a conversation with somebody else). */
  channel?: string;
  /** Instead of the person's own locale. */
  locale?: string;
}

export type CommandGiven =
  | string
  | { name: string; options?: Readonly<Record<string, string | number | boolean>> };

export interface SayOptions {
  replyTo?: APIMessage;
  /** Whether a reply pings its author. Default true, as in Discord's client. */
  ping?: boolean;
  /** Begins with a mention of the bot. */
  mention?: boolean;
}

/** A person in a place, who does what people do in Discord's client, with its checks. */
export class Actor {
  readonly person: Person;
  readonly channel: Channel;
  readonly locale: string;
  readonly #stage: Stage;

  constructor(stage: Stage, person: Person, place: ActorPlace) {
    this.#stage = stage;
    this.person = person;
    this.channel = channelFor(stage.world, person, place.channel);
    this.locale = place.locale ?? person.locale;
  }

  /** Uses a slash command: a line as it is typed, or a name with values. */
  async command(given: CommandGiven, files: readonly MemberFile[] = []): Promise<Exchange> {
    const typed = this.#typed(given);
    const missing = typed.options.filter(
      ({ name, required }) => required && !typed.values.has(name),
    );
    if (missing.length > 0) {
      const names = missing.map(({ name }) => name).join(', ');
      throw new LineError(
        `/${typed.command.name} needs ${names}. Its options: ${describeOptions(typed.options)}.`,
      );
    }
    const resolver = this.#resolver(files);
    const options = [...typed.values].map(([name, raw]) => typedOption(typed, name, raw, resolver));
    const data = commandData(typed, options, resolver);
    return this.#send({ type: InteractionType.ApplicationCommand, data });
  }

  /** Types into an option that completes: the last one of the line unless another is named. */
  async autocomplete(given: CommandGiven, focused?: string): Promise<Exchange> {
    const typed = this.#typed(given);
    const wanted = focused ?? [...typed.values.keys()].at(-1);
    const option = typed.options.find((each) => wanted && namesOf(each).includes(wanted));
    if (!option || !('autocomplete' in option) || !option.autocomplete) {
      throw new LineError(`“${wanted ?? ''}” is not an option with autocomplete.`);
    }
    if (!typed.values.has(option.name)) typed.values.set(option.name, '');
    const resolver = this.#resolver([]);
    const options = [...typed.values].map(([name, raw]) =>
      name === option.name
        ? { type: option.type, name, value: raw, focused: true }
        : typedOption(typed, name, raw, resolver),
    );
    const data = commandData(typed, options, resolver);
    const type = InteractionType.ApplicationCommandAutocomplete;
    return this.#send({ type, data, focusedType: option.type });
  }

  /** Presses a button, by its custom_id, label or emoji. */
  async press(message: APIMessage, customIdOrLabel: string): Promise<Exchange> {
    const stored = this.#visible(message);
    const { type, custom_id, ...button } = findButton(stored.message, customIdOrLabel);
    const id = 'id' in button ? button.id : undefined;
    return this.#useComponent(stored, { component_type: type, custom_id, id });
  }

  /** Chooses in a select menu: values or labels of options, or names of people, roles and channels. */
  async choose(
    message: APIMessage,
    customId: string,
    values: readonly string[],
  ): Promise<Exchange> {
    const stored = this.#visible(message);
    const { type, custom_id, ...select } = findSelect(stored.message, customId);
    const resolver = this.#resolver([]);
    const chosen = selectedValues({ type, ...select }, values, resolver);
    const id = 'id' in select ? select.id : undefined;
    const { resolved } = resolver;
    const data = {
      component_type: type,
      custom_id,
      id,
      values: chosen,
      ...(resolved && { resolved }),
    };
    return this.#useComponent(stored, data);
  }

  /** Submits the modal that an exchange opened. */
  async submit(
    opened: Exchange,
    values: ModalValues = {},
    files: readonly MemberFile[] = [],
  ): Promise<Exchange> {
    const modal: APIModalInteractionResponseCallbackData | undefined = opened.modal;
    if (!modal) throw new CannotUse('No modal was opened.');
    const resolver = this.#resolver(files);
    const components = modalAnswer(modal.components, values, resolver);
    const { resolved } = resolver;
    const data = { custom_id: modal.custom_id, components, ...(resolved && { resolved }) };
    const source = opened.interaction.message;
    const id =
      typeof source === 'object' && source !== null && 'id' in source ? String(source.id) : null;
    const stored = id === null ? undefined : this.#stage.world.message(this.channel.id, id);
    return this.#send({ type: InteractionType.ModalSubmit, data, source: stored });
  }

  /** Uses an app command from the menu of a message (Apps ▸ name) or, given a name, of a person. */
  async contextMenu(name: string, target: APIMessage | string): Promise<Exchange> {
    const type =
      typeof target === 'string' ? ApplicationCommandType.User : ApplicationCommandType.Message;
    const commands = this.#commands().filter((each) => each.type === type);
    const command = commands.find((each) => namesOf(each).includes(name));
    if (!command) {
      const known = commands.map((each) => each.name).join(', ') || 'none';
      throw new LineError(`There is no menu command “${name}”. There are: ${known}.`);
    }
    demandOffered(this.#stage.world, command, this.#place);
    const resolver = this.#resolver([]);
    const target_id =
      typeof target === 'string'
        ? resolver.addUser(findPerson(this.#stage.world, target).user.id)
        : resolver.message(this.#visible(target));
    const { id } = command;
    const data = { id, name: command.name, type, target_id, resolved: resolver.resolved };
    return this.#send({ type: InteractionType.ApplicationCommand, data });
  }

  /** Writes a message, perhaps as a reply. */
  say(text: string, { replyTo, ping = true, mention = false }: SayOptions = {}): APIMessage {
    this.#demandPresence('SendMessages');
    const target = replyTo && this.#visible(replyTo);
    if (target && target.readerId !== null) {
      throw new CannotUse('Nobody can reply to a message that only they can see.');
    }
    const { world } = this.#stage;
    const content = mention ? `<@${world.bot.id}> ${text}` : text;
    const { message } = createMessage(world, {
      channel: this.channel,
      author: this.person.user,
      draft: { content },
      allowedFlags: 0,
      replyTo: target ?? null,
      pingsReplied: target !== undefined && ping,
    });
    return message;
  }

  /** Whether this person can see a message: it exists, in a channel that is open to them, or is theirs alone. */
  sees(message: APIMessage): boolean {
    const { world } = this.#stage;
    const stored = world.findMessage(message.id);
    const channel = stored && world.channels.get(stored.channelId);
    if (!channel) return false;
    const bits = world.permissions(this.person.user.id, channel);
    const open = (bits & PermissionFlagsBits.ViewChannel) !== 0n;
    return open && (stored.readerId === null || stored.readerId === this.person.user.id);
  }

  /** The messages that this person sees in their channel or another, oldest first. */
  messages(channel?: string): APIMessage[] {
    const { world } = this.#stage;
    const { id } = channel === undefined ? this.channel : channelFor(world, this.person, channel);
    const all = [...(world.messages.get(id)?.values() ?? [])].map(({ message }) => message);
    return all.filter((message) => this.sees(message));
  }

  /** The commands that are offered to this person here. */
  commands(): APIApplicationCommand[] {
    return this.#commands().filter((command) => {
      try {
        demandOffered(this.#stage.world, command, this.#place);
        return true;
      } catch {
        return false;
      }
    });
  }

  get #place(): Place {
    const guild = this.#stage.world.guildOf(this.channel);
    return { person: this.person, locale: this.locale, channel: this.channel, guild };
  }

  #commands(): APIApplicationCommand[] {
    return this.#stage.world.commandsFor(this.channel.guildId);
  }

  #resolver(files: readonly MemberFile[]): Resolver {
    const { channel, guild } = this.#place;
    return new Resolver(this.#stage.world, { channel, guild, userId: this.person.user.id }, files);
  }

  #typed(given: CommandGiven): TypedCommand {
    const commands = this.#commands();
    const typed =
      typeof given === 'string' ? parseLine(given, commands) : typedCommand(given, commands);
    demandOffered(this.#stage.world, typed.command, this.#place);
    return typed;
  }

  #useComponent(stored: StoredMessage, data: object): Promise<Exchange> {
    return this.#send({ type: InteractionType.MessageComponent, data, source: stored });
  }

  #visible(message: APIMessage): StoredMessage {
    const stored = this.#stage.world.findMessage(message.id);
    const name = this.person.user.global_name;
    if (!stored) throw new CannotUse('The message no longer exists.');
    if (!this.sees(stored.message)) throw new CannotUse(`${name} cannot see this message.`);
    return stored;
  }

  #demandPresence(permission: 'ViewChannel' | 'SendMessages'): void {
    const thread = this.channel.thread !== null && permission === 'SendMessages';
    const needed = PermissionFlagsBits[thread ? 'SendMessagesInThreads' : permission];
    const bits = this.#stage.world.permissions(this.person.user.id, this.channel);
    if ((bits & needed) !== 0n) return;
    const what = permission === 'SendMessages' ? 'write' : 'be';
    throw new CannotUse(`${this.person.user.global_name} cannot ${what} in #${this.channel.name}.`);
  }

  #send(given: {
    type: InteractionType;
    data: object;
    source?: StoredMessage | undefined;
    focusedType?: number;
  }): Promise<Exchange> {
    this.#demandPresence('ViewChannel');
    const { type, data, source, focusedType } = given;
    // A component belongs to its message's channel, wherever the actor stands.
    const channel = source ? this.#stage.world.channels.get(source.channelId) : undefined;
    const place = channel
      ? { ...this.#place, channel, guild: this.#stage.world.guildOf(channel) }
      : this.#place;
    const { world } = this.#stage;
    const created: NewInteraction = {
      type,
      data,
      parts: { ...placeParts(world, place), ...(source && { message: source.message }) },
      userId: this.person.user.id,
      channelId: place.channel.id,
      guildId: place.guild?.id ?? null,
      sourceMessageId: source?.message.id ?? null,
      focusedType: focusedType ?? null,
      appIsInstalledThere: appIsThere(world, place),
    };
    return exchange(this.#stage, created);
  }
}
