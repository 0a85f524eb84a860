import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { denyBot, directChannel } from '../../src/sandbox/world/channels.ts';
import { findChannel, findPerson } from '../../src/sandbox/world/names.ts';
import { call } from './raw.ts';

let sandbox: Sandbox;
let reading: string;
let time: number;

beforeEach(async () => {
  time = Date.UTC(2026, 0, 1);
  sandbox = await startSandbox({ now: () => time });
  reading = findChannel(sandbox.world, 'reading').id;
});
afterEach(() => sandbox.close());

const channel = (name: string) => findChannel(sandbox.world, name).id;
const sent = async (body: object, where = reading) =>
  call(sandbox, `POST /channels/${where}/messages`, body);
const idOf = ({ body }: { body: Record<string, unknown> }) => String(body.id);

describe('authorization and addresses', () => {
  test('401, 404, 405, 403', async () => {
    const wrong = await call(sandbox, 'GET /users/@me', undefined, { Authorization: 'Bot x' });
    expect([wrong.status, wrong.body]).toEqual([401, { message: '401: Unauthorized', code: 0 }]);
    expect((await call(sandbox, 'GET /nowhere')).status).toBe(404);
    expect((await call(sandbox, 'DELETE /users/@me')).status).toBe(405);
    expect(
      (await call(sandbox, 'GET /users/@me', undefined, { Origin: 'https://evil.example' })).status,
    ).toBe(403);
    expect(sandbox.refusals().map(({ status }) => status)).toEqual([401, 404, 405]);
  });

  test('the unversioned root works too', async () => {
    const response = await fetch(`${sandbox.apiUrl}/gateway`);
    expect(await response.json()).toEqual({ url: expect.stringMatching(/^ws:\/\/127\.0\.0\.1:/) });
  });

  test('what is no snowflake is 50035', async () => {
    const { status, body } = await call(sandbox, 'GET /channels/x');
    expect([status, body.code]).toEqual([400, 50035]);
    expect(body.errors).toEqual({
      channel_id: {
        _errors: [{ code: 'NUMBER_TYPE_COERCE', message: 'Value "x" is not snowflake.' }],
      },
    });
  });

  test('bodies that are no JSON', async () => {
    const response = await fetch(`${sandbox.apiUrl}/channels/${reading}/messages`, {
      method: 'POST',
      headers: { Authorization: `Bot ${sandbox.token}`, 'Content-Type': 'application/json' },
      body: '{',
    });
    expect(await response.json()).toMatchObject({ code: 50109 });
  });
});

describe('messages', () => {
  test('the schema and the rules answer in one form', async () => {
    const long = await sent({ content: 'a'.repeat(2001) });
    expect(long.body).toMatchObject({
      code: 50035,
      errors: { content: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH' }] } },
    });
    const kind = await sent({ content: 5 });
    expect(kind.body).toMatchObject({
      errors: { content: { _errors: [{ code: 'STRING_TYPE_CONVERT' }] } },
    });
    const label = {
      type: 1,
      components: [{ type: 2, style: 1, custom_id: 'a', label: 'x'.repeat(81) }],
    };
    expect((await sent({ components: [label] })).body).toMatchObject({
      errors: {
        components: {
          0: { components: { 0: { label: { _errors: [{ code: 'BASE_TYPE_MAX_LENGTH' }] } } } },
        },
      },
    });
    const unknown = await sent({ components: [{ type: 99 }] });
    expect(unknown.body).toMatchObject({
      errors: { components: { 0: { _errors: [{ code: 'UNION_TYPE_CHOICES' }] } } },
    });
    const nested = {
      flags: 1 << 15,
      components: [{ type: 9, components: [{ type: 10, content: 'a' }] }],
    };
    expect((await sent(nested)).body).toMatchObject({ code: 50035 });
    const mixed = { flags: 1 << 15, content: 'a', components: [{ type: 10, content: 'a' }] };
    expect((await sent(mixed)).body).toMatchObject({ errors: { content: {} } });
    expect((await sent({ flags: 64, content: 'a' })).body).toMatchObject({ errors: { flags: {} } });
    expect((await sent({})).body).toMatchObject({ code: 50006 });
    expect(
      (await sent({ flags: 1 << 15, components: [{ type: 10, content: '讀'.repeat(3400) }] }))
        .status,
    ).toBe(500);
  });

  test('places that refuse', async () => {
    const body = { content: 'a' };
    expect((await sent(body, '1')).body).toMatchObject({ code: 10003 });
    expect((await sent(body, channel('no-entry'))).body).toMatchObject({ code: 50001 });
    expect((await sent(body, channel('articles'))).body).toMatchObject({ code: 50008 });
    expect((await sent(body, channel('lounge'))).body).toMatchObject({ code: 50001 });
    sandbox.faults.losePermission('quiz', 'SendMessages');
    expect((await sent(body, channel('quiz'))).body).toMatchObject({ code: 50013 });
    const stranger = findPerson(sandbox.world, 'Sam');
    stranger.installed = false;
    const direct = directChannel(sandbox.world, [sandbox.world.bot.id, stranger.user.id]);
    expect((await sent(body, direct.id)).body).toMatchObject({ code: 50007 });
  });

  test('a nonce that is enforced makes one message of two, for some minutes', async () => {
    const body = { content: 'daily', nonce: 'schedule-1', enforce_nonce: true };
    const first = await sent(body);
    expect(first.body).toMatchObject({ nonce: 'schedule-1' });
    expect(idOf(await sent(body))).toBe(idOf(first));
    expect(idOf(await sent({ ...body, nonce: 'schedule-2' }))).not.toBe(idOf(first));
    expect(idOf(await sent({ ...body, enforce_nonce: false }))).not.toBe(idOf(first));
    time += 6 * 60_000;
    expect(idOf(await sent(body))).not.toBe(idOf(first));
    expect((await sent({ ...body, nonce: 'x'.repeat(26) })).body).toMatchObject({ code: 50035 });
  });

  test('reading them: newest first, before, after, around', async () => {
    const ids: string[] = [];
    for (const content of ['a', 'b', 'c', 'd']) ids.push(idOf(await sent({ content })));
    const list = async (query: string) => {
      const { body } = await call(sandbox, `GET /channels/${reading}/messages?${query}`);
      return Array.isArray(body.list) ? body.list.map(({ content }) => content).join('') : body;
    };
    expect(await list('')).toBe('dcba');
    expect(await list('limit=2')).toBe('dc');
    expect(await list(`before=${ids[2]}`)).toBe('ba');
    expect(await list(`after=${ids[0]}&limit=2`)).toBe('cb');
    expect(await list(`around=${ids[2]}&limit=2`)).toBe('cb');
    expect(await list('limit=101')).toMatchObject({ code: 50035 });
    expect(await list('before=x')).toMatchObject({ code: 50035 });
    sandbox.faults.losePermission('reading', 'ReadMessageHistory');
    expect(await list('')).toBe('');
  });

  test('editing and deleting', async () => {
    const own = idOf(await sent({ content: 'a' }));
    const at = `/channels/${reading}/messages/${own}`;
    expect((await call(sandbox, `PATCH ${at}`, { content: 'b' })).body).toMatchObject({
      content: 'b',
      edited_timestamp: expect.any(String),
    });
    const v2 = { flags: 1 << 15, components: [{ type: 10, content: 'c' }] };
    expect((await call(sandbox, `PATCH ${at}`, v2)).body).toMatchObject({ code: 50035 });
    expect((await call(sandbox, `PATCH ${at}`, { ...v2, content: null })).status).toBe(200);
    expect((await call(sandbox, `PATCH ${at}`, { flags: 0 })).body).toMatchObject({ code: 50035 });
    expect((await call(sandbox, `PATCH ${at}`, { components: v2.components })).status).toBe(200);
    const theirs = sandbox.as('Lin').say('hello');
    const other = `/channels/${reading}/messages/${theirs.id}`;
    expect((await call(sandbox, `PATCH ${other}`, { content: 'b' })).body).toMatchObject({
      code: 50005,
    });
    expect((await call(sandbox, `DELETE ${other}`)).body).toMatchObject({ code: 50013 });
    expect((await call(sandbox, `DELETE ${at}`)).status).toBe(204);
    expect((await call(sandbox, `GET ${at}`)).body).toMatchObject({ code: 10008 });
    expect((await call(sandbox, `DELETE ${at}`)).body).toMatchObject({ code: 10008 });
  });

  test('replies', async () => {
    const id = idOf(await sent({ content: 'a' }));
    const reply = await sent({ content: 'b', message_reference: { message_id: id } });
    expect(reply.body).toMatchObject({ type: 19, referenced_message: { id } });
    const gone = { content: 'b', message_reference: { message_id: '1' } };
    expect((await sent(gone)).body).toMatchObject({
      code: 50035,
      errors: { message_reference: {} },
    });
    const soft = {
      content: 'b',
      message_reference: { message_id: '1', fail_if_not_exists: false },
    };
    expect((await sent(soft)).body).toMatchObject({ type: 0 });
  });

  test('mentions go by allowed_mentions', async () => {
    const lin = findPerson(sandbox.world, 'Lin').user.id;
    const content = `<@${lin}> @everyone`;
    expect((await sent({ content })).body).toMatchObject({
      mentions: [{ id: lin }],
      mention_everyone: false,
    });
    expect((await sent({ content, allowed_mentions: { parse: [] } })).body).toMatchObject({
      mentions: [],
    });
    const both = { parse: ['users'], users: [lin] };
    expect((await sent({ content, allowed_mentions: both })).body).toMatchObject({ code: 50035 });
  });

  test('files are kept, described and served', async () => {
    const form = new FormData();
    const components = [{ type: 13, file: { url: 'attachment://a.txt' } }];
    const attachments = [{ id: '0', filename: 'a.txt', description: 'text' }];
    form.set('payload_json', JSON.stringify({ flags: 1 << 15, components, attachments }));
    form.set('files[0]', new File(['對讀'], 'x.txt', { type: 'text/plain' }));
    const { body } = await call(sandbox, `POST /channels/${reading}/messages`, form);
    expect(body.attachments).toMatchObject([{ filename: 'a.txt', description: 'text', size: 6 }]);
    const [file] = sandbox.world.message(reading, String(body.id))?.message.attachments ?? [];
    expect(await (await fetch(String(file?.url))).text()).toBe('對讀');
    expect((await fetch(`${sandbox.url}/attachments/1/1/x`)).status).toBe(404);
    const lost = {
      flags: 1 << 15,
      components: [{ type: 13, file: { url: 'attachment://b.txt' } }],
    };
    expect((await sent(lost)).body).toMatchObject({ code: 50035 });
    expect((await sent({ content: 'a', attachments: [{ id: '3' }] })).body).toMatchObject({
      code: 50035,
    });
  });

  test('reactions, pins, typing', async () => {
    const at = `/channels/${reading}/messages/${idOf(await sent({ content: 'a' }))}`;
    const react = `${at}/reactions/${encodeURIComponent('📖')}/@me`;
    expect((await call(sandbox, `PUT ${react}`)).status).toBe(204);
    expect((await call(sandbox, `PUT ${react}`)).status).toBe(204);
    expect((await call(sandbox, `GET ${at}`)).body).toMatchObject({
      reactions: [{ count: 1, me: true }],
    });
    expect((await call(sandbox, `DELETE ${react}`)).status).toBe(204);
    expect((await call(sandbox, `DELETE ${react}`)).status).toBe(204);
    expect((await call(sandbox, `PUT ${at}/reactions/x/@me`)).body).toMatchObject({ code: 10014 });
    const pin = `/channels/${reading}/messages/pins`;
    expect((await call(sandbox, `PUT ${pin}/${at.split('/').at(-1)}`)).status).toBe(204);
    expect((await call(sandbox, `GET ${pin}`)).body).toMatchObject({
      items: [{}],
      has_more: false,
    });
    expect((await call(sandbox, `POST /channels/${reading}/typing`)).status).toBe(204);
  });
});

describe('channels and guilds', () => {
  test('are read as the bot may', async () => {
    const guild = sandbox.world.botGuilds()[0]?.id;
    const lin = findPerson(sandbox.world, 'Lin').user.id;
    expect((await call(sandbox, `GET /guilds/${guild}`)).body).toMatchObject({
      name: 'Duidu 對讀',
    });
    expect((await call(sandbox, `GET /guilds/${guild}/channels`)).body.list).toHaveLength(6);
    expect((await call(sandbox, `GET /guilds/${guild}/roles`)).body.list).toHaveLength(5);
    expect((await call(sandbox, `GET /guilds/${guild}/roles/1`)).body).toMatchObject({
      code: 10011,
    });
    expect((await call(sandbox, `GET /guilds/${guild}/members/${lin}`)).body).toMatchObject({
      user: { id: lin },
    });
    expect((await call(sandbox, `GET /guilds/${guild}/members/@me`)).status).toBe(200);
    expect((await call(sandbox, `GET /guilds/${guild}/members/1`)).body).toMatchObject({
      code: 10013,
    });
    const sam = findPerson(sandbox.world, 'Sam').user.id;
    expect((await call(sandbox, `GET /guilds/${guild}/members/${sam}`)).body).toMatchObject({
      code: 10007,
    });
    expect((await call(sandbox, 'GET /guilds/1')).body).toMatchObject({ code: 10004 });
    expect((await call(sandbox, `GET /channels/${reading}`)).body).toMatchObject({
      name: 'reading',
      type: 0,
    });
    expect((await call(sandbox, 'GET /users/@me/guilds')).body.list).toHaveLength(1);
    expect((await call(sandbox, `GET /users/${lin}`)).body).toMatchObject({ username: 'lin' });
    expect((await call(sandbox, 'GET /users/1')).body).toMatchObject({ code: 10013 });
    expect((await call(sandbox, 'GET /oauth2/applications/@me')).body).toMatchObject({ bot: {} });
    const back = sandbox.faults.guildUnavailable();
    expect((await call(sandbox, `GET /channels/${reading}`)).body).toMatchObject({ code: 50001 });
    back();
    expect((await call(sandbox, `GET /channels/${reading}`)).status).toBe(200);
  });

  test('are changed with the permission to', async () => {
    expect((await call(sandbox, `PATCH /channels/${reading}`, { name: 'x' })).body).toMatchObject({
      code: 50013,
    });
    expect((await call(sandbox, `DELETE /channels/${reading}`)).body).toMatchObject({
      code: 50013,
    });
    const lin = findPerson(sandbox.world, 'Lin').user.id;
    const opened = await call(sandbox, 'POST /users/@me/channels', { recipient_id: lin });
    expect(opened.body).toMatchObject({ type: 1, recipients: [{ id: lin }] });
    const again = await call(sandbox, 'POST /users/@me/channels', { recipient_id: lin });
    expect(idOf(again)).toBe(idOf(opened));
    expect((await sent({ content: 'hello' }, idOf(opened))).status).toBe(200);
    expect(
      (await call(sandbox, 'POST /users/@me/channels', { recipient_id: '1' })).body,
    ).toMatchObject({ code: 10013 });
  });

  test('threads on messages, alone, and as forum posts', async () => {
    const message = idOf(await sent({ content: 'a' }));
    const start = `POST /channels/${reading}/messages/${message}/threads`;
    const body = { name: 'Talk', auto_archive_duration: 1440 };
    expect((await call(sandbox, start, body)).body).toMatchObject({
      id: message,
      type: 11,
      thread_metadata: { auto_archive_duration: 1440 },
    });
    expect((await call(sandbox, start, body)).body).toMatchObject({ code: 160004 });
    expect(
      (await call(sandbox, start, { name: 'a', auto_archive_duration: 5 })).body,
    ).toMatchObject({ code: 50035 });
    const alone = await call(sandbox, `POST /channels/${reading}/threads`, { ...body, type: 11 });
    expect((await sent({ content: 'in it' }, idOf(alone))).status).toBe(200);
    expect((await call(sandbox, `POST /channels/${reading}/threads`, body)).body).toMatchObject({
      code: 50013,
    });
    const post = await call(sandbox, `POST /channels/${channel('articles')}/threads`, {
      name: 'P',
      message: { content: 'b' },
    });
    expect(post.body).toMatchObject({ type: 11, message: { id: idOf(post), content: 'b' } });
    const empty = await call(sandbox, `POST /channels/${channel('articles')}/threads`, {
      name: 'P',
      message: {},
    });
    expect(empty.body).toMatchObject({ code: 50006 });
    const at = `/channels/${idOf(alone)}`;
    expect((await call(sandbox, `PATCH ${at}`, { archived: true })).body).toMatchObject({
      thread_metadata: { archived: true },
    });
    expect((await call(sandbox, `PATCH ${at}`, { name: 'x' })).body).toMatchObject({ code: 50083 });
    expect((await sent({ content: 'wakes it' }, idOf(alone))).status).toBe(200);
    expect((await call(sandbox, `PATCH ${at}`, { locked: true })).status).toBe(200);
    expect((await sent({ content: 'no' }, idOf(alone))).body).toMatchObject({ code: 50083 });
    expect((await call(sandbox, `PUT ${at}/thread-members/@me`)).status).toBe(204);
    const lin = findPerson(sandbox.world, 'Lin').user.id;
    expect((await call(sandbox, `PUT ${at}/thread-members/${lin}`)).status).toBe(204);
    const guild = sandbox.world.botGuilds()[0]?.id;
    expect((await call(sandbox, `GET /guilds/${guild}/threads/active`)).body.threads).toHaveLength(
      3,
    );
    denyBot(sandbox.world, findChannel(sandbox.world, 'reading'), ['SendMessagesInThreads']);
    expect((await sent({ content: 'no' }, message)).body).toMatchObject({ code: 50013 });
    expect((await call(sandbox, `DELETE ${at}`)).status).toBe(200);
    expect((await call(sandbox, `GET ${at}`)).body).toMatchObject({ code: 10003 });
  });
});

describe('commands', () => {
  const word = { name: 'word', description: 'A word', default_member_permissions: '32' };

  test('are put, read, changed and deleted, globally and in a server', async () => {
    const guild = sandbox.world.botGuilds()[0]?.id;
    const root = `/applications/${sandbox.world.application.id}`;
    for (const at of [`${root}/commands`, `${root}/guilds/${guild}/commands`]) {
      const put = await call(sandbox, `PUT ${at}`, [
        { ...word, name_localizations: { 'zh-TW': '字' } },
      ]);
      expect(put.body.list).toMatchObject([{ name: 'word', default_member_permissions: '32' }]);
      const [kept] = sandbox.world.commandsFor(guild ?? null);
      const again = await call(sandbox, `POST ${at}`, { ...word, description: 'Another' });
      expect([again.status, again.body.id]).toEqual([200, kept?.id]);
      expect((await call(sandbox, `POST ${at}`, { ...word, name: 'new' })).status).toBe(201);
      expect(
        (await call(sandbox, `PATCH ${at}/${kept?.id}`, { description: 'Third' })).body,
      ).toMatchObject({ name: 'word', description: 'Third' });
      expect((await call(sandbox, `GET ${at}/${kept?.id}`)).body).toMatchObject({
        description: 'Third',
      });
      expect((await call(sandbox, `DELETE ${at}/${kept?.id}`)).status).toBe(204);
      expect((await call(sandbox, `GET ${at}/${kept?.id}`)).body).toMatchObject({ code: 10063 });
      await call(sandbox, `PUT ${at}`, []);
    }
  });

  test('localizations come when they are asked for', async () => {
    const at = `/applications/${sandbox.world.application.id}/commands`;
    await call(sandbox, `PUT ${at}`, [{ ...word, name_localizations: { 'zh-TW': '字' } }]);
    expect((await call(sandbox, `GET ${at}?with_localizations=true`)).body.list).toMatchObject([
      { name_localizations: { 'zh-TW': '字' } },
    ]);
    expect((await call(sandbox, `GET ${at}`)).body.list).not.toMatchObject([
      { name_localizations: expect.anything() },
    ]);
  });

  test('refusals say which command and what', async () => {
    const at = `/applications/${sandbox.world.application.id}/commands`;
    const bad = await call(sandbox, `PUT ${at}`, [word, { ...word, name: 'Upper' }]);
    expect(bad.body).toMatchObject({
      code: 50035,
      errors: { 1: { name: { _errors: [{ code: 'STRING_TYPE_REGEX' }] } } },
    });
    expect((await call(sandbox, `PUT ${at}`, [word, word])).body).toMatchObject({ code: 50035 });
    expect((await call(sandbox, `PUT ${at}`, {})).body).toMatchObject({ code: 50035 });
    expect((await call(sandbox, `POST ${at}`, { name: 'word' })).body).toMatchObject({
      errors: { description: {} },
    });
    expect(
      (await call(sandbox, `POST ${at}`, { ...word, default_member_permissions: 'all' })).body,
    ).toMatchObject({ code: 50035 });
    const many = Array.from({ length: 101 }, (_, index) => ({ ...word, name: `w${index}` }));
    expect((await call(sandbox, `PUT ${at}`, many)).body).toMatchObject({ code: 30032 });
    expect((await call(sandbox, 'GET /applications/1/commands')).body).toMatchObject({
      code: 20012,
    });
  });
});

describe('limits and faults', () => {
  test('a request too many in a second is told to wait', async () => {
    // One a second, so that a slow machine does not keep the limit by itself.
    const strict = await startSandbox({ globalLimit: 1 });
    const calls = Array.from({ length: 20 }, () => call(strict, 'GET /users/@me'));
    const answers = await Promise.all(calls);
    await strict.close();
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThan(0);
    expect(refused[0]?.body).toMatchObject({ global: true, retry_after: expect.any(Number) });
    expect(refused[0]?.headers.get('x-ratelimit-global')).toBe('true');
    expect(refused[0]?.headers.get('retry-after')).toBe('1');
  });

  test('REST can be made to fail, wait or break', async () => {
    const { faults } = sandbox;
    faults.rest({ status: 502, match: 'POST /channels', times: 1 });
    expect((await sent({ content: 'a' })).status).toBe(502);
    expect((await sent({ content: 'a' })).status).toBe(200);
    const off = faults.rest({ status: 429, match: /users/, retryAfter: 2 });
    const limited = await call(sandbox, 'GET /users/@me');
    expect([
      limited.status,
      limited.body.retry_after,
      limited.headers.get('x-ratelimit-scope'),
    ]).toEqual([429, 2, 'user']);
    expect(faults.list()).toHaveLength(1);
    off();
    expect((await call(sandbox, 'GET /users/@me')).status).toBe(200);
    faults.latency(50, 'GET /users');
    await call(sandbox, 'GET /users/@me');
    expect(faults.list()).toMatchObject([{ kind: 'latency' }]);
    faults.clear();
    faults.dropRequests('before', { match: '/messages' });
    await expect(sent({ content: 'lost' })).rejects.toThrow();
    faults.dropRequests('after', { match: '/messages' });
    await expect(sent({ content: 'unseen' })).rejects.toThrow();
    const contents = sandbox
      .as('Lin')
      .messages()
      .map(({ content }) => content);
    expect(contents).toEqual(['a', 'unseen']);
  });

  test('a deleted channel, and being thrown out', async () => {
    sandbox.faults.deleteChannel('daily');
    expect(() => channel('daily')).toThrow('There is no channel “daily”');
    const restore = sandbox.faults.losePermission('reading', 'ViewChannel');
    expect((await sent({ content: 'a' })).body).toMatchObject({ code: 50001 });
    restore();
    expect((await sent({ content: 'a' })).status).toBe(200);
    sandbox.faults.removeBot();
    expect((await sent({ content: 'a' })).body).toMatchObject({ code: 50001 });
  });
});
