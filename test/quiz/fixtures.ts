import type { CardText } from '../../src/quiz/card.ts';
import type { CountedAnswer } from '../../src/quiz/ports.ts';
import type { Question, QuestionKey } from '../../src/quiz/question.ts';
import { type Mode, newRound, type Round, type RoundSettings } from '../../src/quiz/round.ts';

export const KEY: QuestionKey = {
  article: 'tea',
  revision: '0a1b',
  kind: 'match',
  difficulty: 'normal',
  learning: null,
  seed: 7,
};

export const QUESTION: Question = {
  key: KEY,
  prompt: { task: 'match', language: 'en', text: 'Tea came by sea.' },
  choices: { language: 'zh', texts: ['茶走海路來。', '甲', '乙', '丙'], right: 0 },
  answer: { form: 'choice' },
  right: '茶走海路來。',
  pairs: [{ en: 'Tea came by sea.', zh: '茶走海路來。' }],
  paragraph: { article: 'tea', number: 3 },
  word: null,
};

/** A round of Ada (1) in channel 3 of server 2, whose first question is owed at 1000. */
export function roundOf(mode: Mode, questions = 10, seconds: number | null = 20): Round {
  const settings: RoundSettings = {
    kind: null,
    questions,
    articleId: null,
    difficulty: 'normal',
    learning: null,
    mode,
    seconds,
  };
  const place = { guildId: '2', channelId: '3', startedBy: '1', language: 'en' } as const;
  return newRound({ id: 'r1', ...place, settings, seed: 5 }, 1000);
}

export const ANSWER: CountedAnswer = {
  roundId: 'r1',
  number: 1,
  readerId: '1001',
  guildId: '2',
  channelId: '3',
  at: 1_000_000,
  right: true,
  points: 0.5,
  milliseconds: 1500,
};

export const WORD: CardText = {
  kind: 'word',
  learning: 'zh',
  zh: '潮汐',
  en: 'tide',
  pinyin: 'cháo xì',
  zhuyin: 'ㄔㄠˊㄒㄧˋ',
  pair: { en: 'The "tide" came in.', zh: '潮汐\t來了。' },
  articleId: 'the-sea-and-the-clock',
};

export const SENTENCE: CardText = {
  ...WORD,
  kind: 'sentence',
  learning: 'en',
  zh: '海很大。',
  en: 'The sea is big.',
  pinyin: '',
  zhuyin: '',
  pair: null,
  articleId: null,
};
