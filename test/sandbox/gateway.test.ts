import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { RawGateway } from './raw.ts';

const GUILDS = 1;
const GUILD_MESSAGES = 1 << 9;
const DIRECT_MESSAGES = 1 << 12;
const MESSAGE_CONTENT = 1 << 15;

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ patience: 2000 });
});
afterEach(() => sandbox.close());

const identify = (more: object = {}) => ({
  token: sandbox.token,
  intents: GUILDS,
  properties: {},
  ...more,
});

describe('a connection', () => {
  test('HELLO, READY, one GUILD_CREATE for each guild, HEARTBEAT', async () => {
    const gateway = await RawGateway.identified(sandbox);
    expect(await gateway.event('READY')).toMatchObject({
      guilds: [{ unavailable: true }],
      application: { id: sandbox.world.application.id },
      resume_gateway_url: expect.stringContaining('ws://127.0.0.1'),
    });
    const guild = await gateway.event('GUILD_CREATE');
    expect(guild).toMatchObject({ name: 'Duidu 對讀', member_count: 5, unavailable: false });
    // Without the privileged GUILD_MEMBERS intent a bot is sent itself alone.
    expect(guild.members).toHaveLength(1);
    gateway.send(1, gateway.sequence);
    await gateway.frame(({ op }) => op === 11);
  });

  test.each([
    ['a bad token', () => identify({ token: 'x' }), 4004],
    ['a privileged intent', () => identify({ intents: GUILDS | MESSAGE_CONTENT }), 4014],
    ['impossible intents', () => identify({ intents: -1 }), 4013],
    ['an impossible shard', () => identify({ shard: [1, 1] }), 4010],
    ['no token', () => ({ intents: 1 }), 4002],
  ])('%s is closed', async (_, payload, code) => {
    const gateway = await RawGateway.connect(sandbox);
    gateway.send(2, payload());
    expect(await gateway.closed()).toBe(code);
  });

  test('frames out of turn are closed', async () => {
    const early = await RawGateway.connect(sandbox);
    early.send(3, {});
    expect(await early.closed()).toBe(4003);
    const twice = await RawGateway.identified(sandbox);
    twice.send(2, identify());
    expect(await twice.closed()).toBe(4005);
    const unknown = await RawGateway.identified(sandbox);
    unknown.send(99, {});
    expect(await unknown.closed()).toBe(4001);
    const garbled = await RawGateway.connect(sandbox);
    garbled.socket.send('{');
    expect(await garbled.closed()).toBe(4002);
    const busy = await RawGateway.connect(sandbox);
    for (let count = 0; count < 121; count += 1) busy.send(1, null);
    expect(await busy.closed()).toBe(4008);
  });

  test('compression, ETF and foreign pages are refused', async () => {
    const url = `${sandbox.url.replace('http', 'ws')}/gateway`;
    for (const query of ['?compress=zlib-stream', '?encoding=etf']) {
      expect(await new RawGateway(url + query).closed()).toBe(1006);
    }
    expect(await new RawGateway(url, { Origin: 'https://evil.example' }).closed()).toBe(1006);
  });

  test('guilds are spread over shards', async () => {
    const [guild] = sandbox.world.botGuilds();
    const own = Number((BigInt(guild?.id ?? 0) >> 22n) % 2n);
    const without = await RawGateway.connect(sandbox);
    without.send(2, identify({ shard: [1 - own, 2] }));
    expect(await without.event('READY')).toMatchObject({ guilds: [], shard: [1 - own, 2] });
    const with_ = await RawGateway.connect(sandbox);
    with_.send(2, identify({ shard: [own, 2] }));
    expect(await with_.event('READY')).toMatchObject({ guilds: [{ id: guild?.id }] });
  });
});

describe('resuming', () => {
  test('replays what was missed, then says RESUMED', async () => {
    const first = await RawGateway.identified(sandbox, GUILDS | GUILD_MESSAGES);
    await first.event('GUILD_CREATE');
    const { session_id } = await first.event('READY');
    sandbox.faults.dropGateway();
    expect(await first.closed()).toBe(1006);
    const said = sandbox.as('Lin').say('missed');
    const second = await RawGateway.connect(sandbox);
    second.send(6, { token: sandbox.token, session_id, seq: first.sequence });
    await second.event('RESUMED');
    expect(await second.event('MESSAGE_CREATE')).toMatchObject({ id: said.id });
  });

  test('is refused for lost sessions and wrong tokens', async () => {
    const first = await RawGateway.identified(sandbox);
    await first.event('GUILD_CREATE');
    const { session_id } = await first.event('READY');
    sandbox.faults.dropGateway({ resumable: false });
    await first.closed();
    const second = await RawGateway.connect(sandbox);
    second.send(6, { token: sandbox.token, session_id, seq: first.sequence });
    expect(await second.frame(({ op }) => op === 9)).toMatchObject({ d: false });
    second.send(6, { token: 'x', session_id, seq: 0 });
    expect(await second.closed()).toBe(4004);
    const third = await RawGateway.connect(sandbox);
    third.send(6, { session_id });
    expect(await third.closed()).toBe(4002);
  });

  test('the sandbox can ask for it, or close with a code', async () => {
    const gateway = await RawGateway.identified(sandbox);
    sandbox.gateway.askReconnect();
    await gateway.frame(({ op }) => op === 7);
    sandbox.faults.dropGateway({ code: 4000 });
    expect(await gateway.closed()).toBe(4000);
  });
});

describe('what reaches the bot', () => {
  const ALL = GUILDS | GUILD_MESSAGES | DIRECT_MESSAGES;

  async function contentOf(gateway: RawGateway, id: string): Promise<unknown> {
    const matches = (d: unknown) => typeof d === 'object' && d !== null && 'id' in d && d.id === id;
    const { d } = await gateway.frame((frame) => frame.t === 'MESSAGE_CREATE' && matches(frame.d));
    return typeof d === 'object' && d !== null && 'content' in d ? d.content : undefined;
  }

  test('content comes only where Discord sends it without the privileged intent', async () => {
    const gateway = await RawGateway.identified(sandbox, ALL);
    const lin = sandbox.as('Lin');
    expect(await contentOf(gateway, lin.say('secret').id)).toBe('');
    expect(await contentOf(gateway, lin.say('to you', { mention: true }).id)).toContain('to you');
    expect(await contentOf(gateway, sandbox.as('Lin', { channel: 'DM' }).say('direct').id)).toBe(
      'direct',
    );
    const response = await fetch(`${sandbox.apiUrl}/channels/${lin.channel.id}/messages`, {
      method: 'POST',
      headers: { Authorization: `Bot ${sandbox.token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ content: 'question' }),
    });
    expect(response.status).toBe(200);
    const [question] = lin.messages().slice(-1);
    if (!question) throw new Error('The question is missing.');
    expect(await contentOf(gateway, question.id)).toBe('question');
    const answer = lin.say('answer', { replyTo: question });
    expect(await contentOf(gateway, answer.id)).toBe('answer');
    const silent = lin.say('silent', { replyTo: question, ping: false });
    expect(await contentOf(gateway, silent.id)).toBe('');
    const toOther = sandbox.as('Wei').say('to Lin', { replyTo: answer });
    expect(await contentOf(gateway, toOther.id)).toBe('');
  });

  test('a reply to an answer to an interaction is not readable, with ping or without', async () => {
    const gateway = await RawGateway.identified(sandbox, ALL);
    const lin = sandbox.as('Lin');
    const { world } = sandbox;
    await fetch(`${sandbox.apiUrl}/applications/${world.application.id}/commands`, {
      method: 'POST',
      headers: { Authorization: `Bot ${sandbox.token}`, 'Content-Type': 'application/json' },
      body: JSON.stringify({ name: 'ask', description: 'Asks' }),
    });
    const asked = lin.command('/ask');
    const { id, token } = await gateway.event('INTERACTION_CREATE');
    await fetch(`${sandbox.apiUrl}/interactions/${id}/${token}/callback`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ type: 4, data: { content: 'question' } }),
    });
    const { message } = await asked;
    if (!message) throw new Error('There is no answer.');
    expect(await contentOf(gateway, lin.say('answer', { replyTo: message }).id)).toBe('');
  });

  test('intents and the right to look into a channel decide', async () => {
    const deaf = await RawGateway.identified(sandbox, GUILDS);
    const direct = await RawGateway.identified(sandbox, DIRECT_MESSAGES);
    const all = await RawGateway.identified(sandbox, ALL);
    sandbox.as('Lin', { channel: 'no-entry' }).say('hidden');
    const open = sandbox.as('Lin').say('open');
    const whispered = sandbox.as('Lin', { channel: 'DM' }).say('direct');
    await contentOf(all, whispered.id);
    const ids = (gateway: RawGateway) =>
      gateway.frames.filter(({ t }) => t === 'MESSAGE_CREATE').map(({ d }) => d);
    expect(ids(deaf)).toEqual([]);
    await contentOf(direct, whispered.id);
    expect(ids(direct)).toMatchObject([{ id: whispered.id }]);
    expect(direct.frames.some(({ t }) => t === 'GUILD_CREATE')).toBe(false);
    expect(ids(all)).toMatchObject([{ id: open.id }, { id: whispered.id }]);
  });

  test('changes of the world are announced', async () => {
    const gateway = await RawGateway.identified(sandbox, ALL);
    await gateway.event('GUILD_CREATE');
    const restore = sandbox.faults.losePermission('quiz', 'SendMessages');
    expect(await gateway.event('CHANNEL_UPDATE')).toMatchObject({ name: 'quiz' });
    restore();
    sandbox.faults.deleteChannel('quiz');
    expect(await gateway.event('CHANNEL_DELETE')).toMatchObject({ name: 'quiz' });
    const back = sandbox.faults.guildUnavailable();
    expect(await gateway.event('GUILD_DELETE')).toMatchObject({ unavailable: true });
    back();
    sandbox.faults.removeBot();
    await gateway.frame(
      ({ t, d }) => t === 'GUILD_DELETE' && !JSON.stringify(d).includes('unavailable'),
    );
  });
});
