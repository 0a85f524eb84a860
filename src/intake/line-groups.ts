import type { Language } from '../language/characters.ts';
import { alignSegments } from './align/align.ts';
import type { Bead } from './align/bead.ts';
import type { Evidence } from './align/lexicon.ts';
import {
  type DroppedLine,
  droppedLine,
  isCaption,
  type LinePair,
  pairInterleaved,
  problemOf,
} from './interleaved.ts';
import type { Line } from './lines.ts';
import { noiseIn } from './noise.ts';
import type { OnProgress } from './progress.ts';
import type { Warning } from './report.ts';

/** Lines of both languages that make one paragraph; nearly always one of each. */
export interface LineGroup {
  readonly en: readonly Line[];
  readonly zh: readonly Line[];
  /** How sure it is that exactly these belong together, from 0 to 1. */
  readonly confidence: number;
}

/** What became of every line: each is in one group or dropped. */
export interface LineGroups {
  readonly groups: readonly LineGroup[];
  readonly dropped: readonly DroppedLine[];
  /** Lines that should have a partner and have none. */
  readonly errors: readonly Warning[];
}

/** Neighbours are believed where they pair this share of the lines of the shorter side … */
const PAIRED = 0.6;
/** … and the aligner, which does not know where the lines stood, finds this share of them too. */
const AGREED = 0.5;
/** A pair of neighbours that the aligner would not have made is as likely as not. */
const UNCONFIRMED = 0.5;

/**
 * The lines of one text that holds both languages. Where they alternate, neighbours belong
 * together; where that leaves lines over or makes no sense of the words (all English first,
 * captions moved, translations missing), the languages are aligned as two texts.
 */
export function groupsInOneText(
  lines: readonly Line[],
  evidence: Evidence,
  onProgress?: OnProgress,
): LineGroups {
  const of = (language: Language) => lines.filter((line) => line.language === language);
  const en = of('en');
  const zh = of('zh');
  const aligned = groupsOfTwoTexts(en, zh, evidence, onProgress);
  const neighbours = pairInterleaved(lines);
  const sure = new Map(aligned.groups.map((group) => [keyOf(group), group.confidence]));
  const groups = neighbours.pairs.map((pair) => groupOf(pair, sure));
  const agreed = groups.filter((group) => sure.has(keyOf(group))).length;
  const paired = groups.length >= PAIRED * Math.min(en.length, zh.length);
  if (paired && agreed >= AGREED * groups.length) return { ...neighbours, groups };
  const mute = lines.filter((line) => line.language === null);
  const dropped = [...aligned.dropped, ...mute.map((line) => droppedLine(line, 'no text'))];
  return {
    groups: aligned.groups,
    dropped: dropped.toSorted(byLine),
    errors: aligned.errors.toSorted(byLine),
  };
}

function byLine(one: { readonly line: number }, other: { readonly line: number }): number {
  return one.line - other.line;
}

function groupOf(pair: LinePair, sure: ReadonlyMap<string, number>): LineGroup {
  const group = { en: [pair.en], zh: [pair.zh] };
  return { ...group, confidence: sure.get(keyOf(group)) ?? UNCONFIRMED };
}

function keyOf({ en, zh }: Pick<LineGroup, 'en' | 'zh'>): string {
  return [en, zh].map((lines) => lines.map((line) => line.number).join()).join(':');
}

/** The lines of a text in each language, aligned by what they say, in the order of both. */
export function groupsOfTwoTexts(
  en: readonly Line[],
  zh: readonly Line[],
  evidence: Evidence,
  onProgress?: OnProgress,
): LineGroups {
  const beads = alignSegments(
    en.map((line) => line.text),
    zh.map((line) => line.text),
    evidence,
    undefined,
    onProgress,
  );
  const found = beads.map((bead) => linesOfBead(bead, en, zh));
  const isPair = (group: LineGroup) => group.en.length > 0 && group.zh.length > 0;
  const alone = found.filter((group) => !isPair(group));
  const left = {
    en: droppedIn(
      alone.flatMap((group) => group.en),
      en,
    ),
    zh: droppedIn(
      alone.flatMap((group) => group.zh),
      zh,
    ),
  };
  return {
    groups: found.filter(isPair),
    dropped: [...left.en.dropped, ...left.zh.dropped],
    errors: [...left.en.errors, ...left.zh.errors],
  };
}

function linesOfBead(bead: Bead, en: readonly Line[], zh: readonly Line[]): LineGroup {
  return {
    en: bead.en.flatMap((at) => en[at] ?? []),
    zh: bead.zh.flatMap((at) => zh[at] ?? []),
    confidence: bead.confidence,
  };
}

/** Why each line of a side that found no partner is no paragraph. */
function droppedIn(alone: readonly Line[], side: readonly Line[]) {
  const noise = noiseIn(side);
  const clean = side.filter((line) => !noise.has(line.number));
  const dropped: DroppedLine[] = [];
  const errors: Warning[] = [];
  for (const line of alone) {
    const reason = noise.get(line.number) ?? (isCaption(line, clean) ? 'caption' : 'no partner');
    dropped.push(droppedLine(line, reason));
    if (reason === 'no partner') errors.push(problemOf(line));
  }
  return { dropped, errors };
}
