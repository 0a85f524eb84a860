import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  type Command,
  handle,
  privateReply,
  publicReply,
  updateOrCopy,
} from '../../commands/command.ts';
import { commands } from '../../commands/index.ts';
import { Library } from '../../src/article/library.ts';
import { type Connection, connect, StartError } from '../../src/discord/client.ts';
import { Router } from '../../src/discord/router.ts';
import { createLog } from '../../src/log.ts';
import { complaint, run, startBot } from '../../src/main.ts';
import { defineCustomId } from '../../src/render/custom-id.ts';
import { button, messageOf, renderNotice, row } from '../../src/render/message.ts';
import { printMessage } from '../../src/sandbox/print.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { TIDES } from '../article/fixtures.ts';

const trial = defineCustomId('trial', z.tuple([z.enum(['bug', 'form'])]));

const name = (text: string) => ({
  name: text,
  name_localizations: {},
  description: text,
  description_localizations: {},
});

/** A command that goes wrong in every way one can. */
const bug: Command = {
  data: name('bug'),
  run: () => {
    throw new Error('a bug in a command');
  },
  complete: () => {
    throw new Error('a bug in a completion');
  },
};

const form: Command = {
  data: name('form'),
  run: () =>
    publicReply(
      messageOf([row(button(trial.write('form'), 'Open'), button(trial.write('bug'), 'Break'))]),
    ),
  components: [
    handle(trial, ([kind]) => {
      if (kind === 'bug') throw new Error('a bug in a button');
      const field = { type: 4, custom_id: 'line', style: 1, required: true } as const;
      return {
        kind: 'modal',
        modal: {
          custom_id: trial.write('form'),
          title: 'A form',
          components: [{ type: 18, label: 'A line', component: field }],
        },
      };
    }),
  ],
  modals: [
    {
      prefix: trial.prefix,
      run: (id, request) =>
        trial.read(id) === null
          ? null
          : updateOrCopy(request, renderNotice(`You wrote ${request.fields.line}.`)),
    },
  ],
};

const slow: Command = {
  data: name('slow'),
  run: async () => {
    await new Promise((resolve) => setTimeout(resolve, 300));
    return privateReply(renderNotice('done'));
  },
};

let sandbox: Sandbox;
let connection: Connection;
let lines: string[] = [];

const library = new Library({ articles: [TIDES], bad: [] });
const log = (token: string) =>
  createLog(
    { logLevel: 'info', discord: { token, apiUrl: '' } },
    { write: (line: string) => lines.push(line) },
  );

const logged = (message: string) =>
  lines.map((line) => JSON.parse(line)).filter((line) => line.msg === message);

beforeAll(async () => {
  sandbox = await startSandbox();
  const { token, apiUrl } = sandbox;
  const services = {
    library,
    libraryFor: () => library,
    random: () => 0,
    version: '0',
  };
  const all = [bug, form, slow];
  const router = new Router(all, services, log(token));
  connection = await connect({ token, apiUrl }, all, router, log(token), () => {});
});

afterAll(async () => {
  await connection.close();
  await sandbox.close();
});

const text = (message: Parameters<typeof printMessage>[0] | undefined) =>
  message === undefined ? '' : printMessage(message);

describe('the router', () => {
  it('gives a bug a code that stands in the reply and in the log', async () => {
    const exchange = await sandbox.as('Ada').command('/bug');
    const { id } = exchange.interaction;
    expect(exchange.ephemeral).toBe(true);
    expect(text(exchange.message)).toContain(id);
    expect(logged('bug').at(-1)).toMatchObject({
      code: id,
      err: { message: 'a bug in a command' },
    });
    await sandbox.until(() => logged('interaction').length > 0);
    expect(logged('interaction').at(-1)).toMatchObject({ name: '/bug', outcome: 'bug' });
  });

  it('explains in the reader’s language', async () => {
    const exchange = await sandbox.as('Lin').command('/bug');
    expect(text(exchange.message)).toContain('代碼');
  });

  it('leaves the message alone when its button has a bug', async () => {
    const start = await sandbox.as('Ada').command('/form');
    const before = text(start.message);
    const pressed = await sandbox.as('Ada').press(start.message ?? raise(), 'Break');
    expect(pressed.ephemeral).toBe(true);
    expect(text(start.message)).toBe(before);
  });

  it('opens a modal and takes what was typed', async () => {
    const ada = sandbox.as('Ada');
    const start = await ada.command('/form');
    const opened = await ada.press(start.message ?? raise(), 'Open');
    const answered = await ada.submit(opened, { line: '對讀' });
    expect(text(answered.message)).toContain('You wrote 對讀.');
    expect(answered.message?.id).toBe(start.message?.id);
  });

  it('is quiet when Discord says it is too late', async () => {
    const on = sandbox.faults.refuseCallbacks(1);
    const late = sandbox.as('Ada').command('/form');
    await expect(late).rejects.toThrow('did not respond');
    on();
    expect(logged('interaction').at(-1)).toMatchObject({ outcome: 'too late' });
    const next = await sandbox.as('Ada').command('/form');
    expect(next.message).toBeDefined();
  });

  it('logs what else cannot be sent and goes on', async () => {
    const off = sandbox.faults.rest({ status: 400, match: '/callback', times: 2 });
    await expect(sandbox.as('Ada').command('/form')).rejects.toThrow('did not respond');
    off();
    expect(logged('could not explain')).toHaveLength(1);
  });

  it('knows a command that Discord still has but the bot has not', async () => {
    const [command] = [...sandbox.world.commands.values()].flat();
    if (command === undefined) throw new Error('no command');
    for (const registered of sandbox.world.commands.values()) {
      registered.push({ ...command, id: '1', name: 'old' });
    }
    const exchange = await sandbox.as('Ada').command('/old');
    expect(text(exchange.message)).toContain('not there any more');
  });

  it('finishes what is in hand before it closes, and takes nothing more', async () => {
    const other = await startSandbox();
    const { token, apiUrl } = other;
    const services = {
      library,
      libraryFor: () => library,
      random: () => 0,
      version: '0',
    };
    const router = new Router([slow], services, log(token));
    const open = await connect({ token, apiUrl }, [slow], router, log(token), () => {});
    const asked = other.as('Ada').command('/slow');
    await other.until(() => other.exchanges.some((one) => one.name === 'INTERACTION_CREATE'));
    await new Promise((resolve) => setTimeout(resolve, 100));
    const closing = open.close();
    expect(text((await asked).message)).toContain('done');
    await closing;
    await other.close();
  });

  it('carries no token into the log', () => {
    expect(lines.join('')).not.toContain(sandbox.token);
    expect(lines.join('')).not.toContain('aW50ZXJhY3Rpb246');
  });
});

describe('run', () => {
  const environment = ({ token, apiUrl }: Pick<Sandbox, 'token' | 'apiUrl'>) => ({
    DISCORD_TOKEN: token,
    DISCORD_API_URL: apiUrl,
  });
  const target = { write: (line: string) => lines.push(line) };

  it('puts the parts together, answers, and stops when told to', async () => {
    lines = [];
    const own = await startSandbox();
    const stop = Promise.withResolvers<null>();
    const running = run(environment(own), stop.promise, target);
    await Promise.race([own.until(() => logged('connected').length > 0), running]);
    expect(logged('connected')).toEqual([
      expect.objectContaining({ commands: commands.length, changed: true }),
    ]);
    const exchange = await own.as('Lin').command('/random article:潮汐');
    expect(text(exchange.message)).toContain('茶的兩個名字');
    const opened = await own.as('Mo').command('/article list');
    const chosen = await own
      .as('Mo')
      .choose(opened.message ?? raise(), 'article', ['the-invisible-trade']);
    expect(text(chosen.message)).toContain('看不見的手藝');
    expect(
      (await own.as('Mo').autocomplete('/random article:sea', 'article')).choices,
    ).toHaveLength(1);
    stop.resolve(null);
    await running;
    expect(logged('stopped')).toHaveLength(1);
    expect(own.refusals()).toEqual([]);
    await own.close();
  });

  it('ends when Discord ends the connection for good', async () => {
    lines = [];
    const own = await startSandbox();
    const running = run(environment(own), new Promise(() => {}), target);
    const ended = expect(running).rejects.toThrow('does not accept DISCORD_TOKEN');
    await own.until(() => logged('connected').length > 0);
    own.faults.dropGateway({ code: 4004 });
    await ended;
    await own.close();
  });

  it('says what the operator can mend without a stack, and keeps a bug’s', () => {
    const secret = { DISCORD_TOKEN: 'secret-token' };
    expect(complaint(new StartError('no articles for secret-token'), secret)).toBe(
      'no articles for [secret]',
    );
    expect(complaint(new Error('a bug'), {})).toMatch(/a bug\n\s+at /);
    expect(complaint('a thrown text', {})).toBe('a thrown text');
  });

  it('says what is wrong when Discord cannot be reached or refuses', async () => {
    const config = { articlesDir: 'data/articles', dataDir: 'data', logLevel: 'info' } as const;
    const start = (token: string, apiUrl: string, articlesDir = 'data/articles') =>
      startBot({ ...config, articlesDir, discord: { token, apiUrl } }, log(token), () => {});
    await expect(start('x', sandbox.apiUrl)).rejects.toThrow('does not accept DISCORD_TOKEN');
    await expect(start(sandbox.token, 'http://127.0.0.1:9/api')).rejects.toThrow(
      'cannot be reached',
    );
    await expect(start(sandbox.token, sandbox.apiUrl, 'test/intake')).rejects.toThrow(
      'no .json file',
    );
    await expect(start(sandbox.token, sandbox.apiUrl, 'nowhere')).rejects.toThrow('cannot be read');
    const off = sandbox.faults.rest({ status: 403, match: '/gateway/bot' });
    await expect(start(sandbox.token, sandbox.apiUrl)).rejects.toThrow('answered with status 403');
    off();
    sandbox.faults.refuseLogin(4014);
    await expect(start(sandbox.token, sandbox.apiUrl)).rejects.toThrow('privileged');
  });
});

function raise(): never {
  throw new Error('no message came');
}
