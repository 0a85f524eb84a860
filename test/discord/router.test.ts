import { setTimeout as after } from 'node:timers/promises';
import { REST } from '@discordjs/rest';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { z } from 'zod';
import {
  type Command,
  handle,
  type MessageMenu,
  privateReply,
  publicReply,
  UserError,
  updateOrCopy,
} from '../../commands/command.ts';
import { commands } from '../../commands/index.ts';
import { systemClock } from '../../src/clock/clock.ts';
import { type Connection, connect, createClient, StartError } from '../../src/discord/client.ts';
import { createOutbox } from '../../src/discord/outbox.ts';
import { Router } from '../../src/discord/router.ts';
import { createLog } from '../../src/log.ts';
import { complaint, run, startBot } from '../../src/main.ts';
import { defineCustomId } from '../../src/render/custom-id.ts';
import { button, messageOf, renderNotice, row } from '../../src/render/message.ts';
import { printMessage } from '../../src/sandbox/print.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { services } from '../commands/ask.ts';

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

/** Works for long, and fails for those who ask it to. */
const late: Command = {
  data: {
    ...name('late'),
    options: [{ type: 3, name: 'end', description: 'how it ends' }],
  },
  run: ({ options }) => ({
    kind: 'later',
    private: options.text('end') === 'private',
    work: async () => {
      await after(20);
      if (options.text('end') === 'refusal') throw new UserError(() => 'not to be had');
      const body = renderNotice('came late');
      return { body, files: [{ name: 'proof.txt', data: Buffer.from('proof') }] };
    },
  }),
};

/** Hears what is written to the bot. */
const ear: Command = {
  data: name('ear'),
  run: () => publicReply(renderNotice('I am all ears.')),
  answered: ({ text, repliedTo }) => {
    if (text === 'nothing') return null;
    if (text === 'break') throw new Error('a bug in an answer');
    if (text === 'refuse') throw new UserError(() => 'not like that');
    const place = repliedTo === null ? 'directly' : 'to a message';
    return { reaction: '👂', body: renderNotice(`${place}: ${text ?? 'hidden'}`) };
  },
};

const menu: MessageMenu = {
  data: { name: 'Read it', name_localizations: {} },
  run: ({ message }) => privateReply(renderNotice(`${message.authorIsBot} ${message.text}`)),
};

let sandbox: Sandbox;
let connection: Connection;
let lines: string[] = [];

const log = (token: string) =>
  createLog(
    { logLevel: 'info', discord: { token, apiUrl: '' } },
    { write: (line: string) => lines.push(line) },
  );

const logged = (message: string) =>
  lines.map((line) => JSON.parse(line)).filter((line) => line.msg === message);

async function connected(
  own: Sandbox,
  offered: readonly Command[],
  menus = [menu],
  begin = async (_: string) => true,
) {
  const config = { token: own.token, apiUrl: own.apiUrl };
  const client = createClient(config);
  const offer = { commands: offered, menus };
  const used = { ...services, outbox: createOutbox(client.rest) };
  const router = new Router(offer, used, log(own.token), begin);
  return connect(client, { config, offer, router, log: log(own.token), onLost: () => {} });
}

beforeAll(async () => {
  sandbox = await startSandbox();
  connection = await connected(sandbox, [bug, form, slow, late, ear]);
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
    const open = await connected(other, [slow]);
    const asked = other.as('Ada').command('/slow');
    await other.until(() => other.exchanges.some((one) => one.name === 'INTERACTION_CREATE'));
    await new Promise((resolve) => setTimeout(resolve, 100));
    const closing = open.close();
    expect(text((await asked).message)).toContain('done');
    await closing;
    await other.close();
  });

  it('answers in its turn alone, and when it cannot be told whose turn it is', async () => {
    const own = await startSandbox();
    const turns: boolean[] = [false, true];
    const open = [
      await connected(own, [bug], [], async () => turns.shift() ?? true),
      await connected(own, [bug], [], () => Promise.reject(new Error('out of reach'))),
    ];
    const before = logged('interaction').length;
    for (const _ of [1, 2])
      expect(text((await own.as('Ada').command('/bug')).message)).not.toBe('');
    await own.until(() => logged('interaction').length >= before + 4);
    const outcomes = logged('interaction')
      .slice(before)
      .map(({ outcome }) => outcome);
    expect(outcomes.filter((one) => one === 'of another process')).toHaveLength(1);
    expect(logged('it cannot be told whose turn it is')).not.toEqual([]);
    for (const one of open) await one.close();
    await own.close();
  });

  it('works for long where everybody sees it, or the asker alone', async () => {
    const shown = await (await sandbox.as('Ada').command('/late')).settled();
    expect(text(shown.message)).toContain('came late');
    expect(shown.message?.attachments.map(({ filename }) => filename)).toEqual(['proof.txt']);
    const secret = await (await sandbox.as('Ada').command('/late end:private')).settled();
    expect(secret.ephemeral).toBe(true);
    const refused = sandbox.as('Ada').command('/late end:refusal');
    const exchange = await refused;
    await sandbox.until(() => text(exchange.message).includes('not to be had'));
  });

  it('answers from the context menu of a message', async () => {
    const spoken = sandbox.as('Mo').say('讀這個');
    const read = await sandbox.as('Ada').contextMenu('Read it', spoken);
    expect(text(read.message)).toContain('false 讀這個');
    const ours = await sandbox.as('Ada').command('/ear');
    const again = await sandbox.as('Ada').contextMenu('Read it', ours.message ?? raise());
    expect(text(again.message)).toContain('true I am all ears');
  });

  it('reads the embeds of a message too', async () => {
    const rest = new REST({ api: sandbox.apiUrl }).setToken(sandbox.token);
    const { channel_id: channelId } = sandbox.as('Mo').say('here');
    const embeds = [{ title: '今日' }, { description: '一段' }, { image: { url: sandbox.url } }];
    const made = await rest.post(`/channels/${channelId}/messages`, { body: { embeds } });
    const { id } = z.object({ id: z.string() }).parse(made);
    const message =
      sandbox
        .as('Mo')
        .messages()
        .find((one) => one.id === id) ?? raise();
    const read = await sandbox.as('Ada').contextMenu('Read it', message);
    expect(text(read.message)).toMatch(/true 今日\n.*一段\n/);
  });

  it('answers messages that reply to it or come directly', async () => {
    lines = [];
    const rest = new REST({ api: sandbox.apiUrl }).setToken(sandbox.token);
    const lastOf = (channel?: string) => text(sandbox.as('Mo').messages(channel).at(-1));
    const channelId = sandbox.as('Mo').say('what is asked?', {}).channel_id;
    const { id } = await createOutbox(rest).post(channelId, renderNotice('A question'));
    const question =
      sandbox
        .as('Mo')
        .messages()
        .find((message) => message.id === id) ?? raise();
    const answer = sandbox.as('Mo').say('an answer', { replyTo: question });
    await sandbox.until(() => lastOf().includes('to a message: an answer'));
    await sandbox.until(() => answer.reactions?.[0]?.emoji.name === '👂');
    sandbox.as('Mo').say('unseen', { replyTo: question, ping: false });
    await sandbox.until(() => lastOf().includes('to a message: hidden'));
    sandbox.as('Mo').say('nothing', { replyTo: question });
    const broken = sandbox.as('Mo').say('break', { replyTo: question });
    await sandbox.until(() => lastOf().includes(broken.id));
    sandbox.as('Mo').say('refuse', { replyTo: question });
    await sandbox.until(() => lastOf().includes('not like that'));
    await sandbox.until(() => logged('message').length > 3);
    expect(logged('message').map(({ outcome }) => outcome)).toEqual([
      'answered',
      'answered',
      'bug',
      'refused',
    ]);
    await sandbox.as('Mo', { channel: 'DM' }).command('/ear');
    sandbox.as('Mo', { channel: 'DM' }).say('good day');
    await sandbox.until(() => lastOf('DM').includes('directly: good day'));
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
  const target = { target: { write: (line: string) => lines.push(line) } };

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
    const store = { file: ':memory:' };
    const config = {
      articlesDir: 'data/articles',
      dataDir: 'data',
      logLevel: 'info',
      catchUpWindow: 0,
      requestsPerSecond: 50,
      store,
    } as const;
    const start = (token: string, apiUrl: string, articlesDir = 'data/articles') =>
      startBot(
        { ...config, articlesDir, discord: { token, apiUrl } },
        log(token),
        systemClock,
        () => {},
      );
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
