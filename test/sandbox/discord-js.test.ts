import { type Client, Events, MessageFlags, TextChannel } from 'discord.js';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { printExchange } from '../../src/sandbox/print.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { findChannel } from '../../src/sandbox/world/names.ts';
import { tinyBot } from './tiny-bot.ts';

let sandbox: Sandbox;
let bot: Client<true>;

beforeAll(async () => {
  sandbox = await startSandbox({ patience: 1000 });
  bot = await tinyBot(sandbox);
  await sandbox.ready();
});

afterAll(async () => {
  await bot.destroy();
  await sandbox.close();
});

async function shownBy(line: string, name = 'Lin') {
  const exchange = await sandbox.as(name).command(line);
  if (!exchange.message) throw new Error('There is no message.');
  return { ...exchange, exchange, message: exchange.message };
}

describe('commands', () => {
  test('are answered, and a button updates the message', async () => {
    const lin = sandbox.as('Lin', { channel: 'reading' });
    const { exchange, message } = await shownBy('/段落 number:3 語言:中文');
    expect(printExchange(exchange)).toContain('第 3 段');
    const pressed = await lin.press(message, 'Next');
    expect(printExchange(pressed)).toContain('第 4 段');
    expect(pressed.message?.id).toBe(message.id);
    expect(sandbox.refusals()).toEqual([]);
  });

  test('in subcommands, direct messages and other servers', async () => {
    expect(printExchange(await sandbox.as('Lin').command('/article show id:x'))).toBe('Article x');
    expect(printExchange(await sandbox.as('Lin').command({ name: 'article list' }))).toBe(
      'Articles',
    );
    for (const channel of ['DM', 'private', 'lounge']) {
      const shown = await sandbox.as('Sam', { channel }).command('/paragraph number:2');
      expect(printExchange(shown)).toContain('第 2 段');
    }
  });

  test('complete, as integers do', async () => {
    const typing = await sandbox.as('Lin').autocomplete('/paragraph number:7');
    expect(typing.choices).toEqual([{ name: 'Paragraph 7', value: 7 }]);
    expect(printExchange(typing)).toBe('• Paragraph 7');
    const unfinished = await sandbox
      .as('Lin')
      .autocomplete('/paragraph language:English', 'number');
    expect(unfinished.choices).toEqual([{ name: 'Paragraph ', value: 1 }]);
  });

  test('can answer later, privately', async () => {
    const lin = sandbox.as('Lin');
    const slow = await (await lin.command('/slow')).settled();
    expect(printExchange(slow)).toBe('Here at last\n(only you can see this)');
    const { message } = slow;
    if (!message) throw new Error('There is no message.');
    expect([lin.sees(message), sandbox.as('Wei').sees(message)]).toEqual([true, false]);
    expect(
      sandbox
        .as('Wei')
        .messages()
        .some(({ id }) => id === message.id),
    ).toBe(false);
    expect(() => lin.say('a', { replyTo: message })).toThrow('only they can see');
  });

  test('can follow up', async () => {
    const chatty = await sandbox.as('Lin').command('/chatty');
    await sandbox.until(() => chatty.followUps.length === 2);
    expect(printExchange(chatty)).toBe('One\n\nTwo\n(only you can see this)\n\nThree');
  });

  test('can open a modal, whose answer comes back', async () => {
    const lin = sandbox.as('Lin');
    const opened = await lin.command('/form');
    expect(printExchange(opened)).toContain('Your answer *');
    await expect(lin.submit(opened)).rejects.toThrow('answer must be filled in');
    await expect(lin.submit(opened, { other: 'x' })).rejects.toThrow('no field “other”');
    expect(printExchange(await lin.submit(opened, { answer: '對' }))).toContain('You said 對');
  });

  test('stand in the menu of a message, with its content', async () => {
    const lin = sandbox.as('Lin');
    const said = sandbox.as('Wei').say('讀書');
    expect(printExchange(await lin.contextMenu('Quiz me on this', said))).toBe('Quiz on: 讀書');
    await expect(lin.contextMenu('Nothing', said)).rejects.toThrow('There are: Quiz me on this.');
    await expect(lin.contextMenu('Quiz me on this', 'Wei')).rejects.toThrow('There are: none.');
  });

  test('that never answer', async () => {
    await expect(sandbox.as('Lin').command('/silent')).rejects.toThrow(
      'The application did not respond',
    );
  });
});

describe("what Discord's client does not let through", () => {
  test.each([
    ['/paragraph', '/paragraph needs number. Its options: number (required), language, channel.'],
    ['/paragraph number:x', '“x” is not a whole number'],
    ['/paragraph number:0', '0 is below 1'],
    ['/paragraph number:1 language:Klingon', 'Choose from: English, Chinese.'],
    ['/paragraph number:1 channel:announcements', '#announcements is not a kind of channel'],
    ['/paragraph number:1 channel:nowhere', 'There is no channel “nowhere”'],
    ['/admin', 'lacks the permission'],
  ])('%s', async (line, message) => {
    await expect(sandbox.as('Lin').command(line)).rejects.toThrow(message);
  });

  test('nor elsewhere', async () => {
    const { message } = await shownBy('/paragraph number:1');
    const lin = sandbox.as('Lin');
    await expect(lin.press(message, 'Disabled')).rejects.toThrow('is disabled');
    await expect(lin.press(message, 'Nope')).rejects.toThrow(
      'There are: Next (to:2), Disabled (never).',
    );
    await expect(lin.choose(message, 'x', [])).rejects.toThrow('There are: none.');
    await expect(lin.autocomplete('/slow')).rejects.toThrow('not an option with autocomplete');
    await expect(sandbox.as('Sam').command('/slow')).rejects.toThrow('not installed');
    await expect(sandbox.as('Sam', { channel: 'reading' }).command('/slow')).rejects.toThrow();
    expect(() => sandbox.as('Nobody')).toThrow('There are: Ada, Mo, Lin 林, Wei 伟, Sam.');
    expect(lin.commands().map(({ name }) => name)).not.toContain('admin');
    expect(printExchange(await sandbox.as('Ada').command('/admin'))).toBe('en-US true');
  });
});

describe('the bot by itself', () => {
  const daily = () => {
    const channel = bot.channels.cache.get(findChannel(sandbox.world, 'daily').id);
    if (!(channel instanceof TextChannel)) throw new Error('#daily is missing.');
    return channel;
  };

  test('sends once, however often it tries with one nonce', async () => {
    const post = { content: 'Good morning', nonce: 'day-1', enforceNonce: true };
    const first = await daily().send(post);
    const second = await daily().send(post);
    expect(second.id).toBe(first.id);
    expect(sandbox.as('Lin', { channel: 'daily' }).messages()).toHaveLength(1);
  });

  test('opens threads, reads, edits, reacts, deletes', async () => {
    const message = await daily().send('Today');
    const thread = await message.startThread({ name: 'Talk' });
    await thread.send('In the thread');
    await message.edit('Tomorrow');
    await message.react('📖');
    const found = await daily().messages.fetch({ limit: 10 });
    expect(found.get(message.id)?.content).toBe('Tomorrow');
    await message.delete();
    await expect(daily().messages.fetch(message.id)).rejects.toMatchObject({ code: 10008 });
    const files = [{ attachment: Buffer.from('對讀'), name: 'a.txt' }];
    const sent = await daily().send({ content: 'A file', files });
    const url = sent.attachments.first()?.url ?? '';
    expect(await (await fetch(url)).text()).toBe('對讀');
  });

  test('is answered by a reply with ping', async () => {
    const question = await daily().send({ content: 'What is 讀?' });
    const heard = new Promise<string>((resolve) =>
      bot.once(Events.MessageCreate, ({ content }) => resolve(content)),
    );
    const lin = sandbox.as('Lin', { channel: 'daily' });
    const [asked] = lin.messages().slice(-1);
    if (asked?.id !== question.id) throw new Error('The question is missing.');
    lin.say('to read', { replyTo: asked });
    expect(await heard).toBe('to read');
  });

  test('is refused in Discord’s own form', async () => {
    const content = 'a';
    const wrong = daily().send({ content, flags: MessageFlags.IsComponentsV2, components: [] });
    await expect(wrong).rejects.toMatchObject({ code: 50035, status: 400 });
  });

  test('resumes after its connection was cut, and answers the next command', async () => {
    const resumed = new Promise((resolve) => bot.once(Events.ShardResume, resolve));
    sandbox.faults.dropGateway();
    await resumed;
    const { exchange } = await shownBy('/paragraph number:9');
    expect(printExchange(exchange)).toContain('第 9 段');
    const names = sandbox.exchanges
      .filter(({ kind }) => kind === 'gateway')
      .map(({ name }) => name);
    expect(names).toContain('Resume');
    expect(JSON.stringify(sandbox.exchanges)).not.toContain(sandbox.token);
  });
});
