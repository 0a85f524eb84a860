import type { APIMessage } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readArticleFolder } from '../../src/article/folder.ts';
import { graphemesOf, shorten } from '../../src/language/characters.ts';
import type { Exchange } from '../../src/sandbox/exchange.ts';
import { createMessage } from '../../src/sandbox/world/messages.ts';
import { wordsFor } from '../../src/words/index.ts';
import { languageFor } from '../../src/words/language.ts';
import { testDictionary } from '../language/opened-dictionary.ts';
import { house } from './house.ts';
import { messageOf, shown } from './playing.ts';

const home = house();

// Written once; else the first readers here would wait for it.
beforeAll(async () => {
  await testDictionary();
});

afterAll(() => {
  expect(home.sandbox.refusals()).toEqual([]);
  expect(home.bot.output).not.toContain('"level":50');
});

const { articles } = await readArticleFolder('data/articles');
const paragraphs = articles.flatMap((article) => article.paragraphs);
/** As long as a message may be, and cut as somebody would cut it. */
const full = (text: string) => shorten(text, 2000);

/** Messages that are hard to answer, and a word that is in each. */
const HARD: Readonly<Record<string, { text: string; word: string }>> = {
  'all Chinese': { text: full(paragraphs.map(({ zh }) => zh).join('')), word: '零頭' },
  'English and Chinese': {
    text: full(paragraphs.map(({ en, zh }) => `${en} ${zh}`).join('\n')),
    word: '零頭',
  },
  markdown: {
    text: full('**銀行**~~的~~ `人` ||說|| _好_ > # 話 [x](<http://a.b>) '.repeat(50)),
    word: '銀行',
  },
  'nothing but marks': { text: `銀行${'*'.repeat(1998)}`, word: '銀行' },
  emoji: { text: full('我👨‍👩‍👧‍👦愛🇹🇼吃🍜❤️‍🔥'.repeat(100)), word: '愛' },
  'rare characters': { text: full('𠮷野家𪚥龘說'.repeat(300)), word: '說' },
  'many lines': { text: full('銀行\n\n'.repeat(600)), word: '銀行' },
};

/** What stands in the files of an answer. */
function filesOf(exchange: Exchange): string {
  const { attachments } = messageOf(exchange);
  const files = attachments.map(({ id }) => home.sandbox.world.files.get(id)?.bytes);
  return files.map((bytes) => Buffer.from(bytes ?? []).toString()).join('');
}

/** All texts of a message, as its reader sees them. */
function textsIn(message: APIMessage): string {
  const found: string[] = [];
  JSON.stringify(message.components, (key, value) => {
    if (key === 'content') found.push(String(value).replaceAll(/\\(?=[!-/:-@[-`{-~])/g, ''));
    return value;
  });
  return found.join('\n');
}

/** That nothing was cut inside of what a reader sees as one character. */
function expectWhole(said: string, text: string): void {
  expect(said.isWellFormed()).toBe(true);
  const known = new Set(graphemesOf(text));
  const strange = graphemesOf(said).filter((one) => /\p{Emoji_Presentation}/u.test(one));
  expect(strange.filter((one) => !known.has(one))).toEqual([]);
}

/** That nothing of `text` was lost, whatever stands between. */
function expectInOrder(text: string, said: string): void {
  let from = 0;
  for (const one of text) {
    const at = said.indexOf(one, from);
    expect(at, `${one} behind ${said.slice(from - 20, from)}`).not.toBe(-1);
    from = at + one.length;
  }
}

const squeezed = (text: string) => text.replaceAll(/\s/g, '');

describe.each(['en-US', 'zh-TW', 'zh-CN'])('in %s', (locale) => {
  const words = wordsFor(languageFor(locale));
  const { readingMenu, wordsMenu, scriptMenu } = words.word;
  const lin = () => home.sandbox.as('Lin', { locale });
  const ask = async (menu: string, message: APIMessage) => {
    const exchange = await (await lin().contextMenu(menu, message)).settled(60_000);
    expect(exchange.ephemeral).toBe(true);
    return exchange;
  };

  it.each(Object.keys(HARD))('a message of 2,000 characters: %s', async (name) => {
    const { text = '', word = '' } = HARD[name] ?? {};
    const message = home.sandbox.as('Ada').say(text);
    const read = await ask(readingMenu, message);
    const reading = textsIn(messageOf(read));
    expectWhole(reading, text);
    expectInOrder(squeezed(text), squeezed(filesOf(read) || reading));

    const listed = await ask(wordsMenu, message);
    expect(shown(listed)).toContain(`**${word}**`);
    expectWhole(textsIn(messageOf(listed)), text);

    const turned = await ask(scriptMenu, message);
    const other = textsIn(messageOf(turned));
    expectWhole(other, text);
    const whole = squeezed(filesOf(turned) || other.slice(other.indexOf('\n')));
    expect(whole).toHaveLength(squeezed(text).length);
  });

  it('a message without Chinese, or without a text', async () => {
    const { world } = home.sandbox;
    const ada = home.sandbox.as('Ada');
    const attached = createMessage(world, {
      channel: ada.channel,
      author: ada.person.user,
      draft: { content: '' },
      files: [
        { filename: '圖.png', contentType: 'image/png', key: 'files[0]', bytes: new Uint8Array(8) },
      ],
      allowedFlags: 0,
    });
    const english = ada.say(full('Nothing but English here. '.repeat(100)));
    for (const message of [attached.message, english]) {
      for (const menu of [readingMenu, wordsMenu, scriptMenu]) {
        expect(shown(await ask(menu, message))).toContain(words.word.noChinese);
      }
    }
  });
});
