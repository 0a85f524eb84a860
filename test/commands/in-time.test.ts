import { describe, expect, it } from 'vitest';
import { privateReply } from '../../commands/command.ts';
import { inTime, soonOrLater } from '../../commands/in-time.ts';
import { renderNotice } from '../../src/render/message.ts';

const reply = privateReply(renderNotice('Here it is.'));
const never = new Promise<never>(() => {});

describe('work that may take a while', () => {
  it('is answered at once when it is done in time', async () => {
    expect(await soonOrLater(async () => reply)).toBe(reply);
    expect(await inTime(async () => reply)).toBe(reply);
  });

  it('fails at once when it fails in time', async () => {
    await expect(soonOrLater(() => Promise.reject(new Error('gone')))).rejects.toThrow('gone');
    expect(await inTime(() => Promise.reject(new Error('gone')))).toBeNull();
  });

  it('is answered later when it is not, and is not done twice', async () => {
    const { promise, resolve } = Promise.withResolvers<typeof reply>();
    let begun = 0;
    const answered = await soonOrLater(() => {
      begun += 1;
      return promise;
    });
    if (answered.kind !== 'later') throw new Error(`not later: ${answered.kind}`);
    expect(answered.private).toBe(true);
    resolve(reply);
    expect(await answered.work()).toBe(reply);
    expect(begun).toBe(1);
    expect(await inTime(() => never)).toBeNull();
  });

  it('fails where it is waited for when it fails late', async () => {
    const { promise, reject } = Promise.withResolvers<typeof reply>();
    const answered = await soonOrLater(() => promise);
    if (answered.kind !== 'later') throw new Error(`not later: ${answered.kind}`);
    reject(new Error('gone'));
    await expect(answered.work()).rejects.toThrow('gone');
  });
});
