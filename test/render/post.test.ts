import { ComponentType } from 'discord-api-types/v10';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Article, MAX_ARTICLE_ID } from '../../src/article/article.ts';
import { readArticleFolder } from '../../src/article/folder.ts';
import { SHOWS } from '../../src/daily/model.ts';
import type { Excerpt } from '../../src/daily/sequence.ts';
import { MAX_CUSTOM_ID } from '../../src/render/custom-id.ts';
import {
  excerptButton,
  excerptParts,
  paragraphNumbers,
  placeOf,
  renderExcerpt,
} from '../../src/render/excerpt.ts';
import { fillOf, type MessageBody } from '../../src/render/message.ts';
import { SHOWN } from '../../src/render/paragraph.ts';
import { postButton, postTitle, renderPost, shownBy } from '../../src/render/post.ts';
import { wordsFor } from '../../src/words/index.ts';
import { LANGUAGES } from '../../src/words/language.ts';
import { articleOf, TIDES } from '../article/fixtures.ts';
import { DAILY } from '../daily/fixtures.ts';

const NAME = { scheduleId: DAILY.id, day: '2026-11-24' };

function objects(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(objects);
  if (typeof value !== 'object' || value === null) return [];
  return [{ ...value }, ...Object.values(value).flatMap(objects)];
}
const partsOf = (body: MessageBody) => objects(body.components);
const textsOf = (body: MessageBody) =>
  partsOf(body).flatMap(({ content }) => (typeof content === 'string' ? [content] : []));
const idsOf = (body: MessageBody) =>
  partsOf(body).flatMap(({ custom_id: id }) => (typeof id === 'string' ? [id] : []));
const labelsOf = (body: MessageBody) =>
  partsOf(body).flatMap(({ label }) => (typeof label === 'string' ? [label] : []));

function expectFits(body: MessageBody) {
  expect(fillOf(textsOf(body))).toBeLessThanOrEqual(1);
  expect(partsOf(body).filter(({ type }) => typeof type === 'number').length).toBeLessThan(40);
  expect(new Set(idsOf(body)).size).toBe(idsOf(body).length);
  for (const id of idsOf(body)) expect(id.length).toBeLessThanOrEqual(MAX_CUSTOM_ID);
  for (const { type, components } of partsOf(body)) {
    if (type === ComponentType.ActionRow) expect(Object(components).length).toBeLessThanOrEqual(5);
  }
}

function excerptOf(article: Article, ...numbers: number[]): Excerpt {
  const wanted = article.paragraphs.filter(({ number }) => numbers.includes(number));
  return { article, paragraphs: wanted };
}

const post = (changes: Partial<typeof DAILY> = {}, excerpt = excerptOf(TIDES, 1)) =>
  renderPost({ schedule: { ...DAILY, ...changes }, name: NAME, excerpt }, 'abcd');

describe('a post', () => {
  it('fits for every number of paragraphs of every article here', async () => {
    const { articles } = await readArticleFolder('data/articles');
    for (const article of articles) {
      for (const count of [1, 2, 3, 4, 5]) {
        for (let first = 0; first < article.paragraphs.length; first += 1) {
          const excerpt = { article, paragraphs: article.paragraphs.slice(first, first + count) };
          const show = SHOWS[(first + count) % SHOWS.length] ?? 'both';
          expectFits(post({ show, roleId: '400000000000000001' }, excerpt));
        }
      }
    }
  });

  it('fits, whatever the texts', () => {
    const text = fc
      .string({ unit: 'grapheme', minLength: 1, maxLength: 2500 })
      .map((one) => one.replaceAll(/\p{Cc}/gu, ' ').trim() || 'x');
    const made = fc
      .array(fc.tuple(text, text), { minLength: 1, maxLength: 5 })
      .map((texts) => articleOf(texts, { id: 'a'.repeat(MAX_ARTICLE_ID) }));
    const shown = fc.constantFrom(...SHOWN);
    const language = fc.constantFrom(...LANGUAGES);
    fc.assert(
      fc.property(made, fc.constantFrom(...SHOWS), shown, language, (article, show, both, lang) => {
        const excerpt = { article, paragraphs: article.paragraphs };
        expectFits(post({ show, language: lang, id: 'x'.repeat(16) }, excerpt));
        for (let page = 1; page <= 12; page += 1) {
          const view = { excerpt, revision: 'abcd', shown: both, page };
          expectFits(renderExcerpt(wordsFor(lang), view));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('shows both languages, or one with the other at a press', () => {
    const [en = '', zh = ''] = [
      'The sea comes in. Then it goes out.',
      '海水漲上來。接著又退下去。',
    ];
    const both = post({ show: 'both' });
    expect(textsOf(both)).toEqual(expect.arrayContaining([en, zh]));
    expect(labelsOf(both)).toContain('隱藏中文');
    const english = post({ show: 'english-first', language: 'zh-TW' });
    expect(textsOf(english)).toContain(en);
    expect(textsOf(english)).not.toContain(zh);
    expect(labelsOf(english)).toContain('看中文');
    const chinese = post({ show: 'chinese-first', language: 'en' });
    expect(textsOf(chinese)).not.toContain(en);
    expect(labelsOf(chinese)).toContain('Show the English');
    expect(textsOf(chinese).at(-1)).toContain('CC0 1.0');
  });

  it('hides what is the translation to its readers', () => {
    const here = textsOf(post({ show: 'hidden', language: 'zh-TW' }));
    expect(here).toContain('||海水漲上來。接著又退下去。||');
    expect(here).toContain('The sea comes in. Then it goes out.');
    const there = textsOf(post({ show: 'hidden', language: 'en' }));
    expect(there).toContain('||The sea comes in. Then it goes out.||');
    expect(labelsOf(post({ show: 'hidden', language: 'en' }))).toContain('Show the English');
  });

  it('no text gets out of its spoiler', () => {
    // How Discord reads one: from two bars to the next two, escaped or not.
    const first = /^\|\|([\s\S]+?)\|\|/;
    const bars = fc.string({ unit: fc.constantFrom('|', '\\', 'a', ' ', '。'), minLength: 1 });
    fc.assert(
      fc.property(bars, (text) => {
        if (text.trim() === '') return;
        const article = articleOf([['One.', text.trim()]]);
        const shown = textsOf(post({ show: 'hidden' }, excerptOf(article, 1)));
        const hidden = shown.find((one) => one.startsWith('||')) ?? '';
        expect(first.exec(hidden)?.[0]).toBe(hidden);
      }),
    );
  });

  it('mentions the one role that was chosen, and nobody else', () => {
    const body = post({ roleId: '400000000000000001' });
    expect(body.allowed_mentions).toEqual({ parse: [], roles: ['400000000000000001'] });
    expect(textsOf(body)[0]).toBe('<@&400000000000000001>');
    expect(post().allowed_mentions).toEqual({ parse: [] });
  });

  it('carries the name of its delivery', () => {
    const key = `${NAME.scheduleId}:${NAME.day}`;
    expect(idsOf(post()).some((id) => `:${id}:`.includes(`:${key}:`))).toBe(true);
    const [, id = ''] = [null, idsOf(post()).find((one) => one.startsWith('post:'))];
    const [letter = 'b', schedule, day, article, numbers = ''] = postButton.read(id) ?? [];
    expect([schedule, day, article]).toEqual([DAILY.id, '2026-11-24', 'tides']);
    expect(shownBy(letter)).toBe('english');
    expect(paragraphNumbers(numbers)).toEqual([1]);
    expect(postButton.read('post:x:a:2026-11-24:tides:1')).toBeNull();
  });

  it('leads to the paragraphs before and after it', () => {
    const ids = idsOf(post({}, excerptOf(TIDES, 2)));
    expect(ids).toContainEqual(expect.stringMatching(/^paragraph:previous:tides:abcd:1:/));
    expect(ids).toContainEqual(expect.stringMatching(/^paragraph:next:tides:abcd:3:/));
    const disabled = partsOf(post({}, excerptOf(TIDES, 1, 2, 3))).filter(
      ({ disabled }) => disabled,
    );
    expect(disabled).toHaveLength(2);
  });
});

describe('a reader’s own copy', () => {
  const view = { excerpt: excerptOf(TIDES, 1, 2), revision: 'abcd', page: 1 };

  it('shows and hides the translation', () => {
    const both = renderExcerpt(wordsFor('en'), { ...view, shown: 'both' });
    expect(labelsOf(both)).toContain('Hide the English');
    expect(idsOf(both)).toContain(excerptButton.write('show', 'tides', '1.2', 'chinese', 1));
    const one = renderExcerpt(wordsFor('en'), { ...view, shown: 'chinese' });
    expect(labelsOf(one)).toContain('Show the English');
    expect(textsOf(one).join()).not.toContain('The sea');
  });
});

describe('where an excerpt stands', () => {
  const of = (...numbers: number[]) => {
    const article = articleOf(Array.from({ length: 33 }, () => ['A.', '甲。'] as const));
    const paragraphs = numbers.flatMap((number) => article.paragraphs[number - 1] ?? []);
    return { article, paragraphs };
  };
  it.each([
    [of(12), '12 / 33'],
    [of(12, 13, 14), '12–14 / 33'],
    [of(7, 3), '7, 3 / 33'],
  ])('%#', (excerpt, place) => {
    expect(placeOf(excerpt)).toBe(place);
    const title = postTitle({ schedule: DAILY, name: NAME, excerpt });
    expect(title).toBe(`潮汐　The Tides・${place}`);
    const [id, numbers] = excerptParts(excerpt);
    expect(id).toBe('tides');
    expect(paragraphNumbers(numbers)).toEqual(excerpt.paragraphs.map(({ number }) => number));
  });

  it('a long title leaves room for it', () => {
    const article = { ...TIDES, title: { en: 'Tides '.repeat(40), zh: '潮汐'.repeat(60) } };
    const title = postTitle({ schedule: DAILY, name: NAME, excerpt: excerptOf(article, 2) });
    expect(title.length).toBeLessThanOrEqual(100);
    expect(title).toMatch(/…・2 \/ 3$/);
  });
});
