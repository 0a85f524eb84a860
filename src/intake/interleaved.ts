import type { TextPair } from '../article/article.ts';
import type { Language } from '../language/characters.ts';
import { numbersIn } from '../language/numbers.ts';
import { type Line, median, weightOf } from './lines.ts';
import { type DropReason, isShort, noiseIn } from './noise.ts';
import type { Warning } from './report.ts';

/** A paragraph's two lines. */
export interface LinePair {
  readonly en: Line;
  readonly zh: Line;
}

export interface DroppedLine {
  /** The file of two that it stood in; null where one holds both languages. */
  readonly file: Language | null;
  readonly line: number;
  readonly reason: DropReason;
  readonly text: string;
}

/** What became of every line: each is in one pair or dropped. Errors make the import unsound. */
export interface Interleaved {
  readonly pairs: readonly LinePair[];
  readonly dropped: readonly DroppedLine[];
  readonly errors: readonly Warning[];
}

/** Cost of leaving a line without a partner, against the cost of an unlikely pair. */
const DROP = 3;
/** The same for a line that looks like noise: it stays only where another line needs it. */
const DROP_NOISE = 0.3;
/** Added for a pair whose languages come in the order that is not the text's own. */
const TURNED = 2;
/** Lines of noise that may stand between a paragraph and its translation. */
const REACH = 6;

/**
 * Pairs the lines of a text that alternates between the languages, English or Chinese first, with
 * noise between. Where several partners are possible (a caption beside a paragraph) the pairs that
 * are likeliest by length, numbers and Latin names are taken, over the whole text at once (dynamic
 * programming, linear in the lines).
 */
export function pairInterleaved(lines: readonly Line[]): Interleaved {
  const noise = noiseIn(lines);
  const pairs = likeliestPairs(lines, noise);
  const paired = new Set(pairs.flatMap((pair) => [pair.en.number, pair.zh.number]));
  const alone = lines.filter((line) => !paired.has(line.number));
  const clean = lines.filter((line) => !noise.has(line.number));
  const reasonOf = (line: Line) =>
    noise.get(line.number) ?? (isCaption(line, clean) ? 'caption' : 'no partner');
  return {
    pairs,
    dropped: alone.map((line) => droppedLine(line, reasonOf(line))),
    errors: alone.filter((line) => reasonOf(line) === 'no partner').map(problemOf),
  };
}

/** A Chinese line of its own that is short beside the paragraphs: what stands under a picture. */
export function isCaption(line: Line, lines: readonly Line[]): boolean {
  return line.language === 'zh' && isShort(line, lines);
}

/** The line as one that stands in no paragraph. */
export function droppedLine({ file, number, text }: Line, reason: DropReason): DroppedLine {
  return { file, line: number, reason, text };
}

/** What is said of a line that should have a translation and has none. */
export function problemOf(line: Line): Warning {
  const missing = line.language === 'en' ? 'Chinese' : 'English';
  return {
    file: line.file,
    line: line.number,
    code: line.language === 'en' ? 'missing-chinese' : 'missing-english',
    message: `no ${missing} line stands beside this one; add it, or take this line out`,
  };
}

/** The text's own order, English or Chinese first, is the one in which its pairs cost less. */
function likeliestPairs(lines: readonly Line[], noise: ReadonlyMap<number, unknown>): LinePair[] {
  const englishFirst = pairsInOrder(lines, noise, 'en');
  const chineseFirst = pairsInOrder(lines, noise, 'zh');
  return (englishFirst.cost <= chineseFirst.cost ? englishFirst : chineseFirst).pairs;
}

/** The cheapest way to account for the lines up to one: what its last step was, and from where. */
interface Step {
  readonly cost: number;
  readonly from: number;
  readonly pair: LinePair | null;
}

function pairsInOrder(
  lines: readonly Line[],
  noise: ReadonlyMap<number, unknown>,
  first: Language,
) {
  const ratio = lengthRatio(lines.filter((line) => !noise.has(line.number)));
  const dropCost = (line: Line) => (noise.has(line.number) ? DROP_NOISE : DROP);
  const best: Step[] = [{ cost: 0, from: 0, pair: null }];
  const costAt = (index: number) => best[index]?.cost ?? 0;
  lines.forEach((line, index) => {
    let step: Step = { cost: costAt(index) + dropCost(line), from: index, pair: null };
    let between = 0;
    for (let other = index - 1; other >= 0 && index - other <= REACH; other -= 1) {
      const before = lines[other];
      const pair = before && pairOf(before, line);
      if (before === undefined) break;
      if (pair) {
        const turned = before.language === first ? 0 : TURNED;
        const cost = costAt(other) + between + turned + unlikeliness(pair, ratio);
        if (cost < step.cost) step = { cost, from: other, pair };
      }
      between += dropCost(before);
    }
    best.push(step);
  });
  return { cost: costAt(lines.length), pairs: trace(best) };
}

function trace(best: readonly Step[]): LinePair[] {
  const pairs: LinePair[] = [];
  for (let index = best.length - 1; index > 0; index = best[index]?.from ?? 0) {
    const pair = best[index]?.pair ?? null;
    if (pair !== null) pairs.push(pair);
  }
  return pairs.reverse();
}

function pairOf(a: Line, b: Line): LinePair | null {
  if (a.language === 'en' && b.language === 'zh') return { en: a, zh: b };
  if (a.language === 'zh' && b.language === 'en') return { en: b, zh: a };
  return null;
}

/** Chinese characters for an English word, in this text: the middle ratio of its neighbours. */
function lengthRatio(lines: readonly Line[]): number {
  const ratios = lines.flatMap((line, index) => {
    const before = lines[index - 1];
    const pair = before && pairOf(before, line);
    return pair ? [weightOf(pair.zh.text) / weightOf(pair.en.text)] : [];
  });
  return median(ratios) || 1.6;
}

/** 0 for a pair as expected; grows with the surprise of its lengths, shrinks with shared anchors. */
function unlikeliness(pair: LinePair, ratio: number): number {
  const expected = weightOf(pair.en.text) * ratio;
  const surprise = Math.abs(Math.log((weightOf(pair.zh.text) + 1) / (expected + 1)));
  return Math.max(0, 1.5 * surprise - 0.5 * sharedAnchors({ en: pair.en.text, zh: pair.zh.text }));
}

/** How many numbers and Latin names stand in both texts, each counted once. */
function sharedAnchors(texts: TextPair): number {
  const numbers = new Set(numbersIn(texts.zh).map((number) => number.value));
  const latin = new Set(texts.zh.match(/\p{Script=Latin}{2,}/gu) ?? []);
  const english = new Set<number | string>([
    ...numbersIn(texts.en).map((number) => number.value),
    ...(texts.en.match(/\p{Script=Latin}{2,}/gu) ?? []),
  ]);
  return [...english].filter((anchor) =>
    typeof anchor === 'number' ? numbers.has(anchor) : latin.has(anchor),
  ).length;
}
