import type { APIMessage } from 'discord-api-types/v10';
import { afterAll, describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/sandbox/exchange.ts';
import { printMessage } from '../../src/sandbox/print.ts';
import { wordsFor } from '../../src/words/index.ts';
import { languageFor } from '../../src/words/language.ts';
import { house } from './house.ts';

const home = house();
const { first, last } = { first: 'The Two Names of Tea', last: 26 };

afterAll(() => {
  expect(home.sandbox.refusals()).toEqual([]);
});

function shown(exchange: Exchange): string {
  if (exchange.message === undefined) throw new Error('no message came');
  return printMessage(exchange.message);
}

function messageOf(exchange: Exchange): APIMessage {
  if (exchange.message === undefined) throw new Error('no message came');
  return exchange.message;
}

describe.each(['en-US', 'zh-TW', 'zh-CN'])('in %s', (locale) => {
  const words = wordsFor(languageFor(locale));
  const lin = () => home.sandbox.as('Lin', { locale });

  it('/random shows a paragraph in the language that was asked for', async () => {
    const both = shown(await lin().command('/random'));
    expect(both).toMatch(/\p{Script=Han}{8}/u);
    expect(both).toMatch(/[a-z]+ [a-z]+ [a-z]+/);
    expect(both).toContain(words.paragraph.another);
    expect(both).toContain('CC0 1.0');
    const english = await lin().command('/random language:english article:two-names-of-tea');
    expect(shown(english)).toContain(words.paragraph.showChinese);
    expect(shown(english)).toContain(first);
    const chinese = await lin().command('/random language:chinese');
    expect(shown(chinese)).toContain(words.paragraph.showEnglish);
  });

  it('the buttons of a paragraph lead on', async () => {
    const start = await lin().command('/paragraph number:1 language:chinese');
    expect(shown(start)).toContain(`1 / ${last}`);
    const next = await lin().press(messageOf(start), words.paragraph.next);
    expect(shown(next)).toContain(`2 / ${last}`);
    expect(messageOf(next).id).toBe(messageOf(start).id);
    const back = await lin().press(messageOf(next), words.paragraph.previous);
    expect(shown(back)).toContain(`1 / ${last}`);
    const both = await lin().press(messageOf(back), words.paragraph.showEnglish);
    expect(shown(both)).not.toContain(words.paragraph.showEnglish);
    const another = await lin().press(messageOf(both), words.paragraph.another);
    expect(shown(another)).toContain(first);
    expect(shown(another)).not.toContain(`-# 1 / ${last}\n`);
  });

  it('another member who presses gets a copy of their own', async () => {
    const start = await lin().command('/paragraph number:4');
    const before = shown(start);
    const other = await home.sandbox
      .as('Mo', { locale })
      .press(messageOf(start), words.paragraph.next);
    expect(other.ephemeral).toBe(true);
    expect(shown(other)).toContain(`5 / ${last}`);
    expect(shown(start)).toBe(before);
    const on = await home.sandbox
      .as('Mo', { locale })
      .press(messageOf(other), words.paragraph.next);
    expect(messageOf(on).id).toBe(messageOf(other).id);
    expect(shown(on)).toContain(`6 / ${last}`);
  });

  it('/paragraph says what is possible, privately', async () => {
    const refused = await lin().command('/paragraph number:99');
    expect(refused.ephemeral).toBe(true);
    expect(shown(refused)).toContain(String(last));
    const unknown = await lin().command('/paragraph number:1 article:nothing');
    expect(unknown.ephemeral).toBe(true);
    expect(shown(unknown)).toContain(languageFor(locale) === 'en' ? first : '茶的兩個名字');
  });

  it('/paragraph completes numbers by their digits and by what the paragraph says', async () => {
    const names = async (typed: string) =>
      (await lin().autocomplete(`/paragraph number:${typed}`, 'number')).choices ?? [];
    expect((await names('2')).map((choice) => choice.value)).toEqual([
      2, 20, 21, 22, 23, 24, 25, 26,
    ]);
    expect((await names('Fujian'))[0]?.name).toContain('Fujian');
    expect((await names('福建'))[0]?.name).toContain('福建');
    expect(await names('')).toHaveLength(25);
    expect((await names('quokka'))[0]?.name).toContain('quokka');
  });

  it('articles are completed by their titles', async () => {
    const names = async (line: string) => (await lin().autocomplete(line, 'article')).choices ?? [];
    expect(await names('/random article:')).toHaveLength(3);
    expect((await names('/random article:大海'))[0]?.value).toBe('the-sea-and-the-clock');
    expect((await names('/paragraph number:1 article:TEA'))[0]?.value).toBe('two-names-of-tea');
    expect((await names('/article show article:trade'))[0]?.value).toBe('the-invisible-trade');
  });

  it('/article list opens an article, which leads to its paragraphs', async () => {
    const list = await lin().command('/article list');
    expect(shown(list)).toContain(words.common.levels.hard);
    const open = await lin().choose(messageOf(list), 'article', ['the-sea-and-the-clock']);
    expect(shown(open)).toContain('大海與時鐘');
    const read = await lin().press(messageOf(open), words.article.readFromStart);
    expect(shown(read)).toContain('-# 1 / 26');
    const shownFirst = await lin().command('/article show');
    expect(shown(shownFirst)).toContain(first);
    const back = await lin().press(messageOf(shownFirst), words.article.backToList);
    expect(shown(back)).toContain(words.article.listTitle);
    const shownAgain = await lin().command('/article show article:the-sea-and-the-clock');
    const drawn = await lin().press(messageOf(shownAgain), words.article.randomOne);
    expect(shown(drawn)).toContain('大海與時鐘');
    expect(shown(drawn)).toContain(words.paragraph.another);
  });

  it('/help and /about answer privately', async () => {
    const help = await lin().command('/help');
    expect(help.ephemeral).toBe(true);
    expect(shown(help)).toContain(`/${words.paragraph.random.name}`);
    const tried = await lin().press(messageOf(help), words.about.tryRandom);
    expect(shown(tried)).toContain(words.paragraph.another);
    const about = await lin().command('/about');
    expect(about.ephemeral).toBe(true);
    expect(shown(about)).toMatch(/discord\.js(?: \(Apache-2\.0\)|（Apache-2\.0）)/);
  });

  it('works in direct messages and for a member who installed the app alone', async () => {
    const direct = await home.sandbox.as('Lin', { locale, channel: 'DM' }).command('/random');
    expect(shown(direct)).toContain(words.paragraph.another);
    const alone = await home.sandbox.as('Sam', { locale, channel: 'private' }).command('/random');
    expect(shown(alone)).toContain(words.paragraph.another);
  });

  it('names its commands in the reader’s language', async () => {
    const exchange = await lin().command(`/${words.paragraph.random.name}`);
    expect(shown(exchange)).toContain(words.paragraph.another);
  });
});

describe('a button that no longer fits', () => {
  const press = async (change: (id: string) => string) => {
    const ada = home.sandbox.as('Ada');
    const start = await ada.command('/paragraph number:2');
    const message = messageOf(start);
    const text = JSON.stringify(message);
    const id = /paragraph:next:[^"]+/.exec(text)?.[0] ?? '';
    const old: APIMessage = JSON.parse(text.replaceAll(id, change(id)));
    Object.assign(message, { components: old.components });
    return shown(await ada.press(message, change(id)));
  };

  it('shows how an article reads now, when it was revised', async () => {
    const text = await press((id) =>
      id.replace(/two-names-of-tea:[0-9a-f]{4}/, 'two-names-of-tea:0000'),
    );
    expect(text).toContain('has been revised');
    expect(text).toContain('3 / 26');
  });

  it('says that the article is gone', async () => {
    expect(await press((id) => id.replace('two-names-of-tea', 'gone'))).toContain('no longer here');
  });

  it('says what numbers there are, when the article got shorter', async () => {
    expect(await press((id) => id.replace(/:3:/, ':300:'))).toContain('1 to 26');
  });

  it('is answered kindly when somebody made it up', async () => {
    expect(await press(() => 'paragraph:next:<script>')).toContain('out of date');
    expect(await press(() => 'made-up:1')).toContain('out of date');
  });
});
