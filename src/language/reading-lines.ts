import { hasHan } from './han.ts';
import { COLUMNS, linesOf } from './line-breaks.ts';
import { capitalized } from './pinyin.ts';
import { CLOSING, OPENING } from './pinyin-marks.ts';
import type { Aid, Token } from './readings.ts';

/** One line of a text with its reading under it. */
export interface ReadingLine {
  readonly text: string;
  /** Empty where nothing in the line is Chinese. */
  readonly reading: string;
}

const SENTENCE_END = /[。！？!?]$|^\.$/;

/**
 * The whole text in pinyin or zhuyin on one line. Pinyin has Western punctuation and a capital at
 * every sentence start; zhuyin keeps Chinese punctuation, with two spaces between words.
 */
export function plainReading(tokens: readonly Token[], aid: Aid): string {
  return aid === 'pinyin' ? inPinyin(tokens, true) : inZhuyin(tokens);
}

/**
 * A paragraph line under line: cut after punctuation, short clauses together, and long ones
 * between two words, so that a line and its reading have at most `columns` where that is possible.
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
