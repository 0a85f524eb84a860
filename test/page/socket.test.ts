import { once } from 'node:events';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { WebSocket } from 'ws';
import { BotKeeper } from '../../src/sandbox/page/bot-keeper.ts';
import { openPage } from '../../src/sandbox/page/page.ts';
import type { Answer, AskGiven, Told, View } from '../../src/sandbox/page/protocol.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';

let sandbox: Sandbox;
let bot: BotKeeper;

beforeAll(async () => {
  sandbox = await startSandbox({ patience: 10_000 });
  bot = new BotKeeper(sandbox);
  await openPage(sandbox, bot);
  await sandbox.ready(30_000);
});

afterAll(async () => {
  await bot.stop();
  await sandbox.close();
});

/** A visitor without a browser: asks, and sees the last view. */
class Guest {
  readonly #socket: WebSocket;
  readonly #told: Told[] = [];
  #number = 0;

  private constructor(socket: WebSocket) {
    this.#socket = socket;
    socket.on('message', (data) => this.#told.push(JSON.parse(String(data))));
  }

  static async come(origin = sandbox.url): Promise<Guest> {
    const socket = new WebSocket(`${sandbox.url.replace('http', 'ws')}/page`, { origin });
    const guest = new Guest(socket);
    await once(socket, 'open');
    await guest.until(() => guest.#told.some(({ tell }) => tell === 'view'));
    return guest;
  }

  get view(): View {
    const last = this.#told.findLast((told) => told.tell === 'view');
    if (!last) throw new Error('Nothing was shown yet.');
    return last.view;
  }

  async until(condition: () => boolean): Promise<void> {
    await sandbox.until(condition, 60_000);
  }

  send(text: string): void {
    this.#socket.send(text);
  }

  /** Gives the answer, or the reason as a text. */
  async ask(ask: AskGiven): Promise<Answer | string> {
    this.#number += 1;
    const number = this.#number;
    this.send(JSON.stringify({ number, ask }));
    const find = () => this.#told.find((told) => told.tell === 'answer' && told.number === number);
    await this.until(() => find() !== undefined);
    const told = find();
    if (told?.tell !== 'answer') throw new Error('No answer came.');
    return told.ok ? told.answer : told.error;
  }

  idOf(name: string): string {
    return this.view.people.find((person) => person.name.startsWith(name))?.id ?? '';
  }

  channel(name: string): string {
    const all = this.view.servers.flatMap(({ channels }) => channels);
    return all.find((each) => each.name === name)?.id ?? '';
  }
}

describe('the socket', () => {
  it.each(['http://evil.example', 'http://127.0.0.1:1', 'http://localhost:1'])(
    'refuses a page from %s',
    async (origin) => {
      await expect(Guest.come(origin)).rejects.toThrow('403');
    },
  );

  it('ignores what is no ask, and goes on', async () => {
    const guest = await Guest.come();
    guest.send('{');
    guest.send('{"number":1,"ask":{"do":"destroy"}}');
    expect(await guest.ask({ do: 'line', line: '/help' })).toEqual({});
    expect(guest.view.messages).not.toEqual([]);
  });
});

describe('a visitor', () => {
  it('becomes somebody else, who sees other channels and none of the private replies', async () => {
    const guest = await Guest.come();
    expect(guest.view.me.name).toBe('Ada');
    await guest.ask({ do: 'look', channel: guest.channel('quiz') });
    await guest.ask({ do: 'command', name: 'about', options: {} });
    expect(guest.view.messages).toMatchObject([{ private: true, used: { name: 'about' } }]);
    await guest.ask({ do: 'look', person: guest.idOf('Lin') });
    expect(guest.view).toMatchObject({ locale: 'zh-TW', messages: [] });
    await guest.ask({ do: 'look', locale: 'zh-CN' });
    expect(guest.view.locale).toBe('zh-CN');
    await guest.ask({ do: 'look', person: guest.idOf('Sam') });
    expect(guest.view).toMatchObject({ channel: { kind: 'dm' }, me: { outside: true } });
    expect(guest.view.servers).toMatchObject([{ name: 'Elsewhere', hasBot: false }]);
    expect(await guest.ask({ do: 'look', person: '1' })).toContain('no such person');
  });

  it('completes, presses, writes, replies and opens a thread', async () => {
    const guest = await Guest.come();
    await guest.ask({ do: 'look', channel: guest.channel('daily') });
    expect(
      await guest.ask({
        do: 'complete',
        name: 'paragraph',
        options: { number: '7' },
        focused: 'number',
      }),
    ).toMatchObject({ choices: expect.arrayContaining([expect.objectContaining({ value: 7 })]) });
    await guest.ask({ do: 'command', name: 'paragraph', options: { number: '7' } });
    const id = guest.view.messages[0]?.message.id ?? '';
    expect(await guest.ask({ do: 'press', message: id, customId: 'nothing' })).toContain(
      'no button',
    );
    expect(await guest.ask({ do: 'press', message: '1', customId: 'x' })).toContain(
      'no longer exists',
    );
    await guest.ask({ do: 'say', text: 'What is this?', replyTo: id, ping: false });
    expect(guest.view.messages.at(-1)?.message).toMatchObject({
      content: 'What is this?',
      message_reference: { message_id: id },
      mentions: [],
    });
    const opened = await guest.ask({ do: 'thread', message: id, name: 'On tea' });
    expect(opened).toEqual({ channel: id });
    expect(await guest.ask({ do: 'thread', message: id, name: 'Again' })).toContain(
      'thread already',
    );
    await guest.ask({ do: 'look', channel: id });
    expect(guest.view).toMatchObject({
      channel: { kind: 'thread', name: 'On tea' },
      mayWrite: true,
    });
    expect(await guest.ask({ do: 'thread', name: 'Inside' })).toContain('begins in a channel');
    expect(await guest.ask({ do: 'submit', interaction: '1', values: {} })).toContain(
      'no longer open',
    );
  });

  it('looks into an exchange, and moves the clock', async () => {
    const guest = await Guest.come();
    await guest.ask({ do: 'line', line: '/help' });
    const { id } = sandbox.exchanges.findLast(({ name }) => name === 'INTERACTION_CREATE') ?? {
      id: 0,
    };
    expect(await guest.ask({ do: 'detail', exchange: id })).toMatchObject({
      detail: { sent: { type: 2, data: { name: 'help' } } },
    });
    expect(await guest.ask({ do: 'detail', exchange: -1 })).toContain('no longer kept');
    await guest.ask({ do: 'advance', by: 3_600_000 });
    expect(guest.view.clockOffset).toBe(3_600_000);
    await guest.ask({ do: 'clock', to: Date.now() });
    expect(Math.abs(guest.view.clockOffset)).toBeLessThan(60_000);
  });

  it('switches faults on and off', async () => {
    const guest = await Guest.come();
    await guest.ask({ do: 'look', channel: guest.channel('announcements') });
    await guest.ask({ do: 'fault', fault: 'error-500', on: true });
    await guest.ask({ do: 'fault', fault: 'error-429', on: true });
    await guest.ask({ do: 'latency', milliseconds: 50 });
    expect(guest.view.faults).toEqual({ on: ['error-500', 'error-429'], latency: 50 });
    expect(sandbox.faults.list()).toHaveLength(3);
    await guest.ask({ do: 'fault', fault: 'error-500', on: false });
    await guest.ask({ do: 'fault', fault: 'error-429', on: false });
    await guest.ask({ do: 'latency', milliseconds: 0 });
    expect(sandbox.faults.list()).toEqual([]);
    await guest.ask({ do: 'fault', fault: 'no-permission', on: true });
    expect(guest.view).toMatchObject({
      faults: { on: ['no-permission'] },
      channel: { botMayWrite: false },
    });
    await guest.ask({ do: 'fault', fault: 'no-permission', on: false });
    expect(guest.view).toMatchObject({ faults: { on: [] }, channel: { botMayWrite: true } });
    await guest.ask({ do: 'look', channel: 'DM' });
    expect(await guest.ask({ do: 'fault', fault: 'no-permission', on: true })).toContain('server');
  });

  it('drops the gateway, and deletes a channel, which leads elsewhere', async () => {
    const guest = await Guest.come();
    await guest.ask({ do: 'drop', resumable: true });
    await guest.until(() => sandbox.exchanges.some(({ name }) => name === 'RESUMED'));
    await guest.until(() => guest.view.bot.state === 'running');
    await guest.ask({ do: 'look', channel: guest.channel('announcements') });
    await guest.ask({ do: 'delete-channel', channel: guest.channel('announcements') });
    expect(guest.view.channel.name).toBe('reading');
    expect(guest.channel('announcements')).toBe('');
  });

  it('starts the bot again, and its buttons still work', { timeout: 90_000 }, async () => {
    const guest = await Guest.come();
    await guest.ask({ do: 'line', line: '/paragraph number:2' });
    const shown = guest.view.messages.at(-1);
    await guest.ask({ do: 'restart' });
    await guest.until(() => guest.view.bot.state === 'running');
    const actor = sandbox.as('Ada');
    const pressed = await actor.press(shown?.message ?? sandbox.as('Ada').say(''), 'Next');
    expect(pressed.message).toBeDefined();
    await bot.process.stop();
    await guest.until(() => guest.view.bot.state === 'stopped');
    await bot.restart();
    await guest.until(() => guest.view.bot.state === 'running');
  });
});

describe('the files of the page', () => {
  it.each([
    ['/', 'text/html', 200],
    ['/client.js', 'text/javascript', 200],
    ['/styles/page.css', 'text/css', 200],
    ['/emoji/1f3b2.svg', 'image/svg+xml', 200],
    ['/fonts/noto-sans-tc/index.css', 'text/css', 200],
    ['/fonts/noto-sans-tc/package.json', '', 404],
    ['/styles/none.css', '', 404],
    ['/styles/..%2fmain.ts', '', 404],
  ])('%s', async (path, type, status) => {
    const response = await fetch(sandbox.url + path);
    expect(response.status).toBe(status);
    if (status === 200) {
      expect(response.headers.get('content-type')).toContain(type);
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
    }
    await response.arrayBuffer();
  });
});
