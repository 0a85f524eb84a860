import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/sandbox/exchange.ts';
import { printMessage } from '../../src/sandbox/print.ts';
import { wordsFor } from '../../src/words/index.ts';
import { languageFor } from '../../src/words/language.ts';
import { testDictionary } from '../language/opened-dictionary.ts';
import { house } from './house.ts';

const home = house();

// Written once; else the first readers here would wait for it.
beforeAll(async () => {
  await testDictionary();
});

afterAll(() => {
  expect(home.sandbox.refusals()).toEqual([]);
});

function messageOf({ message }: Exchange) {
  if (message === undefined) throw new Error('no message came');
  return message;
}

const shown = (exchange: Exchange) => printMessage(messageOf(exchange));
const PARAGRAPH = '/paragraph number:2 article:two-names-of-tea';

describe.each(['en-US', 'zh-TW', 'zh-CN'])('in %s', (locale) => {
  const words = wordsFor(languageFor(locale));
  const lin = (channel = 'reading') => home.sandbox.as('Lin', { locale, channel });

  it('/settings changes every setting, and paragraphs follow', async () => {
    const start = await lin().command('/settings');
    expect(start.ephemeral).toBe(true);
    expect(shown(start)).toContain(words.settings.title);
    const pinyin = await lin().choose(messageOf(start), 'setting:reader:aid', ['pinyin']);
    expect(shown(pinyin)).toContain('péngyǒu');
    const mainland = await lin().choose(messageOf(pinyin), 'setting:reader:usage', ['mainland']);
    expect(shown(mainland)).toContain('péngyou');
    const script = await lin().choose(messageOf(mainland), 'setting:reader:script', ['simplified']);
    expect(shown(script)).toContain('软件');
    const first = await lin().press(messageOf(script), words.settings.first.chinese);
    expect(messageOf(first).id).toBe(messageOf(start).id);
    const read = shown(await lin().command(PARAGRAPH));
    expect(read).toContain('这两个音都来自中文');
    expect(read).toContain('Zhè liǎng gè yīn');
    expect(read.indexOf('这两个音')).toBeLessThan(read.indexOf('Both words come'));
    const hidden = await lin().press(messageOf(first), words.settings.translation.hidden);
    expect(shown(hidden)).toContain(words.settings.waits);
    const chinese = await lin().command(PARAGRAPH);
    expect(shown(chinese)).not.toContain('Both words come');
    const both = await lin().press(messageOf(chinese), words.paragraph.showEnglish);
    expect(shown(both)).toContain('Both words come');
    const plain = await lin().press(
      messageOf(both),
      words.reading.hideAid(words.reading.aids.pinyin),
    );
    expect(shown(plain)).not.toContain('Zhè liǎng');
    const zone = await lin().choose(messageOf(hidden), 'zone:reader', ['Asia/Taipei']);
    expect(shown(zone)).toContain('Asia/Taipei');
    const asked = await lin().choose(messageOf(zone), 'zone:reader', ['other']);
    const typed = await lin().submit(asked, { zone: 'pacific/honolulu' });
    expect(shown(typed)).toContain('Pacific/Honolulu');
    const wrong = await lin().submit(
      await lin().choose(messageOf(typed), 'zone:reader', ['other']),
      { zone: 'Mars' },
    );
    expect(shown(wrong)).toContain('Europe/Vienna');
    const standard = await lin().press(messageOf(typed), words.settings.reset);
    expect(shown(standard)).not.toContain('péngyou');
  });

  it('/settings sets the language of everything, whatever Discord’s is', async () => {
    const start = await lin().command('/settings');
    const other = locale === 'zh-TW' ? 'zh-CN' : 'zh-TW';
    const changed = await lin().choose(messageOf(start), 'setting:reader:language', [other]);
    const said = wordsFor(other);
    expect(shown(changed)).toContain(said.settings.title);
    expect(shown(await lin().command('/help'))).toContain(said.about.helpTitle);
    expect(shown(await lin().command('/paragraph number:999'))).toMatch(/編號|编号/);
    const back = await lin().press(messageOf(changed), said.settings.reset);
    expect(shown(back)).toContain(words.settings.title);
  });

  it('/server settings hold for those who chose nothing, and are for managers', async () => {
    const ada = home.sandbox.as('Ada', { locale });
    const start = await ada.command('/server settings');
    expect(shown(start)).toContain(words.settings.serverTitle);
    const zhuyin = await ada.choose(messageOf(start), 'setting:server:aid', ['zhuyin']);
    expect(shown(zhuyin)).toContain('ㄆㄥˊ');
    expect(shown(await lin().command(PARAGRAPH))).toContain('ㄓㄜˋ');
    await ada.press(messageOf(zhuyin), words.settings.reset);
    expect(shown(await lin().command(PARAGRAPH))).not.toContain('ㄓㄜˋ');
  });

  it('a paragraph opens its words, a word opens, and the way leads back', async () => {
    const start = await lin().command(`${PARAGRAPH} language:both`);
    // The dictionary may be on its way yet.
    const list = await (await lin().press(messageOf(start), words.word.button)).settled(60_000);
    expect(list.ephemeral).toBe(true);
    const chinese =
      locale === 'en-US' ? list : await lin().press(messageOf(list), words.word.chinese);
    expect(shown(chinese)).toContain('**漢字**');
    const word = await lin().choose(messageOf(chinese), 'word-in:two-names-of-tea:2:chinese:1', [
      '漢字',
    ]);
    expect(shown(word)).toMatch(/漢字　汉字[\s\S]*hànzì　ㄏㄢˋ ㄗˋ/);
    const saved = await lin().press(messageOf(word), words.word.save);
    expect(saved.ephemeral).toBe(true);
    expect(shown(saved)).toContain('漢字');
    const back = await lin().press(messageOf(word), words.word.back);
    const english = await lin().press(messageOf(back), words.word.english);
    expect(shown(english)).toMatch(/\*\*character\*\*　.*字/);
    const looked = await lin().choose(messageOf(english), 'word-in:two-names-of-tea:2:english:1', [
      'character',
    ]);
    expect(shown(looked)).toContain(words.word.facing('character'));
    const read = await lin().press(messageOf(looked), words.word.read(2));
    expect(shown(read)).toContain('2 / 26');
  });

  it('/word looks up, and suggests as one types', async () => {
    const typed = await lin().autocomplete('/word text:yinha', 'text');
    expect(typed.choices?.map(({ value }) => value)).toContain('銀行 yin2 hang2');
    const looked = await lin().command({ name: 'word', options: { text: '銀行 yin2 hang2' } });
    expect(looked.ephemeral).toBe(true);
    expect(shown(looked)).toContain('yínháng　ㄧㄣˊ ㄏㄤˊ');
    const listed = await lin().command('/word text:yinhang');
    const opened = await lin().choose(messageOf(listed), 'look-up:1', ['銀行 yin2 hang2']);
    expect(shown(opened)).toContain('銀行　银行');
    expect(shown(await lin().command('/word text:tea'))).toMatch(/\*\*.*茶/);
    expect(shown(await lin().command('/word text:xyzzy'))).toContain(words.word.notFound('xyzzy'));
  });

  it('every message has Reading, Words and Switch script, also as a user’s own app', async () => {
    const { readingMenu, wordsMenu, scriptMenu, noChinese } = words.word;
    for (const channel of ['reading', 'private']) {
      const reader = home.sandbox.as(channel === 'private' ? 'Sam' : 'Lin', { locale, channel });
      const writer = channel === 'private' ? 'Sam' : 'Ada';
      const message = home.sandbox.as(writer, { channel }).say('我的朋友說，這個軟體很好用。');
      const read = await reader.contextMenu(readingMenu, message);
      expect(read.ephemeral).toBe(true);
      expect(shown(read)).toContain('péngyǒu');
      expect(shown(await reader.contextMenu(wordsMenu, message))).toContain('**軟體**');
      expect(shown(await reader.contextMenu(scriptMenu, message))).toContain('软件');
    }
    const english = home.sandbox.as('Ada').say('Hello there.');
    expect(shown(await lin().contextMenu(scriptMenu, english))).toContain(noChinese);
    const long = home.sandbox.as('Ada').say('我們在銀行裡看書，覺得很好。'.repeat(140));
    const whole = await lin().contextMenu(readingMenu, long);
    expect(messageOf(whole).attachments.map(({ filename }) => filename)).toEqual(['pinyin.txt']);
  });
});
