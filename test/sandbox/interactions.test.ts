import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { NoResponse } from '../../src/sandbox/exchange.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { call, RawGateway } from './raw.ts';

const EPHEMERAL = 64;
const V2 = 1 << 15;

let sandbox: Sandbox;
let gateway: RawGateway;
let time: number;

beforeEach(async () => {
  time = Date.UTC(2026, 0, 1);
  sandbox = await startSandbox({ now: () => time, patience: 1500 });
  gateway = await RawGateway.identified(sandbox);
  const commands = [
    {
      name: 'word',
      description: 'A word',
      integration_types: [0, 1],
      contexts: [0, 1, 2],
      options: [{ type: 4, name: 'number', description: 'd', autocomplete: true }],
    },
    { name: 'Use', type: 3 },
  ];
  await call(sandbox, `PUT /applications/${sandbox.world.application.id}/commands`, commands);
});
afterEach(() => sandbox.close());

/** The newest interaction as the bot was sent it. */
async function received() {
  const before = gateway.frames.filter(({ t }) => t === 'INTERACTION_CREATE').length;
  const id = `${before}`;
  await gateway.frame(({ t }) => t === 'INTERACTION_CREATE');
  const last = gateway.frames.findLast(({ t }) => t === 'INTERACTION_CREATE')?.d;
  if (typeof last !== 'object' || last === null || !('token' in last) || !('id' in last))
    throw new Error(id);
  return { id: String(last.id), token: String(last.token), payload: last };
}

const callback = (at: { id: string; token: string }, body: object, query = '') =>
  call(sandbox, `POST /interactions/${at.id}/${at.token}/callback${query}`, body);
const webhook = (at: { token: string }) => `/webhooks/${sandbox.world.application.id}/${at.token}`;

describe('the first response', () => {
  test('comes once: 204, then 40060', async () => {
    const asked = sandbox.as('Lin').command('/word');
    const at = await received();
    expect((await callback(at, { type: 4, data: { content: 'a' } })).status).toBe(204);
    expect((await callback(at, { type: 4, data: { content: 'b' } })).body).toMatchObject({
      code: 40060,
    });
    const { message, milliseconds, refusals, responses } = await asked;
    expect(message?.content).toBe('a');
    expect(milliseconds).toBeGreaterThan(0);
    expect(refusals).toMatchObject([{ code: 40060 }]);
    expect(responses).toMatchObject([{ type: 4 }]);
  });

  test('a refused body does not count: the bot may try again', async () => {
    const asked = sandbox.as('Lin').command('/word');
    const at = await received();
    const bad = {
      type: 4,
      data: { flags: V2, content: 'a', components: [{ type: 10, content: 'a' }] },
    };
    expect((await callback(at, bad)).body).toMatchObject({
      code: 50035,
      errors: { data: { content: {} } },
    });
    expect((await callback(at, { type: 7 })).body).toMatchObject({ errors: { type: {} } });
    expect((await callback(at, { type: 5, data: { flags: V2 } })).body).toMatchObject({
      errors: { data: { flags: {} } },
    });
    expect((await callback(at, { type: 4, data: { content: 'a' } })).status).toBe(204);
    expect((await asked).refusals).toHaveLength(3);
  });

  test('comes in time: afterwards 10062, and the member sees that nothing came', async () => {
    const asked = sandbox.as('Lin').command('/word');
    const failed = expect(asked).rejects.toThrow(NoResponse);
    const at = await received();
    await failed;
    expect((await callback(at, { type: 4, data: { content: 'a' } })).body).toMatchObject({
      code: 10062,
    });
    expect((await callback({ id: '1', token: 'x' }, { type: 1 })).body).toMatchObject({
      code: 10062,
    });
  });

  test('what was refused is told with the failure', async () => {
    const asked = sandbox.as('Lin').command('/word');
    const failed = expect(asked).rejects.toThrow('50035');
    await callback(await received(), { type: 4, data: { content: 5 } });
    await failed;
  });

  test('can be asked to come back whole', async () => {
    const asked = sandbox.as('Lin').command('/word');
    const at = await received();
    const body = { type: 4, data: { content: 'a', flags: EPHEMERAL } };
    const answer = await callback(at, body, '?with_response=true');
    expect([answer.status, answer.body]).toMatchObject([
      200,
      {
        interaction: { id: at.id, type: 2, response_message_ephemeral: true },
        resource: { type: 4, message: { content: 'a' } },
      },
    ]);
    expect((await asked).ephemeral).toBe(true);
  });

  test('a fault makes callbacks fail with 10062', async () => {
    sandbox.faults.refuseCallbacks(1);
    const asked = sandbox.as('Lin').command('/word');
    const at = await received();
    expect((await callback(at, { type: 4, data: { content: 'a' } })).body).toMatchObject({
      code: 10062,
    });
    await callback(at, { type: 4, data: { content: 'a' } });
    await asked;
  });

  test('without a bot nothing can be asked', async () => {
    gateway.socket.close(1000);
    await sandbox.until(() => !sandbox.gateway.alive);
    await expect(sandbox.as('Lin').command('/word')).rejects.toThrow('No bot is connected');
  });
});

describe('afterwards', () => {
  test('a deferred reply is filled in, and stays as ephemeral as it was', async () => {
    const asked = sandbox.as('Lin').command('/word');
    const at = await received();
    expect(
      (await call(sandbox, `PATCH ${webhook(at)}/messages/@original`, { content: 'a' })).body,
    ).toMatchObject({ code: 10015 });
    await callback(at, { type: 5, data: { flags: EPHEMERAL } });
    const shown = await asked;
    expect([shown.deferred, shown.ephemeral, shown.message?.flags]).toEqual([
      true,
      true,
      EPHEMERAL | 128,
    ]);
    const settled = shown.settled();
    const v2 = { flags: V2, components: [{ type: 10, content: 'here' }] };
    expect((await call(sandbox, `PATCH ${webhook(at)}/messages/%40original`, v2)).status).toBe(200);
    expect((await settled).message?.flags).toBe(EPHEMERAL | V2);
    const got = await call(sandbox, `GET ${webhook(at)}/messages/@original`);
    expect(got.body).toMatchObject({ components: [{ content: 'here' }] });
    expect((await call(sandbox, `DELETE ${webhook(at)}/messages/@original`)).status).toBe(204);
    expect((await call(sandbox, `GET ${webhook(at)}/messages/@original`)).body).toMatchObject({
      code: 10008,
    });
    expect(shown.message).toBeUndefined();
  });

  test('a deferred reply that is never filled in is told', async () => {
    const asked = sandbox.as('Lin').command('/word');
    await callback(await received(), { type: 5 });
    await expect((await asked).settled(50)).rejects.toThrow('never filled in');
  });

  test('the first follow-up fills a deferred reply, the next ones follow', async () => {
    const asked = sandbox.as('Lin').command('/word');
    const at = await received();
    await callback(at, { type: 5 });
    const shown = await asked;
    const first = await call(sandbox, `POST ${webhook(at)}`, { content: 'one', flags: EPHEMERAL });
    expect(first.body.id).toBe(shown.message?.id);
    expect(shown.ephemeral).toBe(false);
    const second = await call(sandbox, `POST ${webhook(at)}`, { content: 'two', flags: EPHEMERAL });
    expect(shown.followUps).toMatchObject([{ content: 'two', flags: EPHEMERAL }]);
    const edit = `PATCH ${webhook(at)}/messages/${second.body.id}`;
    expect((await call(sandbox, edit, { content: '2' })).body).toMatchObject({ content: '2' });
    // An ephemeral message cannot be reached through its channel.
    const direct = `GET /channels/${sandbox.as('Lin').channel.id}/messages/${second.body.id}`;
    expect((await call(sandbox, direct)).body).toMatchObject({ code: 10008 });
  });

  test('the token lives 15 minutes', async () => {
    const asked = sandbox.as('Lin').command('/word');
    const at = await received();
    await callback(at, { type: 4, data: { content: 'a' } });
    await asked;
    time += 15 * 60_000 + 1;
    expect((await call(sandbox, `POST ${webhook(at)}`, { content: 'b' })).body).toMatchObject({
      code: 50027,
    });
    expect(
      (await call(sandbox, `POST /webhooks/1/${at.token}`, { content: 'b' })).body,
    ).toMatchObject({ code: 10015 });
  });

  test('where the app is only installed with its user, five follow-ups are all', async () => {
    const asked = sandbox.as('Sam', { channel: 'lounge' }).command('/word');
    const at = await received();
    expect(at.payload).toMatchObject({
      context: 0,
      authorizing_integration_owners: { 1: expect.any(String) },
    });
    expect(at.payload).not.toMatchObject({
      authorizing_integration_owners: { 0: expect.anything() },
    });
    await callback(at, { type: 4, data: { content: 'a' } });
    await asked;
    for (let count = 0; count < 5; count += 1) {
      expect((await call(sandbox, `POST ${webhook(at)}`, { content: 'b' })).status).toBe(200);
    }
    expect((await call(sandbox, `POST ${webhook(at)}`, { content: 'b' })).body).toMatchObject({
      code: 40094,
    });
  });
});

describe('autocomplete', () => {
  test('takes choices of the type of its option, and nothing else', async () => {
    const typing = sandbox.as('Lin').autocomplete('/word number:1');
    const at = await received();
    expect(at.payload).toMatchObject({
      type: 4,
      data: { options: [{ value: '1', focused: true }] },
    });
    expect((await callback(at, { type: 4, data: { content: 'a' } })).body).toMatchObject({
      code: 50035,
    });
    const wrong = { type: 8, data: { choices: [{ name: 'a', value: 'a' }] } };
    expect((await callback(at, wrong)).body).toMatchObject({ code: 50035 });
    const many = Array.from({ length: 26 }, (_, value) => ({ name: 'a', value }));
    expect((await callback(at, { type: 8, data: { choices: many } })).body).toMatchObject({
      code: 50035,
    });
    const right = { type: 8, data: { choices: [{ name: 'one', value: 1 }] } };
    expect((await callback(at, right)).status).toBe(204);
    expect((await typing).choices).toEqual([{ name: 'one', value: 1 }]);
  });
});

describe('the place', () => {
  test.each([
    [
      'Lin',
      {},
      { context: 0, locale: 'zh-TW', guild_locale: 'en-US', member: { user: { username: 'lin' } } },
    ],
    [
      'Lin',
      { channel: 'DM', locale: 'ja' },
      { context: 1, locale: 'ja', user: {}, authorizing_integration_owners: { 0: '0' } },
    ],
    ['Sam', {}, { context: 1, authorizing_integration_owners: { 1: expect.any(String) } }],
    ['Sam', { channel: 'private' }, { context: 2, user: { username: 'sam' } }],
  ])('%s %j', async (name, place, expected) => {
    const asked = sandbox.as(name, place).command('/word');
    const at = await received();
    expect(at.payload).toMatchObject(expected);
    // Discord leaves keys out where they do not apply; discord.js trips over nulls there.
    expect(Object.values(at.payload)).not.toContain(null);
    await callback(at, { type: 4, data: { content: 'a' } });
    await asked;
  });
});
