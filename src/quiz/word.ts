import type { Language } from '../language/characters.ts';
import type { ArticleWord, WordUse } from './article-words.ts';
import { aboutWord, shownReading, wordAnswer } from './asked-word.ts';
import { shows } from './blanks.ts';
import type { Chance } from './chance.ts';
import type { Material } from './material.ts';
import type { Difficulty, Made } from './question.ts';
import { choiceOf, threeOf } from './word-rivals.ts';
import { hasOneReading, wrongReadings } from './wrong-readings.ts';

type Task = 'meaning' | 'word' | 'reading';

/** Recognising comes before producing, and a tone is the hardest to tell. */
const TASKS: Readonly<Record<Difficulty, readonly Task[]>> = {
  easy: ['meaning', 'meaning', 'word'],
  normal: ['meaning', 'word', 'reading'],
  hard: ['word', 'reading'],
};
/** The longest sentence that stands beside a word. */
const LONGEST = { en: 240, zh: 100 };

interface Asked {
  readonly word: ArticleWord;
  readonly use: WordUse;
  readonly language: Language;
  readonly difficulty: Difficulty;
}

/** Meaning → word, word → meaning, or word → reading; English words have no reading to ask. */
export function makeWord(
  material: Material,
  difficulty: Difficulty,
  learning: Language | null,
  chance: Chance,
): Made | null {
  const language = learning ?? (chance.below(3) === 0 ? 'en' : 'zh');
  const tasks = TASKS[difficulty].filter((task) => language === 'zh' || task !== 'reading');
  const task = chance.pick(tasks) ?? 'word';
  const words = material.words[difficulty];
  const start = chance.below(Math.max(1, words.length));
  // The next ones are tried where a word has too few rivals, or several readings.
  for (let step = 0; step < words.length; step += 1) {
    const word = words[(start + step) % words.length];
    const use = chance.pick(word?.uses ?? []);
    if (word === undefined || use === null) continue;
    const asked = { word, use, language, difficulty };
    const made =
      task === 'reading' ? reading(asked, chance) : choice(asked, task, material, chance);
    if (made !== null) return { ...made, ...aboutWord(word, use, material) };
  }
  return null;
}

type Part = Pick<Made, 'prompt' | 'choices' | 'answer' | 'right'>;

function choice(
  asked: Asked,
  task: 'meaning' | 'word',
  material: Material,
  chance: Chance,
): Part | null {
  const { word, language, difficulty } = asked;
  const other = language === 'zh' ? 'en' : 'zh';
  const answered = task === 'word' ? language : other;
  const right = choiceOf(word, answered);
  const rivals = material.rivalWords(word, answered);
  const wrong = threeOf(rivals, difficulty, chance, (rival) => choiceOf(rival, answered));
  if (wrong === null) return null;
  const shown = choiceOf(word, task === 'word' ? other : language);
  const sentence = sentenceOf(asked, task === 'word' ? other : language, right);
  const texts = chance.shuffled([right, ...wrong]);
  return {
    prompt:
      task === 'word'
        ? { task, language, meaning: shown, sentence }
        : { task, language, word: shown, sentence },
    choices: { language: answered, texts, right: texts.indexOf(right) },
    answer: wordAnswer(word, answered, right),
    right,
  };
}

/** The sentence of the prompt's own language; none where it is hard, too long or tells the answer. */
function sentenceOf({ use, difficulty }: Asked, language: Language, right: string): string | null {
  const text = use.pair[language];
  const fits = text.length <= LONGEST[language] && !shows(text, right);
  return difficulty !== 'hard' && fits ? text : null;
}

function reading({ word, use, difficulty }: Asked, chance: Chance): Part | null {
  const readings = word.readings.taiwan;
  if (!hasOneReading(word) || use.pair.zh.length > LONGEST.zh) return null;
  const wrong = wrongReadings(readings, difficulty, chance);
  if (wrong === null) return null;
  const all = chance.shuffled([readings, ...wrong]);
  const inAid = (aid: 'pinyin' | 'zhuyin') => all.map((one) => shownReading(one, aid));
  return {
    prompt: { task: 'reading', word: word.zh, sentence: use.pair.zh },
    choices: {
      language: 'pinyin',
      texts: inAid('pinyin'),
      zhuyin: inAid('zhuyin'),
      right: all.indexOf(readings),
    },
    answer: { form: 'reading', readings: [readings] },
    right: shownReading(readings, 'pinyin'),
  };
}
