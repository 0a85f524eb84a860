import { describe, expect, it } from 'vitest';
import { UserError } from '../../commands/command.ts';
import { readingMenu, scriptMenu, wordsMenu } from '../../commands/menus.ts';
import { paragraph } from '../../commands/paragraph.ts';
import { word } from '../../commands/word.ts';
import { englishVocabulary } from '../../src/language/vocabulary.ts';
import { STANDARD } from '../../src/reader/preferences.ts';
import { wordsFor } from '../../src/words/index.ts';
import { LANGUAGES } from '../../src/words/language.ts';
import { complete, open, press, run, services, textOf } from './ask.ts';

const refused = async (asking: Promise<unknown>) => {
  const error = await asking.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof UserError)) throw new Error('a UserError was expected');
  return LANGUAGES.map((language) => error.explain(wordsFor(language)));
};
const look = async (text: string, changes = {}) =>
  textOf(await run(word, { options: { text }, ...changes }));

describe('/word', () => {
  it('shows a Chinese word with both scripts, readings, meanings and measure words', async () => {
    const shown = await look('時鐘');
    expect(shown).toContain('時鐘　时钟');
    expect(shown).toContain('shízhōng　ㄕˊ ㄓㄨㄥ');
    expect(shown).toContain('- clock');
    expect(shown).toContain('Once in the articles');
    expect(shown).toContain('他們不需要**時鐘**。');
    expect(await look('銀行')).toContain('Measure words: 家 jiā, 個 gè');
    const told = await look('告訴');
    expect(told.indexOf('to tell')).toBeLessThan(told.indexOf('to press charges'));
    expect(await look('福建')).toContain('see 福建省 Fújiàn Shěng');
    expect(await look('福建人茶')).toMatch(/\*\*福建\*\*　Fújiàn　(?!see)/);
    expect(await look('时钟')).toContain('時鐘　时钟');
  });

  it('shows what Taiwan and the mainland say, the reader’s own first', async () => {
    expect(await look('研究')).toMatch(/yánjiù.*Taiwan.*yánjiū.*mainland/);
    const preferences = { ...STANDARD, usage: 'mainland' } as const;
    expect(await look('研究', { preferences })).toMatch(/yánjiū.*mainland.*yánjiù.*Taiwan/);
  });

  it('shows all readings of a character, the one that was chosen first', async () => {
    expect(await look('行 hang2')).toMatch(/háng　.*xíng　/);
    expect(await look('行')).toMatch(/xíng　/);
  });

  it('shows an English word with what stands for it in the articles', async () => {
    const shown = await look('clocks');
    expect(shown).toContain('## clock');
    expect(shown).toContain('時鐘 (1 of 1)');
    expect(shown).toContain('a **clock**.');
    expect(shown).toContain('In the dictionary');
    expect(await look('accordion')).toContain('手風琴');
  });

  it('shows words and sentences in the reader’s script', async () => {
    const preferences = { ...STANDARD, script: 'simplified' } as const;
    expect(await look('時鐘', { preferences })).toContain('他们不需要**时钟**。');
    const english = await look('clocks', { preferences });
    expect(english).toContain('时钟 (1 of 1)');
    expect(english).toContain('他们不需要时钟。');
    expect(await look('yinhang', { preferences })).toContain('**银行**　yínháng');
    expect(await look('月亮牽引海水', { preferences })).toContain('**牵引**');
  });

  it('takes u for ü too', async () => {
    expect(await look('luxing')).toContain('**旅行**　lǚxíng');
    expect(await look('luxing')).toContain('**祿星**　lùxīng');
    expect(await look('luxing')).not.toMatch(/勒|lux /);
    expect(await look('nuer')).toContain('女兒');
  });

  it.each([
    ['beijing', /\*\*beijing\*\*.*?\*\*北京\*\*/],
    ['xiexie', /\*\*xiexie\*\*.*?\*\*謝謝\*\*/],
    ['London', /## London/],
    ['shi', /\*\*shi\*\*.*?\*\*是\*\*/],
    ['cha', /\*\*cha\*\*.*\*\*茶\*\*/],
    ['gong', /\*\*公\*\*.*\*\*鑼\*\*/],
    ['háng', /\*\*háng\*\*.*?\*\*行\*\*　háng/],
    ['women', /## woman.*女人.*“women” as pinyin.*我們/],
    ['can', /## can.*可以.*“can” as pinyin.*參/],
    ['well-known', /## well-known.*有名/],
  ])('tells pinyin from English: %s', async (text, wanted) => {
    expect(await look(text)).toMatch(wanted);
  });

  it('finds those first whose tones were typed', async () => {
    expect(await look('lü4')).toMatch(/率.*綠/);
    expect(await look('lü4')).not.toContain('驢');
    expect(await look("xi'an")).toMatch(/西安.*先/);
  });

  it('does not take a foreign word for an English one', async () => {
    const quoted = 'One sounds like “cha,” and Turkish has “çay.” We chat of “tea”.';
    const { dictionary } = await services.aids();
    expect(englishVocabulary(quoted, dictionary)).toEqual(
      expect.not.arrayContaining(['cha', 'çay']),
    );
    expect(englishVocabulary(quoted, dictionary)).toContain('tea');
    expect(dictionary.knowsEnglish('well-known')).toBe(true);
  });

  it('lists what pinyin may mean, and takes a phrase apart', async () => {
    expect(await look('yinhang')).toContain('**銀行**　yínháng');
    expect(await look('月亮牽引海水')).toContain('**牽引**');
    const zhuyin = { ...STANDARD, aid: 'zhuyin' } as const;
    expect(await look('yinhang', { preferences: zhuyin })).toContain('ㄧㄣˊ ㄏㄤˊ');
  });

  it.each(['xyzzy', '   ', '㐀㐁'])('says what to try instead of %s', async (text) => {
    for (const said of await refused(run(word, { options: { text } })))
      expect(said).toMatch(/[.。]$/);
  });

  it('suggests as one types, in any way of writing', async () => {
    const values = async (text: string) =>
      (await complete(word, 'text', text)).map(({ value }) => value);
    expect((await values('銀'))[0]).toContain('銀');
    expect(await values('銀')).toHaveLength(25);
    expect((await values('银行'))[0]).toBe('銀行 yin2 hang2');
    expect(await values('yinh')).toContain('銀行 yin2 hang2');
    expect((await values('yín háng'))[0]).toBe('銀行 yin2 hang2');
    expect(await values('bank')).toContain('銀行 yin2 hang2');
    expect(await values('中央人民政府駐香港')).toContain('中央人民政府駐香港特別行政區聯絡辦公室');
    expect(await values('')).toEqual([]);
    expect((await complete(word, 'text', '银行'))[0]?.name).toMatch(/^銀行 银行　yínháng　/);
  });
});

describe('the words of a paragraph', () => {
  const id = (kind: string, side: string, page = 1) => `words:${kind}:tides:3:${side}:${page}`;

  it('open under it, rarer ones first, and turn', async () => {
    const reply = await run(paragraph, { options: { number: 3 } });
    expect(textOf(reply)).toContain(id('open', 'chinese'));
    const opened = await press(word, id('open', 'chinese'));
    expect(opened).toMatchObject({ kind: 'message', private: true });
    expect(textOf(opened)).toMatch(/\*\*漁夫\*\*.*\*\*需要\*\*/);
    const english = await press(word, id('side', 'english'));
    expect(english).toMatchObject({ kind: 'update' });
    expect(textOf(english)).toMatch(/\*\*clock\*\*　時鐘/);
    expect(await press(word, id('side', 'english'), { own: false })).toMatchObject({
      private: true,
    });
  });

  it('lead to one word with its sentences, and back', async () => {
    const chinese = await press(word, 'word-in:tides:3:chinese:1', { values: ['漁夫'] });
    expect(chinese).toMatchObject({ kind: 'update' });
    expect(textOf(chinese)).toContain('**漁夫**把時辰記在心裡');
    expect(textOf(chinese)).toContain('words:back:tides:3:chinese:1');
    expect(textOf(chinese)).toContain('paragraph:read:tides');
    const english = await press(word, 'word-in:tides:3:english:1', { values: ['fisherman'] });
    expect(textOf(english)).toContain('**Fishermen** know');
    expect(textOf(await press(word, id('back', 'chinese')))).toContain('漁夫');
  });

  it('save a word as a card, once', async () => {
    const id = 'save-word:chinese:tides:3:漁夫';
    const looked = await press(word, 'word-in:tides:3:chinese:1', { values: ['漁夫'] });
    expect(textOf(looked)).toContain(id);
    expect(textOf(await press(word, id))).toContain('is saved');
    expect(textOf(await press(word, id))).toContain('already');
    const english = 'save-word:english:tides:3:clock';
    expect(textOf(await press(word, english))).toContain('is saved');
    const cards = (await services.cards.of('1')).map(({ text }) => text);
    expect(cards).toContainEqual({
      kind: 'word',
      learning: 'zh',
      zh: '漁夫',
      en: 'fisherman',
      pinyin: 'yúfū',
      zhuyin: 'ㄩˊ ㄈㄨ',
      pair: { en: 'Fishermen know the hour by heart.', zh: '漁夫把時辰記在心裡。' },
      articleId: 'tides',
    });
    expect(cards).toContainEqual(
      expect.objectContaining({ learning: 'en', en: 'clock', zh: '時鐘' }),
    );
    await refused(press(word, 'save-word:chinese:tides:3:不是詞').then((reply) => reply));
    await refused(press(word, 'save-word:english:tides:3:zyzzyva').then((reply) => reply));
  });

  it('stand above the sentences, which can be saved as cards too', async () => {
    const list = textOf(await press(word, 'words:open:tides:3:chinese:1'));
    expect(list).toContain('save-line:chinese:tides:3');
    const id = 'save-line:english:tides:3';
    expect(textOf(await press(word, id, { values: ['1'] }))).toContain('is saved');
    expect(textOf(await press(word, id, { values: ['1'] }))).toContain('already');
    expect(textOf(await press(word, 'save-line:chinese:tides:3', { values: ['0'] }))).toContain(
      '漁夫',
    );
    const cards = (await services.cards.of('1')).map(({ text }) => text);
    expect(cards).toContainEqual({
      ...{ kind: 'sentence', learning: 'en', articleId: 'tides', pair: null },
      ...{ en: 'They do not need a clock.', zh: '他們不需要時鐘。', pinyin: '', zhuyin: '' },
    });
    for (const values of [['2'], ['x'], []]) await refused(press(word, id, { values }));
  });

  it('say so when they are gone', async () => {
    await refused(press(word, 'words:open:gone:1:chinese:1').then((reply) => reply));
    await refused(press(word, 'words:open:tides:9:chinese:1').then((reply) => reply));
    const gone = press(word, 'word-in:tides:3:chinese:1', { values: ['不是詞'] });
    for (const text of await refused(gone)) expect(text).toContain('`/');
  });
});

describe('a message’s menu', () => {
  const text = '我的朋友說，這個軟體*很*好用。\nHello!';

  it('Reading shows pinyin, or zhuyin for who likes it', async () => {
    const pinyin = await open(readingMenu, text);
    expect(pinyin).toMatchObject({ private: true });
    expect(textOf(pinyin)).toContain('péngyǒu shuō');
    const preferences = { ...STANDARD, aid: 'zhuyin' } as const;
    expect(textOf(await open(readingMenu, text, { preferences }))).toContain('ㄆㄥˊ ㄧㄡˇ');
    expect(textOf(await open(readingMenu, '我的朋友说'))).toContain('péngyou');
  });

  it('Reading gives a long message whole in a file', async () => {
    const long = '我們在銀行裡看書，覺得很好。'.repeat(200);
    const reply = await open(readingMenu, long);
    expect(reply).toMatchObject({ files: [{ name: 'pinyin.txt' }] });
    expect(textOf(reply)).toContain('attachment://pinyin.txt');
    if (reply.kind !== 'message') throw new Error('a message was expected');
    const file = new TextDecoder().decode(reply.files?.[0]?.data);
    expect(file.match(/我們在銀行裡看書/g)?.length).toBe(200);
    expect(file).toContain('Wǒmen zài yínháng lǐ kànshū');
  });

  it('Words lists them, and opens one', async () => {
    const listed = textOf(await open(wordsMenu, text));
    expect(listed).toContain('**軟體**');
    expect(listed).toContain('look-up:1');
    const opened = await press(word, 'look-up:1', { values: ['軟體'] });
    expect(opened).toMatchObject({ kind: 'message', private: true });
    expect(textOf(opened)).toContain('軟體　软体');
    const many = textOf(
      await open(wordsMenu, '月亮牽引著海水漁夫不需要時鐘銀行研究朋友'.repeat(3)),
    );
    expect(many).toContain('**漁夫**');
  });

  it('Switch script converts with the words of the region', async () => {
    expect(textOf(await open(scriptMenu, text))).toContain('这个软件\\\\*很\\\\*好用');
    expect(textOf(await open(scriptMenu, '这个软件'))).toContain('這個軟體');
    for (const said of await refused(open(scriptMenu, '大人'))) expect(said).not.toBe('');
  });

  it('says so when there is no Chinese', async () => {
    for (const menu of [readingMenu, wordsMenu, scriptMenu])
      for (const said of await refused(open(menu, 'Hello!'))) expect(said).not.toBe('');
  });
});
