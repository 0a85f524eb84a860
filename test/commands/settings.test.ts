import { describe, expect, it } from 'vitest';
import { UserError } from '../../commands/command.ts';
import { paragraph } from '../../commands/paragraph.ts';
import { random } from '../../commands/random.ts';
import { server } from '../../commands/server.ts';
import { settings } from '../../commands/settings.ts';
import { STANDARD } from '../../src/reader/preferences.ts';
import { prefixOf } from '../../src/render/custom-id.ts';
import { ZONE_FIELD } from '../../src/render/settings.ts';
import { wordsFor } from '../../src/words/index.ts';
import { LANGUAGES } from '../../src/words/language.ts';
import { press, run, services, submit, textOf } from './ask.ts';

const chosen = () => services.readers.choicesOf('1', 0);
const refused = async (asking: Promise<unknown>) => {
  const error = await asking.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof UserError)) throw new Error('a UserError was expected');
  return LANGUAGES.map((language) => error.explain(wordsFor(language)));
};

describe('/settings', () => {
  it('shows at once what a choice does', async () => {
    const first = await run(settings);
    expect(first).toMatchObject({ kind: 'message', private: true });
    expect(textOf(first)).not.toContain('péngyǒu');
    const pinyin = await press(settings, 'setting:reader:aid', { values: ['pinyin'] });
    expect(pinyin).toMatchObject({ kind: 'update' });
    expect(textOf(pinyin)).toContain('péngyǒu');
    const mainland = await press(settings, 'setting:reader:usage', { values: ['mainland'] });
    expect(textOf(mainland)).toContain('péngyou');
    const simplified = await press(settings, 'setting:reader:script', { values: ['simplified'] });
    expect(textOf(simplified)).toContain('软件');
    await press(settings, 'set:reader:first:chinese');
    const hidden = await press(settings, 'set:reader:translation:hidden');
    expect(textOf(hidden)).not.toContain('My friend');
    expect(await chosen()).toEqual({
      aid: 'pinyin',
      usage: 'mainland',
      script: 'simplified',
      first: 'chinese',
      translation: 'hidden',
    });
    await press(settings, 'standard:reader');
    expect(await chosen()).toEqual({});
  });

  it('speaks the language that was chosen', async () => {
    const taiwan = await press(settings, 'setting:reader:language', { values: ['zh-TW'] });
    expect(textOf(taiwan)).toContain(wordsFor('zh-TW').settings.title);
    await press(settings, 'standard:reader');
  });

  it('takes a time zone from the list or in words', async () => {
    await press(settings, 'zone:reader', { values: ['Asia/Taipei'] });
    expect(await chosen()).toEqual({ timeZone: 'Asia/Taipei' });
    expect(await press(settings, 'zone:reader', { values: ['other'] })).toMatchObject({
      kind: 'modal',
      modal: { custom_id: 'other-zone:reader' },
    });
    const typed = { [ZONE_FIELD]: 'pacific/honolulu' };
    expect(textOf(await submit(settings, 'other-zone:reader', typed))).toContain(
      'Pacific/Honolulu',
    );
    const wrong = submit(settings, 'other-zone:reader', { [ZONE_FIELD]: 'Mars' });
    for (const text of await refused(wrong)) expect(text).toMatch(/Mars.*Europe\/Vienna/s);
    await press(settings, 'standard:reader');
  });

  it('takes nothing that was made up', async () => {
    await refused(press(settings, 'setting:reader:aid', { values: ['jyutping'] }));
    await refused(press(settings, 'setting:reader:aid'));
    expect(await press(settings, 'setting:nobody:aid')).toBeNull();
    expect(prefixOf('standard:reader')).toBe('standard');
  });
});

describe('/server settings', () => {
  const manages = { managesServer: true, guildId: '9' };

  it('holds for readers who chose nothing', async () => {
    const shown = await run(server, { subcommand: 'settings', ...manages });
    expect(textOf(shown)).toContain(wordsFor('en').settings.serverTitle);
    expect(textOf(shown)).not.toContain('setting:server:language');
    await press(settings, 'setting:server:aid', { ...manages, values: ['zhuyin'] });
    expect(await services.readers.preferencesOf('1', '9', 0)).toMatchObject({ aid: 'zhuyin' });
    await press(settings, 'standard:server', manages);
    expect(await services.readers.preferencesOf('1', '9', 0)).toEqual(STANDARD);
  });

  it('is for those who manage a server, in it', async () => {
    for (const text of await refused(run(server, { guildId: null }))) expect(text).not.toBe('');
    for (const text of await refused(run(server))) expect(text).toContain('`/');
    await refused(press(settings, 'set:server:first:chinese'));
    await refused(press(settings, 'standard:server', { guildId: null }));
  });
});

describe('what a reader prefers', () => {
  const hidden = { ...STANDARD, translation: 'hidden', first: 'chinese' } as const;

  it('holds for what they ask for, unless they say otherwise', async () => {
    const reply = textOf(await run(random, { preferences: hidden, userId: 'new' }));
    expect(reply).toContain('海水漲上來');
    expect(reply).not.toContain('The sea comes in');
    const both = { preferences: hidden, options: { number: 1, language: 'both' } };
    expect(textOf(await run(paragraph, both))).toContain('The sea comes in');
    const simplified = { ...STANDARD, script: 'simplified', aid: 'pinyin' } as const;
    const read = textOf(await run(paragraph, { preferences: simplified, options: { number: 1 } }));
    expect(read).toContain('海水涨上来');
    expect(read).toContain('Hǎishuǐ');
  });

  it('hides the translation again on the next paragraph', async () => {
    const id = 'paragraph:next:tides:0000:2:both:1:library:a';
    const next = textOf(await press(paragraph, id, { preferences: hidden }));
    expect(next).not.toContain('The moon');
    const shown = id.replace('next', 'show');
    expect(textOf(await press(paragraph, shown, { preferences: hidden }))).toContain('The moon');
  });

  it('keeps the reading away once it was put away', async () => {
    const preferences = { ...STANDARD, aid: 'pinyin' } as const;
    const id = 'paragraph:next:tides:0000:2:both:1:library';
    expect(textOf(await press(paragraph, `${id}:a`, { preferences }))).toContain('Yuèliàng');
    const plain = textOf(await press(paragraph, `${id}:p`, { preferences }));
    expect(plain).not.toContain('Yuèliàng');
    expect(plain).toContain(wordsFor('en').reading.showAid('pinyin'));
  });
});
