import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { getRequestListener } from '@hono/node-server';
import { Hono } from 'hono';
import { SettableClock } from '../clock/clock.ts';
import { Actor, type ActorPlace } from './actor.ts';
import { Faults } from './faults.ts';
import { Gateway } from './gateway/gateway.ts';
import { Interactions } from './interactions.ts';
import { restApi } from './rest/api.ts';
import { fileRoute } from './rest/files.ts';
import { localOnly } from './rest/local-only.ts';
import { type Refusal, type Traffic, TrafficLog } from './traffic.ts';
import { defaultWorld } from './world/default-world.ts';
import { openHome } from './world/home.ts';
import { findPerson } from './world/names.ts';
import type { World } from './world/world.ts';

export interface SandboxOptions {
  /** 0, the default: any free port. */
  port?: number;
  world?: World;
  /** What the sandbox's clock starts from, in Unix milliseconds; the system's by default. */
  now?: () => number;
  log?: (line: string) => void;
  /** Real milliseconds that the bot has for its first response; Discord gives 3,000. */
  patience?: number;
  /** Requests a second over all routes; Discord allows 50. */
  globalLimit?: number;
  /** How many shards it would have the bot run; Discord asks for one more every 1,000 servers. */
  shards?: number;
  /** A folder that keeps bot and world for the next start; without one all is forgotten. */
  data?: string | undefined;
}

/** What stands at the sandbox's address beside Discord: the page. */
export interface Addition {
  files: Hono;
  /** Takes an upgrade that is its own; false leaves it to the gateway. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean;
  close(): void;
}

export interface Sandbox {
  /** `http://127.0.0.1:PORT` */
  url: string;
  /** What the bot's `DISCORD_API_URL` is to be. */
  apiUrl: string;
  /** The only token that this Discord knows. It opens nothing anywhere else. */
  token: string;
  /** An empty folder for what a bot here keeps; it is removed when the sandbox closes. */
  dataDir: string;
  world: World;
  /** Its time, which the bot of a BotProcess follows. */
  clock: SettableClock;
  faults: Faults;
  gateway: Gateway;
  /** Every exchange between bot and Discord so far, oldest first. */
  exchanges: readonly Traffic[];
  /** What Discord refused so far: a bot without faults has none. */
  refusals(): Refusal[];
  /** Calls back for each exchange when it begins and when its answer is known. */
  on(listener: (traffic: Traffic) => void): () => void;
  /** Acts as a person: `as('Lin', { channel: 'daily' })`, by default in #reading or, outside the server, in a DM. */
  as(name: string, place?: ActorPlace): Actor;
  /** Waits until the condition holds; looks again after every exchange. Rejects after `milliseconds`. */
  until(condition: () => boolean, milliseconds?: number): Promise<void>;
  /** Waits for a bot that is connected and has registered commands. */
  ready(milliseconds?: number): Promise<void>;
  /** Serves something beside Discord from now on. */
  serve(addition: Addition): void;
  close(): Promise<void>;
}

/** A token of the shape that Discord's have, which says what it is. */
function sandboxToken(botId: string): string {
  return `${Buffer.from(botId).toString('base64url')}.sandbx.not-a-secret-it-opens-only-the-sandbox`;
}

/** Starts a Discord on 127.0.0.1. */
export async function startSandbox(options: SandboxOptions = {}): Promise<Sandbox> {
  const { port = 0, now = Date.now, log = () => {}, patience = 3000 } = options;
  const { globalLimit = 50, shards = 1 } = options;
  const clock = new SettableClock(0, now);
  const home = await openHome(options.data, clock);
  const world = options.world ?? home.world ?? defaultWorld(() => clock.now());
  const exchanges = new TrafficLog(world.now);
  const interactions = new Interactions(world, patience);
  const token = sandboxToken(world.bot.id);
  home.keep(world, (look) => [exchanges.on(look), clock.onSet(look)]);
  let address = '';
  const gatewayUrl = () => `ws://${address}/gateway`;
  const gateway = new Gateway({ world, token, exchanges, url: gatewayUrl });
  const faults = new Faults(world, gateway);
  const callbacksRefused = () => faults.take('callbacks', '/callback') !== undefined;
  const discord = { world, interactions, gatewayUrl, shards, callbacksRefused };
  const api = restApi({ discord, exchanges, faults, token, globalLimit, log });
  let addition: Addition | null = null;
  const app = new Hono()
    .use(localOnly)
    .route('/', fileRoute(world))
    .route('/', api)
    .get('*', (call) => addition?.files.fetch(call.req.raw) ?? call.notFound());

  const server = createServer(getRequestListener(app.fetch, { overrideGlobalObjects: false }));
  server.on('upgrade', (request, socket, head) => {
    if (!addition?.upgrade(request, socket, head)) gateway.upgrade(request, socket, head);
  });
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', resolve);
  });
  const bound = server.address() as AddressInfo;
  address = `127.0.0.1:${bound.port}`;
  const url = `http://${address}`;
  world.filesUrl = url;

  const until = (condition: () => boolean, milliseconds = 5000) =>
    waitFor(condition, milliseconds, exchanges);
  const stage = { world, interactions, gateway, exchanges };
  return {
    url,
    apiUrl: `${url}/api`,
    token,
    dataDir: home.botFolder,
    world,
    clock,
    faults,
    gateway,
    exchanges: exchanges.list,
    refusals: () => exchanges.refusals(),
    on: (listener) => exchanges.on(listener),
    as: (name, place = {}) => new Actor(stage, findPerson(world, name), place),
    until,
    ready: (milliseconds = 10_000) =>
      until(() => gateway.connected > 0 && world.commands.size > 0, milliseconds),
    serve: (given) => {
      addition = given;
    },
    async close() {
      interactions.close();
      gateway.close();
      addition?.close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => server.close(() => resolve()));
      await home.close();
    },
  };
}

async function waitFor(
  condition: () => boolean,
  milliseconds: number,
  exchanges: TrafficLog,
): Promise<void> {
  if (condition()) return;
  const { promise, resolve, reject } = Promise.withResolvers<void>();
  const look = () => condition() && resolve();
  const stop = exchanges.on(look);
  const timer = setTimeout(() => {
    reject(new Error(`What was waited for did not happen within ${milliseconds} ms.`));
  }, milliseconds);
  const again = setInterval(look, 20);
  try {
    await promise;
  } finally {
    stop();
    clearTimeout(timer);
    clearInterval(again);
  }
}
