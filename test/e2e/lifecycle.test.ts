import { mkdtemp, writeFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { BotProcess } from '../../src/sandbox/bot-process.ts';
import { printMessage } from '../../src/sandbox/print.ts';
import { TIDES } from '../article/fixtures.ts';
import { botHere, house, ready } from './house.ts';

const home = house({ env: { LOG_LEVEL: 'debug' }, process: true });

async function articles(files: Readonly<Record<string, unknown>>): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), 'duidu-'));
  for (const [name, value] of Object.entries(files)) {
    await writeFile(path.join(folder, name), JSON.stringify(value));
  }
  return folder;
}

/** Starts a bot that must end by itself, and gives its exit code and all it said. */
async function failing(env: Readonly<Record<string, string>>, as: 'process' | 'here' = 'process') {
  const options = { env };
  const bot =
    as === 'here' ? botHere(home.sandbox, options) : new BotProcess(home.sandbox, options);
  const code = await bot.exited;
  return { code, output: bot.output };
}

describe('a running bot', () => {
  it('resumes when its connection is cut, and answers the next command', async () => {
    const ada = home.sandbox.as('Ada');
    await ada.command('/random');
    const identifies = () =>
      home.sandbox.exchanges.filter(({ name }) => name === 'Identify').length;
    const before = identifies();
    home.sandbox.faults.dropGateway();
    await home.sandbox.until(() => home.bot.output.includes('"resumed"'), 60_000);
    expect((await ada.command('/random')).message).toBeDefined();
    expect(identifies()).toBe(before);
  });

  it('answers a button that was made before it was restarted', async () => {
    const ada = home.sandbox.as('Ada');
    const { message } = await ada.command('/paragraph number:2 language:english');
    if (message === undefined) throw new Error('no message came');
    await home.restart();
    const shown = await ada.press(message, 'Show the Chinese');
    expect(printMessage(shown.message ?? message)).toMatch(/\p{Script=Han}{8}/u);
    await home.restart('SIGKILL');
    const next = await ada.press(message, 'Next');
    expect(printMessage(next.message ?? message)).toContain('3 / 26');
  });

  it('registers its commands once, and not again when nothing changed', async () => {
    const puts = () => home.sandbox.exchanges.filter((one) => one.name.startsWith('PUT')).length;
    const before = puts();
    await home.restart();
    expect(puts()).toBe(before);
    home.sandbox.world.commands.clear();
    await home.restart();
    expect(puts()).toBe(before + 1);
  });

  it('stops when asked to, with exit code 0', async () => {
    expect(await home.bot.stop('SIGTERM')).toBe(0);
    expect(home.bot.output).toContain('"stopped"');
    await home.restart();
    expect(await home.bot.stop('SIGINT')).toBe(0);
    await home.restart();
  });

  it('never writes its token or an interaction’s', () => {
    expect(home.bot.output).not.toContain(home.sandbox.token);
    expect(home.bot.output).not.toContain('aW50ZXJhY3Rpb246');
  });

  it('was never refused by Discord', () => {
    expect(home.sandbox.refusals()).toEqual([]);
  });
});

describe('articles', () => {
  it('are served from another folder, bad ones named to those who manage the server', async () => {
    const folder = await articles({ 'tides.json': TIDES, 'broken.json': { id: 'broken' } });
    await home.bot.stop();
    const bot = botHere(home.sandbox, { env: { ARTICLES_DIR: folder } });
    try {
      await ready(home.sandbox, bot);
      expect(bot.output).toMatch(/broken\.json[\s\S]*article not loaded/);
      const told = await home.sandbox.as('Ada').command('/article list');
      expect(told.ephemeral).toBe(true);
      expect(printMessage(told.message ?? raise())).toContain('broken.json');
      const plain = await home.sandbox.as('Lin').command('/article list');
      expect(printMessage(plain.message ?? raise())).not.toContain('broken.json');
      const tides = await home.sandbox.as('Lin').command('/random language:english');
      expect(printMessage(tides.message ?? raise())).toContain('The Tides');
    } finally {
      await bot.stop();
      await home.restart();
    }
  });
});

function raise(): never {
  throw new Error('no message came');
}

describe('a bot that cannot start says why in one line and exits with 1', () => {
  const oneLine = (output: string) =>
    output
      .trim()
      .split('\n')
      .filter((line) => !line.startsWith('{'));

  it('without a token', async () => {
    const { code, output } = await failing({ DISCORD_TOKEN: '', LOG_LEVEL: 'loud' });
    expect(code).toBe(1);
    expect(output).toMatch(/DISCORD_TOKEN is empty[\s\S]*LOG_LEVEL must be/);
    expect(output).not.toContain('    at ');
  });

  it('with a token that Discord does not know', async () => {
    const token = [home.sandbox.token.slice(0, 24), 'abcdef', 'x'.repeat(38)].join('.');
    const { code, output } = await failing({ DISCORD_TOKEN: token });
    expect(code).toBe(1);
    expect(oneLine(output)).toEqual([expect.stringContaining('does not accept DISCORD_TOKEN')]);
    expect(output).not.toContain(token);
  });

  it.each([
    [4004, 'does not accept DISCORD_TOKEN'],
    [4014, 'privileged'],
  ])('when the gateway closes with %i', async (close, message) => {
    home.sandbox.faults.refuseLogin(close);
    const { code, output } = await failing({}, close === 4004 ? 'process' : 'here');
    expect(code).toBe(1);
    expect(oneLine(output)).toEqual([expect.stringContaining(message)]);
  });

  it('without a network', async () => {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    await new Promise((resolve) => server.close(resolve));
    const url = `http://127.0.0.1:${port}/api`;
    const { code, output } = await failing({ DISCORD_API_URL: url });
    expect(code).toBe(1);
    expect(oneLine(output)).toEqual([expect.stringContaining(`cannot be reached at ${url}`)]);
  });

  it('without a good article', async () => {
    const none = await failing({ ARTICLES_DIR: await articles({}) }, 'here');
    expect(none).toMatchObject({ code: 1, output: expect.stringContaining('no .json file') });
    const bad = await failing({ ARTICLES_DIR: await articles({ 'bad.json': {} }) }, 'here');
    expect(bad).toMatchObject({ code: 1, output: expect.stringContaining('bad.json: version') });
    const missing = await failing({ ARTICLES_DIR: '/nowhere/at/all' }, 'here');
    expect(missing).toMatchObject({ code: 1, output: expect.stringContaining('ARTICLES_DIR') });
  });
});
