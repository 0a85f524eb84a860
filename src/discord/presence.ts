import { type Client, Events, type Guild, ShardClientUtil } from 'discord.js';
import type { Presence } from '../daily/model.ts';
import type { Servers } from '../daily/ports.ts';
import type { Log } from '../log.ts';

/**
 * Keeps `servers` up to date with what the gateway tells: a server in an outage is not one that was
 * left, and one that was left is known by when. To be called before the client logs in.
 */
export function followServers(
  client: Client,
  servers: Servers,
  { now, log }: { now(): number; readonly log: Log },
): void {
  // One after the other: of two things that the gateway told, the later one is to stay.
  let done = Promise.resolve();
  const mark = (guildIds: readonly string[], presence: Presence) => {
    const at = now();
    done = done
      .then(() => servers.mark(guildIds, presence, at))
      .catch((error) => log.error({ err: error }, 'servers'));
  };
  client.on(Events.GuildCreate, ({ id }) => mark([id], 'present'));
  client.on(Events.GuildAvailable, ({ id }) => mark([id], 'present'));
  client.on(Events.GuildUnavailable, ({ id }) => mark([id], 'away'));
  client.on(Events.GuildDelete, ({ id }) => mark([id], 'left'));
  client.once(Events.ClientReady, async (ready) => {
    const all = [...ready.guilds.cache.values()];
    const ids = (guilds: readonly Guild[]) => guilds.map(({ id }) => id);
    mark(ids(all.filter(({ available }) => available)), 'present');
    mark(ids(all.filter(({ available }) => !available)), 'away');
    try {
      const known = await servers.known();
      mark(
        known.filter((id) => !ready.guilds.cache.has(id) && isOurs(ready, id)),
        'left',
      );
    } catch (error) {
      log.error({ err: error }, 'servers');
    }
  });
}

/** Whether the server would be told to this process: with shards, others hear of the rest. */
function isOurs(client: Client<true>, guildId: string): boolean {
  const shards = [...client.ws.shards.keys()];
  const count = client.options.shardCount ?? shards.length;
  return shards.includes(ShardClientUtil.shardIdForGuildId(guildId, Math.max(1, count)));
}
