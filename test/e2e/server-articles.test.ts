import type { APIMessage } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/sandbox/exchange.ts';
import { printMessage } from '../../src/sandbox/print.ts';
import { docx, wordParagraph } from '../intake/read/files.ts';
import { house } from './house.ts';

/** A text of our own, paragraph by paragraph. */
const HARBOUR = [
  [
    'The ferry to the outer islands leaves at six. Most of the passengers fall asleep before it passes the lighthouse.',
    '開往外島的渡輪六點出發。大部分乘客在船經過燈塔以前就睡著了。',
  ],
  [
    'In 1987 there were 42 fishing boats in the harbour; today there are nine.',
    '1987年港口裡有42艘漁船，今天只剩九艘。',
  ],
  [
    'Old Chen still mends his nets on the quay. He says that a net remembers every fish.',
    '老陳還在碼頭上補漁網。他說，漁網記得每一條魚。',
  ],
  [
    'Children come after school to watch him, and he teaches them the names of the winds.',
    '孩子們放學後來看他，他就教他們風的名字。',
  ],
  ['At night the harbour is quiet, and only the water talks.', '夜裡港口很安靜，只有水在說話。'],
] as const;
const ADVERTISEMENT = 'Subscribe to our newsletter!';
const interleaved = HARBOUR.flatMap(([en, zh]) => [en, zh, ADVERTISEMENT]).join('\n\n');

const home = house();

async function messageOf(asking: Promise<Exchange>): Promise<APIMessage> {
  const { message, ephemeral } = await (await asking).settled(60_000);
  if (message === undefined) throw new Error('no message came');
  expect(ephemeral).toBe(true);
  return message;
}

const ada = () => home.sandbox.as('Ada', { locale: 'en-US' });
const shown = async (asking: Promise<Exchange>) => printMessage(await messageOf(asking));

interface SentFile {
  readonly filename: string;
  readonly content: string | Uint8Array;
}

function add(files: readonly SentFile[], options: Record<string, string>): Promise<Exchange> {
  const [file, second] = files.map(({ filename }) => filename);
  const given = {
    file: file ?? '',
    ...(second === undefined ? {} : { second_file: second }),
    rights: 'own-work',
    holder: 'Ada Lovelace',
    ...options,
  };
  return ada().command({ name: 'article add', options: given }, [...files]);
}

describe('a text of a server’s own', () => {
  it('is added, corrected, saved and read, over a restart', async () => {
    const files = [{ filename: 'harbour.txt', content: interleaved }];
    const draft = await messageOf(add(files, { title: 'Harbour', chinese_title: '港口' }));
    const overview = printMessage(draft);
    expect(overview).toContain('Draft: Harbour');
    expect(overview).toContain('5 pairs');
    expect(overview).toContain('comes back again and again: 5');
    const list = await home.sandbox.as('Lin', { locale: 'en-US' }).command('/article list');
    expect(list.message && printMessage(list.message)).not.toContain('Harbour');

    await home.restart();

    const picked = await messageOf(ada().choose(draft, selectIn(draft), ['Pair 3 of 5']));
    expect(printMessage(picked)).toContain('Old Chen');
    const form = await ada().press(picked, 'Correct');
    const corrected = ada().submit(form, { zh: '老陳仍在碼頭上補漁網。他說，漁網記得每一條魚。' });
    const after = await messageOf(corrected);
    expect(printMessage(after)).toContain('老陳仍在碼頭上');
    expect(await shown(ada().press(after, 'Save'))).toContain('is saved');

    const lin = home.sandbox.as('Lin', { locale: 'en-US' });
    const read = await lin.command('/paragraph number:3 article:Harbour');
    expect(read.message && printMessage(read.message)).toContain('老陳仍在碼頭上');
    expect(read.message && printMessage(read.message)).toContain(
      'Ada Lovelace, shown by its author',
    );
    expect(home.sandbox.refusals()).toEqual([]);
  });

  it('is searched, asked about and posted every day like any other', async () => {
    const lin = home.sandbox.as('Lin', { locale: 'en-US' });
    const said = async (line: string, who = lin) => {
      const { message } = await (await who.command(line)).settled(60_000);
      return message === undefined ? '' : printMessage(message);
    };
    expect(await said('/search text:lighthouse')).toContain('燈塔');
    expect(await said('/search text:燈塔')).toContain('lighthouse');
    expect(await said('/quiz start article:Harbour rounds:1')).not.toContain('There is no article');
    const daily = '/daily add channel:daily time:8:00 zone:Asia/Taipei article:Harbour';
    expect(await said(daily, ada())).toContain('Harbour');
    expect(home.sandbox.refusals()).toEqual([]);
  });

  it('is not there for another server, or in direct messages', async () => {
    for (const elsewhere of [
      home.sandbox.as('Sam', { channel: 'lounge', locale: 'en-US' }),
      home.sandbox.as('Ada', { channel: 'DM', locale: 'en-US' }),
    ]) {
      const list = await elsewhere.command('/article list');
      expect(list.message && printMessage(list.message)).not.toContain('Harbour');
      const asked = await elsewhere.command('/random article:Harbour');
      expect(asked.message && printMessage(asked.message)).toContain('There is no article called');
      const typed = await elsewhere.autocomplete('/random article:Harb');
      expect(typed.choices).toEqual([]);
      const found = await elsewhere.command('/search text:lighthouse');
      expect(found.message && printMessage(found.message)).not.toContain('燈塔');
    }
  });

  it('is exported, and comes back the same', async () => {
    const exported = await ada().command('/article export article:Harbour format:tmx');
    const [tmx] = filesOf(exported);
    const json = filesOf(await ada().command('/article export article:Harbour format:json'))[0];
    const texts = filesOf(await ada().command('/article export article:Harbour format:texts'));
    expect(texts.map(({ filename }) => filename)).toEqual([
      expect.stringMatching(/^harbour-\w{6}\.en\.txt$/),
      expect.stringMatching(/^harbour-\w{6}\.zh\.txt$/),
    ]);
    for (const [number, files] of [[tmx], [json], texts].entries()) {
      const title = `Copy ${number}`;
      const sent = files.flatMap((file) => file ?? []);
      await saved(add(sent, { title }));
      const read = await home.sandbox.as('Lin').command(`/paragraph number:3 article:${title}`);
      expect(read.message && printMessage(read.message)).toContain('老陳仍在碼頭上補漁網。他說');
    }
    const articles = await articlesIn('Copy');
    const pairs = articles.map(({ paragraphs }) => paragraphs);
    expect(pairs[1]).toEqual(pairs[0]);
    expect(pairs[2]).toEqual(pairs[0]);
  });

  it('may be two Word documents', async () => {
    const files = [1, 0].map((side) => ({
      filename: side === 0 ? 'en.docx' : 'zh.docx',
      content: docx(HARBOUR.map((pair) => wordParagraph(pair[side] ?? '')).join('')),
    }));
    const draft = await messageOf(add(files, { title: 'Word' }));
    expect(printMessage(draft)).toContain('5 pairs');
    expect(await shown(ada().press(draft, 'Save'))).toContain('is saved');
  });

  it('goes when it is taken away, and what posts it pauses', async () => {
    const asked = await messageOf(ada().command('/article remove article:Harbour'));
    expect(printMessage(asked)).toContain('will pause: 1');
    expect(await shown(ada().press(asked, 'Take it away'))).toContain('is gone');
    const list = await home.sandbox.as('Lin', { locale: 'en-US' }).command('/article list');
    expect(list.message && printMessage(list.message)).not.toContain('Harbour');
    const schedules = await ada().command('/daily list');
    expect(schedules.message && printMessage(schedules.message)).toMatch(/paused/i);
    expect(home.sandbox.refusals()).toEqual([]);
  });
});

function selectIn(message: APIMessage): string {
  return /"custom_id":"(draft-choose:[^"]+)"/.exec(JSON.stringify(message))?.[1] ?? '';
}

async function saved(adding: Promise<Exchange>): Promise<void> {
  const draft = await messageOf(adding);
  expect(await shown(ada().press(draft, 'Save'))).toContain('is saved');
}

function filesOf({ message }: Exchange): SentFile[] {
  return (message?.attachments ?? []).map(({ id, filename }) => {
    const file = home.sandbox.world.files.get(id);
    if (file === undefined) throw new Error('no file');
    return { filename, content: file.bytes };
  });
}

async function articlesIn(title: string): Promise<{ paragraphs: object[] }[]> {
  const typed = await ada().autocomplete({ name: 'article export', options: { article: title } });
  const found = [];
  for (const { value } of typed.choices ?? []) {
    const [json] = filesOf(await ada().command(`/article export article:${value} format:json`));
    found.push(JSON.parse(Buffer.from(json?.content ?? '').toString()));
  }
  return found;
}
