import type { Language } from '../language/characters.ts';
import type { ArticleWord } from './article-words.ts';
import { aboutWord, wordAnswer } from './asked-word.ts';
import type { BlankedUse } from './blanks.ts';
import type { Chance } from './chance.ts';
import { formsOf } from './english-sentence.ts';
import { hintOf } from './hint.ts';
import type { Material } from './material.ts';
import { isLikeInLength } from './passages.ts';
import type { Difficulty, Made } from './question.ts';
import { threeOf } from './word-rivals.ts';

/** A sentence with one word left out, its translation beside it. Hard: to be typed. */
export function makeCloze(
  material: Material,
  difficulty: Difficulty,
  learning: Language | null,
  chance: Chance,
): Made | null {
  const language = learning ?? (chance.below(2) === 0 ? 'en' : 'zh');
  const uses = (difficulty === 'hard' ? material.typed : material.blanks)[language][difficulty];
  const start = chance.below(Math.max(1, uses.length));
  // The next ones are tried where a word has too few rivals that do not fit its sentence.
  for (let step = 0; step < uses.length; step += 1) {
    const found = uses[(start + step) % uses.length];
    const made =
      found === undefined ? null : clozeOf(found, material, difficulty, language, chance);
    if (made !== null) return made;
  }
  return null;
}

function clozeOf(
  blanked: BlankedUse,
  material: Material,
  difficulty: Difficulty,
  language: Language,
  chance: Chance,
): Made | null {
  const { word, use, sentence } = blanked;
  const right = language === 'zh' ? word.zh : use.en;
  let choices: Made['choices'] = null;
  if (difficulty !== 'hard') {
    // English rivals are of one length as meanings; the form in the sentence is looked at again.
    const rivals = material.rivalWords(word, language);
    const wrong = threeOf(rivals, difficulty, chance, (rival) => fitting(rival, blanked, language));
    if (wrong === null) return null;
    const texts = chance.shuffled([right, ...wrong]);
    choices = { language, texts, right: texts.indexOf(right) };
  }
  const translation = use.pair[language === 'zh' ? 'en' : 'zh'];
  return {
    prompt: {
      task: 'cloze',
      language,
      sentence,
      translation,
      hint: choices === null ? hintOf(right, language, difficulty, word) : null,
    },
    choices,
    answer: wordAnswer(word, language, right),
    right,
    ...aboutWord(word, use, material),
  };
}

/** The rival as it would stand in the blank, or null where it has no such form or would fit too. */
function fitting(rival: ArticleWord, { word, use }: BlankedUse, language: Language): string | null {
  const { pair } = use;
  if (pair.zh.includes(rival.zh) || !rival.senses.isDisjointFrom(pair.english.all)) return null;
  if (language === 'zh') return rival.zh;
  const own = rival.uses.find((one) => one.form === use.form && one.count === 1);
  if (own === undefined || use.count > 1) return null;
  const before = pair.english.words[use.from - 1]?.text.toLowerCase();
  const article = /^an?$/.test(before ?? '');
  if (article && /^[aeiou]/.test(own.en) !== /^[aeiou]/.test(use.en)) return null;
  // Some meanings are plurals already (rules, dates), and `a` or a verb would tell them.
  if (/s$/.test(own.en) !== /s$/.test(use.en)) return null;
  const near = formsOf(own.en).some((form) => pair.english.all.has(form));
  return near || !isLikeInLength(own.en, use.en) || word.zh === rival.zh ? null : own.en;
}
