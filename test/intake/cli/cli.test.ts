import { mkdtemp, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import { readArticleFile } from '../../../src/article/folder.ts';
import { runArticleCommand } from '../../../src/intake/cli.ts';

const TEXT = [
  'The ferry leaves at six.',
  '渡輪六點開。',
  'Most people sleep. Some look at the lights.',
  '多數人睡了。有些人看著燈火。',
  'Nobody talks about the weather.',
  '沒有人談天氣。',
].join('\n');
const side = (at: number) => TEXT.split('\n').filter((_, index) => index % 2 === at);
const ENGLISH = side(0).join('\n');
const CHINESE = side(1).join('\n');

let folder = '';
let said: string[] = [];
const run = (...args: string[]) => runArticleCommand(args, (line) => said.push(line));
const inFolder = (name: string) => path.join(folder, name);

beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'duidu-'));
  said = [];
  await writeFile(inFolder('ferry.txt'), TEXT);
});

const importFerry = (...more: string[]) =>
  run('import', inFolder('ferry.txt'), '--id', 'ferry', '--out', folder, ...more);

describe('npm run article -- import', () => {
  it('writes the article and the report', async () => {
    const code = await importFerry(
      ...['--title-en', 'The Ferry', '--title-zh', '渡輪', '--level', 'easy'],
      ...[
        '--rights',
        'The Duidu authors',
        '--licence',
        'CC0 1.0',
        '--report',
        inFolder('report.json'),
      ],
    );
    expect(said.join('\n')).toContain('3 paragraphs with 4 sentence pairs');
    expect(code).toBe(0);
    expect(await readArticleFile(inFolder('ferry.json'))).toMatchObject({
      id: 'ferry',
      title: { en: 'The Ferry', zh: '渡輪' },
      paragraphs: [
        { number: 1 },
        {
          number: 2,
          pairs: [
            { en: [0], zh: [0] },
            { en: [1], zh: [1] },
          ],
        },
        {},
      ],
    });
    expect(JSON.parse(await readFile(inFolder('report.json'), 'utf8'))).toEqual({
      paragraphs: 3,
      dropped: [],
      warnings: [],
      lines: [1, 2, 3].map((paragraph) => ({
        paragraph,
        en: [paragraph * 2 - 1],
        zh: [paragraph * 2],
        confidence: expect.closeTo(1, 1),
        pairs: expect.any(Array),
      })),
    });
  });

  it('reads what is encoded otherwise, and as it is told', async () => {
    await writeFile(inFolder('ferry.txt'), Buffer.from(TEXT, 'utf16le'));
    expect(await importFerry()).toBe(0);
    expect(await importFerry('--encoding', 'utf-16le')).toBe(0);
    expect(await importFerry('--encoding', 'utf-8')).toBe(1);
    expect(said.join('\n')).toContain('ferry.txt is');
  });

  it('reads other kinds of files, and says what it took out', async () => {
    const page = TEXT.split('\n').map((line) => `<p>${line}\u200b</p>`);
    await writeFile(inFolder('ferry.html'), page.join(''));
    expect(await run('import', inFolder('ferry.html'), '--id', 'ferry', '--out', folder)).toBe(0);
    expect(said.join('\n')).toMatch(/6 invisible characters[\s\S]*3 paragraphs/);
  });

  it('reads what it exported', async () => {
    await importFerry('--rights', 'Mei Lin', '--licence', 'CC0 1.0');
    const before = await readArticleFile(inFolder('ferry.json'));
    const exported = run('import', inFolder('ferry.json'), '--id', 'ferry', '--out', folder);
    expect(await exported).toBe(0);
    const after = await readArticleFile(inFolder('ferry.json'));
    expect(after).toEqual({ ...before, rights: expect.anything() });
  });

  it('writes nothing that is not sound, unless forced', async () => {
    await writeFile(inFolder('ferry.txt'), TEXT.replace('多數人睡了。有些人看著燈火。\n', ''));
    expect(await importFerry()).toBe(1);
    expect(said.join('\n')).toContain('ERROR line 3: missing-chinese');
    await expect(readFile(inFolder('ferry.json'))).rejects.toThrow();
    expect(await importFerry('--force')).toBe(0);
    expect(await readArticleFile(inFolder('ferry.json'))).toMatchObject({ paragraphs: [{}, {}] });
  });

  it('writes nothing of a text in one language, even when forced', async () => {
    await writeFile(inFolder('ferry.txt'), 'Only English.\nNothing else.\n');
    expect(await importFerry('--force', '--report', inFolder('report.json'))).toBe(1);
    const report = JSON.parse(await readFile(inFolder('report.json'), 'utf8'));
    expect(report).toMatchObject({ paragraphs: 0, dropped: [{ line: 1 }, { line: 2 }] });
  });

  it.each([
    [['--level', 'odd'], '--level must be'],
    [['--source', 'nowhere'], '--source must be'],
    [['--fix', 'everything'], '--fix knows'],
    [['--colour', 'red'], '--colour'],
    [['another.txt'], 'Name one file'],
    [['--encoding', 'ebcdic'], '--encoding must be'],
  ])('explains %j', async (options, message) => {
    expect(await importFerry(...options)).toBe(1);
    expect(said.join('\n')).toContain(message);
  });

  it('explains what is missing', async () => {
    expect(await run('import')).toBe(1);
    expect(await run('import', inFolder('ferry.txt'))).toBe(1);
    expect(await run('import', inFolder('nothing.txt'), '--id', 'x')).toBe(1);
    expect(said.join('\n')).toMatch(/Name one file[\s\S]*--id[\s\S]*nothing\.txt/);
    expect(await run('import', inFolder('ferry.txt'), '--id', 'Not An Id')).toBe(1);
    expect(said.join('\n')).toContain('ERROR line 1: invalid: id');
  });
});

describe('npm run article -- import --en --zh', () => {
  it('aligns two files', async () => {
    await writeFile(inFolder('en.txt'), ENGLISH);
    await writeFile(inFolder('zh.txt'), CHINESE.replaceAll('\n', '\n\n'));
    const files = ['--en', inFolder('en.txt'), '--zh', inFolder('zh.txt')];
    expect(await run('import', ...files, '--id', 'ferry', '--out', folder)).toBe(0);
    expect(said.join('\n')).toContain('3 paragraphs with 4 sentence pairs');
    expect(said.join('\n')).toContain('line 3 (English) and 5 (Chinese): paragraph 3');
  });

  it('names the file of every line that it speaks of', async () => {
    await writeFile(inFolder('en.txt'), `${ENGLISH}\nAdvertisement!\nAdvertisement!\n`);
    await writeFile(inFolder('zh.txt'), CHINESE.replace('天氣。', '天氣'));
    const files = ['--en', inFolder('en.txt'), '--zh', inFolder('zh.txt')];
    const report = inFolder('report.json');
    expect(
      await run('import', ...files, '--id', 'ferry', '--out', folder, '--report', report),
    ).toBe(0);
    const told = said.join('\n');
    expect(told).toContain(`${inFolder('en.txt')} line 4: repeated: Advertisement!`);
    expect(told).toContain(`${inFolder('zh.txt')} line 3: no-final-punctuation`);
    expect(told).toContain('both files: no-title');
    const { dropped, warnings } = JSON.parse(await readFile(report, 'utf8'));
    expect(dropped).toMatchObject([
      { file: 'en', line: 4 },
      { file: 'en', line: 5 },
    ]);
    expect(warnings).toContainEqual(expect.objectContaining({ file: 'zh', line: 3 }));
  });

  it('takes exchanged files the other way round, and says so', async () => {
    await writeFile(inFolder('a.txt'), CHINESE);
    await writeFile(inFolder('b.txt'), ENGLISH);
    const files = ['--en', inFolder('a.txt'), '--zh', inFolder('b.txt')];
    expect(await run('import', ...files, '--id', 'ferry', '--out', folder)).toBe(0);
    expect(said[0]).toMatch(/a\.txt is in Chinese and .*b\.txt in English/);
    expect(await readArticleFile(inFolder('ferry.json'))).toMatchObject({
      paragraphs: [{ en: 'The ferry leaves at six.', zh: '渡輪六點開。' }, {}, {}],
    });
  });

  it('wants either one file or two', async () => {
    expect(await run('import', 'a.txt', '--en', 'b.txt', '--zh', 'c.txt', '--id', 'x')).toBe(1);
    expect(await run('import', '--en', 'b.txt', '--id', 'x')).toBe(1);
    expect(said.join('\n')).toContain('one of each language');
  });
});

describe('npm run article -- import --review', () => {
  it('writes a page to look through, also of what is not sound', async () => {
    const review = inFolder('review.html');
    expect(await importFerry('--title-en', 'The <Ferry>', '--review', review)).toBe(0);
    expect(said).toContain(`Look through it: ${review}`);
    const page = await readFile(review, 'utf8');
    expect(page).toContain('<h1><bdi>The &lt;Ferry&gt;</bdi></h1>');
    expect(page).toContain('<p lang="zh-Hant">有些人看著燈火。</p>');
    await writeFile(inFolder('ferry.txt'), 'Only English.\n');
    expect(await importFerry('--review', review)).toBe(1);
    expect(await readFile(review, 'utf8')).toContain('✖ Error');
  });

  it('shows how far it is', async () => {
    const shown: [string, number][] = [];
    const progress = {
      show: (doing: string, share: number) => shown.push([doing, share]),
      end: () => shown.push(['end', 1]),
    };
    const args = ['import', inFolder('ferry.txt'), '--id', 'ferry', '--out', folder];
    expect(await runArticleCommand(args, () => {}, progress)).toBe(0);
    expect(shown.at(-1)).toEqual(['end', 1]);
    const shares = shown.map(([, share]) => share);
    expect(shares).toEqual(shares.toSorted((a, b) => a - b));
    expect(shares.length).toBeGreaterThan(5);
    expect(await runArticleCommand(['import', 'nowhere', '--id', 'x'], () => {}, progress)).toBe(1);
    expect(shown.at(-1)).toEqual(['end', 1]);
  });
});

describe('npm run article -- align', () => {
  it('answers in the order of the files that were named, and shows what it did', async () => {
    await writeFile(inFolder('a.txt'), '渡輪六點開。\n多數人睡了。\n有些人在看。\n');
    await writeFile(inFolder('b.txt'), 'The ferry leaves at six.\nMost people sleep. Some look.\n');
    const files = ['--en', inFolder('a.txt'), '--zh', inFolder('b.txt')];
    const out = ['--beads', inFolder('beads'), '--review', inFolder('review.html')];
    expect(await run('align', ...files, ...out)).toBe(0);
    expect(said.join('\n')).toContain('the other way round');
    expect(await readFile(inFolder('beads'), 'utf8')).toBe('[0]:[0]\n[1,2]:[1]\n');
    const page = await readFile(inFolder('review.html'), 'utf8');
    expect(page).toContain('English line 2 · Chinese lines 2 + 3');
    expect(page).toContain('<p lang="zh-Hant">多數人睡了。有些人在看。</p>');
  });

  it('writes bare beads', async () => {
    await writeFile(
      inFolder('en.txt'),
      'The ferry leaves at six.\nMost people sleep. Some look.\n',
    );
    await writeFile(inFolder('zh.txt'), '渡輪六點開。\n多數人睡了。\n有些人在看。\n');
    const files = ['--en', inFolder('en.txt'), '--zh', inFolder('zh.txt')];
    expect(await run('align', ...files, '--beads', inFolder('beads'))).toBe(0);
    expect(await readFile(inFolder('beads'), 'utf8')).toBe('[0]:[0]\n[1]:[1,2]\n');
    expect(await run('align', ...files)).toBe(1);
    expect(said.join('\n')).toContain('--beads');
  });
});

describe('npm run article -- check', () => {
  it('passes the articles that are shipped', async () => {
    expect(await run('check')).toBe(0);
    expect(said.filter((line) => line.startsWith('sound'))).toHaveLength(3);
  });

  it('names what is wrong', async () => {
    await importFerry(
      '--title-en',
      'The Ferry',
      '--title-zh',
      '渡輪',
      '--rights',
      'A',
      '--licence',
      'B',
    );
    const article = JSON.parse(await readFile(inFolder('ferry.json'), 'utf8'));
    article.paragraphs[0].zh = '渡輪七點開,今天';
    await writeFile(inFolder('ferry.json'), JSON.stringify(article));
    await writeFile(inFolder('broken.json'), '[');
    said = [];
    expect(await run('check', inFolder('ferry.json'), inFolder('broken.json'))).toBe(1);
    expect(said.join('\n')).toMatch(/half-width[\s\S]*NOT SOUND/);
  });
});

describe('npm run article -- schema', () => {
  it('is what docs/article.schema.json holds', async () => {
    expect(await run('schema')).toBe(0);
    expect(`${said.join('\n')}\n`).toBe(await readFile('docs/article.schema.json', 'utf8'));
  });
});

describe('npm run article', () => {
  it('says how it is used', async () => {
    expect(await run()).toBe(0);
    expect(await run('import', '--help')).toBe(0);
    expect(said[0]).toContain('Usage:');
    expect(said[1]).toBe(said[0]);
  });

  it('says what it does not know, and where to look', async () => {
    expect(await run('dance')).toBe(1);
    expect(await run('import', '--tune', 'waltz')).toBe(1);
    expect(said).toEqual([
      'There is no command "dance". "npm run article -- --help" shows what there is.',
      `Unknown option '--tune'. "npm run article -- --help" shows what there is.`,
    ]);
  });
});
