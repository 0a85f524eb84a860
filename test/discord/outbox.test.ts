import { REST } from '@discordjs/rest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Outbox, OutboxError } from '../../commands/outbox.ts';
import { createOutbox } from '../../src/discord/outbox.ts';
import { renderNotice } from '../../src/render/message.ts';
import { printMessage } from '../../src/sandbox/print.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';

let sandbox: Sandbox;
let outbox: Outbox;
let channelId: string;
let userId: string;

const outboxOf = (token: string, apiUrl = sandbox.apiUrl) =>
  createOutbox(new REST({ api: apiUrl, retries: 0 }).setToken(token));

beforeAll(async () => {
  sandbox = await startSandbox();
  outbox = outboxOf(sandbox.token);
  const spoken = sandbox.as('Lin').say('hello');
  channelId = spoken.channel_id;
  userId = spoken.author.id;
});

afterAll(() => sandbox.close());

const shown = () => sandbox.as('Lin').messages();
const texts = () => shown().map((message) => printMessage(message));

async function reasonOf(sending: Promise<unknown>) {
  const error = await sending.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof OutboxError)) throw new Error('no OutboxError was thrown');
  return [error.reason, error.permanent];
}

describe('the outbox', () => {
  it('posts, edits, reacts and removes', async () => {
    const { id } = await outbox.post(channelId, renderNotice('one'));
    await outbox.edit(channelId, id, renderNotice('two'));
    await outbox.react(channelId, id, '👀');
    expect(texts().join('')).toContain('two');
    expect(shown().at(-1)?.reactions?.[0]?.emoji.name).toBe('👀');
    await outbox.remove(channelId, id);
    expect(texts().join('')).not.toContain('two');
  });

  it('makes one message of two with the same nonce', async () => {
    const body = renderNotice('only once');
    const first = await outbox.post(channelId, body, { nonce: 'a-nonce' });
    expect(await outbox.post(channelId, body, { nonce: 'a-nonce' })).toEqual(first);
    expect(texts().filter((text) => text.includes('only once'))).toHaveLength(1);
  });

  it('answers a message without a ping, and sends files with what they show', async () => {
    const asked = sandbox.as('Lin').say('a question');
    const files = [
      { name: 'plot.txt', data: Buffer.from('a plot'), description: 'A line that rises' },
      { name: 'bare.txt', data: Buffer.from('nothing said of it') },
    ];
    await outbox.post(channelId, renderNotice('an answer'), { replyTo: asked.id, files });
    const answer = shown().at(-1);
    expect(answer?.message_reference?.message_id).toBe(asked.id);
    expect(answer?.mentions).toEqual([]);
    expect(answer?.attachments.map(({ description }) => description ?? null)).toEqual([
      'A line that rises',
      null,
    ]);
  });

  it('tells somebody something directly', async () => {
    await outbox.tell(userId, renderNotice('between us'));
    const direct = sandbox.as('Lin', { channel: 'DM' }).messages();
    expect(direct.map((message) => printMessage(message)).join('')).toContain('between us');
  });

  it('says why it could not', async () => {
    const body = renderNotice('never');
    expect(await reasonOf(outbox.post('1', body))).toEqual(['unknown-channel', true]);
    expect(await reasonOf(outbox.edit(channelId, '1', body))).toEqual(['unknown-message', true]);
    expect(await reasonOf(outboxOf('nonsense').post(channelId, body))).toEqual([
      'unauthorized',
      false,
    ]);
    const nowhere = outboxOf(sandbox.token, 'http://127.0.0.1:9/api');
    expect(await reasonOf(nowhere.post(channelId, body))).toEqual(['network', false]);
    for (const [status, reason] of [
      [500, 'server-error'],
      [418, 'refused'],
    ] as const) {
      const off = sandbox.faults.rest({ status, match: '/messages' });
      expect((await reasonOf(outbox.post(channelId, body)))[0]).toBe(reason);
      off();
    }
  });
});
