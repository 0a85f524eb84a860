import type { Language } from '../language/characters.ts';
import { aboutWord, wordAnswer } from './asked-word.ts';
import type { Chance } from './chance.ts';
import { hintOf } from './hint.ts';
import type { Material } from './material.ts';
import type { Difficulty, Made } from './question.ts';

/** The word for a meaning, in a sentence that lacks it, to be typed. */
export function makeRecall(
  material: Material,
  difficulty: Difficulty,
  learning: Language | null,
  chance: Chance,
): Made | null {
  const language = learning ?? (chance.below(2) === 0 ? 'en' : 'zh');
  const found = chance.pick(material.typed[language][difficulty]);
  if (found === null) return null;
  const { word, use, sentence } = found;
  const right = language === 'zh' ? word.zh : use.en;
  return {
    prompt: {
      task: 'recall',
      language,
      meaning: language === 'zh' ? word.meaning.text : word.zh,
      sentence,
      translation: use.pair[language === 'zh' ? 'en' : 'zh'],
      hint: hintOf(right, language, difficulty, word),
    },
    choices: null,
    answer: wordAnswer(word, language, right),
    right,
    ...aboutWord(word, use, material),
  };
}
