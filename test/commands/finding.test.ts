import { describe, expect, it } from 'vitest';
import { UserError } from '../../commands/command.ts';
import { paragraph } from '../../commands/paragraph.ts';
import { privacy } from '../../commands/privacy.ts';
import { random } from '../../commands/random.ts';
import { read } from '../../commands/read.ts';
import { search } from '../../commands/search.ts';
import { STANDARD } from '../../src/reader/preferences.ts';
import { leadTo } from '../../src/render/paragraph.ts';
import { privacyButton } from '../../src/render/privacy.ts';
import { progressBar, readButton } from '../../src/render/read.ts';
import { MAX_SEARCH, searchButton, searchSelect } from '../../src/render/search.ts';
import { wordsFor } from '../../src/words/index.ts';
import { TIDES } from '../article/fixtures.ts';
import { press, run, services, textOf } from './ask.ts';

async function refusal(asked: Promise<unknown>): Promise<string> {
  const error = await asked.then(
    () => null,
    (thrown: unknown) => thrown,
  );
  if (!(error instanceof UserError)) throw new Error('nothing was refused');
  return error.explain(wordsFor('en'));
}

describe('/search', () => {
  it('shows where a word stands, in bold, privately', async () => {
    const english = await run(search, { options: { text: 'clocks' } });
    expect(english).toMatchObject({ kind: 'message', private: true });
    expect(textOf(english)).toContain('They do not need a **clock**.');
    expect(textOf(english)).toContain('他們不需要時鐘。');
    const chinese = await run(search, { options: { text: '时钟' }, words: wordsFor('zh-TW') });
    expect(textOf(chinese)).toContain('他們不需要**時鐘**。');
    expect(textOf(chinese)).toContain('潮汐・3 / 3');
  });

  it('shows what was found, and opens it, as its reader reads', async () => {
    const preferences = { ...STANDARD, script: 'simplified', translation: 'hidden' } as const;
    const words = wordsFor('zh-CN');
    const found = await run(search, { options: { text: '時鐘' }, preferences, words });
    expect(textOf(found)).toContain('他们不需要**时钟**。');
    const english = await run(search, { options: { text: '時鐘' }, preferences });
    expect(textOf(english)).toContain('他们不需要**时钟**。');
    const open = (changes: object) =>
      press(search, searchSelect.write(), { values: ['tides:2'], ...changes }).then(textOf);
    expect(await open({ preferences: { ...preferences, translation: 'shown' } })).toContain('月亮');
    expect(await open({ preferences })).not.toContain('月亮');
  });

  it('keeps to an article, and says so when it has nothing', async () => {
    expect(await refusal(run(search, { options: { text: 'quokka' } }))).toContain('quokka');
    const elsewhere = run(search, { options: { text: 'wind', article: 'tides' } });
    expect(await refusal(elsewhere)).toContain('“The Tides” does not contain “wind”');
    expect(await refusal(run(search, { options: { text: '?!' } }))).toContain('punctuation');
    const long = run(search, { options: { text: 'a'.repeat(MAX_SEARCH + 1) } });
    expect(await refusal(long)).toContain(String(MAX_SEARCH));
  });

  it('takes a colon and white space in what is looked for', async () => {
    expect(await refusal(run(search, { options: { text: 'a:b   c' } }))).toContain('“a：b c”');
  });

  it('turns pages, and opens a paragraph beside the list', async () => {
    const turned = await press(search, searchButton.write('next', 9, '-', 'the'));
    expect(turned?.kind).toBe('update');
    expect(textOf(turned)).toContain('Search: “the”');
    const opened = await press(search, searchSelect.write(), { values: ['tides:2'] });
    expect(opened).toMatchObject({ kind: 'message', private: true });
    expect(textOf(opened)).toContain('The moon');
    for (const value of ['tides:9', 'gone:1', 'nonsense']) {
      const asked = press(search, searchSelect.write(), { values: [value] });
      expect(await refusal(asked)).toContain('no longer here');
    }
  });

  it('always fits, whatever was found', () => {
    expect(
      searchButton.write('previous', 999_999, 'a'.repeat(40), '水'.repeat(MAX_SEARCH)),
    ).toHaveLength('search:previous:999999::'.length + 40 + MAX_SEARCH);
  });
});

describe('/random', () => {
  it('does not repeat itself until the article is through', async () => {
    const shown = async () =>
      textOf(await run(random, { userId: 'r', options: { article: 'tides' } }));
    const first = [await shown(), await shown(), await shown()];
    expect(new Set(first).size).toBe(3);
    expect(first).toContain(await shown());
  });
});

describe('/read', () => {
  const lin = { userId: 'lin' };

  it('goes on where the reader stopped, with a bar', async () => {
    const start = textOf(await run(read, lin));
    expect(start).toContain(`${progressBar(1, 3)} 1 / 3`);
    expect(start).not.toContain('Another');
    const view = {
      article: TIDES,
      paragraph: TIDES.paragraphs[1] ?? TIDES.paragraphs[0],
      revision: services.library.revisionOf(TIDES),
      shown: 'both',
      page: 1,
      drawFrom: 'reading',
    } as const;
    if (view.paragraph === undefined) throw new Error('no paragraph');
    await press(paragraph, leadTo('next', { ...view, paragraph: view.paragraph }), lin);
    expect(textOf(await run(read, lin))).toContain('2 / 3');
    expect(textOf(await run(read, { userId: 'wei' }))).toContain('1 / 3');
  });

  it('says what to read next at the end', async () => {
    const end = textOf(await press(read, readButton.write('finish', 'tides'), lin));
    expect(end).toContain('You have read “The Tides” to the end.');
    expect(end).toContain('1 of 2 articles finished.');
    expect(end).toContain('Read “The Wind”');
    expect(textOf(await run(read, lin))).toContain('The wind blows.');
    expect(textOf(await press(read, readButton.write('go', 'wind'), lin))).toContain('Finish');
    expect(textOf(await press(read, readButton.write('again', 'tides'), lin))).toContain('1 / 3');
    const asked = press(read, readButton.write('finish', 'gone'), lin);
    expect(await refusal(asked)).toContain('no longer here');
  });

  it('draws a bar that is full only at the end', () => {
    expect([progressBar(1, 26), progressBar(25, 26), progressBar(26, 26)]).toEqual([
      '▱▱▱▱▱▱▱▱▱▱',
      '▰▰▰▰▰▰▰▰▰▱',
      '▰▰▰▰▰▰▰▰▰▰',
    ]);
  });
});

describe('/privacy', () => {
  const mei = { userId: 'mei' };

  it('shows, exports and deletes what is kept', async () => {
    expect(textOf(await run(privacy, mei))).toContain('it keeps nothing about you');
    await run(read, mei);
    expect(textOf(await run(privacy, mei))).toContain('Right now that is 1 entry.');
    await run(random, mei);
    expect(textOf(await run(privacy, mei))).toContain('Right now that is 2 entries.');
    const file = await press(privacy, privacyButton.write('export'), mei);
    if (file?.kind !== 'message') throw new Error('no file came');
    const text = Buffer.from(file.files?.[0]?.data ?? []).toString('utf8');
    expect(JSON.parse(text)).toMatchObject({
      userId: 'mei',
      about: expect.stringContaining('All that Duidu keeps about you'),
      parts: {
        progress: {
          what: expect.stringContaining('the paragraphs that `/random` has shown you'),
          entries: [{ articleId: 'tides', number: 1 }, { articleId: 'tides' }],
        },
      },
    });
    expect(textOf(await press(privacy, privacyButton.write('erase'), mei))).toContain(
      'cannot be undone',
    );
    expect(textOf(await press(privacy, privacyButton.write('no'), mei))).toContain('2 entries');
    expect(textOf(await press(privacy, privacyButton.write('yes'), mei))).toContain('deleted');
    for (const part of services.personal) expect(await part.exportOf('mei')).toEqual([]);
  });
});
