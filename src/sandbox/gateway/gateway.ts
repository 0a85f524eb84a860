import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import {
  GatewayCloseCodes as Close,
  GatewayIntentBits,
  GatewayOpcodes as Op,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import { type RawData, type WebSocket, WebSocketServer } from 'ws';
import * as z from 'zod';
import { isLocal } from '../rest/local-only.ts';
import type { TrafficLog } from '../traffic.ts';
import type { WorldEvent } from '../world/model.ts';
import { gatewayGuildView } from '../world/views.ts';
import { messageEventData } from '../world/visibility.ts';
import type { World } from '../world/world.ts';
import { PRIVILEGED } from './intents.ts';
import { Session } from './session.ts';

const HEARTBEAT_MS = 41_250;

const payloadSchema = z.object({ op: z.int(), d: z.unknown() });
const identifySchema = z.object({
  token: z.string(),
  intents: z.int(),
  properties: z.object({}),
  shard: z.tuple([z.int(), z.int()]).optional(),
});
const resumeSchema = z.object({ token: z.string(), session_id: z.string(), seq: z.int() });

/** Discord lets bots send 120 events a minute on one connection. */
const EVENTS_A_MINUTE = 120;

/** What a bot may send beside IDENTIFY, RESUME and HEARTBEAT; taken without effect. */
const TAKEN: readonly number[] = [Op.PresenceUpdate, Op.VoiceStateUpdate, Op.RequestGuildMembers];

const CLOSE_REASONS: Partial<Record<Close, string>> = {
  [Close.NotAuthenticated]: 'Not authenticated.',
  [Close.AuthenticationFailed]: 'Authentication failed.',
  [Close.DecodeError]: 'Error while decoding payload.',
  [Close.DisallowedIntents]: 'Disallowed intent(s).',
};

interface Connection {
  socket: WebSocket;
  session: Session | null;
  received: number[];
}

export interface DropOptions {
  /** A close code; without one the socket is cut without a farewell. */
  code?: number;
  /** Whether the sessions can be resumed afterwards. Default true. */
  resumable?: boolean;
}

/** Discord's gateway (v10, JSON, no compression) for one application. */
export class Gateway {
  readonly #world: World;
  readonly #token: string;
  readonly #exchanges: TrafficLog;
  readonly #url: () => string;
  readonly #server = new WebSocketServer({ noServer: true });
  readonly #connections = new Set<Connection>();
  readonly #sessions = new Map<string, Session>();
  readonly #stop: () => void;
  #refusing: number | null = null;

  constructor(given: { world: World; token: string; exchanges: TrafficLog; url: () => string }) {
    this.#world = given.world;
    this.#token = given.token;
    this.#exchanges = given.exchanges;
    this.#url = given.url;
    this.#stop = given.world.on((event) => this.#spread(event));
  }

  /** Sessions that are connected now. */
  get connected(): number {
    return [...this.#connections].filter(({ session }) => session !== null).length;
  }

  /** Whether any session could still take or replay an event. */
  get alive(): boolean {
    return [...this.#sessions.values()].some(
      ({ socket, resumable }) => socket !== null || resumable,
    );
  }

  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): void {
    if (!isLocal(request.headers.host, request.headers.origin)) {
      socket.destroy();
      return;
    }
    const query = new URL(request.url ?? '/', 'http://127.0.0.1').searchParams;
    if (query.has('compress') || (query.get('encoding') ?? 'json') !== 'json') {
      const text = 'The sandbox speaks plain JSON: leave out compress, and use encoding=json.';
      socket.end(`HTTP/1.1 400 Bad Request\r\nContent-Length: ${text.length}\r\n\r\n${text}`);
      return;
    }
    this.#server.handleUpgrade(request, socket, head, (opened) => this.#open(opened));
  }

  /** Sends an event to the session that serves its guild. Returns whether one took it. */
  send(t: string, d: object, guildId: string | null, interactionId: string | null = null): boolean {
    const takers = this.#takers(t, guildId);
    for (const session of takers) session.dispatch(t, d);
    if (takers.length > 0) {
      this.#exchanges.add({ kind: 'gateway', from: 'discord', name: t, sent: d, interactionId });
    }
    return takers.length > 0;
  }

  /** Ends all connections: abruptly, or with a close code. */
  drop({ code, resumable = true }: DropOptions = {}): void {
    for (const session of this.#sessions.values()) session.resumable = resumable;
    for (const { socket } of this.#connections) {
      if (code === undefined) socket.terminate();
      else socket.close(code);
    }
  }

  /** The next IDENTIFY is closed with this code, as Discord does with a token that was just reset. */
  refuseNext(code: number): void {
    this.#refusing = code;
  }

  /** Op 7: asks the bot to reconnect and resume. */
  askReconnect(): void {
    for (const connection of this.#connections) this.#say(connection, Op.Reconnect, null);
  }

  close(): void {
    this.#stop();
    for (const { socket } of this.#connections) socket.terminate();
    this.#server.close();
  }

  #takers(t: string, guildId: string | null): Session[] {
    return [...this.#sessions.values()].filter(
      (session) => (session.socket !== null || session.resumable) && session.wants(t, guildId),
    );
  }

  #spread(event: WorldEvent): void {
    const { t, guildId, channelId, message } = event;
    if (message && message.readerId !== null) return;
    if (guildId !== null && !this.#world.guilds.get(guildId)?.members.has(this.#world.bot.id))
      return;
    if (channelId !== null && !this.#mayKnow(event, channelId)) return;
    const whole = message && t !== 'MESSAGE_DELETE';
    this.send(t, whole ? messageEventData(this.#world, message) : event.d, guildId);
  }

  /** Channels themselves are announced to everybody; what happens inside only to those who can look in. */
  #mayKnow({ t }: WorldEvent, channelId: string): boolean {
    const channel = this.#world.channels.get(channelId);
    if (!channel) return false;
    if (t.startsWith('CHANNEL_') && t !== 'CHANNEL_PINS_UPDATE') return true;
    const bits = this.#world.permissions(this.#world.bot.id, channel);
    return (bits & PermissionFlagsBits.ViewChannel) !== 0n;
  }

  #open(socket: WebSocket): void {
    const connection: Connection = { socket, session: null, received: [] };
    this.#connections.add(connection);
    socket.on('message', (data) => this.#receive(connection, data));
    socket.on('error', () => socket.terminate());
    socket.on('close', (code) => this.#closed(connection, code));
    this.#say(connection, Op.Hello, { heartbeat_interval: HEARTBEAT_MS });
  }

  #closed(connection: Connection, code: number): void {
    this.#connections.delete(connection);
    const { session } = connection;
    if (!session || session.socket !== connection.socket) return;
    session.socket = null;
    // A client that closes with 1000 or 1001 gives its session up.
    if (code === 1000 || code === 1001) session.resumable = false;
    if (!session.resumable) this.#sessions.delete(session.id);
  }

  #say({ socket, session }: Connection, op: Op, d: unknown): void {
    socket.send(JSON.stringify({ op, d, s: null, t: null }));
    if (op === Op.HeartbeatAck || op === Op.Hello) return;
    const sent = { op, d, session: session?.id ?? null };
    this.#exchanges.add({ kind: 'gateway', from: 'discord', name: Op[op], sent });
  }

  #receive(connection: Connection, data: RawData): void {
    const code = this.#handle(connection, data);
    if (code !== null) connection.socket.close(code, CLOSE_REASONS[code]);
  }

  /** Handles what the bot sent. Returns the code to close with where Discord would close. */
  #handle(connection: Connection, data: RawData): Close | null {
    const real = performance.now();
    connection.received = [...connection.received.filter((at) => real - at < 60_000), real];
    if (connection.received.length > EVENTS_A_MINUTE) return Close.RateLimited;
    const payload = parsed(data);
    if (!payload) return Close.DecodeError;
    const { op, d } = payload;
    if (op === Op.Heartbeat) {
      this.#say(connection, Op.HeartbeatAck, null);
      return null;
    }
    this.#note(op, d);
    if (op === Op.Identify) return this.#identify(connection, d);
    if (op === Op.Resume) return this.#resume(connection, d);
    if (!connection.session) return Close.NotAuthenticated;
    return TAKEN.includes(op) ? null : Close.UnknownOpcode;
  }

  #note(op: number, d: unknown): void {
    // The token is the only secret in what a bot sends here, and it is not kept.
    const sent = typeof d === 'object' && d !== null && 'token' in d ? { ...d, token: '…' } : d;
    this.#exchanges.add({ kind: 'gateway', from: 'bot', name: Op[op] ?? `op ${op}`, sent });
  }

  #identify(connection: Connection, d: unknown): number | null {
    const asked = identifySchema.safeParse(d);
    if (!asked.success) return Close.DecodeError;
    const refusing = this.#refusing;
    this.#refusing = null;
    if (refusing !== null) return refusing;
    if (connection.session) return Close.AlreadyAuthenticated;
    const { token, intents, shard = [0, 1] } = asked.data;
    if (token !== this.#token) return Close.AuthenticationFailed;
    if (intents < 0 || intents >= 2 ** 31) return Close.InvalidIntents;
    if (intents & PRIVILEGED) return Close.DisallowedIntents;
    const [own, count] = shard;
    if (own < 0 || count < 1 || own >= count) return Close.InvalidShard;
    const id = `session-${this.#world.snowflake()}`;
    this.#begin(connection, new Session(id, intents, shard, connection.socket));
    return null;
  }

  #begin(connection: Connection, session: Session): void {
    this.#sessions.set(session.id, session);
    connection.session = session;
    const guilds = this.#world.botGuilds().filter(({ id }) => session.serves(id));
    const ready = {
      v: 10,
      user: { ...this.#world.bot, verified: true, mfa_enabled: false, email: null },
      guilds: guilds.map(({ id }) => ({ id, unavailable: true })),
      session_id: session.id,
      session_type: 'normal',
      resume_gateway_url: this.#url(),
      shard: session.shard,
      application: { id: this.#world.application.id, flags: 0 },
      private_channels: [],
      relationships: [],
      presences: [],
      user_settings: {},
      geo_ordered_rtc_regions: [],
    };
    this.#tell(session, 'READY', ready);
    if ((session.intents & GatewayIntentBits.Guilds) === 0) return;
    for (const guild of guilds) {
      if (!guild.unavailable)
        this.#tell(session, 'GUILD_CREATE', gatewayGuildView(this.#world, guild));
    }
  }

  #tell(session: Session, t: string, d: object): void {
    session.dispatch(t, d);
    this.#exchanges.add({ kind: 'gateway', from: 'discord', name: t, sent: d });
  }

  #resume(connection: Connection, d: unknown): Close | null {
    const asked = resumeSchema.safeParse(d);
    if (!asked.success) return Close.DecodeError;
    if (asked.data.token !== this.#token) return Close.AuthenticationFailed;
    const { session_id, seq } = asked.data;
    const session = this.#sessions.get(session_id);
    if (!session?.canReplay(seq)) {
      this.#sessions.delete(session_id);
      this.#say(connection, Op.InvalidSession, false);
      return null;
    }
    session.socket?.terminate();
    session.socket = connection.socket;
    connection.session = session;
    session.replay(seq);
    this.#tell(session, 'RESUMED', { _trace: [] });
    return null;
  }
}

function parsed(data: RawData): z.infer<typeof payloadSchema> | null {
  try {
    return payloadSchema.parse(JSON.parse(data.toString()));
  } catch {
    return null;
  }
}
