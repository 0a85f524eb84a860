import { Client, Events, GatewayIntentBits, Options, Partials } from 'discord.js';
import type { Offer } from '../../commands/command.ts';
import type { Config } from '../config.ts';
import type { Log } from '../log.ts';
import { Pace } from './pace.ts';
import { registerCommands } from './registration.ts';
import { restOptions } from './rest.ts';
import type { Router } from './router.ts';

/** The bot cannot go on, and the message says why and what to do, in one line. */
export class StartError extends Error {}

/** A connection to Discord that answers interactions. */
export interface Connection {
  /** Takes no more interactions, finishes those in hand, and disconnects. */
  close(): Promise<void>;
}

/** What only discord.js can tell: the connection was lost for good. */
export type OnLost = (error: StartError) => void;

const REFUSED: Readonly<Record<number, string>> = {
  4004: 'Discord does not accept DISCORD_TOKEN. Copy it again from the Developer Portal, page Bot.',
  4014: 'Discord does not allow an intent that the bot asked for. Duidu needs no privileged one: update it.',
};

/** A client that is not connected yet; what is sent by its REST API keeps to Discord's limits. */
export function createClient(config: Config['discord'], pace = new Pace(50)): Client {
  const client = new Client({
    // As many as Discord recommends, all in this process: one shard holds at most 2,500 servers.
    shards: 'auto',
    // No privileged intent: interactions arrive without any, guilds tell which servers we are in,
    // and messages come with their text when they are to the bot.
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.DirectMessages,
    ],
    // Without it, nothing is heard of direct messages: their channels are in no cache.
    partials: [Partials.Channel],
    allowedMentions: { parse: [] },
    rest: restOptions(config, pace),
    // Nothing is read from the caches, so nothing is kept in them.
    makeCache: Options.cacheWithLimits({
      ...Options.DefaultMakeCacheSettings,
      MessageManager: 0,
      GuildMemberManager: 0,
      ReactionManager: 0,
    }),
  });
  client.rest.setToken(config.token);
  return client;
}

/** What a connection needs besides its client. */
export interface Connecting {
  readonly config: Config['discord'];
  readonly offer: Offer;
  readonly router: Router;
  readonly log: Log;
  readonly onLost: OnLost;
}

/**
 * Connects, registers what is offered where it changed, and hands every interaction and message to
 * `router`. Throws a StartError when Discord refuses the token or cannot be reached; `onLost` is
 * told when Discord closes the connection for good later on.
 */
export async function connect(
  client: Client,
  { config, offer, router, log, onLost }: Connecting,
): Promise<Connection> {
  client.on(Events.InteractionCreate, (interaction) => router.take(interaction));
  client.on(Events.MessageCreate, (message) => router.takeMessage(message));
  client.on(Events.Error, (error) => log.warn({ err: error }, 'connection'));
  client.on(Events.Warn, (warning) => log.warn(warning));
  client.on(Events.ShardReconnecting, (shard) => log.info({ shard }, 'reconnecting'));
  client.on(Events.ShardResume, (shard, replayed) => log.info({ shard, replayed }, 'resumed'));

  await new Promise<void>((resolve, reject) => {
    client.once(Events.ClientReady, () => resolve());
    client.on(Events.ShardDisconnect, ({ code }) => {
      const error = new StartError(
        REFUSED[code] ?? `Discord closed the connection (code ${code}).`,
      );
      reject(error);
      onLost(error);
    });
    client.login(config.token).catch((error: unknown) => reject(refusal(error, config.apiUrl)));
  }).catch(async (error: unknown) => {
    await client.destroy();
    throw error;
  });

  const ready = client.isReady() ? client : null;
  if (ready === null) throw new StartError('Discord closed the connection during the start.');
  const changed = await registerCommands(ready.rest, ready.application.id, offer);
  log.info(
    {
      user: ready.user.tag,
      servers: ready.guilds.cache.size,
      commands: offer.commands.length,
      changed,
    },
    'connected',
  );
  return {
    close: async () => {
      await router.close();
      await client.destroy();
    },
  };
}

/** What a failed login means to the operator. */
function refusal(error: unknown, apiUrl: string): StartError {
  const { code, status, message } = Object(error);
  if (code === 'TokenInvalid' || status === 401) return new StartError(REFUSED[4004]);
  if (typeof status === 'number') {
    return new StartError(`${apiUrl} answered with status ${status}: ${message}`);
  }
  return new StartError(
    `Discord cannot be reached at ${apiUrl} (${message}). Check the network and DISCORD_API_URL.`,
  );
}
