import { GatewayOpcodes } from 'discord-api-types/v10';
import type { WebSocket } from 'ws';
import { wants } from './intents.ts';

export interface Dispatch {
  op: 0;
  t: string;
  s: number;
  d: object;
}

const REPLAYED = 1000;

/** A gateway session: it outlives its socket, so that RESUME can replay what was missed. */
export class Session {
  readonly id: string;
  readonly intents: number;
  readonly shard: readonly [number, number];
  socket: WebSocket | null;
  resumable = true;
  #sequence = 0;
  readonly #buffer: Dispatch[] = [];

  constructor(id: string, intents: number, shard: readonly [number, number], socket: WebSocket) {
    this.id = id;
    this.intents = intents;
    this.shard = shard;
    this.socket = socket;
  }

  get sequence(): number {
    return this.#sequence;
  }

  /** Guilds are spread over shards by id; conversations and user installs come to shard 0. */
  serves(guildId: string | null): boolean {
    const [own, count] = this.shard;
    return Number(guildId === null ? 0n : (BigInt(guildId) >> 22n) % BigInt(count)) === own;
  }

  wants(event: string, guildId: string | null): boolean {
    return this.serves(guildId) && wants(this.intents, event, guildId !== null);
  }

  /** Sends an event, or keeps it until the bot resumes. */
  dispatch(t: string, d: object): void {
    this.#sequence += 1;
    const payload: Dispatch = { op: GatewayOpcodes.Dispatch, t, s: this.#sequence, d };
    this.#buffer.push(payload);
    if (this.#buffer.length > REPLAYED) this.#buffer.shift();
    this.socket?.send(JSON.stringify(payload));
  }

  /** Whether all events after `sequence` are still in the buffer. */
  canReplay(sequence: number): boolean {
    const oldest = this.#buffer[0]?.s ?? this.#sequence + 1;
    return this.resumable && sequence >= oldest - 1 && sequence <= this.#sequence;
  }

  replay(sequence: number): void {
    for (const payload of this.#buffer) {
      if (payload.s > sequence) this.socket?.send(JSON.stringify(payload));
    }
  }
}
