import { z } from 'zod';
import { type Article, articleSchema, type TextPair } from '../../article/article.ts';
import { decode, type Encoding, IntakeError } from '../decode.ts';
import { docxLines, isDocx } from './docx.ts';
import { detect, type FoundEncoding } from './encoding.ts';
import { epubLines, isEpub } from './epub.ts';
import { htmlLines } from './html.ts';
import { withoutInvisible } from './invisible.ts';
import { MEMBER_LIMITS, type ReadLimits } from './limits.ts';
import { markdownLines } from './markdown.ts';
import { TooDeep } from './markup.ts';
import { type Refusal, RefusedFile } from './refused.ts';
import { subtitleLines } from './subtitles.ts';
import { tmxPairs } from './tmx.ts';
import { isZip, openZip } from './zip.ts';

/** A file as it was sent. */
export interface SentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The text of a file, a line a paragraph; of what Duidu or a translator's tool wrote, the pairs. */
export interface ReadText {
  /** As in the file: blank lines stand, so that numbers are those that an editor shows. */
  readonly lines: readonly string[];
  /** Null for what has yet to be aligned. */
  readonly pairs: readonly TextPair[] | null;
  /** The article that an export of ours holds. */
  readonly article: Article | null;
  /** How the file is encoded; null for a packed one. */
  readonly encoding: FoundEncoding | null;
  /** How many invisible characters were taken out. */
  readonly invisible: number;
}

export interface ReadOptions {
  /** How the file is encoded, when somebody says so. */
  readonly encoding?: Encoding | undefined;
  readonly limits?: ReadLimits;
}

/**
 * Reads a file of any kind that is read: what it is, is told by its first bytes and then its name.
 * Throws a RefusedFile for whatever cannot be read, and nothing else, whatever the bytes are.
 */
export async function readFileText(file: SentFile, options: ReadOptions = {}): Promise<ReadText> {
  try {
    return await read(file, options);
  } catch (error) {
    throw error instanceof TooDeep ? new RefusedFile('damaged', file.name) : error;
  }
}

async function read(file: SentFile, options: ReadOptions): Promise<ReadText> {
  const { limits = MEMBER_LIMITS } = options;
  const { name, bytes } = file;
  if (bytes.length > limits.fileSize) throw new RefusedFile('too-large', name);
  if (bytes.length === 0) throw new RefusedFile('empty', name);
  if (isZip(bytes)) return cleaned(name, await packedLines(file, limits), null, limits);
  const foreign = foreignKind(bytes);
  if (foreign !== null) throw new RefusedFile(foreign, name);
  const { text, encoding } = decodedText(file, options.encoding);
  const extension = /\.([a-z0-9]+)$/i.exec(name)?.[1]?.toLowerCase() ?? 'txt';
  if (extension === 'json') {
    const article = articleIn(text, name, limits);
    return { ...cleanedPairs(name, article.paragraphs, limits), article, encoding };
  }
  if (extension === 'tmx') return { ...cleanedPairs(name, tmxPairs(text), limits), encoding };
  const reader = READERS[extension];
  if (reader === undefined) throw new RefusedFile('format', name);
  // What Markdown costs grows with the square of what stands inside each other in a line.
  const unread = reader === markdownLines ? text.split('\n') : [];
  if (unread.some((line) => line.length > limits.lineLength)) {
    throw new RefusedFile('long-line', name);
  }
  return cleaned(name, reader(text), encoding, limits);
}

const EMPTY: ReadText = { lines: [], pairs: null, article: null, encoding: null, invisible: 0 };

const READERS: Readonly<Record<string, (text: string) => readonly string[]>> = {
  txt: plainLines,
  text: plainLines,
  md: markdownLines,
  markdown: markdownLines,
  html: (text) => htmlLines(text),
  htm: (text) => htmlLines(text),
  xhtml: (text) => htmlLines(text, { xml: true }),
  srt: subtitleLines,
  vtt: subtitleLines,
};

function plainLines(text: string): string[] {
  return text.split(/\r\n|[\n\r\u0085\u2028\u2029]/u);
}

async function packedLines(file: SentFile, limits: ReadLimits): Promise<string[]> {
  const packed = await openZip(file.bytes, file.name, limits);
  if (isDocx(packed)) return docxLines(packed);
  if (isEpub(packed)) return epubLines(packed);
  throw new RefusedFile('format', file.name);
}

/** What begins as no text does. */
function foreignKind(bytes: Uint8Array): Refusal | null {
  const start = String.fromCharCode(...bytes.subarray(0, 8));
  if (start.startsWith('%PDF')) return 'pdf';
  if (start.startsWith('\u00d0\u00cf\u0011\u00e0')) return 'old-word';
  if (
    start.startsWith('{\\rtf') ||
    /^(\u0089PNG|GIF8|\u00ff\u00d8\u00ff|Rar!|7z\u00bc\u00af)/.test(start)
  ) {
    return 'format';
  }
  return null;
}

function decodedText({ name, bytes }: SentFile, encoding: Encoding | undefined) {
  const found = encoding === undefined ? detect(bytes) : told(bytes, encoding, name);
  if (found === null) throw new RefusedFile(bytes.includes(0) ? 'binary' : 'encoding', name);
  // A text has hardly a control character; what has many was taken for one by accident.
  const controls = found.text.match(/(?![\t\n\v\f\r])\p{Cc}/gu)?.length ?? 0;
  if (controls * 200 > found.text.length) throw new RefusedFile('binary', name);
  return found;
}

function told(bytes: Uint8Array, encoding: Encoding, name: string) {
  try {
    return { text: decode(bytes, encoding), encoding };
  } catch (error) {
    if (error instanceof IntakeError) throw new RefusedFile('encoding', name);
    throw error;
  }
}

/** Tabs, and what ends a line in some kinds of text and not in others. */
const BREAKS = /[\t\v\f\r\u0085\u2028\u2029]/gu;

function cleaned(
  name: string,
  raw: readonly string[],
  encoding: FoundEncoding | null,
  limits: ReadLimits,
): ReadText {
  if (raw.length > limits.lines) throw new RefusedFile('too-many-lines', name);
  const { text, removed } = withoutInvisible(raw.join('\n'));
  const lines = text.split('\n').map((line) => line.replaceAll(BREAKS, ' ').trim());
  if (!lines.some((line) => line !== '')) throw new RefusedFile('empty', name);
  if (lines.some((line) => line.length > limits.lineLength)) {
    throw new RefusedFile('long-line', name);
  }
  return { ...EMPTY, lines, encoding, invisible: removed };
}

function cleanedPairs(name: string, raw: readonly TextPair[], limits: ReadLimits): ReadText {
  const sides = raw.flatMap(({ en, zh }) => [en, zh]);
  const { lines, invisible } = cleaned(name, sides, null, limits);
  const pairs = raw.map((_, index) => ({
    en: lines[index * 2] ?? '',
    zh: lines[index * 2 + 1] ?? '',
  }));
  return { ...EMPTY, pairs: pairs.filter(({ en, zh }) => en !== '' && zh !== ''), invisible };
}

function articleIn(text: string, name: string, limits: ReadLimits): Article {
  const json = jsonOf(text);
  const sides = sidesIn.safeParse(json).data?.paragraphs.flatMap(({ en, zh }) => [en, zh]) ?? [];
  if (sides.some((side) => side.length > limits.lineLength)) {
    throw new RefusedFile('long-line', name);
  }
  const article = articleSchema.safeParse(json).data;
  if (article === undefined) throw new RefusedFile('not-our-json', name);
  return article;
}

/** What is measured before the text is looked at. */
const sidesIn = z.object({ paragraphs: z.array(z.object({ en: z.string(), zh: z.string() })) });

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
