import type { Paragraph, TextPair } from '../article/article.ts';
import { countHan, countLatinWords } from '../language/characters.ts';
import { splitSentences } from '../language/sentences.ts';
import { sharedAnchors } from './interleaved.ts';

/** Sentences in a group, English and Chinese, and what the kind of group costs (−log of how rare). */
const KINDS = [
  { en: 1, zh: 1, cost: 0.1 },
  { en: 1, zh: 2, cost: 2.4 },
  { en: 2, zh: 1, cost: 2.4 },
  { en: 2, zh: 2, cost: 4.5 },
  { en: 1, zh: 3, cost: 4.5 },
  { en: 3, zh: 1, cost: 4.5 },
] as const;

/** Variance of the length of a translation, a unit of length: Gale & Church (1993), table 2. */
const VARIANCE = 6.8;

/**
 * The sentence pairs of a paragraph, as indices from 0: every sentence in exactly one pair, in
 * order, no pair empty on a side. Gale & Church's dynamic programming on lengths ("A Program for
 * Aligning Sentences in Bilingual Corpora", 1993), with numbers and Latin names that both sides
 * share as anchors.
 */
export function pairSentences(texts: TextPair): Paragraph['pairs'] {
  const en = splitSentences(texts.en);
  const zh = splitSentences(texts.zh);
  const ratio = lengthOf(texts.zh) / Math.max(1, lengthOf(texts.en));
  const best = new Map<string, { cost: number; from: readonly [number, number] }>();
  best.set('0,0', { cost: 0, from: [0, 0] });
  for (let i = 0; i <= en.length; i += 1) {
    for (let j = 0; j <= zh.length; j += 1) {
      for (const kind of KINDS) {
        const from = best.get(`${i - kind.en},${j - kind.zh}`);
        if (from === undefined) continue;
        const bead = {
          en: en.slice(i - kind.en, i).join(''),
          zh: zh.slice(j - kind.zh, j).join(''),
        };
        const cost = from.cost + kind.cost + surpriseOf(bead, ratio);
        if (cost < (best.get(`${i},${j}`)?.cost ?? Number.POSITIVE_INFINITY)) {
          best.set(`${i},${j}`, { cost, from: [i - kind.en, j - kind.zh] });
        }
      }
    }
  }
  return trace(best, en.length, zh.length);
}

function trace(
  best: ReadonlyMap<string, { readonly from: readonly [number, number] }>,
  en: number,
  zh: number,
): Paragraph['pairs'] {
  // Counts too far apart for the kinds above (1 to 5, say) leave no path: one pair holds all.
  if (!best.has(`${en},${zh}`)) return [{ en: range(0, en), zh: range(0, zh) }];
  const pairs: Paragraph['pairs'] = [];
  for (let at: readonly [number, number] = [en, zh]; at[0] > 0 || at[1] > 0; ) {
    const from: readonly [number, number] = best.get(`${at[0]},${at[1]}`)?.from ?? [0, 0];
    pairs.push({ en: range(from[0], at[0]), zh: range(from[1], at[1]) });
    at = from;
  }
  return pairs.reverse();
}

function surpriseOf(bead: TextPair, ratio: number): number {
  const expected = lengthOf(bead.en) * ratio;
  const deviation = (lengthOf(bead.zh) - expected) / Math.sqrt(Math.max(1, expected) * VARIANCE);
  return (deviation * deviation) / 2 - sharedAnchors(bead);
}

function lengthOf(text: string): number {
  return countHan(text) + countLatinWords(text);
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from }, (_, index) => from + index);
}
