import { PermissionFlagsBits as Flag } from 'discord-api-types/v10';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { setRolePermissions } from '../../src/sandbox/world/guilds.ts';
import { findChannel, findGuild, findRole } from '../../src/sandbox/world/names.ts';
import { call, RawGateway } from './raw.ts';

let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ patience: 1000 });
});
afterEach(() => sandbox.close());

const channel = (name: string) => findChannel(sandbox.world, name).id;

/** Gives the bot's own role more permissions. */
function allowBot(bits: bigint): void {
  const guild = findGuild(sandbox.world, '');
  const role = findRole(guild, 'Duidu');
  setRolePermissions(sandbox.world, guild, role, BigInt(role.permissions) | bits);
}

test('with MANAGE_CHANNELS and MANAGE_MESSAGES a bot changes more', async () => {
  allowBot(Flag.ManageChannels | Flag.ManageMessages | Flag.CreatePrivateThreads);
  const at = `/channels/${channel('daily')}`;
  const change = { name: 'mornings', topic: 'Good morning', rate_limit_per_user: 5 };
  expect((await call(sandbox, `PATCH ${at}`, change)).body).toMatchObject(change);
  expect((await call(sandbox, `PATCH ${at}`, { name: '' })).body).toMatchObject({ code: 50035 });
  const said = sandbox.as('Lin', { channel: 'mornings' }).say('hello');
  expect((await call(sandbox, `DELETE ${at}/messages/${said.id}`)).status).toBe(204);
  const secret = await call(sandbox, `POST ${at}/threads`, { name: 'Secret', invitable: false });
  expect(secret.body).toMatchObject({ type: 12, thread_metadata: { invitable: false } });
  expect((await call(sandbox, `DELETE ${at}`)).body).toMatchObject({ name: 'mornings' });
  // Its threads went with it.
  expect((await call(sandbox, `GET /channels/${secret.body.id}`)).body).toMatchObject({
    code: 10003,
  });
});

test('announcement threads, forum tags, threads inside threads', async () => {
  const body = { content: 'News' };
  const news = await call(sandbox, `POST /channels/${channel('announcements')}/messages`, body);
  const start = `POST /channels/${channel('announcements')}/messages/${news.body.id}/threads`;
  const thread = await call(sandbox, start, { name: 'Talk' });
  expect(thread.body).toMatchObject({ type: 10 });
  const inside = await call(sandbox, `POST /channels/${thread.body.id}/threads`, {
    name: 'x',
    type: 11,
  });
  expect(inside.body).toMatchObject({ code: 50024 });
  const join = `PUT /channels/${channel('reading')}/thread-members/@me`;
  expect((await call(sandbox, join)).body).toMatchObject({ code: 50024 });
  const post = { name: 'P', applied_tags: ['1'], message: body };
  const made = await call(sandbox, `POST /channels/${channel('articles')}/threads`, post);
  expect(made.body).toMatchObject({ applied_tags: ['1'] });
});

test('direct messages carry no server', async () => {
  const gateway = await RawGateway.identified(sandbox);
  const direct = sandbox.as('Lin', { channel: 'DM' });
  const said = direct.say('hello');
  expect(await gateway.event('MESSAGE_CREATE')).not.toHaveProperty('guild_id');
  const at = `/channels/${direct.channel.id}`;
  const reply = { content: 'hi', message_reference: { message_id: said.id } };
  const sent = await call(sandbox, `POST ${at}/messages`, reply);
  expect(sent.body).toMatchObject({ message_reference: { channel_id: direct.channel.id } });
  expect(
    (await call(sandbox, `PUT ${at}/messages/${sent.body.id}/reactions/%E2%9C%85/@me`)).status,
  ).toBe(204);
  expect((await call(sandbox, `PUT ${at}/messages/pins/${sent.body.id}`)).status).toBe(204);
  expect((await call(sandbox, `DELETE ${at}/messages/${said.id}`)).body).toMatchObject({
    code: 50013,
  });
  expect((await call(sandbox, `PATCH ${at}`, { name: 'x' })).body).toMatchObject({ code: 50024 });
  expect((await call(sandbox, `POST ${at}/threads`, { name: 'x' })).body).toMatchObject({
    code: 50024,
  });
  expect((await call(sandbox, `DELETE ${at}`)).body).toMatchObject({ type: 1 });
  expect((await call(sandbox, `DELETE ${at}/messages/${sent.body.id}`)).status).toBe(204);
});

test('a deferred update edits the message that was pressed; a lost one is told', async () => {
  const gateway = await RawGateway.identified(sandbox);
  const answers: object[] = [
    { type: 6 },
    { type: 9, data: form() },
    { type: 7, data: { content: 'c' } },
  ];
  const tokens: string[] = [];
  gateway.socket.on('message', (data) => {
    const { t, d } = JSON.parse(data.toString());
    if (t !== 'INTERACTION_CREATE') return;
    tokens.push(d.token);
    void call(
      sandbox,
      `POST /interactions/${d.id}/${d.token}/callback?with_response=true`,
      answers.shift(),
    );
  });
  const components = [{ type: 1, components: [{ type: 2, style: 1, custom_id: 'x', label: 'X' }] }];
  await call(sandbox, `POST /channels/${channel('reading')}/messages`, {
    content: 'a',
    components,
  });
  const lin = sandbox.as('Lin');
  const [message] = lin.messages();
  if (!message) throw new Error('There is no message.');
  const pressed = await lin.press(message, 'x');
  const settled = pressed.settled();
  const edit = `PATCH /webhooks/${sandbox.world.application.id}/${tokens[0]}/messages/@original`;
  await call(sandbox, edit, { content: 'b' });
  expect((await settled).message).toMatchObject({ id: message.id, content: 'b' });
  // A modal that a button opened can update the button's message.
  const opened = await lin.press(message, 'X');
  expect((await lin.submit(opened, { a: 'y' })).message).toMatchObject({
    id: message.id,
    content: 'c',
  });
  expect(sandbox.refusals()).toEqual([]);
});

const form = () => ({
  custom_id: 'm',
  title: 'M',
  components: [{ type: 18, label: 'L', component: { type: 4, custom_id: 'a', style: 1 } }],
});

test('the schema tells booleans, numbers, objects, addresses and lists apart', async () => {
  const at = `POST /channels/${channel('reading')}/messages`;
  const codeAt = async (body: object) =>
    JSON.stringify((await call(sandbox, at, body)).body.errors);
  expect(await codeAt({ content: 'a', tts: 'x' })).toContain('BOOLEAN_TYPE_CONVERT');
  expect(await codeAt({ content: 'a', flags: 'x' })).toContain('NUMBER_TYPE_COERCE');
  expect(await codeAt({ embeds: {} })).toContain('LIST_TYPE_CONVERT');
  expect(await codeAt({ embeds: ['x'] })).toContain('MODEL_TYPE_CONVERT');
  expect(await codeAt({ embeds: [{ url: 'x' }] })).toContain('URL_TYPE_INVALID_URL');
  expect(await codeAt({ embeds: [{ color: -1 }] })).toContain('NUMBER_TYPE_MIN');
  expect(await codeAt({ embeds: [{ color: 2 ** 24 }] })).toContain('NUMBER_TYPE_MAX');
  const empty = { type: 1, components: [] };
  expect(await codeAt({ components: [empty] })).toContain('BASE_TYPE_MIN_LENGTH');
  expect(await codeAt({ content: 'a', message_reference: {} })).toContain('BASE_TYPE_REQUIRED');
  expect(await codeAt({ content: 'a', allowed_mentions: { parse: ['x'] } })).toContain('BASE_TYPE');
});

test('a port that is taken is told', async () => {
  await expect(startSandbox({ port: Number(new URL(sandbox.url).port) })).rejects.toThrow(
    'EADDRINUSE',
  );
});

test('waiting for what does not happen ends', async () => {
  await expect(sandbox.ready(30)).rejects.toThrow('did not happen within 30 ms');
});
