import type { REST } from 'discord.js';
import { Routes } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { Pace } from '../../src/discord/pace.ts';
import { createSendingRest } from '../../src/discord/rest.ts';
import { startSandbox } from '../../src/sandbox/sandbox.ts';

describe('the pace', () => {
  it('keeps to Discord’s limit whatever the delays', async () => {
    const sandbox = await startSandbox({ globalLimit: 20 });
    const { token, apiUrl } = sandbox;
    const limited = () => sandbox.refusals().filter(({ status }) => status === 429).length;
    const ask = (rest: REST) =>
      Promise.all(Array.from({ length: 50 }, () => rest.get(Routes.user('@me')).catch(() => null)));
    try {
      const paced = createSendingRest({ token, apiUrl }, new Pace(20));
      const slow = sandbox.faults.latency(40, /users/);
      await ask(paced);
      slow();
      await ask(paced);
      expect(limited()).toBe(0);
    } finally {
      await sandbox.close();
    }
  });

  it('lets what a reader waits for pass, and fails with the work it paces', async () => {
    const pace = new Pace(1);
    const order: string[] = [];
    const does = (name: string) => async () => {
      order.push(name);
    };
    await expect(
      pace.run('ordinary', async () => {
        throw new Error('refused');
      }),
    ).rejects.toThrow('refused');
    await Promise.all([
      pace.run('ordinary', does('post')),
      pace.run('ordinary', does('another post')),
      pace.run('urgent', does('an answer')),
    ]);
    expect(order).toEqual(['an answer', 'post', 'another post']);
  });
});
