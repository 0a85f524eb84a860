import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { type Article, articleSchema, sentencePairs } from '../article/article.ts';
import { readArticleFile } from '../article/folder.ts';
import { alignSegments } from './align/align.ts';
import { formatBead, segmentsIn } from './align/bead-file.ts';
import type { TextsToAlign } from './align-texts.ts';
import { decode, ENCODINGS, type Encoding, IntakeError } from './decode.ts';
import { openEvidence } from './evidence.ts';
import { type ImportResult, importText } from './import.ts';
import { lintParagraph, ratioOf } from './lint.ts';
import { OPERATOR_LIMITS } from './read/limits.ts';
import { readFileText } from './read/read.ts';

const USAGE = `Usage:
  npm run article -- import FILE --id ID [options]   make an aligned article of a text
  npm run article -- import --en FILE --zh FILE --id ID [options]   the same of two texts
  npm run article -- align --en FILE --zh FILE --beads FILE   only say which lines belong together
  npm run article -- check [FILE…]                   check articles (default: all of data/articles)
  npm run article -- schema                          the JSON Schema of an article (docs/article.schema.json)

A text holds one paragraph a line. One text with both languages in it may have them alternate, either
first, or one after the other; two texts are aligned by what they say. A text may
be a .txt, .md, .html, .docx, .epub, .srt or .vtt file, or what /article export wrote (.json, .tmx).

Options of import:
  --id ID              the article's name: lower-case letters, digits, hyphens; required
  --title-en TITLE     --title-zh TITLE
  --rights HOLDER      who holds the rights; with --licence LICENCE and --source URL
  --level LEVEL        easy, middle (default) or hard
  --out FOLDER         where ID.json is written; default data/articles
  --report FILE        what became of every line, as JSON
  --encoding NAME      ${ENCODINGS.join(', ')}; found by itself unless told
  --fix punctuation    full-width punctuation in the Chinese; each change is reported
  --force              write the article even if the import is not sound`;

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
  encoding: z.enum(ENCODINGS, `--encoding must be one of ${ENCODINGS.join(', ')}`).optional(),
  fix: z.literal('punctuation', '--fix knows "punctuation"').optional(),
  force: z.boolean().default(false),
});

/** Where the prepared dictionary is kept: made again whenever it is missing. */
const CACHE = fileURLToPath(new URL('../../.cache/', import.meta.url));

/** Writes a line to the terminal. */
type Say = (line: string) => void;

/**
 * Runs `npm run article -- ARGS` and gives the exit code: 0 when all is well, 1 otherwise. What
 * the person at the terminal can mend is said in one line each; anything else throws.
 */
export async function runArticleCommand(args: readonly string[], say: Say): Promise<number> {
  const [command, ...rest] = args;
  try {
    if (command === 'import') return await importFile(rest, say);
    if (command === 'align') return await alignFiles(rest, say);
    if (command === 'check') return await checkFiles(rest, say);
    if (command === 'schema') return printSchema(say);
  } catch (error) {
    // Wrong options and files that cannot be read come with a code; a bug does not.
    const mistake = error instanceof IntakeError || (error instanceof Error && 'code' in error);
    if (!mistake) throw error;
    say(error.message);
    return 1;
  }
  say(USAGE);
  return command === undefined || command === '--help' || command === 'help' ? 0 : 1;
}

async function importFile(args: readonly string[], say: Say): Promise<number> {
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
      encoding: { type: 'string' },
      fix: { type: 'string' },
      force: { type: 'boolean' },
    },
  });
  const files = filesNamed(values, positionals);
  const options = checked(importOptions, values);
  const texts = await readTexts(files, options.encoding, say);
  const evidence = await openEvidence(CACHE);
  const description = {
    id: options.id,
    title: { en: options['title-en'], zh: options['title-zh'] },
    level: options.level,
    rights: { holder: options.rights, licence: options.licence, source: options.source },
    fixPunctuation: options.fix === 'punctuation',
  };
  const result = importText(texts, description, evidence);
  evidence.close();
  describe(result, say);
  if (options.report !== undefined) await writeJson(options.report, reportOf(result));
  return write(result, options.out, options.force, say);
}

/** Either one file with both languages, or one of each. */
type NamedFiles = { readonly text: string } | { readonly en: string; readonly zh: string };

function filesNamed(
  values: { readonly en?: string | undefined; readonly zh?: string | undefined },
  positionals: readonly string[],
): NamedFiles {
  const [text, ...more] = positionals;
  const { en, zh } = values;
  if (en !== undefined && zh !== undefined && text === undefined) return { en, zh };
  if (en === undefined && zh === undefined && text !== undefined && more.length === 0) {
    return { text };
  }
  throw new IntakeError('Name one file, or one of each language with --en FILE --zh FILE.');
}

async function readTexts(
  files: NamedFiles,
  encoding: Encoding | undefined,
  say: Say,
): Promise<TextsToAlign> {
  const read = async (file: string) => {
    const sent = { name: path.basename(file), bytes: await readFile(file) };
    const { lines, pairs, invisible } = await readFileText(sent, {
      encoding,
      limits: OPERATOR_LIMITS,
    });
    if (invisible > 0) say(`${invisible} invisible characters taken out of ${file}`);
    return (pairs?.flatMap(({ en, zh }) => [en, zh]) ?? lines).join('\n');
  };
  if ('text' in files) return { text: await read(files.text) };
  return { en: await read(files.en), zh: await read(files.zh) };
}

function checked<T>(schema: z.ZodType<T>, values: unknown): T {
  const parsed = schema.safeParse(values);
  if (parsed.success) return parsed.data;
  throw new IntakeError(parsed.error.issues.map((issue) => issue.message).join('\n'));
}

const alignOptions = z.strictObject({
  en: z.string('name the English file with --en'),
  zh: z.string('name the Chinese file with --zh'),
  beads: z.string('say with --beads where the beads are to be written'),
});

/** Bare beads, one a line, of two texts that hold one segment a line: `[0]:[0,1]`. */
async function alignFiles(args: readonly string[], say: Say): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: { en: { type: 'string' }, zh: { type: 'string' }, beads: { type: 'string' } },
  });
  const options = checked(alignOptions, values);
  const segments = async (file: string) => segmentsIn(decode(await readFile(file)));
  const [en, zh] = await Promise.all([segments(options.en), segments(options.zh)]);
  const evidence = await openEvidence(CACHE);
  const beads = alignSegments(en, zh, evidence);
  evidence.close();
  await writeFile(options.beads, beads.map((bead) => `${formatBead(bead)}\n`).join(''));
  say(`${beads.length} beads of ${en.length} and ${zh.length} segments: ${options.beads}`);
  return 0;
}

async function write(
  result: ImportResult,
  folder: string,
  force: boolean,
  say: Say,
): Promise<number> {
  const { article, errors } = result;
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

/** The report file: `docs/article-format.md` describes its shape. */
function reportOf(result: ImportResult) {
  return {
    paragraphs: result.lines.length,
    dropped: result.dropped,
    warnings: [...result.errors, ...result.warnings],
    lines: result.lines,
  };
}

/** From here on an alignment is right in nearly all cases: see docs/alignment.md. */
const SURE = 0.9;

function describe(result: ImportResult, say: Say): void {
  const pairs = result.article?.paragraphs.reduce((sum, one) => sum + one.pairs.length, 0) ?? 0;
  say(`${result.lines.length} paragraphs with ${pairs} sentence pairs`);
  for (const one of result.lines) {
    const unsure = one.confidence < SURE ? `, ${Math.round(one.confidence * 100)} % sure` : '';
    const lines = `line ${one.en.join('+')} (English) and ${one.zh.join('+')} (Chinese)`;
    say(`  ${lines}: paragraph ${one.paragraph}${unsure}`);
  }
  say(`${result.dropped.length} lines dropped`);
  for (const one of result.dropped) say(`  line ${one.line}: ${one.reason}: ${one.text}`);
  say(`${result.warnings.length} warnings`);
  for (const one of result.warnings) say(`  line ${one.line}: ${one.code}: ${one.message}`);
  for (const one of result.errors) say(`ERROR line ${one.line}: ${one.code}: ${one.message}`);
}

function printSchema(say: Say): number {
  const schema = z.toJSONSchema(articleSchema, { io: 'input' });
  say(JSON.stringify({ $id: 'article.schema.json', title: 'Aligned article', ...schema }, null, 2));
  return 0;
}

async function checkFiles(args: readonly string[], say: Say): Promise<number> {
  const folder = 'data/articles';
  const named = args.length > 0 ? args : (await readdir(folder)).filter((f) => f.endsWith('.json'));
  const files = args.length > 0 ? named : named.map((name) => path.join(folder, name));
  let failed = files.length === 0 ? 1 : 0;
  if (files.length === 0) say(`No article in ${folder}.`);
  for (const file of files) {
    const read = await readArticleFile(file);
    const problems = 'reasons' in read ? read.reasons : lintArticle(read);
    say(`${problems.length === 0 ? 'sound' : 'NOT SOUND'}: ${file}`);
    for (const problem of problems) say(`  ${problem}`);
    if (problems.length > 0) failed = 1;
  }
  return failed;
}

/** An article that is shipped passes the same lint as an import does, without one finding. */
function lintArticle(article: Article): string[] {
  const facts = { script: article.script, ratio: ratioOf(article.paragraphs) };
  return article.paragraphs.flatMap((paragraph) => [
    ...lintParagraph(paragraph, facts).map(
      (finding) => `paragraph ${paragraph.number}: ${finding.code}: ${finding.message}`,
    ),
    ...sentencePairs(paragraph)
      .filter((pair) => pair.en === '' || pair.zh === '')
      .map(() => `paragraph ${paragraph.number}: a sentence pair has an empty side`),
  ]);
}

async function writeJson(file: string, value: unknown): Promise<void> {
  await writeFile(file, `${JSON.stringify(value, null, 2)}\n`);
}

if (import.meta.main) {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  process.exitCode = await runArticleCommand(process.argv.slice(2), say);
}
