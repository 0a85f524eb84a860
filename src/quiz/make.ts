import type { Language } from '../language/characters.ts';
import { type Chance, chanceFrom } from './chance.ts';
import { makeCloze } from './cloze.ts';
import { makeMatch } from './match.ts';
import type { Material } from './material.ts';
import { makeOrder } from './order.ts';
import type { Difficulty, Kind, Made, Question, QuestionKey } from './question.ts';
import { makeRecall } from './recall.ts';
import { sectionOfSeed } from './sections.ts';
import { makeWord } from './word.ts';

type Maker = (
  material: Material,
  difficulty: Difficulty,
  learning: Language | null,
  chance: Chance,
) => Made | null;

const MAKERS: Readonly<Record<Kind, Maker>> = {
  match: makeMatch,
  cloze: makeCloze,
  order: makeOrder,
  word: makeWord,
  recall: makeRecall,
};

/**
 * The question of a key, the same one whenever it is asked for. Null where the key is of another
 * article, revision or section, or where the article has nothing for its kind: a text of three sentences.
 */
export function makeQuestion(material: Material, key: QuestionKey): Question | null {
  const { article, revision, kind, difficulty, learning, seed } = key;
  if (article !== material.article.id || revision !== material.revision) return null;
  if (sectionOfSeed(seed, material.sections) !== material.section) return null;
  const chance = chanceFrom([article, kind, difficulty, learning ?? '', seed].join(' '));
  const made = MAKERS[kind](material, difficulty, learning, chance);
  return made === null ? null : { key, ...made };
}
