import type { PermissionFlagsBits } from 'discord-api-types/v10';
import type { DropOptions, Gateway } from './gateway/gateway.ts';
import { channelChanged, denyBot, removeChannel } from './world/channels.ts';
import { removeBot, setUnavailable } from './world/guilds.ts';
import { findChannel, findGuild } from './world/names.ts';
import type { World } from './world/world.ts';

/** Which calls a fault meets: `METHOD path` (under the API root) contains the text or matches. */
export type Match = string | RegExp;

export interface RestFault {
  kind: 'status' | 'drop before' | 'drop after' | 'latency' | 'callbacks';
  match: Match;
  /** How many calls it still meets; Infinity: until it is switched off. */
  left: number;
  status?: number;
  /** Seconds that a 429 asks to wait. */
  retryAfter?: number;
  milliseconds?: number;
}

interface Scope {
  match?: Match;
  times?: number;
}

const meets = (match: Match, call: string) =>
  typeof match === 'string' ? call.includes(match) : match.test(call);

/** What can go wrong between a bot and Discord, to be switched on and off. Each switch returns its "off". */
export class Faults {
  readonly #world: World;
  readonly #gateway: Gateway;
  readonly #rest = new Set<RestFault>();

  constructor(world: World, gateway: Gateway) {
    this.#world = world;
    this.#gateway = gateway;
  }

  /** REST answers `status` (500, 502, 429, …) without doing anything. */
  rest(given: Scope & { status: number; retryAfter?: number }): () => void {
    const { match = '', times = Number.POSITIVE_INFINITY, status, retryAfter = 1 } = given;
    return this.#add({ kind: 'status', match, left: times, status, retryAfter });
  }

  /** REST answers this much later. */
  latency(milliseconds: number, match: Match = ''): () => void {
    return this.#add({ kind: 'latency', match, left: Number.POSITIVE_INFINITY, milliseconds });
  }

  /** The connection breaks before the call is handled, or after: then it took effect unseen. */
  dropRequests(when: 'before' | 'after', { match = '', times = 1 }: Scope = {}): () => void {
    return this.#add({ kind: `drop ${when}`, match, left: times });
  }

  /** Interaction callbacks are refused with 10062, as if they came too late. */
  refuseCallbacks(times: number = Number.POSITIVE_INFINITY): () => void {
    return this.#add({ kind: 'callbacks', match: '/callback', left: times });
  }

  dropGateway(options: DropOptions = {}): void {
    this.#gateway.drop(options);
  }

  /** The gateway closes the next login with this code: 4004 (bad token), 4014 (intent not allowed). */
  refuseLogin(code: number): void {
    this.#gateway.refuseNext(code);
  }

  guildUnavailable(guild = ''): () => void {
    const found = findGuild(this.#world, guild);
    setUnavailable(this.#world, found, true);
    return () => setUnavailable(this.#world, found, false);
  }

  /** The bot is thrown out of a server. */
  removeBot(guild = ''): void {
    removeBot(this.#world, findGuild(this.#world, guild));
  }

  deleteChannel(channel: string): void {
    removeChannel(this.#world, findChannel(this.#world, channel));
  }

  /** The bot may no longer do this in a channel. */
  losePermission(
    channel: string,
    ...permissions: (keyof typeof PermissionFlagsBits)[]
  ): () => void {
    const found = findChannel(this.#world, channel);
    const before = [...found.overwrites];
    denyBot(this.#world, found, permissions);
    return () => {
      found.overwrites = before;
      channelChanged(this.#world, found);
    };
  }

  /** The REST faults that are on. */
  list(): readonly RestFault[] {
    return [...this.#rest];
  }

  /** Switches all REST faults off. */
  clear(): void {
    this.#rest.clear();
  }

  /** The fault of this kind that meets a call, which counts as met. For the server. */
  take(kind: RestFault['kind'], call: string): RestFault | undefined {
    const found = [...this.#rest].find((fault) => fault.kind === kind && meets(fault.match, call));
    if (!found) return undefined;
    found.left -= 1;
    if (found.left <= 0) this.#rest.delete(found);
    return found;
  }

  #add(fault: RestFault): () => void {
    this.#rest.add(fault);
    return () => this.#rest.delete(fault);
  }
}
