import { pino } from 'pino';
import { expect, it } from 'vitest';
import { createClient } from '../../src/discord/client.ts';
import { followServers } from '../../src/discord/presence.ts';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { addGuild, join } from '../../src/sandbox/world/guilds.ts';
import { openStore } from '../../src/storage/store.ts';

/** Waits until `look` gives `wanted`; a test that waits in vain ends by its own time limit. */
async function until<Value>(look: () => Promise<Value>, wanted: Value): Promise<void> {
  while ((await look()) !== wanted) await new Promise((resolve) => setTimeout(resolve, 10));
}

it('opens as many shards as Discord recommends, and follows the servers of all', async () => {
  const sandbox = await startSandbox({ shards: 2 });
  const { world } = sandbox;
  const [first] = world.botGuilds();
  const given = { name: 'Other', ownerId: first?.ownerId ?? '', preferredLocale: 'en-US' };
  const more = Array.from({ length: 8 }, () => addGuild(world, { ...given, everyone: 0n }));
  for (const guild of more) join(world, guild, world.bot.id);
  const { servers, close } = await openStore({ file: ':memory:' });
  const client = createClient({ token: sandbox.token, apiUrl: sandbox.apiUrl });
  followServers(client, servers, { now: () => 5, log: pino({ level: 'silent' }) });
  try {
    await client.login(sandbox.token);
    for (const { id } of world.botGuilds()) {
      await until(() => servers.presenceOf(id), 'present');
    }
    expect([...client.ws.shards.keys()]).toEqual([0, 1]);
  } finally {
    await client.destroy();
    await close();
    await sandbox.close();
  }
});

it('follows which servers the bot is in, those left while it was away too', async () => {
  const sandbox = await startSandbox();
  const { servers, close } = await openStore({ file: ':memory:' });
  const client = createClient({ token: sandbox.token, apiUrl: sandbox.apiUrl });
  const [guild] = sandbox.world.botGuilds();
  const id = guild?.id ?? '';
  const presence = () => servers.presenceOf(id);
  await servers.mark(['999'], 'present', 1);
  followServers(client, servers, { now: () => 5, log: pino({ level: 'silent' }) });
  try {
    await client.login(sandbox.token);
    await until(presence, 'present');
    await until(() => servers.presenceOf('999'), 'left');
    const back = sandbox.faults.guildUnavailable();
    await until(presence, 'away');
    back();
    await until(presence, 'present');
    sandbox.faults.removeBot();
    await until(presence, 'left');
    expect(await servers.leftBefore(5)).toHaveLength(2);
  } finally {
    await client.destroy();
    await close();
    await sandbox.close();
  }
});
