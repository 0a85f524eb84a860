import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { readingsOf } from '../../src/language/readings.ts';
import { OPTIONS, type Preferences, STANDARD } from '../../src/reader/preferences.ts';
import { type Look, linesWithReading, textsFor, usageFor } from '../../src/render/look.ts';
import { fillOf, type MessageBody } from '../../src/render/message.ts';
import { paragraphButton, renderParagraph, SHOWN } from '../../src/render/paragraph.ts';
import { wordsFor } from '../../src/words/index.ts';
import { LANGUAGES } from '../../src/words/language.ts';
import { articleOf, TIDES } from '../article/fixtures.ts';
import { testDictionary } from '../language/opened-dictionary.ts';

const dictionary = await testDictionary();
const look = (changes: Partial<Preferences>): Look => ({
  preferences: { ...STANDARD, ...changes },
  read: (text, usage) => readingsOf(text, dictionary, usage),
});
const pair = { en: 'My friend says *hello*.', zh: '我的朋友說，軟體星期五更新。' };

describe('a text as its reader wants it', () => {
  it('stands as it is for a reader who chose nothing', () => {
    expect(textsFor(pair, 'traditional', look({}), true)).toEqual([
      'My friend says \\*hello\\*.',
      pair.zh,
    ]);
  });

  it('has the language first that is wanted first, and leaves out what is empty', () => {
    const chinese = look({ first: 'chinese' });
    expect(textsFor(pair, 'traditional', chinese, true)[0]).toBe(pair.zh);
    expect(textsFor({ ...pair, zh: '' }, 'traditional', chinese, true)).toHaveLength(1);
  });

  it('is in the wanted script with its phrases, and with the readings that go with it', () => {
    const [, simplified] = textsFor(
      pair,
      'traditional',
      look({ script: 'simplified', aid: 'pinyin' }),
      true,
    );
    expect(simplified).toBe(
      '我的朋友说，\n-# Wǒ de péngyou shuō,\n软件星期五更新。\n-# ruǎnjiàn xīngqīwǔ gēngxīn.',
    );
    const [, taiwan] = textsFor(pair, 'traditional', look({ aid: 'pinyin' }), true);
    expect(taiwan).toMatch(/péngyǒu shuō,[\s\S]*ruǎntǐ xīngqíwǔ/);
    expect(usageFor({ ...STANDARD, usage: 'mainland' }, 'traditional')).toBe('mainland');
  });

  it('has no reading where it was put away', () => {
    expect(textsFor(pair, 'traditional', look({ aid: 'zhuyin' }), false)[1]).toBe(pair.zh);
  });

  it('has zhuyin with its words apart', () => {
    const tokens = readingsOf('我的書。', dictionary, 'taiwan');
    expect(linesWithReading(tokens, 'zhuyin')).toBe('我的書。\n-# ㄨㄛˇ　˙ㄉㄜ　ㄕㄨ。');
  });
});

const textsOf = (body: MessageBody) =>
  [...JSON.stringify(body).matchAll(/"content":("(?:[^"\\]|\\.)*")/g)].map(
    ([, text = '""']): string => JSON.parse(text),
  );

describe('a paragraph message', () => {
  const view = (article: Article, changes: Partial<Preferences>) => {
    const [paragraph] = article.paragraphs;
    if (paragraph === undefined) throw new Error('fixture');
    return {
      article,
      paragraph,
      revision: 'abcd',
      shown: 'both',
      page: 1,
      drawFrom: 'library',
      look: look(changes),
    } as const;
  };

  it('fits with any preferences, and loses no Chinese character on its pages', () => {
    const sentence = fc
      .array(fc.constantFrom('朋友', '銀行裡', '，', '說得很好', 'abc', '長大了', '*軟體*'), {
        minLength: 1,
        maxLength: 60,
      })
      .map((parts) => parts.join(''));
    const preferences = fc.record({
      script: fc.constantFrom(...OPTIONS.script),
      aid: fc.constantFrom(...OPTIONS.aid),
      first: fc.constantFrom(...OPTIONS.first),
    });
    fc.assert(
      fc.property(
        fc.array(sentence, { minLength: 1, maxLength: 8 }),
        preferences,
        fc.constantFrom(...LANGUAGES),
        (sentences, changes, language) => {
          const article = articleOf([['Yes.', sentences.map((one) => `${one}。`).join('')]]);
          const first = view(article, changes);
          const pages = [1, 2, 3, 4].map((page) =>
            textsOf(renderParagraph(wordsFor(language), { ...first, page })),
          );
          for (const texts of pages) expect(fillOf(texts)).toBeLessThanOrEqual(1);
          if (changes.script !== 'written') return;
          const marks = (text: string) => text.match(/朋|銀|說|長|軟/g)?.length ?? 0;
          const whole = new Set(pages.map((texts) => texts.join('')));
          expect(marks([...whole].join(''))).toBeGreaterThanOrEqual(marks(sentences.join('')));
        },
      ),
      { numRuns: 40 },
    );
  });

  it.each(LANGUAGES)('shows and hides the reading by a button: %s', (language) => {
    const words = wordsFor(language);
    const shown = view(TIDES, { aid: 'zhuyin' });
    const body = JSON.stringify(renderParagraph(words, shown));
    expect(body).toContain('ㄏㄞˇ');
    expect(body).toContain(words.reading.hideAid(words.reading.aids.zhuyin));
    const hidden = JSON.stringify(renderParagraph(words, { ...shown, aided: false }));
    expect(hidden).not.toContain('ㄏㄞˇ');
    expect(hidden).toContain(words.reading.showAid(words.reading.aids.zhuyin));
    for (const which of SHOWN) {
      const plain = JSON.stringify(renderParagraph(words, { ...view(TIDES, {}), shown: which }));
      expect(plain).not.toContain(words.reading.aids.zhuyin);
    }
  });

  it('understands the buttons of older messages', () => {
    const old = 'paragraph:next:tides:0000:2:both:1:library';
    expect(paragraphButton.read(old)).toEqual([
      'next',
      'tides',
      '0000',
      2,
      'both',
      1,
      'library',
      'a',
    ]);
    expect(paragraphButton.read(`${old}:p`)?.[7]).toBe('p');
    expect(paragraphButton.read(`${old}:x`)).toBeNull();
  });
});
