import type { ChannelType } from 'discord-api-types/v10';
import { storeFile } from '../world/attachments.ts';
import type { Channel, Guild, StoredMessage } from '../world/model.ts';
import { findChannel, findPerson, findRole, NotHere } from '../world/names.ts';
import { channelView, memberView } from '../world/views.ts';
import type { World } from '../world/world.ts';
import { LineError } from './line.ts';

/** A file that a member attaches. */
export interface MemberFile {
  filename: string;
  content: string | Uint8Array;
  contentType?: string;
}

type Part = Record<string, object>;

/** Collects the `resolved` data of an interaction: what its options, values and targets point to. */
export class Resolver {
  readonly #world: World;
  readonly #place: { channel: Channel; guild: Guild | undefined; userId: string };
  readonly #files: readonly MemberFile[];
  readonly #parts: Record<
    'users' | 'members' | 'roles' | 'channels' | 'messages' | 'attachments',
    Part
  > = { users: {}, members: {}, roles: {}, channels: {}, messages: {}, attachments: {} };

  constructor(
    world: World,
    place: { channel: Channel; guild: Guild | undefined; userId: string },
    files: readonly MemberFile[] = [],
  ) {
    this.#world = world;
    this.#place = place;
    this.#files = files;
  }

  /** The parts that hold something; Discord leaves out the others. */
  get resolved(): object | undefined {
    const filled = Object.entries(this.#parts).filter(([, part]) => Object.keys(part).length > 0);
    return filled.length > 0 ? Object.fromEntries(filled) : undefined;
  }

  user(name: string): string {
    const { bot } = this.#world;
    const own = [bot.id, bot.username.toLowerCase()].includes(
      name.replace(/[<@!>]/g, '').toLowerCase(),
    );
    return this.addUser(own ? bot.id : findPerson(this.#world, name).user.id);
  }

  addUser(id: string): string {
    const user = this.#world.user(id);
    if (user) this.#parts.users[id] = user;
    const { guild, channel } = this.#place;
    const member = guild?.members.get(id);
    if (member) {
      const permissions = this.#world.permissions(id, channel).toString();
      this.#parts.members[id] = { ...memberView(member), permissions };
    }
    return id;
  }

  role(name: string): string {
    const { guild } = this.#place;
    if (!guild) throw new LineError('There are no roles outside a server.');
    const role = findRole(guild, name);
    this.#parts.roles[role.id] = role;
    return role.id;
  }

  mentionable(name: string): string {
    try {
      return this.user(name);
    } catch (error) {
      if (error instanceof NotHere) return this.role(name);
      throw error;
    }
  }

  /** With both the member's and the app's permissions there, as Discord gives them. */
  channel(name: string, types: readonly ChannelType[]): string {
    const channel = findChannel(this.#world, name);
    if (types.length > 0 && !types.some((type) => type === channel.type)) {
      throw new LineError(`#${channel.name} is not a kind of channel that can be chosen here.`);
    }
    this.#parts.channels[channel.id] = {
      ...channelView(this.#world, channel),
      permissions: this.#world.permissions(this.#place.userId, channel).toString(),
      app_permissions: this.#world.permissions(this.#world.bot.id, channel).toString(),
    };
    return channel.id;
  }

  attachment(filename: string): string {
    const file = this.#files.find((each) => each.filename === filename);
    if (!file) throw new LineError(`No file “${filename}” was attached.`);
    const { content, contentType = 'application/octet-stream' } = file;
    const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content;
    const upload = { key: '0', filename, contentType, bytes };
    const stored = storeFile(this.#world, this.#place.channel.id, upload);
    this.#parts.attachments[stored.id] = { ...stored, ephemeral: true };
    return stored.id;
  }

  message(stored: StoredMessage): string {
    this.#parts.messages[stored.message.id] = stored.message;
    return stored.message.id;
  }
}
