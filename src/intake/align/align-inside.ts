import { type OnProgress, partOf } from '../progress.ts';
import { beadsOf, judgedOf, searchIn } from './align.ts';
import { bandRound } from './band.ts';
import type { Bead } from './bead.ts';
import type { Judged } from './features.ts';
import { learnedLinks } from './learned.ts';
import { type Evidence, lexiconOf, readTexts, sliceOf, type Text } from './lexicon.ts';
import { MODEL, type Model } from './model.ts';

/** Two runs of segments that are known to translate each other as wholes. */
export interface Block {
  readonly en: readonly string[];
  readonly zh: readonly string[];
}

/** Blocks of more segments are looked at near their diagonal only. */
const WIDEST = 60;

/**
 * The beads inside each of a text's blocks (sentences inside paragraphs), as indices from 0 in the
 * block. No bead has an empty side. All blocks share what the text teaches about its words.
 */
export function alignInside(
  blocks: readonly Block[],
  evidence: Evidence,
  onProgress: OnProgress = () => {},
): Bead[][] {
  const en = blocks.flatMap((block) => block.en);
  const zh = blocks.flatMap((block) => block.zh);
  const text = readTexts(en, zh, evidence);
  const model = { ...MODEL, priors: WITHOUT_EMPTY };
  const whole = judgedOf(en, zh, text, model);
  const first = alignedBlocks(blocks, text, whole, model, partOf(onProgress, READ, 0.6));
  const found = first.flatMap((block) => block.found);
  const learned = learnedLinks(found, text.en, text.zh);
  const lexicon = lexiconOf(text, [...text.links, ...learned], model);
  const second = partOf(onProgress, 0.6, 1);
  return alignedBlocks(blocks, text, { ...whole, lexicon }, model, second, model.surety).map(
    ({ beads }) => beads,
  );
}

/** The share of the time that it takes to read the texts. */
const READ = 0.3;

const WITHOUT_EMPTY: Model['priors'] = {
  ...MODEL.priors,
  '1-0': 0,
  '0-1': 0,
};

/** The beads of each block, and the same as places in the whole text. */
function alignedBlocks(
  blocks: readonly Block[],
  text: Text,
  whole: Judged,
  model: Model,
  onProgress: OnProgress,
  surety = 1,
) {
  let i = 0;
  let j = 0;
  return blocks.map((block, index) => {
    onProgress(index / blocks.length);
    const from = { en: i, zh: j };
    i += block.en.length;
    j += block.zh.length;
    const part: Judged = {
      ...whole,
      en: sliceOf(text.en, from.en, i),
      zh: sliceOf(text.zh, from.zh, j),
      marks: {
        en: whole.marks.en.slice(from.en, i),
        zh: whole.marks.zh.slice(from.zh, j),
      },
    };
    const end = { en: block.en.length, zh: block.zh.length };
    const band = bandRound([end], Math.min(WIDEST, end.en + end.zh));
    const found = searchIn(part, band, model, surety);
    const beads = found === null ? [everything(block)] : beadsOf(found);
    return {
      beads,
      found: (found ?? []).map((bead) => ({
        ...bead,
        en: bead.en + from.en,
        zh: bead.zh + from.zh,
      })),
    };
  });
}

/** Counts too far apart for the kinds of beads (1 to 8, say) leave no way: one bead holds all. */
function everything({ en, zh }: Block): Bead {
  return { en: [...en.keys()], zh: [...zh.keys()], confidence: 1 };
}
