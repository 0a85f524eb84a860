import type { TextPair } from '../article/article.ts';
import type { Language } from '../language/characters.ts';
import { splitSentences } from '../language/sentences.ts';
import { joined } from './read/wrapped.ts';
import type { WarningCode } from './report.ts';

/** A paragraph to be. */
export interface DraftPair extends TextPair {
  /** How sure the bot is that the two texts say the same, from 0 to 1. */
  readonly sure: number;
  /** What a careful editor would look at; empty once a person has. */
  readonly findings: readonly WarningCode[];
}

/** Why a text of the input stands in no paragraph; the last two are what a person decided. */
export const DRAFT_REASONS = [
  'repeated',
  'caption',
  'caption with credit',
  'no text',
  'no partner',
  'dropped',
  'replaced',
] as const;
export type DraftReason = (typeof DRAFT_REASONS)[number];

/** A text that stands in no paragraph. `language` is null where a line has no letter. */
export interface DroppedText {
  readonly text: string;
  readonly language: Language | null;
  readonly reason: DraftReason;
}

/**
 * What the bot made of a text, before anybody else sees it. A person corrects it step by step: each
 * step gives a new draft, and none loses a text: all of them are in a pair or among the dropped.
 */
export interface Draft {
  readonly pairs: readonly DraftPair[];
  readonly dropped: readonly DroppedText[];
}

/** Where a pair may be cut in two: so many units of each side come first. */
export interface SplitPlace {
  readonly en: number;
  readonly zh: number;
}

/** What a person has looked at is sure, and needs no other look. */
const SEEN = { sure: 1, findings: [] } as const;
/** No side of a pair grows beyond this by merging, in UTF-16 units; no paragraph is longer. */
const LONGEST = 20_000;
/** As many as a person can choose among. */
const MOST_PLACES = 25;
/** Of many sentence ends on the Chinese side, so many on each side of the likeliest. */
const NEAR = 5;

/** The pair at `index` and the next one as one. Null when there is none, or it would be too long. */
export function mergeWithNext(draft: Draft, index: number): Draft | null {
  const [one, next] = draft.pairs.slice(index, index + 2);
  if (one === undefined || next === undefined) return null;
  const en = joined([one.en, next.en]);
  const zh = joined([one.zh, next.zh]);
  if (en.length > LONGEST || zh.length > LONGEST) return null;
  return { ...draft, pairs: draft.pairs.toSpliced(index, 2, { en, zh, ...SEEN }) };
}

/**
 * The places at which a pair can be cut: between sentences on both sides, the likeliest (those that
 * cut both sides at about the same share) first when there are more than can be chosen among.
 */
export function splitPlaces(pair: TextPair): SplitPlace[] {
  const zhEnds = endsOf(pair.zh);
  const places = endsOf(pair.en).flatMap((en) =>
    nearest(zhEnds, (en / pair.en.length) * pair.zh.length).map((zh) => ({ en, zh })),
  );
  const lean = ({ en, zh }: SplitPlace) => Math.abs(en / pair.en.length - zh / pair.zh.length);
  return places
    .toSorted((a, b) => lean(a) - lean(b))
    .slice(0, MOST_PLACES)
    .toSorted((a, b) => a.en - b.en || a.zh - b.zh);
}

/** The ends round `place`: enough to choose among, and few of many. */
function nearest(ends: readonly number[], place: number): readonly number[] {
  if (ends.length <= MOST_PLACES) return ends;
  const after = ends.findIndex((end) => end >= place);
  const at = after < 0 ? ends.length : after;
  return ends.slice(Math.max(0, at - NEAR), at + NEAR);
}

/** The units before each sentence but the first. */
function endsOf(text: string): number[] {
  let at = 0;
  return splitSentences(text)
    .slice(0, -1)
    .map((sentence) => {
      at += sentence.length;
      return at;
    });
}

/** The pair at `index` cut in two. Null when a side would be empty. */
export function splitPair(draft: Draft, index: number, place: SplitPlace): Draft | null {
  const pair = draft.pairs[index];
  if (pair === undefined) return null;
  const cut = (text: string, at: number) => [text.slice(0, at).trim(), text.slice(at).trim()];
  const [en, zh] = [cut(pair.en, place.en), cut(pair.zh, place.zh)];
  const parts = [0, 1].map((part) => ({ en: en[part] ?? '', zh: zh[part] ?? '', ...SEEN }));
  if (parts.some((part) => part.en === '' || part.zh === '')) return null;
  return { ...draft, pairs: draft.pairs.toSpliced(index, 1, ...parts) };
}

/** The pair at `index` among the dropped. Null when there is no such pair. */
export function dropPair(draft: Draft, index: number): Draft | null {
  const pair = draft.pairs[index];
  if (pair === undefined) return null;
  const texts = [droppedSide(pair, 'en', 'dropped'), droppedSide(pair, 'zh', 'dropped')];
  return { pairs: draft.pairs.toSpliced(index, 1), dropped: [...texts, ...draft.dropped] };
}

/**
 * A dropped text in the place of its language's side of a pair, whose text is dropped instead. Null
 * when either is not there, or the dropped text is in no language.
 */
export function swapIn(draft: Draft, index: number, droppedIndex: number): Draft | null {
  const pair = draft.pairs[index];
  const taken = draft.dropped[droppedIndex];
  if (pair === undefined || taken === undefined || taken.language === null) return null;
  const swapped = { ...pair, [taken.language]: taken.text, ...SEEN };
  return {
    pairs: draft.pairs.with(index, swapped),
    dropped: draft.dropped.with(droppedIndex, droppedSide(pair, taken.language, 'replaced')),
  };
}

/** Other texts for the pair at `index`, as a person wrote them. Null when a side would be empty. */
export function editPair(draft: Draft, index: number, texts: TextPair): Draft | null {
  const en = oneLine(texts.en);
  const zh = oneLine(texts.zh);
  if (draft.pairs[index] === undefined || en === '' || zh === '') return null;
  return { ...draft, pairs: draft.pairs.with(index, { en, zh, ...SEEN }) };
}

/** The indices of the pairs to look at first: the least sure `count`, those in doubt only. */
export function leastSure(draft: Draft, count: number): number[] {
  return [...draft.pairs.keys()]
    .filter((index) => sureness(draft, index) < SEEN.sure)
    .toSorted((a, b) => sureness(draft, a) - sureness(draft, b) || a - b)
    .slice(0, count);
}

function sureness(draft: Draft, index: number): number {
  return draft.pairs[index]?.sure ?? SEEN.sure;
}

function droppedSide(pair: TextPair, language: Language, reason: DraftReason): DroppedText {
  return { text: pair[language], language, reason };
}

function oneLine(text: string): string {
  return text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
}
