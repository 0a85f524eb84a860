import { englishStem } from './english-words.ts';
import { remembering } from './remembering.ts';
import { charactersInScript } from './scripts.ts';

/** A run of Chinese characters, or of Latin letters and digits. */
const RUN = /\p{Script=Han}+|[\p{Script=Latin}\p{M}\p{Nd}]+/gu;

/** Tokens that must stand one behind the other; the last may go on when `prefix` is true. */
export interface Phrase {
  readonly tokens: readonly string[];
  readonly prefix: boolean;
}

/** A part of a text, as UTF-16 indices; `end` is behind it. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/**
 * What a search index keeps of a text, in its order: the stem of each English word; each Chinese
 * character together with the next one, the last of a run alone. So any substring of Chinese is a
 * phrase of these tokens, which a trigram index cannot do for words of two characters. Case, width
 * and script never matter.
 */
export function searchTokens(text: string): string[] {
  return runsOf(text.normalize('NFKC')).flatMap(({ text: run, chinese }) => {
    if (!chinese) return [stemOf(run)];
    const characters = charactersOf(run);
    return characters.map((character, index) => `${character}${characters[index + 1] ?? ''}`);
  });
}

/** What is looked for: every phrase has to stand in the text. Empty when `query` has no word. */
export function searchPhrases(query: string): Phrase[] {
  return runsOf(query.normalize('NFKC')).map(({ text: run, chinese }) => {
    if (!chinese) return { tokens: [stemOf(run)], prefix: false };
    const characters = charactersOf(run);
    // Each character begins exactly one token of the index, so one alone is looked for by it.
    if (characters.length === 1) return { tokens: characters, prefix: true };
    const tokens = characters
      .slice(1)
      .map((character, index) => `${characters[index]}${character}`);
    return { tokens, prefix: false };
  });
}

/** Where in `text` the words and characters of `query` stand, in order and without overlap. */
export function searchMatches(text: string, query: string): Span[] {
  const wanted = runsOf(query.normalize('NFKC'));
  const wantedStems = new Set(wanted.filter((run) => !run.chinese).map((run) => stemOf(run.text)));
  const words = runsOf(text)
    .filter((run) => !run.chinese && wantedStems.has(stemOf(run.text.normalize('NFKC'))))
    .map((run) => ({ start: run.start, end: run.start + run.text.length }));
  const simplified = charactersInScript(text, 'simplified');
  const characters = wanted
    .filter((run) => run.chinese)
    .flatMap((run) => placesOf(charactersInScript(run.text, 'simplified'), simplified));
  return withoutOverlap([...words, ...characters].toSorted((a, b) => a.start - b.start));
}

/** Nothing that long is a word, and no index takes it whole. */
const LONGEST_STEM = 64;

/** The same words come again and again: so many stems are remembered. */
const REMEMBERED = 5000;

const stemOf = remembering((run) => englishStem(run).slice(0, LONGEST_STEM), REMEMBERED);

interface Run {
  readonly text: string;
  readonly start: number;
  readonly chinese: boolean;
}

function runsOf(text: string): Run[] {
  return [...text.matchAll(RUN)].map((match) => ({
    text: match[0],
    start: match.index,
    chinese: /^\p{Script=Han}/u.test(match[0]),
  }));
}

function charactersOf(run: string): string[] {
  return [...charactersInScript(run, 'simplified')];
}

function placesOf(wanted: string, text: string): Span[] {
  const places: Span[] = [];
  for (let at = text.indexOf(wanted); at >= 0; at = text.indexOf(wanted, at + wanted.length)) {
    places.push({ start: at, end: at + wanted.length });
  }
  return places;
}

function withoutOverlap(spans: readonly Span[]): Span[] {
  const kept: Span[] = [];
  for (const span of spans) {
    if (span.start >= (kept.at(-1)?.end ?? 0)) kept.push(span);
  }
  return kept;
}
