import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readArticleFolder } from '../../src/article/folder.ts';
import { BotProcess } from '../../src/sandbox/bot-process.ts';
import { printMessage } from '../../src/sandbox/print.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { openDatabase, type StoreAddress } from '../../src/storage/database.ts';
import { newPlace } from '../storage/on-both.ts';
import { ready } from './house.ts';
import { messageOf, shown } from './playing.ts';

const MINUTE = 60_000;
const TEXT = [
  'The ferry to the outer islands leaves at six, and most passengers fall asleep.',
  '開往外島的渡輪六點出發，大部分乘客都睡著了。',
  'Old Chen still mends his nets on the quay and talks to the lighthouse.',
  '老陳還在碼頭上補漁網，一邊跟燈塔說話。',
].join('\n\n');

describe.each(['sqlite', 'postgres'] as const)('two processes over one %s', (engine) => {
  const ending: (() => Promise<unknown>)[] = [];
  const parts: { sandbox?: Sandbox; bots?: BotProcess[]; address?: StoreAddress } = {};
  const sandbox = () => parts.sandbox ?? expect.fail('not started');
  const bots = () => parts.bots ?? expect.fail('not started');
  const ada = () => sandbox().as('Ada', { channel: 'daily', locale: 'en-US' });

  beforeAll(async () => {
    const own = await startSandbox({ patience: 20_000 });
    ending.push(() => own.close());
    parts.sandbox = own;
    parts.address =
      engine === 'postgres'
        ? await newPlace(engine, ending)
        : { file: path.join(own.dataDir, 'duidu.sqlite') };
    const { address } = parts;
    const env = 'url' in address ? { DATABASE_URL: address.url } : {};
    parts.bots = [new BotProcess(own, { env }), new BotProcess(own, { env })];
    ending.push(() => Promise.all(bots().map((bot) => bot.stop())));
    await Promise.all(bots().map((bot) => ready(own, bot)));
  });

  afterAll(async () => {
    for (const end of ending.reverse()) await end();
  });

  it('start at the same time, and index the articles once', async () => {
    const { db } = openDatabase(parts.address ?? expect.fail('not started'));
    const rows = await db.selectFrom('search_articles').select('article_id').execute();
    await db.destroy();
    const { articles } = await readArticleFolder('data/articles');
    expect(rows.map((row) => row.article_id).toSorted()).toEqual(
      articles.map(({ id }) => id).toSorted(),
    );
    for (const bot of bots()) expect(bot.output).not.toContain('"level":50');
  });

  // A file is for one process: a second one does no harm, but is no part of a fleet.
  const inFleet = engine === 'postgres';
  const once = async () => {
    await ada().command('/daily add channel:daily time:8:00 zone:Asia/Taipei');
    // Both have heard of it by then, and what either does of it is done.
    await sandbox().until(() => bots().every(({ output }) => output.includes('"/daily"')), MINUTE);
    expect(shown(await ada().command('/daily list'))).not.toContain('**2. ');
    let settings = messageOf(await ada().command('/settings'));
    for (const [name, value] of [
      ['aid', 'zhuyin'],
      ['usage', 'mainland'],
      ['script', 'simplified'],
      ['quiz', 'chinese'],
    ] as const) {
      settings = messageOf(await ada().choose(settings, `setting:reader:${name}`, [value]));
    }
    expect(printMessage(settings)).toContain('ㄆㄥˊ ˙ㄧㄡ');
    expect(printMessage(settings)).toContain('软件');
  };
  if (inFleet) it('do what a member asks once', once);

  it('find by /search what the other has added', async () => {
    const options = { file: 'ferry.txt', title: 'Ferry', rights: 'own-work', holder: 'Ada' };
    const added = await ada().command({ name: 'article add', options }, [
      { filename: 'ferry.txt', content: TEXT },
    ]);
    const draft = messageOf(await added.settled(MINUTE));
    const saved = await (await ada().press(draft, 'Save')).settled(MINUTE);
    expect(shown(saved)).toContain('is saved');
    sandbox().clock.advance(MINUTE);
    const [one, other] = bots();
    await one?.stop();
    await expect
      .poll(async () => shown(await ada().command('/search text:lighthouse')))
      .toContain('Old Chen still mends');
    expect(other?.output).not.toContain('"level":50');
  });
});
