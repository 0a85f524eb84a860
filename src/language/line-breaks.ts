import { isHan } from './han.ts';
import { OPENING } from './pinyin-marks.ts';
import type { Aid, Token } from './readings.ts';

/** Columns, each a small Latin letter wide, that a telephone of 390 pixels shows in a line. */
export const COLUMNS = 40;
/** Columns of a Chinese character, which is larger than its reading. */
const CHARACTER = 2.5;
/** Columns of a zhuyin symbol or tone mark, and of a space beside one. */
const SYMBOL = 1.92;
const THIN_SPACE = 0.5;

/** The tokens of each line, so that the line and its reading fit into `columns` where they can. */
export function linesOf(tokens: readonly Token[], aid: Aid, columns: number): Token[][] {
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

/** Words that lean on the next one: adverbs, prepositions, conjunctions. */
const LEANS_FORWARD =
  /^(?:[不也就便都卻却很最更再才還还又只已曾正剛刚可要會会能把被從从向往跟和與与或及對对為为用以讓让叫使像比將将]|是否|以及|而且|或者|因為|因为|如果)$/;
/** What a word behind a noun or a verb of one character hangs on to: 山裡, 切開, 採下來. */
const PLACE = /^[裡里內内中]$/;
const COMPLEMENT =
  /^(?:[開开進进出起成住掉過过上下到給给見见走來来去]|[上下進进出起過过回][來来去])$/;

/** What a place costs where no line should end, where one should rather not, and without a pause. */
const BAD_CUT = 8;
const POOR_CUT = 0.9;
const PLAIN_CUT = 0.3;
/** What a line costs that is too wide, besides its excess. */
const TOO_WIDE = 4;

/** A clause too wide for a line in few pieces, all about as wide: the cheapest of all ways to cut it. */
function cutEvenly(clause: readonly Token[], aid: Aid, columns: number): Token[][] {
  if (widthOf(clause, aid) <= columns) return [[...clause]];
  const sizes = clause.map((token) => sizeOf(token, aid));
  const best = [{ cost: 0, from: 0 }];
  for (let end = 1; end <= clause.length; end += 1) {
    const cut = end < clause.length ? costOfCut(clause, end) : 0;
    let cheapest = { cost: Number.POSITIVE_INFINITY, from: 0 };
    let piece = NOTHING;
    for (let from = end - 1; from >= 0; from -= 1) {
      piece = added(piece, sizes[from]);
      const cost = (best[from]?.cost ?? 0) + cut + costOf(widthIn(piece), columns);
      if (cost < cheapest.cost) cheapest = { cost, from };
    }
    best.push(cheapest);
  }
  const pieces: Token[][] = [];
  for (let end = clause.length; end > 0; end = best[end]?.from ?? 0) {
    pieces.unshift(clause.slice(best[end]?.from ?? 0, end));
  }
  return pieces;
}

/** 1 for each line, and more the further it is from full. */
function costOf(width: number, columns: number): number {
  if (width > columns) return 1 + TOO_WIDE + (width - columns);
  return 1 + (1 - width / columns) ** 2;
}

/** What it costs to end a line before the token at `index`. */
function costOfCut(clause: readonly Token[], index: number): number {
  const token = clause[index];
  const before = clause[index - 1]?.text ?? '';
  if (token === undefined || token.joins || /^[的地得了著着]$/.test(token.text)) return BAD_CUT;
  const isWord = token.pinyin !== null || /^[\p{L}\p{N}]/u.test(token.text);
  if (OPENING.has(before) || BEFORE_CLASSIFIER.test(before)) return BAD_CUT;
  if (!isWord && !OPENING.has(token.text)) return BAD_CUT;
  if (before === '、') return 0;
  return LEANS_FORWARD.test(before) || clings(token.text, before) ? POOR_CUT : PLAIN_CUT;
}

function clings(text: string, before: string): boolean {
  return PLACE.test(text) || (COMPLEMENT.test(text) && before.length === 1 && isHan(before));
}

interface Size {
  readonly text: number;
  readonly reading: number;
}

const NOTHING: Size = { text: 0, reading: 0 };

function added(one: Size, other: Size = NOTHING): Size {
  return { text: one.text + other.text, reading: one.reading + other.reading };
}

/** The columns of a token and of its reading, with the space before it. */
function sizeOf({ text, pinyin, zhuyin, joins }: Token, aid: Aid): Size {
  const columns = [...text].reduce(
    (sum, one) => sum + (isWide(one) ? CHARACTER : CHARACTER / 2),
    0,
  );
  if (aid === 'pinyin') {
    return { text: columns, reading: (pinyin ?? text).length + (pinyin === null || joins ? 0 : 1) };
  }
  const symbols = [...(zhuyin ?? text)].reduce(
    (sum, one) => sum + (one === ' ' ? THIN_SPACE : isWide(one) ? SYMBOL : 1),
    0,
  );
  return { text: columns, reading: symbols + (zhuyin === null ? 0 : 2 * THIN_SPACE) };
}

/** Chinese characters and marks, zhuyin and its tones. */
function isWide(character: string): boolean {
  return /[\u02c7\u02ca\u02cb\u02d9\u2e80-\uffef]/u.test(character) || isHan(character);
}

function widthOf(tokens: readonly Token[], aid: Aid): number {
  const sizes = tokens.map((token) => sizeOf(token, aid));
  return widthIn(sizes.reduce((sum, size) => added(sum, size), NOTHING));
}

/** The first word of a line has no space before it. */
function widthIn({ text, reading }: Size): number {
  return Math.max(text, reading - 1);
}
