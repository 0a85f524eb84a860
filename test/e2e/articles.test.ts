import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { APIMessage } from 'discord-api-types/v10';
import { afterAll, describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/sandbox/exchange.ts';
import { printMessage } from '../../src/sandbox/print.ts';
import { articleOf } from '../article/fixtures.ts';
import { house } from './house.ts';

const COUNT = 300;
const LONG = articleOf([
  [
    Array.from({ length: COUNT }, (_, index) => `This is sentence number ${index}.`).join(' '),
    Array.from({ length: COUNT }, (_, index) => `這裡寫的是第${index}個很長很長的句子。`).join(''),
  ],
]);
const HOSTILE = articleOf(
  [
    [
      '@everyone **bold** <@1> <t:1:R> [x](https://example.org) ||s|| # no',
      '@here `碼` ~~刪~~ <#1> > 引',
    ],
  ],
  { id: 'hostile', title: { en: '# @everyone', zh: '**標題**' }, level: 'hard' },
);

const folder = await mkdtemp(path.join(tmpdir(), 'duidu-'));
for (const article of [LONG, HOSTILE]) {
  await writeFile(path.join(folder, `${article.id}.json`), JSON.stringify(article));
}
const home = house({ env: { ARTICLES_DIR: folder } });
afterAll(() => rm(folder, { recursive: true, force: true }));

function messageOf({ message }: Exchange): APIMessage {
  if (message === undefined) throw new Error('no message came');
  return message;
}

describe('a paragraph that is too long for a message', () => {
  it('is read page by page, both languages at the same place, and nothing is lost', async () => {
    const lin = home.sandbox.as('Lin', { locale: 'en-US' });
    const start = await lin.command('/paragraph number:1');
    const seen = { en: [] as string[], zh: [] as string[] };
    for (;;) {
      const text = printMessage(messageOf(start));
      const en = [...text.matchAll(/number (\d+)\./g)].map(([, number]) => String(number));
      const zh = [...text.matchAll(/第(\d+)個/g)].map(([, number]) => String(number));
      expect(en).toEqual(zh);
      seen.en.push(...en);
      seen.zh.push(...zh);
      if (/⏩ Next page \]\s*\(disabled\)/.test(text)) break;
      await lin.press(messageOf(start), 'Next page');
    }
    const all = Array.from({ length: COUNT }, (_, index) => String(index));
    expect(seen).toEqual({ en: all, zh: all });
    const back = await lin.press(messageOf(start), 'Previous page');
    expect(printMessage(messageOf(back))).toContain('Page');
    expect(home.sandbox.refusals()).toEqual([]);
  });
});

describe('a text full of markup', () => {
  it.each(['/random article:hostile', '/article show article:hostile', '/article list', '/about'])(
    '%s shows it letter by letter and mentions nobody',
    async (line) => {
      const message = messageOf(await home.sandbox.as('Ada').command(line));
      expect(message).toMatchObject({ mention_everyone: false, mentions: [], mention_roles: [] });
      // Text displays show markdown; the labels of buttons and selects never do.
      const shown = [...JSON.stringify(message.components).matchAll(/"content":"(.*?[^\\])"/g)];
      const texts = shown.map(([, text]) => JSON.parse(`"${text}"`)).join('\n');
      expect(texts).toContain('\\@everyone');
      expect(texts).not.toMatch(/(?<!\\)@(everyone|here)/);
      expect(home.sandbox.refusals()).toEqual([]);
    },
  );
});
