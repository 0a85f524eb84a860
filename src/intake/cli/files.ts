import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { exchanged } from '../align-either-way.ts';
import type { TextsToAlign } from '../align-texts.ts';
import { type Encoding, IntakeError } from '../decode.ts';
import { OPERATOR_LIMITS } from '../read/limits.ts';
import { readFileText } from '../read/read.ts';
import type { Terminal } from './terminal.ts';

/** Either one file with both languages, or one of each. */
export type NamedFiles = { readonly text: string } | TwoFiles;
export interface TwoFiles {
  readonly en: string;
  readonly zh: string;
}

export function filesNamed(
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

/** Texts, and the files that hold them; of two, that in English is `en`. */
export interface ReadFiles {
  readonly texts: TextsToAlign;
  readonly files: NamedFiles;
}

/** Reads the files in any order of languages. An IntakeError says which one cannot be read, and why. */
export async function readTexts(
  files: NamedFiles,
  encoding: Encoding | undefined,
  say: Terminal['say'],
): Promise<ReadFiles> {
  if ('text' in files) {
    const { text, invisible } = await read(files.text, encoding);
    noteInvisible(invisible, files.text, say);
    return { texts: { text }, files };
  }
  const both = { en: await read(files.en, encoding), zh: await read(files.zh, encoding) };
  for (const side of ['en', 'zh'] as const) noteInvisible(both[side].invisible, files[side], say);
  const turned = exchanged({ en: both.en.lines, zh: both.zh.lines });
  if (turned) sayExchanged(files, say);
  return turned
    ? { texts: { en: both.zh.text, zh: both.en.text }, files: { en: files.zh, zh: files.en } }
    : { texts: { en: both.en.text, zh: both.zh.text }, files };
}

export function sayExchanged({ en, zh }: TwoFiles, say: Terminal['say']): void {
  say(`${en} is in Chinese and ${zh} in English: they were taken the other way round.`);
}

async function read(file: string, encoding: Encoding | undefined) {
  const sent = { name: path.basename(file), bytes: await readFile(file) };
  const read = await readFileText(sent, { encoding, limits: OPERATOR_LIMITS });
  const lines = read.pairs?.flatMap(({ en, zh }) => [en, zh]) ?? read.lines;
  return { lines, text: lines.join('\n'), invisible: read.invisible };
}

function noteInvisible(count: number, file: string, say: Terminal['say']): void {
  if (count > 0) say(`${count} invisible characters taken out of ${file}`);
}
