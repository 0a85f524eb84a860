import type { OnProgress } from '../progress.ts';
import { roughWay } from './anchors.ts';
import { type Band, bandRound, type Place } from './band.ts';
import { BEAD_KINDS, type Bead } from './bead.ts';
import { FEATURES, featuresOf, type Judged } from './features.ts';
import { learnedLinks } from './learned.ts';
import { learnedLengths, lengthFacts } from './lengths.ts';
import { type Evidence, lexiconOf, readTexts, type Text } from './lexicon.ts';
import { marksOf } from './marks.ts';
import { MODEL, type Model } from './model.ts';
import { captionsIn, withRepeated } from './noise-scores.ts';
import { type BeadScore, type FoundBead, search } from './search.ts';

/** Half the width of the first band, round the anchors, and of the second, round the first way. */
const WIDE = 20;
const NARROW = 12;
/** Each pass learns words and lengths from the one before. */
const PASSES = 2;

/** The beads of two texts, in order; every segment is in exactly one. */
export function alignSegments(
  en: readonly string[],
  zh: readonly string[],
  evidence: Evidence,
  model: Model = MODEL,
  onProgress: OnProgress = () => {},
): Bead[] {
  const { judged, band } = lastPass(en, zh, evidence, model, onProgress);
  onProgress(READ + FOUND);
  const found = searchIn(judged, band, model, model.surety) ?? [];
  onProgress(1);
  return beadsOf(found);
}

/** The shares of the time that it takes to read the texts, and to find a first way. */
const READ = 0.3;
const FOUND = 0.4;

/** All that the last search needs: what the passes before it taught, and where they went. */
function lastPass(
  en: readonly string[],
  zh: readonly string[],
  evidence: Evidence,
  model: Model,
  onProgress: OnProgress,
): { judged: Judged; band: Band } {
  const text = readTexts(en, zh, evidence);
  onProgress(READ);
  const way = roughWay(text, { en: en.length, zh: zh.length });
  let judged = judgedOf(en, zh, text, model);
  let band = bandRound(way, WIDE);
  for (let pass = 1; pass < PASSES; pass += 1) {
    const beads = searchIn(judged, band, model) ?? [];
    const links = [...text.links, ...learnedLinks(beads, text.en, text.zh)];
    judged = {
      ...judged,
      noise: withRepeated(judged.noise, en, zh, beads),
      lexicon: lexiconOf(text, links, model),
      facts: learnedLengths(judged.facts, beads, text.en.lengths, text.zh.lengths),
    };
    band = bandRound(beads.map(endOf), NARROW);
  }
  return { judged, band };
}

/** Two texts with all that is known of them before a first way through them is found. */
export function judgedOf(
  en: readonly string[],
  zh: readonly string[],
  text: Text,
  model: Model,
): Judged {
  return {
    en: text.en,
    zh: text.zh,
    marks: { en: en.map((one) => marksOf(one, 'en')), zh: zh.map((one) => marksOf(one, 'zh')) },
    noise: captionsIn(en, zh),
    lexicon: lexiconOf(text, text.links, model),
    facts: lengthFacts(text.en.lengths, text.zh.lengths),
  };
}

function endOf({ kind, en, zh }: FoundBead): Place {
  const [a, b] = BEAD_KINDS[kind] ?? [1, 1];
  return { en: en + a, zh: zh + b };
}

/**
 * The likeliest beads in a band; null where no way leads through it. With a `surety` below 1 all
 * scores count less, which leaves nearly all beads as they are and makes the search less sure of them.
 */
export function searchIn(judged: Judged, band: Band, model: Model, surety = 1): FoundBead[] | null {
  const read = featuresOf(judged, band, model);
  const logs = BEAD_KINDS.map(([a, b]) => Math.log(model.priors[`${a}-${b}`] ?? 0));
  const weights = Float64Array.from(FEATURES, (feature) => model.weights[feature]);
  const values = new Float64Array(FEATURES.length);
  const score: BeadScore = (kind, i, j) => {
    if (logs[kind] === Number.NEGATIVE_INFINITY || !read(kind, i, j, values))
      return Number.NEGATIVE_INFINITY;
    let total = logs[kind] ?? 0;
    for (let at = 0; at < values.length; at += 1) total += (values[at] ?? 0) * (weights[at] ?? 0);
    return total * surety;
  };
  return search(band, score, model.costs);
}

export function beadsOf(found: readonly FoundBead[]): Bead[] {
  return found.map(({ kind, en: i, zh: j, probability }) => {
    const [a, b] = BEAD_KINDS[kind] ?? [1, 1];
    return { en: range(i, a), zh: range(j, b), confidence: probability };
  });
}

function range(from: number, length: number): number[] {
  return Array.from({ length }, (_, index) => from + index);
}
