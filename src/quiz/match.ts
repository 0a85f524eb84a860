import type { Language } from '../language/characters.ts';
import type { Chance } from './chance.ts';
import type { Material } from './material.ts';
import { type Passage, type Rival, sameParagraph } from './passages.ts';
import type { Difficulty, Made } from './question.ts';

/** Sentence pairs of a passage; where an article has too few of these, all are asked. */
const RUNS: Readonly<Record<Difficulty, readonly number[]>> = {
  easy: [1],
  normal: [1],
  hard: [2],
};

/** Fewer passages of a length than these would come again and again. */
const VARIED = 12;

/** A passage in one language, four in the other. Null where the article has too few passages. */
export function makeMatch(
  { passages }: Material,
  difficulty: Difficulty,
  learning: Language | null,
  chance: Chance,
): Made | null {
  const shown = learning ?? (chance.below(2) === 0 ? 'en' : 'zh');
  const asked = shown === 'en' ? 'zh' : 'en';
  const able = passages.filter((one) => one.rivals[asked].length > 0);
  const found = chance.pick(ofLength(able, difficulty));
  if (found === null) return null;
  const { passage } = found;
  const wrong = wrongChoices(found, asked, difficulty, chance);
  if (wrong === null) return null;
  const texts = chance.shuffled([passage, ...wrong]).map((one) => one[asked]);
  return {
    prompt: { task: 'match', language: shown, text: passage[shown] },
    choices: { language: asked, texts, right: texts.indexOf(passage[asked]) },
    answer: { form: 'choice' },
    right: passage[asked],
    pairs: passage.pairs,
    paragraph: { article: passage.article, number: passage.paragraph },
    word: null,
  };
}

function ofLength(able: readonly Rival[], difficulty: Difficulty): readonly Rival[] {
  for (const run of RUNS[difficulty]) {
    const found = able.filter(({ passage }) => passage.to - passage.from === run);
    if (found.length >= VARIED) return found;
  }
  return able;
}

/** One wrong choice a paragraph: three are found, in whatever order they are tried. */
function isApart(one: Passage, other: Passage, asked: Language): boolean {
  return !sameParagraph(one, other) && one[asked] !== other[asked];
}

/** Hard: from the likest in topic; normal: from the liker half; easy: from all. */
function wrongChoices(
  { rivals }: Rival,
  asked: Language,
  difficulty: Difficulty,
  chance: Chance,
): Passage[] | null {
  const all = rivals[asked];
  const among = { easy: all.length, normal: Math.max(6, all.length / 2), hard: 5 }[difficulty];
  const chosen: Passage[] = [];
  for (const one of [...chance.shuffled(all.slice(0, among)), ...all.slice(among)]) {
    if (chosen.every((other) => isApart(one, other, asked))) chosen.push(one);
    if (chosen.length === 3) return chosen;
  }
  return null;
}
