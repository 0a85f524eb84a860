import type { APIMessage } from 'discord-api-types/v10';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Choices, OPTIONS, STANDARD } from '../../src/reader/preferences.ts';
import type { Owner } from '../../src/render/settings.ts';
import type { Actor } from '../../src/sandbox/actor.ts';
import { printMessage } from '../../src/sandbox/print.ts';
import { wordsFor } from '../../src/words/index.ts';
import { languageFor } from '../../src/words/language.ts';
import { testDictionary } from '../language/opened-dictionary.ts';
import { house } from './house.ts';
import { messageOf, playing, shown } from './playing.ts';

const MINUTE = 60_000;
const home = house();
const play = playing(home);

// Written once; else the first readers here would wait for it.
beforeAll(async () => {
  await testDictionary();
});

afterAll(() => {
  expect(home.sandbox.refusals()).toEqual([]);
});

/** What a text shows by what was chosen, in the first paragraph about tea. */
const EFFECTS: readonly { chosen: Choices; has: readonly string[]; lacks: readonly string[] }[] = [
  { chosen: {}, has: ['The French', '法國人'], lacks: ['Fàguórén'] },
  { chosen: { first: 'chinese' }, has: ['法國人', 'The French'], lacks: [] },
  { chosen: { translation: 'hidden' }, has: ['The French'], lacks: ['法國人'] },
  {
    chosen: { translation: 'hidden', first: 'chinese' },
    has: ['法國人'],
    lacks: ['The French'],
  },
  { chosen: { script: 'simplified' }, has: ['The French', '法国人'], lacks: ['法國人'] },
  { chosen: { aid: 'pinyin' }, has: ['法國人', 'Fàguórén'], lacks: ['Fǎguórén'] },
  { chosen: { aid: 'zhuyin', script: 'simplified' }, has: ['法国人', 'ㄈㄚˇ'], lacks: ['法國人'] },
  { chosen: { aid: 'pinyin', usage: 'mainland' }, has: ['Fǎguórén'], lacks: ['Fàguórén'] },
  {
    chosen: { aid: 'pinyin', usage: 'taiwan', script: 'simplified', first: 'chinese' },
    has: ['法国人', 'Fàguórén', 'The French'],
    lacks: ['法國人', 'Fǎguórén'],
  },
];
const [PLAIN = { chosen: {}, has: [], lacks: [] }] = EFFECTS;
/** What its server wants of a reader who wants all of it otherwise. */
const CONTRARY: Choices = {
  ...{ script: 'traditional', aid: 'pinyin', first: 'chinese' },
  ...{ translation: 'hidden', usage: 'mainland' },
};

function expectEffect(text: string, { has, lacks }: (typeof EFFECTS)[number]): void {
  const places = has.map((part) => text.indexOf(part));
  expect(places, `${has.join(' before ')} in:\n${text}`).not.toContain(-1);
  expect(places).toEqual(places.toSorted((one, other) => one - other));
  for (const part of lacks) expect(text).not.toContain(part);
}

/** Chooses `choices` and nothing else in the settings of a reader or of a server. */
async function choose(actor: Actor, owner: Owner, choices: Choices): Promise<APIMessage> {
  const line = owner === 'reader' ? '/settings' : '/server settings';
  let message = messageOf(await actor.command(line));
  // Only what was chosen can be taken back.
  message = messageOf(await actor.press(message, `set:${owner}:first:english`));
  message = messageOf(await actor.press(message, `standard:${owner}`));
  for (const setting of ['aid', 'usage', 'script', 'quiz', 'language'] as const) {
    const option = choices[setting];
    // Whose readings can only be chosen where there are any.
    if (option === undefined || (setting === 'usage' && choices.aid === 'none')) continue;
    message = messageOf(await actor.choose(message, `setting:${owner}:${setting}`, [option]));
  }
  for (const setting of ['first', 'translation'] as const) {
    const option = choices[setting];
    if (option === undefined) continue;
    message = messageOf(await actor.press(message, `set:${owner}:${setting}:${option}`));
  }
  const { timeZone } = choices;
  if (timeZone === undefined || timeZone === null) return message;
  return messageOf(await actor.choose(message, `zone:${owner}`, [timeZone]));
}

describe.each(['en-US', 'zh-TW', 'zh-CN'])('in %s', (locale) => {
  const words = wordsFor(languageFor(locale));
  const ada = () => home.sandbox.as('Ada', { locale, channel: 'daily' });
  const lin = () => home.sandbox.as('Lin', { locale, channel: 'reading' });
  const read = async () =>
    shown(await lin().command('/paragraph number:1 article:two-names-of-tea'));
  const posts = () =>
    ada()
      .messages()
      .filter(({ flags }) => !((flags ?? 0) & 64));
  const posted = async (before: number): Promise<APIMessage> => {
    await home.sandbox.until(() => posts().length > before, 60_000);
    return posts()[before] ?? expect.fail('no post came');
  };

  it('all that a reader can choose holds for a paragraph, whatever the server wants', async () => {
    await choose(ada(), 'server', CONTRARY);
    const { timeZone: _, ...rest } = STANDARD;
    for (const effect of EFFECTS) {
      await choose(lin(), 'reader', { ...rest, ...effect.chosen });
      expectEffect(await read(), effect);
    }
    await choose(lin(), 'reader', {});
    await choose(ada(), 'server', {});
  });

  it('all that a server can choose holds for its posts and for who chose nothing', async () => {
    const added = messageOf(
      await ada().command(
        '/daily add channel:daily time:8:00 zone:Asia/Taipei article:two-names-of-tea',
      ),
    );
    for (const effect of EFFECTS) {
      await choose(ada(), 'server', effect.chosen);
      const before = posts().length;
      expectEffect(shown(await ada().press(added, words.schedule.preview)), effect);
      // A test is named by its second.
      home.sandbox.clock.advance(1_000);
      await (await ada().press(added, words.schedule.test)).settled();
      expectEffect(printMessage(await posted(before)), effect);
      expectEffect(await read(), effect);
    }
    await choose(ada(), 'server', { translation: 'hidden', first: 'chinese', aid: 'zhuyin' });
    const before = posts().length;
    await ada().command('/daily now');
    home.sandbox.clock.advance(MINUTE);
    const post = await posted(before);
    expectEffect(printMessage(post), { chosen: {}, has: ['法國人', 'ㄈㄚˋ'], lacks: ['French'] });
    const copy = await lin().press(post, words.paragraph.showEnglish);
    expect(copy.ephemeral).toBe(true);
    expectEffect(shown(copy), { chosen: {}, has: ['法國人', 'The French'], lacks: [] });
    await ada().command('/daily edit show:both');
    const both = shown(await ada().command('/daily preview'));
    const { hideEnglish, hideChinese } = words.daily;
    expect(both).toContain(words.language === 'en' ? hideEnglish : hideChinese);
    await choose(ada(), 'server', {});
    const asked = await ada().command('/daily remove');
    await ada().press(messageOf(asked), words.schedule.removeIt);
    expectEffect(await read(), PLAIN);
  });

  it('quizzes ask for the language that the reader chose, or else the server', async () => {
    const asks = async () => {
      await lin().command('/quiz start mode:solo rounds:1');
      const { settings } = await play.soloOf(lin().person.user.id);
      await lin().command('/quiz stop');
      return settings.learning;
    };
    const meant = { both: null, chinese: 'zh', english: 'en' };
    for (const quiz of OPTIONS.quiz) {
      await choose(ada(), 'server', { quiz });
      await choose(lin(), 'reader', {});
      expect(await asks()).toBe(meant[quiz]);
      await choose(ada(), 'server', { quiz: quiz === 'english' ? 'chinese' : 'english' });
      await choose(lin(), 'reader', { quiz });
      expect(await asks()).toBe(meant[quiz]);
    }
    await choose(lin(), 'reader', {});
    await choose(ada(), 'server', {});
  });

  it('times are those of the zone that was chosen', async () => {
    await choose(ada(), 'server', { timeZone: 'America/Denver' });
    const served = await ada().command('/daily add channel:daily time:8:00');
    expect(shown(served)).toContain('America/Denver');
    await ada().press(messageOf(served), words.schedule.undo);
    await choose(ada(), 'reader', { timeZone: 'Europe/Paris' });
    const own = await ada().command('/daily add channel:daily time:8:00');
    expect(shown(own)).toContain('Europe/Paris');
    await ada().press(messageOf(own), words.schedule.undo);
    await choose(ada(), 'reader', {});
    await choose(ada(), 'server', {});
  });

  it('a server’s settings are offered in it to those who manage it', () => {
    const offered = (name: string, channel: string) =>
      home.sandbox
        .as(name, { locale, channel })
        .commands()
        .map((command) => command.name);
    expect(offered('Ada', 'reading')).toContain('server');
    expect(offered('Lin', 'reading')).not.toContain('server');
    expect(offered('Ada', 'DM')).not.toContain('server');
    expect(offered('Lin', 'DM')).toContain('settings');
  });
});
