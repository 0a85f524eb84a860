import type { Article, TextPair } from '../article/article.ts';
import { type Language, languageOf } from '../language/characters.ts';
import { type Script, scriptOf } from '../language/scripts.ts';
import type { Evidence } from './align/lexicon.ts';
import { alignParagraphs, type TextsToAlign } from './align-texts.ts';
import type { Draft, DroppedText } from './draft.ts';
import { mainLanguageOf } from './lines.ts';
import { lintParagraph, ratioOf } from './lint.ts';
import type { ReadText } from './read/read.ts';
import { RefusedFile } from './read/refused.ts';

/** An article may have so many paragraphs. */
const MAX_PARAGRAPHS = 2000;
/** With more lines of one language they are too many, unless most paragraphs merge five or more. */
const MAX_LINES = 4 * MAX_PARAGRAPHS;

/** What the bot made of the files that a person sent. */
export interface MadeDraft {
  readonly draft: Draft;
  readonly script: Script;
  /** How many invisible characters were taken out. */
  readonly invisible: number;
  /** The article that the one file was an export of. */
  readonly article: Article | null;
}

/** A text that was read, with the name of its file for what there is to say of it. */
export interface NamedText extends ReadText {
  readonly name: string;
}

/**
 * The draft of one text with both languages, or of one in each, in any order. Throws a RefusedFile
 * for what makes no article.
 */
export function makeDraft(texts: readonly NamedText[], evidence: Evidence): MadeDraft {
  const [first, second] = texts;
  if (first === undefined) throw new RangeError('no text');
  const made =
    first.pairs !== null && second === undefined
      ? { pairs: first.pairs.map((pair) => ({ ...pair, sure: 1 })), dropped: [] }
      : aligned(texts, evidence);
  if (made.pairs.length === 0) throw new RefusedFile('one-language', first.name);
  if (made.pairs.length > MAX_PARAGRAPHS) throw new RefusedFile('too-many-paragraphs', first.name);
  const script = scriptOf(made.pairs.map(({ zh }) => zh).join('')) ?? 'traditional';
  return {
    draft: { ...made, pairs: withFindings(made.pairs, script) },
    script,
    invisible: texts.reduce((sum, { invisible }) => sum + invisible, 0),
    article: first.article,
  };
}

type SurePair = TextPair & { readonly sure: number };

function aligned(texts: readonly NamedText[], evidence: Evidence) {
  const input = textsToAlign(texts);
  // Aligning so much takes seconds: what has no chance to fit is refused at once.
  const long = texts.find(({ lines }) => mostOfALanguage(lines) > MAX_LINES);
  if (long !== undefined) throw new RefusedFile('too-many-paragraphs', long.name);
  const { paragraphs, dropped } = alignParagraphs(input, evidence);
  return {
    pairs: paragraphs.map(({ en, zh, confidence }): SurePair => ({ en, zh, sure: confidence })),
    dropped: dropped.map(
      ({ text, reason }): DroppedText => ({ text, language: languageOf(text), reason }),
    ),
  };
}

function mostOfALanguage(lines: readonly string[]): number {
  const of = (language: Language) => lines.filter((one) => languageOf(one) === language).length;
  return Math.max(of('en'), of('zh'));
}

function textsToAlign(texts: readonly NamedText[]): TextsToAlign {
  const [first, second] = texts;
  const textOf = (one: NamedText | undefined) => one?.lines.join('\n') ?? '';
  if (second === undefined) return { text: textOf(first) };
  const inPairs = texts.find(({ pairs }) => pairs !== null);
  if (inPairs !== undefined) throw new RefusedFile('in-pairs-already', inPairs.name);
  const english = texts.filter((one) => mainLanguageOf(one.lines) === 'en');
  if (english.length !== 1) throw new RefusedFile('same-language', second.name);
  const [en] = english;
  return { en: textOf(en), zh: textOf(en === first ? second : first) };
}

function withFindings(pairs: readonly SurePair[], script: Script): Draft['pairs'] {
  const facts = { script, ratio: ratioOf(pairs) };
  return pairs.map((pair) => ({
    ...pair,
    findings: [...new Set(lintParagraph(pair, facts).map(({ code }) => code))],
  }));
}
