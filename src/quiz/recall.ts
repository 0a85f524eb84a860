import type { Language } from '../language/characters.ts';
import { graphemesOf } from '../language/characters.ts';
import { aboutWord, wordAnswer } from './asked-word.ts';
import type { Chance } from './chance.ts';
import type { Material } from './material.ts';
import type { Difficulty, Hint, Made } from './question.ts';

/** The word for a meaning, in a sentence that lacks it, to be typed. Easy and normal give a hint. */
export function makeRecall(
  material: Material,
  difficulty: Difficulty,
  learning: Language | null,
  chance: Chance,
): Made | null {
  const language = learning ?? (chance.below(2) === 0 ? 'en' : 'zh');
  const found = chance.pick(material.blanks[language][difficulty]);
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
      hint: hintOf(right, difficulty),
    },
    choices: null,
    answer: wordAnswer(word, language, right),
    right,
    ...aboutWord(word, use, material),
  };
}

/** The first character of a word of one would be the word. */
function hintOf(right: string, difficulty: Difficulty): Hint {
  const characters = graphemesOf(right);
  const first = difficulty === 'easy' && characters.length > 1 ? (characters[0] ?? null) : null;
  return { first, length: difficulty === 'hard' ? null : characters.length };
}
