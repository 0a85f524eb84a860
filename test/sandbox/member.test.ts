import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { printExchange } from '../../src/sandbox/print.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { call, RawGateway } from './raw.ts';

let sandbox: Sandbox;
let gateway: RawGateway;
let sent: Record<string, unknown>[];

const option = (type: number, name: string, more: object = {}) => ({
  type,
  name,
  description: 'd',
  ...more,
});

beforeEach(async () => {
  sandbox = await startSandbox({ patience: 1000 });
  gateway = await RawGateway.identified(sandbox);
  sent = [];
  const commands = [
    {
      name: 'all',
      description: 'Every kind of option',
      options: [
        option(3, 'text', { min_length: 2, max_length: 3 }),
        option(4, 'whole', { max_value: 5, choices: [{ name: 'Three', value: 3 }] }),
        option(10, 'real'),
        option(5, 'truth'),
        option(6, 'user'),
        option(7, 'channel'),
        option(8, 'role'),
        option(9, 'anyone'),
        option(11, 'file'),
      ],
    },
    { name: 'Who', type: 2 },
  ];
  await call(sandbox, `PUT /applications/${sandbox.world.application.id}/commands`, commands);
});
afterEach(() => sandbox.close());

/** Lets the bot answer every interaction with the same body. */
function answerWith(body: object): void {
  gateway.socket.on('message', (data) => {
    const { t, d } = JSON.parse(data.toString());
    if (t !== 'INTERACTION_CREATE') return;
    sent.push(d);
    void call(sandbox, `POST /interactions/${d.id}/${d.token}/callback`, body);
  });
}

describe('options', () => {
  test('of every type arrive with what they point to', async () => {
    answerWith({ type: 4, data: { content: 'ok' } });
    const mo = sandbox.as('Mo');
    const file = { filename: 'a.txt', content: '對讀', contentType: 'text/plain' };
    await mo.command(
      '/all text:對讀 whole:Three real:1.5 truth:是 user:@Lin channel:#daily role:Moderator anyone:Admin file:a.txt',
      [file],
    );
    expect(sent[0]).toMatchObject({
      data: {
        options: [
          { name: 'text', value: '對讀' },
          { name: 'whole', value: 3 },
          { name: 'real', value: 1.5 },
          { name: 'truth', value: true },
          { name: 'user', type: 6 },
          { name: 'channel', type: 7 },
          { name: 'role', type: 8 },
          { name: 'anyone', type: 9 },
          { name: 'file', type: 11 },
        ],
      },
    });
    const data = JSON.stringify(sent[0]?.data);
    for (const part of [
      'users',
      'members',
      'roles',
      'channels',
      'attachments',
      'app_permissions',
    ]) {
      expect(data).toContain(`"${part}":`);
    }
  });

  test.each([
    ['text:a', 'needs at least 2'],
    ['text:abcd', 'at most 3'],
    ['whole:4', '“4” is not a choice. Choose from: Three.'],
    ['real:x', '“x” is not a number'],
    ['truth:perhaps', 'neither true nor false'],
    ['user:Nobody', 'There is no person “Nobody”'],
    ['role:None', 'There is no role “None”'],
    ['anyone:None', 'There is no role “None”'],
    ['file:b.txt', 'No file “b.txt” was attached'],
  ])('%s is refused as the client does', async (line, message) => {
    await expect(sandbox.as('Lin').command(`/all ${line}`)).rejects.toThrow(message);
  });

  test('roles are of servers only; the bot can be named', async () => {
    answerWith({ type: 4, data: { content: 'ok' } });
    await expect(sandbox.as('Lin', { channel: 'DM' }).command('/all role:Admin')).rejects.toThrow(
      'outside a server',
    );
    await sandbox.as('Lin').command('/all anyone:Duidu');
    expect(JSON.stringify(sent[0]?.data)).toContain(sandbox.world.bot.id);
  });
});

describe('components', () => {
  const selects = [3, 5, 6, 7, 8].map((type) => ({
    type: 1,
    components: [
      {
        type,
        custom_id: `s${type}`,
        max_values: 2,
        ...(type === 3 && {
          options: [
            { label: 'One', value: '1' },
            { label: 'Two', value: '2' },
          ],
        }),
      },
    ],
  }));

  test('selects send values, or what names point to', async () => {
    answerWith({ type: 4, data: { content: 'choose', components: selects } });
    const lin = sandbox.as('Lin');
    const { message } = await lin.command('/all');
    if (!message) throw new Error('There is no message.');
    await lin.choose(message, 's3', ['One', '2']);
    await lin.choose(message, 's5', ['Wei']);
    await lin.choose(message, 's6', ['Moderator']);
    await lin.choose(message, 's7', ['Admin', 'Wei']);
    await lin.choose(message, 's8', ['daily']);
    const data = sent.slice(1).map(({ data: each }) => each);
    expect(data).toMatchObject([
      { component_type: 3, values: ['1', '2'] },
      { resolved: { users: {}, members: {} } },
      { resolved: { roles: {} } },
      { resolved: { users: {}, roles: {} } },
      { resolved: { channels: {} } },
    ]);
    await expect(lin.choose(message, 's3', [])).rejects.toThrow('Choose 1 to 2, not 0');
    await expect(lin.choose(message, 's3', ['Three'])).rejects.toThrow(
      '“Three” is not an option. There are: 1, 2.',
    );
  });

  test('links open; emojis name buttons; strangers and ghosts press nothing', async () => {
    const components = [
      {
        type: 1,
        components: [
          { type: 2, style: 5, label: 'Source', url: 'https://example.org' },
          { type: 2, style: 2, custom_id: 'back', emoji: { name: '◀' } },
        ],
      },
    ];
    answerWith({ type: 4, data: { content: 'a', flags: 64, components } });
    const lin = sandbox.as('Lin');
    const { message } = await lin.command('/all');
    if (!message) throw new Error('There is no message.');
    await expect(lin.press(message, 'Source')).rejects.toThrow('it opens https://example.org');
    await expect(sandbox.as('Wei').press(message, '◀')).rejects.toThrow('cannot see');
    await lin.press(message, '◀');
    expect(sent.at(-1)).toMatchObject({ data: { custom_id: 'back' }, message: { id: message.id } });
    await expect(lin.press({ ...message, id: '1' }, '◀')).rejects.toThrow('no longer exists');
  });

  test('menus of people', async () => {
    answerWith({ type: 4, data: { content: 'ok' } });
    await sandbox.as('Lin').contextMenu('Who', 'Wei');
    expect(sent[0]).toMatchObject({ data: { type: 2, resolved: { users: {}, members: {} } } });
  });
});

describe('modals', () => {
  const label = (component: object) => ({ type: 18, label: 'L', component });
  const options = [
    { label: 'One', value: '1' },
    { label: 'Two', value: '2' },
  ];
  const modal = (...components: object[]) => ({
    type: 9,
    data: { custom_id: 'm', title: 'M', components },
  });

  test('answer each field in its form', async () => {
    answerWith(
      modal(
        label({ type: 3, custom_id: 'select', options }),
        label({ type: 21, custom_id: 'radio', options }),
        label({ type: 22, custom_id: 'boxes', options }),
        label({ type: 23, custom_id: 'box' }),
        label({ type: 19, custom_id: 'file' }),
      ),
    );
    const lin = sandbox.as('Lin');
    const opened = await lin.command('/all');
    const values = { select: 'One', radio: 'Two', boxes: ['1', '2'], box: true, file: 'a.txt' };
    const files = [{ filename: 'a.txt', content: 'x' }];
    await expect(lin.submit(opened, values, files)).rejects.toThrow('did not respond');
    expect(sent[1]).toMatchObject({
      type: 5,
      data: {
        custom_id: 'm',
        components: [
          { component: { values: ['1'] } },
          { component: { value: '2' } },
          { component: { values: ['1', '2'] } },
          { component: { value: true } },
          { component: { values: [expect.any(String)] } },
        ],
        resolved: { attachments: {} },
      },
    });
    // A modal cannot open another one.
    expect(sandbox.refusals()).toMatchObject([{ code: 50035 }]);
    await expect(lin.submit(opened, { ...values, radio: 'Three' }, files)).rejects.toThrow(
      'not an option of radio',
    );
    await expect(lin.submit(opened, { ...values, select: [] }, files)).rejects.toThrow(
      'select must be answered',
    );
  });

  test('enforce lengths; the older form with rows works', async () => {
    const input = (custom_id: string, more: object = {}) => ({
      type: 1,
      components: [{ type: 4, custom_id, label: 'L', style: 1, ...more }],
    });
    answerWith(
      modal(
        input('a', { min_length: 2, max_length: 3 }),
        input('b', { required: false, value: 'kept' }),
      ),
    );
    const lin = sandbox.as('Lin');
    const opened = await lin.command('/all');
    await expect(lin.submit(opened, { a: 'x' })).rejects.toThrow('at least 2');
    await expect(lin.submit(opened, { a: 'xxxx' })).rejects.toThrow('at most 3');
    await expect(lin.submit(opened, { a: 'xx' })).rejects.toThrow('did not respond');
    expect(sent[1]).toMatchObject({
      data: {
        components: [{ components: [{ value: 'xx' }] }, { components: [{ value: 'kept' }] }],
      },
    });
    expect(printExchange(opened)).toContain('L: [kept]');
    await expect(lin.submit(opened, { c: 'x' })).rejects.toThrow('Its fields: a, b.');
  });
});
