import type { Paragraph, TextPair } from '../article/article.ts';
import { splitSentences } from '../language/sentences.ts';
import { alignInside } from './align/align-inside.ts';
import { type Evidence, NO_EVIDENCE } from './align/lexicon.ts';
import type { OnProgress } from './progress.ts';

/** The sentence pairs of a paragraph, and how sure each is, from 0 to 1. */
export interface PairedSentences {
  readonly pairs: Paragraph['pairs'];
  readonly confidences: readonly number[];
}

/**
 * The sentence pairs of one paragraph, as indices from 0: every sentence in exactly one pair, in
 * order, no pair empty on a side. Without a dictionary: by lengths, numbers, names and marks.
 */
export function pairSentences(texts: TextPair): Paragraph['pairs'] {
  return pairAllSentences([texts], NO_EVIDENCE)[0]?.pairs ?? [];
}

/** The same for all paragraphs of an article at once, which teach each other their words. */
export function pairAllSentences(
  paragraphs: readonly TextPair[],
  evidence: Evidence,
  onProgress?: OnProgress,
): PairedSentences[] {
  const blocks = paragraphs.map(({ en, zh }) => ({
    en: splitSentences(en),
    zh: splitSentences(zh),
  }));
  return alignInside(blocks, evidence, onProgress).map((beads) => ({
    pairs: beads.map(({ en, zh }) => ({ en: [...en], zh: [...zh] })),
    confidences: beads.map((bead) => bead.confidence),
  }));
}
