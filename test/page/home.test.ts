import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { unpackWorld } from '../../src/sandbox/world/keep.ts';

let folder: string;
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'duidu-home-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('a sandbox with a folder', () => {
  it('goes on where it ended: world, clock and the bot’s data', async () => {
    const first = await startSandbox({ data: folder });
    const said = first.as('Lin', { channel: 'daily' }).say('我明天再來');
    first.clock.advance(86_400_000);
    first.as('Ada', { channel: 'daily' }).say('See you', { replyTo: said });
    first.clock.advance(-3_600_000);
    const { token, dataDir } = first;
    await first.close();

    const second = await startSandbox({ data: folder });
    const messages = second.as('Mo', { channel: 'daily' }).messages();
    expect(messages.map(({ content }) => content)).toEqual(['我明天再來', 'See you']);
    expect(messages[1]?.referenced_message?.id).toBe(said.id);
    expect(second).toMatchObject({ token, dataDir });
    expect(second.clock.offset).toBe(82_800_000);
    const next = second.as('Mo', { channel: 'daily' }).say('Back');
    expect(BigInt(next.id)).toBeGreaterThan(BigInt(messages[1]?.id ?? 0));
    await second.close();
  });

  it('says which file is not its own', async () => {
    await writeFile(path.join(folder, 'world.bin'), 'something else');
    await expect(startSandbox({ data: folder })).rejects.toThrow('world.bin is not a world');
  });

  it('saves by itself soon after something happened', async () => {
    const first = await startSandbox({ data: folder });
    first.as('Ada').say('Kept?');
    const read = async () => {
      const bytes = await readFile(path.join(folder, 'world.bin')).catch(() => null);
      if (bytes === null) return 0;
      const { world } = unpackWorld(bytes, Date.now);
      return [...world.messages.values()].reduce((sum, { size }) => sum + size, 0);
    };
    await expect.poll(read, { timeout: 20_000 }).toBe(1);
    await first.close();
  });
});
