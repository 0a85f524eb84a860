import { BEAD_KINDS } from './bead.ts';
import type { FoundBead } from './search.ts';

/** Which segments look like noise: 1, else 0. */
interface Suspects {
  readonly repeated: Uint8Array;
  readonly caption: Uint8Array;
}

export interface NoiseScores {
  readonly en: Suspects;
  readonly zh: Suspects;
}

/** A credit behind a repeated caption makes it at most so many times as long. */
const LONGEST_CREDIT = 3;

/**
 * A segment that repeats the one before it and adds a credit, and that one itself, are a photo
 * caption. No string is known beforehand.
 */
export function captionsIn(en: readonly string[], zh: readonly string[]): NoiseScores {
  const of = (segments: readonly string[]): Suspects => {
    const caption = new Uint8Array(segments.length);
    segments.forEach((text, index) => {
      const before = segments[index - 1];
      if (before === undefined || before === '' || !text.startsWith(before)) return;
      if (text.length > LONGEST_CREDIT * before.length) return;
      caption[index] = 1;
      caption[index - 1] = 1;
    });
    return { caption, repeated: new Uint8Array(segments.length) };
  };
  return { en: of(en), zh: of(zh) };
}

/**
 * Adds what a first way through the text tells: a segment that comes back is an advertisement,
 * unless what it was aligned with comes back too (a refrain, a heading, "Yes."), or it ends with a
 * colon and so belongs to the next one ("Translation of the speech:").
 */
export function withRepeated(
  noise: NoiseScores,
  en: readonly string[],
  zh: readonly string[],
  beads: readonly FoundBead[],
): NoiseScores {
  const partners = { en: en.map(() => ''), zh: zh.map(() => '') };
  for (const { kind, en: i, zh: j } of beads) {
    const [a, b] = BEAD_KINDS[kind] ?? [1, 1];
    for (let at = i; at < i + a; at += 1) partners.en[at] = zh.slice(j, j + b).join('\n');
    for (let at = j; at < j + b; at += 1) partners.zh[at] = en.slice(i, i + a).join('\n');
  }
  return {
    en: { ...noise.en, repeated: repeatedIn(en, partners.en) },
    zh: { ...noise.zh, repeated: repeatedIn(zh, partners.zh) },
  };
}

function repeatedIn(segments: readonly string[], beside: readonly string[]): Uint8Array {
  const repeated = new Uint8Array(segments.length);
  const byText = Map.groupBy(segments.keys(), (index) => segments[index] ?? '');
  for (const [line, same] of byText) {
    if (same.length < 2 || /[:：]$/.test(line)) continue;
    const texts = same.map((index) => beside[index] ?? '').filter((text) => text !== '');
    if (new Set(texts).size < texts.length) continue;
    for (const index of same) repeated[index] = 1;
  }
  return repeated;
}
