import type { APIApplicationCommand, APIUser } from 'discord-api-types/v10';
import type { Channel, Guild, Person, StoredMessage, WorldEvent } from './model.ts';
import { DM_PERMISSIONS, permissionsOf } from './permissions.ts';
import { snowflakes } from './snowflake.ts';

export interface Application {
  id: string;
  name: string;
  description: string;
}

/** All that exists in the sandbox. Changes are made by the functions beside it, which `emit` them. */
export class World {
  /** The sandbox's clock, in Unix milliseconds. */
  readonly now: () => number;
  readonly snowflake: () => string;
  readonly application: Application;
  readonly bot: APIUser;
  readonly people = new Map<string, Person>();
  readonly guilds = new Map<string, Guild>();
  readonly channels = new Map<string, Channel>();
  /** Messages in the order in which they were sent, by channel id. */
  readonly messages = new Map<string, Map<string, StoredMessage>>();
  /** Registered commands: global ones under `global`, the others under their guild's id. */
  readonly commands = new Map<string, APIApplicationCommand[]>();
  /** Files that were sent, by attachment id. */
  readonly files = new Map<string, { filename: string; contentType: string; bytes: Uint8Array }>();
  /** Where files are served, without a slash at the end; the server sets it once it listens. */
  filesUrl = 'http://127.0.0.1';
  readonly #listeners = new Set<(event: WorldEvent) => void>();

  /** `after`: the highest id of a world that goes on. */
  constructor(now: () => number, name: string, after = 0n) {
    this.now = now;
    this.snowflake = snowflakes(now, after);
    const id = this.snowflake();
    this.application = { id, name, description: 'The sandboxed application' };
    this.bot = {
      id,
      username: name,
      discriminator: '0000',
      global_name: null,
      avatar: null,
      bot: true,
    };
  }

  on(listener: (event: WorldEvent) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  emit(event: WorldEvent): void {
    for (const listener of this.#listeners) listener(event);
  }

  isoNow(): string {
    return new Date(this.now()).toISOString().replace('Z', '000+00:00');
  }

  user(id: string): APIUser | undefined {
    return id === this.bot.id ? this.bot : this.people.get(id)?.user;
  }

  /** The guilds that the bot is a member of. */
  botGuilds(): Guild[] {
    return [...this.guilds.values()].filter((guild) => guild.members.has(this.bot.id));
  }

  guildOf(channel: Channel): Guild | undefined {
    return channel.guildId === null ? undefined : this.guilds.get(channel.guildId);
  }

  message(channelId: string, messageId: string): StoredMessage | undefined {
    return this.messages.get(channelId)?.get(messageId);
  }

  /** A message by its id alone, wherever it stands. */
  findMessage(messageId: string): StoredMessage | undefined {
    for (const messages of this.messages.values()) {
      const found = messages.get(messageId);
      if (found) return found;
    }
    return undefined;
  }

  /** What a user may do in a channel; 0 for somebody who is not in its server or conversation. */
  permissions(userId: string, channel: Channel): bigint {
    if (channel.guildId === null)
      return channel.recipientIds.includes(userId) ? DM_PERMISSIONS : 0n;
    const guild = this.guilds.get(channel.guildId);
    const member = guild?.members.get(userId);
    if (!guild || !member) return 0n;
    const ruling = channel.thread ? this.channels.get(channel.parentId ?? '') : channel;
    return permissionsOf(guild, member, ruling ?? channel);
  }

  /** The commands that can be used in a place: the guild's own and the global ones. */
  commandsFor(guildId: string | null): APIApplicationCommand[] {
    const own = guildId === null ? [] : (this.commands.get(guildId) ?? []);
    return [...own, ...(this.commands.get('global') ?? [])];
  }
}
