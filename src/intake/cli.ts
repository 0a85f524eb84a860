import { alignFiles } from './cli/align.ts';
import { checkFiles, printSchema } from './cli/check.ts';
import { importFile } from './cli/import.ts';
import { progressBar } from './cli/progress.ts';
import { SILENT, type Terminal } from './cli/terminal.ts';
import { ENCODINGS, IntakeError } from './decode.ts';

const USAGE = `Usage:
  npm run article -- import FILE --id ID [options]   make an aligned article of a text
  npm run article -- import --en FILE --zh FILE --id ID [options]   the same of two texts
  npm run article -- align --en FILE --zh FILE --beads FILE   only say which lines belong together
  npm run article -- check [FILE…]                   check articles (default: all of data/articles)
  npm run article -- schema                          the JSON Schema of an article (docs/article.schema.json)

A text holds one paragraph a line. One text with both languages in it may have them alternate, either
first, or one after the other; two texts are aligned by what they say. A text may
be a .txt, .md, .html, .docx, .epub, .srt or .vtt file, or what /article export wrote (.json, .tmx).

Options of import and align:
  --review FILE        a page that shows both languages side by side, and what is unsure or left out

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

const HELP = '"npm run article -- --help" shows what there is.';

/**
 * Runs `npm run article -- ARGS` and gives the exit code: 0 when all is well, 1 otherwise. What
 * the person at the terminal can mend is said in one line each; anything else throws.
 */
export async function runArticleCommand(
  args: readonly string[],
  say: Terminal['say'],
  progress: Terminal['progress'] = SILENT,
): Promise<number> {
  const [command, ...rest] = args;
  if (command === undefined || command === 'help' || args.includes('--help')) {
    say(USAGE);
    return 0;
  }
  try {
    if (command === 'import') return await importFile(rest, { say, progress });
    if (command === 'align') return await alignFiles(rest, { say, progress });
    if (command === 'check') return await checkFiles(rest, say);
    if (command === 'schema') return printSchema(say);
  } catch (error) {
    progress.end();
    // Wrong options and files that cannot be read come with a code; a bug does not.
    const mistake = error instanceof IntakeError || (error instanceof Error && 'code' in error);
    if (!mistake) throw error;
    say(wasOption(error) ? `${firstSentence(error.message)}. ${HELP}` : error.message);
    return 1;
  }
  say(`There is no command "${command}". ${HELP}`);
  return 1;
}

/** Node's own message goes on about arguments that begin with a hyphen. */
function wasOption(error: Error): boolean {
  return 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS');
}

function firstSentence(text: string): string {
  return text.split(/\.(?: |$)/)[0] ?? text;
}

if (import.meta.main) {
  const say = (line: string) => process.stdout.write(`${line}\n`);
  const progress = progressBar(process.stderr);
  process.exitCode = await runArticleCommand(process.argv.slice(2), say, progress);
}
