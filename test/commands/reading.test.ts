import { describe, expect, it } from 'vitest';
import { about } from '../../commands/about.ts';
import { article } from '../../commands/article.ts';
import { UserError } from '../../commands/command.ts';
import { commands } from '../../commands/index.ts';
import { paragraph } from '../../commands/paragraph.ts';
import { random } from '../../commands/random.ts';
import { leadTo, type ParagraphView } from '../../src/render/paragraph.ts';
import { wordsFor } from '../../src/words/index.ts';
import { LANGUAGES } from '../../src/words/language.ts';
import { TIDES, WIND } from '../article/fixtures.ts';
import { complete, press, run, services, textOf } from './ask.ts';

/** What a UserError says in each language. */
async function explained(asking: Promise<unknown>): Promise<string[]> {
  const error = await asking.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof UserError)) throw new Error('a UserError was expected');
  return LANGUAGES.map((language) => error.explain(wordsFor(language)));
}

function view(changes: Partial<ParagraphView> = {}): ParagraphView {
  const [first] = TIDES.paragraphs;
  if (first === undefined) throw new Error('fixture');
  const revision = services.library.revisionOf(TIDES);
  return {
    article: TIDES,
    revision,
    paragraph: first,
    shown: 'both',
    page: 1,
    drawFrom: 'library',
    ...changes,
  };
}

describe('/random', () => {
  it('draws from all articles, or from the one that is named', async () => {
    expect(textOf(await run(random))).toContain('The sea comes in.');
    const wind = await run(random, { options: { article: 'The Wind', language: 'english' } });
    expect(textOf(wind)).toContain('The wind blows.');
    expect(textOf(wind)).not.toContain('風在吹');
    expect(wind).toMatchObject({ kind: 'message', private: false });
  });

  it('completes articles', async () => {
    expect(await complete(random, 'article', 'wind')).toEqual([
      { name: 'The Wind 風', value: 'wind' },
    ]);
  });

  it('says which articles there are', async () => {
    const texts = await explained(run(random, { options: { article: 'The Storm' } }));
    for (const text of texts) expect(text).toMatch(/The Storm.*(The Tides|潮汐).*(The Wind|風)/);
  });

  it('takes part of a title that fits one article only', async () => {
    expect(textOf(await run(random, { options: { article: 'win' } }))).toContain('The wind blows.');
  });
});

describe('/paragraph', () => {
  it('shows the paragraph of the first article, or of the one that is named', async () => {
    expect(textOf(await run(paragraph, { options: { number: 2 } }))).toContain('The moon');
    const wind = await run(paragraph, {
      options: { number: 1, article: 'wind', language: 'chinese' },
    });
    expect(textOf(wind)).toContain('風在吹');
  });

  it.each([0, -1, 4, 1e9])('says what numbers there are instead of %d', async (number) => {
    const texts = await explained(run(paragraph, { options: { number } }));
    for (const text of texts) expect(text).toMatch(/1(到| to )3/);
  });

  it('completes numbers, in the article that is named', async () => {
    const found = await complete(paragraph, 'number', 'clock');
    expect(found).toEqual([{ name: '3 · …not need a clock.', value: 3 }]);
    const shown = await complete(paragraph, 'number', '1', { article: 'wind' });
    expect(shown).toEqual([{ name: '1 · The wind blows.', value: 1 }]);
    const none = await complete(paragraph, 'number', 'storm', { article: 'nothing' });
    expect(none).toEqual([{ name: expect.stringContaining('from 1 to 3'), value: 1 }]);
    expect(await complete(paragraph, 'article', 'tides')).toHaveLength(1);
  });
});

describe('the buttons of a paragraph', () => {
  it('change the message of the reader it belongs to, and give others a copy', async () => {
    const next = leadTo('next', view({ paragraph: TIDES.paragraphs[1] ?? view().paragraph }));
    expect(await press(paragraph, next)).toMatchObject({ kind: 'update' });
    const copy = await press(paragraph, next, { own: false });
    expect(copy).toMatchObject({ kind: 'message', private: true });
    expect(textOf(copy)).toContain('The moon');
  });

  it('draw another paragraph from where the first one came', async () => {
    const here = await press(paragraph, leadTo('another', view({ drawFrom: 'article' })));
    expect(textOf(here)).toContain('The moon');
    const other = { userId: 'another reader' };
    const anywhere = await press(paragraph, leadTo('another', view()), other);
    expect(textOf(anywhere)).toContain('The moon');
  });

  it('tell when the article was revised or is gone', async () => {
    const old = await press(paragraph, leadTo('next', view({ revision: '0000' })));
    expect(textOf(old)).toContain('has been revised');
    const chinese = { words: wordsFor('zh-TW') };
    expect(
      textOf(await press(paragraph, leadTo('next', view({ revision: '0000' })), chinese)),
    ).toContain('《潮汐》修訂過了');
    const gone = leadTo('next', view({ article: { ...TIDES, id: 'gone' } }));
    for (const text of await explained(press(paragraph, gone))) expect(text).toContain('`/');
    expect(await press(paragraph, 'paragraph:next:tides')).toBeNull();
  });
});

describe('/article', () => {
  it('lists what there is, and bad files only to those who manage the server', async () => {
    const list = await run(article, { subcommand: 'list' });
    expect(list).toMatchObject({ kind: 'message', private: false });
    expect(textOf(list)).not.toContain('bad.json');
    const told = await run(article, { subcommand: 'list', managesServer: true });
    expect(told).toMatchObject({ kind: 'message', private: true });
    expect(textOf(told)).toContain('bad.json');
  });

  it('shows what an article is about', async () => {
    expect(textOf(await run(article, { subcommand: 'show' }))).toContain('How the sea comes');
    const wind = await run(article, { subcommand: 'show', options: { article: '風' } });
    expect(textOf(wind)).toContain('The Wind');
    expect(await complete(article, 'article', '')).toHaveLength(2);
  });

  it('goes from the list to an article and back', async () => {
    const chosen = await press(article, 'article', { values: ['wind'] });
    expect(textOf(chosen)).toContain('The Wind');
    expect(textOf(await press(article, 'articles:list:1'))).toContain('The Tides');
    await explained(press(article, 'article', { values: ['gone'] }));
    await explained(press(article, 'article'));
  });
});

const help = commands.find(({ data }) => data.name === 'help');

describe('/help and /about', () => {
  it.each(LANGUAGES)('answer privately in %s', async (language) => {
    const words = wordsFor(language);
    const told = await run(help ?? raise(), { words });
    expect(told).toMatchObject({ private: true });
    expect(textOf(told)).toContain(words.paragraph.random.name);
    const credits = await run(about, { words });
    expect(credits).toMatchObject({ private: true });
    expect(textOf(credits)).toMatch(/1\.2\.3.*discord\.js/);
    expect(textOf(credits)).toMatch(/CC-CEDICT.*CC BY-SA 4\.0.*Noto Sans.*SIL OFL 1\.1/);
    expect(textOf(credits)).toContain(language === 'en' ? WIND.title.en : WIND.title.zh);
  });
});

function raise(): never {
  throw new Error('there is no /help');
}
