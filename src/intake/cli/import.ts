import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { ENCODINGS } from '../decode.ts';
import { openEvidence } from '../evidence.ts';
import { type ArticleDescription, type ImportResult, importText } from '../import.ts';
import { reviewPage } from '../review/page.ts';
import { reviewOfImport } from '../review/review.ts';
import { filesNamed, readTexts } from './files.ts';
import { CACHE, checked, writeJson } from './options.ts';
import { describe, placeIn, reportOf } from './report.ts';
import type { Terminal } from './terminal.ts';

const importOptions = z.strictObject({
  id: z.string('say the article’s name with --id'),
  en: z.string().optional(),
  zh: z.string().optional(),
  'title-en': z.string().optional(),
  'title-zh': z.string().optional(),
  rights: z.string().optional(),
  licence: z.string().optional(),
  source: z.url({ protocol: /^https?$/, error: '--source must be a web address' }).optional(),
  level: z.enum(['easy', 'middle', 'hard'], '--level must be easy, middle or hard').optional(),
  out: z.string().default('data/articles'),
  report: z.string().optional(),
  review: z.string().optional(),
  encoding: z.enum(ENCODINGS, `--encoding must be one of ${ENCODINGS.join(', ')}`).optional(),
  fix: z.literal('punctuation', '--fix knows "punctuation"').optional(),
  force: z.boolean().default(false),
});

type ImportOptions = z.infer<typeof importOptions>;

/** `import`: one text or two become an article in a folder; says what became of every line. */
export async function importFile(args: readonly string[], terminal: Terminal): Promise<number> {
  const { say, progress } = terminal;
  const { values, positionals } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: {
      id: { type: 'string' },
      en: { type: 'string' },
      zh: { type: 'string' },
      'title-en': { type: 'string' },
      'title-zh': { type: 'string' },
      rights: { type: 'string' },
      licence: { type: 'string' },
      source: { type: 'string' },
      level: { type: 'string' },
      out: { type: 'string' },
      report: { type: 'string' },
      review: { type: 'string' },
      encoding: { type: 'string' },
      fix: { type: 'string' },
      force: { type: 'boolean' },
    },
  });
  const named = filesNamed(values, positionals);
  const options = checked(importOptions, values);
  progress.show('Reading', 0);
  const { texts, files } = await readTexts(named, options.encoding, say);
  const evidence = await openEvidence(CACHE);
  const result = importText(texts, descriptionIn(options), evidence, (share) =>
    progress.show('Aligning', share),
  );
  evidence.close();
  progress.end();
  describe(result, files, say);
  if (options.report !== undefined) await writeJson(options.report, reportOf(result));
  if (options.review !== undefined) {
    const title = options['title-en'] ?? options.id;
    await writeFile(options.review, reviewPage(reviewOfImport(title, result), placeIn(files)));
    say(`Look through it: ${options.review}`);
  }
  return write(result, options, say);
}

function descriptionIn(options: ImportOptions): ArticleDescription {
  return {
    id: options.id,
    title: { en: options['title-en'], zh: options['title-zh'] },
    level: options.level,
    rights: { holder: options.rights, licence: options.licence, source: options.source },
    fixPunctuation: options.fix === 'punctuation',
  };
}

async function write(
  { article, errors }: ImportResult,
  { out: folder, force }: ImportOptions,
  say: Terminal['say'],
): Promise<number> {
  if (article === null) {
    say('Nothing was written.');
    return 1;
  }
  if (errors.length > 0 && !force) {
    say('The import is not sound, so nothing was written. Mend the text, or insist with --force.');
    return 1;
  }
  const file = path.join(folder, `${article.id}.json`);
  await mkdir(folder, { recursive: true });
  await writeJson(file, article);
  say(`Written: ${file}`);
  return 0;
}
