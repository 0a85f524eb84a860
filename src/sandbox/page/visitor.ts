import { ChannelType } from 'discord-api-types/v10';
import type { Actor } from '../actor.ts';
import type { Exchange } from '../exchange.ts';
import { CannotUse } from '../member/component-use.ts';
import type { MemberFile } from '../member/resolver.ts';
import type { Sandbox } from '../sandbox.ts';
import { openThread } from '../world/channels.ts';
import type { KeptBot } from './bot-keeper.ts';
import type { FaultSwitches } from './fault-switches.ts';
import { type Answer, type Ask, type GivenFile, LOCALES, type PageLocale } from './protocol.ts';

type AskOf<Do extends Ask['do']> = Extract<Ask, { do: Do }>;

const fileOf = ({ filename, contentType, base64 }: GivenFile): MemberFile => ({
  filename,
  contentType: contentType || 'application/octet-stream',
  content: Buffer.from(base64, 'base64'),
});

const localeOf = (locale: string): PageLocale => LOCALES.find((each) => each === locale) ?? 'en-US';

/** Somebody who looks at the sandbox by the page: as one person, in one channel, in one language. */
export class Visitor {
  readonly #sandbox: Sandbox;
  readonly #bot: KeptBot;
  readonly #faults: FaultSwitches;
  /** Exchanges that opened a modal, by the interaction's id. */
  readonly #modals = new Map<string, Exchange>();
  #person: string;
  #channel: string | undefined;
  #locale: PageLocale;

  constructor(sandbox: Sandbox, bot: KeptBot, faults: FaultSwitches) {
    this.#sandbox = sandbox;
    this.#bot = bot;
    this.#faults = faults;
    const [first] = sandbox.world.people.values();
    this.#person = first?.user.id ?? '';
    this.#locale = localeOf(first?.locale ?? '');
  }

  get locale(): PageLocale {
    return this.#locale;
  }

  /** The person in their channel; in another one when theirs is gone or closed to them. */
  get actor(): Actor {
    const { world } = this.#sandbox;
    const wanted = this.#channel;
    const channel = wanted === undefined ? undefined : world.channels.get(wanted);
    const gone = wanted !== undefined && wanted !== 'DM' && !this.#isOpen(channel?.id);
    if (gone) this.#channel = undefined;
    return this.#as(this.#channel);
  }

  #as(channel: string | undefined): Actor {
    const place = { locale: this.#locale, ...(channel !== undefined && { channel }) };
    return this.#sandbox.as(this.#person, place);
  }

  #isOpen(channelId: string | undefined): boolean {
    const { world } = this.#sandbox;
    const channel = channelId === undefined ? undefined : world.channels.get(channelId);
    return channel !== undefined && world.permissions(this.#person, channel) !== 0n;
  }

  /** Does what was asked. Rejects with a text for the visitor where Discord's client would not do it. */
  async act(ask: Ask): Promise<Answer> {
    switch (ask.do) {
      case 'look':
        return this.#look(ask);
      case 'line':
        return this.#answer(await this.actor.command(ask.line));
      case 'command':
        return this.#answer(await this.actor.command(ask, ask.files.map(fileOf)));
      case 'complete':
        return this.#complete(ask);
      case 'press':
        return this.#answer(await this.actor.press(this.#message(ask.message), ask.customId));
      case 'choose':
        return this.#answer(
          await this.actor.choose(this.#message(ask.message), ask.customId, ask.values),
        );
      case 'submit':
        return this.#submit(ask);
      case 'menu':
        return this.#answer(await this.actor.contextMenu(ask.name, this.#message(ask.message)));
      case 'say':
        return this.#say(ask);
      case 'thread':
        return this.#thread(ask);
      case 'detail':
        return this.#detail(ask);
      case 'clock':
        this.#sandbox.clock.set(ask.to);
        return {};
      case 'advance':
        this.#sandbox.clock.advance(ask.by);
        return {};
      case 'fault':
        return this.#fault(ask);
      case 'latency':
        this.#faults.setLatency(ask.milliseconds);
        return {};
      case 'drop':
        this.#sandbox.faults.dropGateway({ resumable: ask.resumable });
        return {};
      case 'delete-channel':
        this.#sandbox.faults.deleteChannel(ask.channel);
        return {};
      case 'restart':
        await this.#bot.restart();
        return {};
    }
  }

  #fault({ fault, on }: AskOf<'fault'>): Answer {
    const { channel } = this.actor;
    if (fault === 'no-permission' && (channel.guildId === null || channel.thread)) {
      throw new CannotUse('Permissions belong to the channels of a server.');
    }
    this.#faults.set(fault, on, channel.id);
    return {};
  }

  #look({ person, channel, locale }: AskOf<'look'>): Answer {
    const { world } = this.#sandbox;
    if (person !== undefined && person !== this.#person) {
      const found = world.people.get(person);
      if (!found) throw new CannotUse('There is no such person.');
      this.#person = person;
      this.#locale = localeOf(found.locale);
      if (this.#channel === 'DM' || !this.#isOpen(this.#channel)) this.#channel = undefined;
    }
    if (locale !== undefined) this.#locale = locale;
    if (channel !== undefined) this.#channel = channel;
    return {};
  }

  async #complete({ name, options, focused }: AskOf<'complete'>): Promise<Answer> {
    const { choices = [] } = await this.actor.autocomplete({ name, options }, focused);
    return { choices };
  }

  async #submit({ interaction, values, files }: AskOf<'submit'>): Promise<Answer> {
    const opened = this.#modals.get(interaction);
    if (!opened) throw new CannotUse('This form is no longer open.');
    return this.#answer(await this.actor.submit(opened, values, files.map(fileOf)));
  }

  #answer(exchange: Exchange): Answer {
    const { modal, interaction } = exchange;
    if (!modal) return {};
    this.#modals.set(interaction.id, exchange);
    return { modal: { interaction: interaction.id, data: modal } };
  }

  #say({ text, replyTo, ping }: AskOf<'say'>): Answer {
    const target = replyTo === undefined ? {} : { replyTo: this.#message(replyTo) };
    this.actor.say(text, { ...target, ping });
    return {};
  }

  #thread({ message, name }: AskOf<'thread'>): Answer {
    const { world } = this.#sandbox;
    const { channel: parent, person } = this.actor;
    if (parent.guildId === null || parent.thread) {
      throw new CannotUse('A thread begins in a channel of a server.');
    }
    const id = message === undefined ? {} : { id: this.#message(message).id };
    if (id.id !== undefined && world.channels.has(id.id)) {
      throw new CannotUse('This message has a thread already.');
    }
    const type =
      parent.type === ChannelType.GuildAnnouncement
        ? ChannelType.AnnouncementThread
        : ChannelType.PublicThread;
    const thread = openThread(world, { parent, ownerId: person.user.id, name, type, ...id });
    return { channel: thread.id };
  }

  #detail({ exchange }: AskOf<'detail'>): Answer {
    const traffic = this.#sandbox.exchanges.find(({ id }) => id === exchange);
    if (!traffic) throw new CannotUse('This exchange is no longer kept.');
    const { sent, answered, refusal } = traffic;
    return { detail: { sent: sent ?? null, answered: answered ?? refusal?.body ?? null } };
  }

  #message(id: string) {
    const stored = this.#sandbox.world.findMessage(id);
    if (!stored) throw new CannotUse('The message no longer exists.');
    return stored.message;
  }
}
