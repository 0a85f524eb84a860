import { hasHan } from './han.ts';
import { capitalized } from './pinyin.ts';
import type { Aid, Token } from './readings.ts';

/** One line of a text with its reading under it. */
export interface ReadingLine {
  readonly text: string;
  /** Empty where nothing in the line is Chinese. */
  readonly reading: string;
}

/** Western marks in pinyin for Chinese ones; a mark that stands here is written without a space before. */
const CLOSING: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '，': ',',
    '、': ',',
    '。': '.',
    '；': ';',
    '：': ':',
    '！': '!',
    '？': '?',
    '」': '”',
    '』': '’',
    '）': ')',
    '》': '”',
    '〉': '’',
    '】': ']',
    '．': '.',
    '％': '%',
    '…': '…',
    '”': '”',
    '’': '’',
    ',': ',',
    '.': '.',
    ';': ';',
    ':': ':',
    '!': '!',
    '?': '?',
    ')': ')',
  }),
);
const OPENING: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '「': '“',
    '『': '‘',
    '（': '(',
    '《': '“',
    '〈': '‘',
    '【': '[',
    '“': '“',
    '‘': '‘',
    '(': '(',
  }),
);
const SENTENCE_END = /[。！？!?]$|^\.$/;

/**
 * The whole text in pinyin or zhuyin on one line. Pinyin has Western punctuation and a capital at
 * every sentence start; zhuyin keeps Chinese punctuation, with two spaces between words.
 */
export function plainReading(tokens: readonly Token[], aid: Aid): string {
  return aid === 'pinyin' ? inPinyin(tokens, true) : inZhuyin(tokens);
}

/** Columns of a reading that a telephone shows without breaking the line. */
const COLUMNS = 42;

/**
 * A paragraph line under line: cut after punctuation, short clauses together, and long ones
 * between two words, so that the reading of a line has at most `columns` characters.
 */
export function readingLines(
  tokens: readonly Token[],
  aid: Aid,
  columns: number = COLUMNS,
): ReadingLine[] {
  const lines: ReadingLine[] = [];
  let startsSentence = true;
  for (const part of linesOf(tokens, aid, columns)) {
    const text = part
      .map((token) => token.text)
      .join('')
      .trim();
    if (text === '') continue;
    const reading = aid === 'pinyin' ? inPinyin(part, startsSentence) : inZhuyin(part);
    lines.push({ text, reading: hasHan(text) ? reading : '' });
    startsSentence = /[。！？!?…][」』”’）)]*$|^[^\p{L}\p{N}]*$/u.test(text);
  }
  return lines;
}

function linesOf(tokens: readonly Token[], aid: Aid, columns: number): Token[][] {
  const lines: Token[][] = [];
  let line: Token[] = [];
  for (const clause of clausesOf(tokens)) {
    if (line.length > 0 && widthOf([...line, ...clause], aid) > columns) {
      lines.push(line);
      line = [];
    }
    for (const piece of cutEvenly(clause, aid, columns)) {
      if (line.length > 0 && widthOf([...line, ...piece], aid) > columns) {
        lines.push(line);
        line = [];
      }
      line.push(...piece);
    }
    if (/[。！？!?\n]/.test(clause.map(({ text }) => text).join(''))) {
      lines.push(line);
      line = [];
    }
  }
  if (line.length > 0) lines.push(line);
  return lines;
}

/** Clauses with the punctuation after them. */
function clausesOf(tokens: readonly Token[]): Token[][] {
  const clauses: Token[][] = [];
  let clause: Token[] = [];
  for (const [index, token] of tokens.entries()) {
    clause.push(token);
    const next = tokens[index + 1]?.text ?? '';
    const ends = /^[，。；：！？,;:!?…—]+$|\n/.test(token.text) || /^[」』”’）)]$/.test(token.text);
    if (
      ends &&
      /[，。；：！？,;:!?…—\n]/.test(clause.map(({ text }) => text).join('')) &&
      !/^[」』”’）)，。；：！？…—]/.test(next)
    ) {
      clauses.push(clause);
      clause = [];
    }
  }
  if (clause.length > 0) clauses.push(clause);
  return clauses;
}

/** What a classifier or 年 follows: no line ends with it. */
const BEFORE_CLASSIFIER =
  /^(?:[這这那哪每各該该幾几數数第零一二兩两三四五六七八九十百千萬万億亿\d.,]+|第.+)$/;

/** A clause too wide for a line in as few pieces as it needs, all about as wide. */
function cutEvenly(clause: readonly Token[], aid: Aid, columns: number): Token[][] {
  const width = widthOf(clause, aid);
  const target = width / Math.ceil(width / columns);
  const pieces: Token[][] = [];
  let piece: Token[] = [];
  for (const token of clause) {
    const wider = widthOf([...piece, token], aid);
    const mayCut =
      token.pinyin !== null &&
      !token.joins &&
      !/^[的地得]$/.test(token.text) &&
      !BEFORE_CLASSIFIER.test(piece.at(-1)?.text ?? '');
    const nearer = wider - target > target - widthOf(piece, aid);
    if (piece.length > 0 && ((mayCut && nearer) || wider > columns * 1.3)) {
      pieces.push(piece);
      piece = [];
    }
    piece.push(token);
  }
  if (piece.length > 0) pieces.push(piece);
  return pieces;
}

function widthOf(tokens: readonly Token[], aid: Aid): number {
  const reading = aid === 'pinyin' ? inPinyin(tokens, false) : inZhuyin(tokens);
  // A zhuyin symbol and the gap between two words are as wide as two Latin letters.
  return aid === 'pinyin'
    ? reading.length
    : reading.replace(/[\u3105-\u312f]/g, '  ').length * 0.95;
}

function inPinyin(tokens: readonly Token[], capitalFirst: boolean): string {
  let line = '';
  let capital = capitalFirst;
  let glued = true;
  for (const token of tokens) {
    const closing = CLOSING.get(token.text);
    const opening = OPENING.get(token.text);
    if (token.pinyin === null && /^\s+$/.test(token.text)) {
      line = line.trimEnd() + (token.text.includes('\n') ? '\n' : ' ');
      glued = true;
    } else if (closing !== undefined) {
      line = line.trimEnd() + closing;
      glued = false;
    } else if (token.text === '—' || token.text === '–') {
      line = /– $/.test(line) ? line : `${line.trimEnd()} – `;
      glued = true;
    } else {
      const written = opening ?? token.pinyin ?? token.text;
      const starts = capital && opening === undefined;
      const part = starts && token.pinyin !== null ? capitalized(written) : written;
      line += token.joins || glued || line === '' ? part : ` ${part}`;
      glued = opening !== undefined;
      if (starts) capital = false;
    }
    if (SENTENCE_END.test(token.text) || (opening !== undefined && /[:：]\s*\S$/.test(line))) {
      capital = true;
    }
  }
  return line.trim();
}

function inZhuyin(tokens: readonly Token[]): string {
  let line = '';
  for (const token of tokens) {
    const apart = token.zhuyin !== null && /[\u3105-\u312fˊˇˋ˙]$/.test(line) ? '  ' : '';
    line += apart + (token.zhuyin ?? token.text);
  }
  return line.trim();
}
