import { roughWay } from './anchors.ts';
import { type Band, bandRound, type Place } from './band.ts';
import { BEAD_KINDS, type Bead } from './bead.ts';
import { FEATURES, featuresOf, type Judged } from './features.ts';
import { learnedLinks } from './learned.ts';
import { lengthFacts } from './lengths.ts';
import { type Evidence, lexiconOf, readTexts, type Text } from './lexicon.ts';
import { marksOf } from './marks.ts';
import { MODEL, type Model } from './model.ts';
import { captionsIn, withRepeated } from './noise-scores.ts';
import { type BeadScore, type FoundBead, search } from './search.ts';

/** Half the width of the first band, round the anchors, and of the second, round the first way. */
const WIDE = 30;
const NARROW = 12;

/** The beads of two texts, in order; every segment is in exactly one. */
export function alignSegments(
  en: readonly string[],
  zh: readonly string[],
  evidence: Evidence,
  model: Model = MODEL,
): Bead[] {
  const { judged, band, priors } = secondPass(en, zh, evidence, model);
  return beadsOf(searchIn(judged, band, model, priors) ?? []);
}

/** All that the second and last search needs. */
function secondPass(
  en: readonly string[],
  zh: readonly string[],
  evidence: Evidence,
  model: Model,
): { judged: Judged; band: Band; priors: Model['priors'] } {
  const text = readTexts(en, zh, evidence);
  const end = { en: en.length, zh: zh.length };
  const judged = judgedOf(en, zh, text, model);
  const way = roughWay(text.links, text.en.postings, text.zh.postings, end);
  const first = searchIn(judged, bandRound(way, WIDE), model, model.priors) ?? [];
  const links = [...text.links, ...learnedLinks(first, text.en, text.zh)];
  return {
    judged: {
      ...judged,
      noise: withRepeated(judged.noise, en, zh, first),
      lexicon: lexiconOf(text, links, model),
    },
    band: bandRound([{ en: 0, zh: 0 }, ...first.map(endOf)], NARROW),
    priors: adapted(model, first),
  };
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

/** The likeliest beads in a band; null where no way leads through it. */
export function searchIn(
  judged: Judged,
  band: Band,
  model: Model,
  priors: Model['priors'],
): FoundBead[] | null {
  const read = featuresOf(judged, band, model);
  const logs = BEAD_KINDS.map(([a, b]) => Math.log(priors[`${a}-${b}`] ?? 0));
  const weights = Float64Array.from(FEATURES, (feature) => model.weights[feature]);
  const values = new Float64Array(FEATURES.length);
  const score: BeadScore = (kind, i, j) => {
    if (logs[kind] === Number.NEGATIVE_INFINITY || !read(kind, i, j, values))
      return Number.NEGATIVE_INFINITY;
    let total = logs[kind] ?? 0;
    for (let at = 0; at < values.length; at += 1) total += (values[at] ?? 0) * (weights[at] ?? 0);
    return total;
  };
  return search(band, score, 1);
}

export function beadsOf(found: readonly FoundBead[]): Bead[] {
  return found.map(({ kind, en: i, zh: j, probability }) => {
    const [a, b] = BEAD_KINDS[kind] ?? [1, 1];
    return { en: range(i, a), zh: range(j, b), confidence: probability };
  });
}

/** The priors, leaning to the kinds of beads found in the text. */
function adapted(model: Model, beads: readonly FoundBead[]): Model['priors'] {
  const counts = BEAD_KINDS.map(() => 0);
  for (const { kind } of beads) counts[kind] = (counts[kind] ?? 0) + 1;
  return Object.fromEntries(
    BEAD_KINDS.map(([a, b], kind) => {
      const prior = (model.priors[`${a}-${b}`] ?? 0) * model.steadiness;
      const share = ((counts[kind] ?? 0) + prior) / (beads.length + model.steadiness);
      return [`${a}-${b}`, share];
    }),
  );
}

function range(from: number, length: number): number[] {
  return Array.from({ length }, (_, index) => from + index);
}
