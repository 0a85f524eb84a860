import { sentencePairs, type TextPair } from '../../article/article.ts';
import type { Language } from '../../language/characters.ts';
import { type Script, scriptOf } from '../../language/scripts.ts';
import type { Bead } from '../align/bead.ts';
import type { ImportResult } from '../import.ts';
import { type DroppedLine, droppedLine } from '../interleaved.ts';
import { linesOf } from '../lines.ts';
import { joined } from '../read/wrapped.ts';
import type { Warning } from '../report.ts';

/** From here on an alignment is right in nearly all cases: see docs/alignment.md. */
export const SURE = 0.9;
/** Below this it is rather wrong than right. */
const DOUBTFUL = 0.5;

/** How much a person should look at something. */
export type Level = 'sure' | 'unsure' | 'doubtful';

export function levelOf(confidence: number): Level {
  if (confidence >= SURE) return 'sure';
  return confidence > DOUBTFUL ? 'unsure' : 'doubtful';
}

/** An alignment as a person looks through it. */
export interface Review {
  readonly title: string;
  readonly script: Script;
  readonly pairs: readonly ReviewedPair[];
  readonly dropped: readonly DroppedLine[];
  /** What makes the result unsound. */
  readonly errors: readonly Warning[];
  readonly warnings: readonly Warning[];
}

export interface ReviewedPair {
  /** Counted from 1 in their own file. */
  readonly lines: Readonly<Record<Language, readonly number[]>>;
  readonly confidence: number;
  /** The pair's sentences, or its only part: what stands beside what. */
  readonly parts: readonly (TextPair & { readonly confidence: number })[];
}

/** Of a whole import. */
export function reviewOfImport(title: string, result: ImportResult): Review {
  const { article, lines, dropped, errors, warnings } = result;
  const pairs = (article?.paragraphs ?? []).map((paragraph, index): ReviewedPair => {
    const { en = [], zh = [], confidence = 0, pairs: sure = [] } = lines[index] ?? {};
    const parts = sentencePairs(paragraph).map((texts, at) => ({
      ...texts,
      confidence: sure[at] ?? confidence,
    }));
    return { lines: { en, zh }, confidence, parts };
  });
  return { title, script: article?.script ?? 'traditional', pairs, dropped, errors, warnings };
}

/** Of bare beads between the lines of two files. */
export function reviewOfBeads(
  title: string,
  segments: Readonly<Record<Language, readonly string[]>>,
  beads: readonly Bead[],
): Review {
  const isPair = ({ en, zh }: Bead) => en.length > 0 && zh.length > 0;
  const textOf = (side: Language, bead: Bead) =>
    joined(bead[side].map((at) => segments[side][at] ?? ''));
  const droppedOf = (side: Language) => {
    const alone = new Set(beads.flatMap((bead) => (isPair(bead) ? [] : bead[side])));
    return linesOf(segments[side].join('\n'), side)
      .filter(({ number }) => alone.has(number - 1))
      .map((line) => droppedLine(line, 'no partner'));
  };
  return {
    title,
    script: scriptOf(segments.zh.join('')) ?? 'traditional',
    pairs: beads.filter(isPair).map((bead) => ({
      lines: { en: bead.en.map((at) => at + 1), zh: bead.zh.map((at) => at + 1) },
      confidence: bead.confidence,
      parts: [{ en: textOf('en', bead), zh: textOf('zh', bead), confidence: bead.confidence }],
    })),
    dropped: [...droppedOf('en'), ...droppedOf('zh')],
    errors: [],
    warnings: [],
  };
}
