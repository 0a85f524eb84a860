import { ComponentType } from 'discord-api-types/v10';
import { describe, expect, it } from 'vitest';
import { fillOf, type MessageBody } from '../../src/render/message.ts';
import { renderReading } from '../../src/render/reading.ts';
import { renderLooseWords, renderWordList } from '../../src/render/vocabulary.ts';
import { renderEnglishWord, renderWord } from '../../src/render/word.ts';
import { wordsFor } from '../../src/words/index.ts';
import { LANGUAGES } from '../../src/words/language.ts';
import { articleOf, TIDES } from '../article/fixtures.ts';

const textsOf = (body: MessageBody) =>
  [...JSON.stringify(body).matchAll(/"content":("(?:[^"\\]|\\.)*")/g)].map(
    ([, text = '""']): string => JSON.parse(text),
  );

function expectFits(body: MessageBody) {
  expect(fillOf(textsOf(body))).toBeLessThanOrEqual(1);
  expect(body.components.length).toBeLessThanOrEqual(10);
  const ids = [...JSON.stringify(body).matchAll(/"custom_id":"([^"]+)"/g)].map(([, id]) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const component of body.components) {
    if (component.type !== ComponentType.ActionRow) continue;
    for (const part of component.components) {
      if ('options' in part) {
        expect(part.options?.length).toBeLessThanOrEqual(25);
        for (const { label, value, description = '' } of part.options ?? []) {
          for (const text of [label, value, description])
            expect(text.length).toBeLessThanOrEqual(100);
        }
      }
    }
  }
}

const long = '*很長*的[解釋](x) '.repeat(60);
const many = Array.from({ length: 130 }, (_, index) => ({
  value: `詞${index} ci2`,
  word: `詞${index}`,
  reading: 'cí'.repeat(40),
  meaning: long,
}));
const [paragraph = TIDES.paragraphs[0]] = TIDES.paragraphs;
if (paragraph === undefined) throw new Error('fixture');
const place = {
  article: articleOf([[long, long]], { title: { en: long, zh: long } }),
  paragraph,
  pair: { en: long, zh: long },
  revision: 'abcd',
  en: [long],
  zh: [long, '詞', long, '詞', long],
};
const occurrences = { within: 'article', count: 3, shown: [place, place, place] } as const;

/** More than a select takes, each as long as any that can be saved. */
const sentences = Array.from({ length: 30 }, (_, place) => ({
  place,
  en: 'e'.repeat(600),
  zh: '中'.repeat(250),
}));

describe.each(LANGUAGES)('words always fit: %s', (language) => {
  const words = wordsFor(language);

  it('in a list, on every page', () => {
    for (const page of [1, 3, 99]) {
      expectFits(
        renderWordList(words, {
          article: TIDES,
          paragraph,
          side: 'chinese',
          words: many,
          sentences,
          page,
        }),
      );
    }
    const none = renderWordList(words, {
      article: TIDES,
      paragraph,
      side: 'english',
      words: [],
      sentences: [],
      page: 1,
    });
    expect(textsOf(none).join()).toContain(words.word.none);
    expectFits(none);
  });

  it('in a list without pages', () => {
    const body = renderLooseWords(words, long.slice(0, 200), many);
    expectFits(body);
    expect(textsOf(body).join()).toMatch(/\d+/);
    expectFits(renderLooseWords(words, 'x', []));
    const short = many.map((one) => ({ ...one, reading: '', meaning: '' }));
    const selects = JSON.stringify(renderLooseWords(words, 'x', short));
    expect(selects).toContain(words.word.chooseFrom(76, 100));
    expect(selects).toContain(words.word.commoner(30));
  });

  it('one by one', () => {
    const entry = {
      traditional: '詞',
      simplified: '词',
      readings: [{ pinyin: 'cí', zhuyin: 'ㄘˊ', region: 'taiwan' as const }],
      glosses: Array.from({ length: 40 }, () => long),
      measureWords: ['個 gè'],
    };
    expectFits(
      renderWord(words, {
        entries: [entry, entry, entry],
        occurrences,
        back: 'words:back',
        save: 'save-word',
      }),
    );
    const counterparts = [{ word: '詞', together: 2, of: 3 }];
    expectFits(
      renderEnglishWord(words, {
        word: long,
        counterparts,
        entries: many.slice(0, 8),
        readings: { typed: 'women', entries: many.slice(0, 8) },
        occurrences,
        back: null,
        save: null,
      }),
    );
    const nowhere = { within: 'library', count: 0, shown: [] } as const;
    expectFits(
      renderEnglishWord(words, {
        word: 'x',
        counterparts: [],
        entries: [],
        readings: { typed: '', entries: [] },
        occurrences: nowhere,
        back: null,
        save: null,
      }),
    );
  });

  it('in a reading', () => {
    const token = { text: '*很*', pinyin: 'hěn', zhuyin: 'ㄏㄣˇ', joins: false };
    const { body, files } = renderReading(
      words,
      Array.from({ length: 2000 }, () => token),
      'pinyin',
    );
    expectFits(body);
    expect(files?.[0]?.data.length).toBeGreaterThan(10_000);
    expect(renderReading(words, [token], 'zhuyin').files).toBeUndefined();
  });
});
