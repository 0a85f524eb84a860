import { alignSegments } from './align/align.ts';
import type { Bead } from './align/bead.ts';
import type { Evidence } from './align/lexicon.ts';
import { mainLanguageOf } from './lines.ts';
import type { OnProgress } from './progress.ts';

/** A text in each language, as lists of segments. */
export interface Sides {
  readonly en: readonly string[];
  readonly zh: readonly string[];
}

/** Whether each of two texts is in the other's language; where either is in doubt, it is not. */
export function exchanged({ en, zh }: Sides): boolean {
  return mainLanguageOf(en) === 'zh' && mainLanguageOf(zh) === 'en';
}

/**
 * Aligns two texts, whichever is the English one. The beads name what was given as `en` first, so
 * that exchanging the texts exchanges the sides of the beads.
 */
export function alignEitherWay(
  sides: Sides,
  evidence: Evidence,
  onProgress?: OnProgress,
): { beads: Bead[]; turned: boolean } {
  const turned = exchanged(sides);
  const [en, zh] = turned ? [sides.zh, sides.en] : [sides.en, sides.zh];
  const beads = alignSegments(en, zh, evidence, undefined, onProgress);
  return { beads: turned ? beads.map(turnedBead) : beads, turned };
}

/** A bead with its sides exchanged. */
export function turnedBead({ en, zh, confidence }: Bead): Bead {
  return { en: zh, zh: en, confidence };
}
