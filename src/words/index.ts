import { aboutWords } from './about.ts';
import { articleWords } from './article.ts';
import { commonWords } from './common.ts';
import { dailyWords } from './daily.ts';
import { deliveryWords } from './delivery.ts';
import { intakeWords } from './intake.ts';
import { type InterfaceLanguage, LANGUAGES, type Translated } from './language.ts';
import { paragraphWords } from './paragraph.ts';
import { privacyWords } from './privacy.ts';
import { questionWords } from './question.ts';
import { quizWords } from './quiz.ts';
import { readWords } from './read.ts';
import { readingWords } from './reading.ts';
import { reviewWords } from './review.ts';
import { scheduleWords } from './schedule.ts';
import { scheduleRefusalWords } from './schedule-refusal.ts';
import { scoreWords } from './score.ts';
import { searchWords } from './search.ts';
import { settingsWords } from './settings.ts';
import { wordWords } from './word.ts';

/** Everything the bot says, in `language`. */
export function wordsFor(language: InterfaceLanguage) {
  return {
    language,
    common: commonWords[language],
    paragraph: paragraphWords[language],
    article: articleWords[language],
    intake: intakeWords[language],
    about: aboutWords[language],
    daily: dailyWords[language],
    schedule: scheduleWords[language],
    scheduleRefusal: scheduleRefusalWords[language],
    delivery: deliveryWords[language],
    reading: readingWords[language],
    quiz: quizWords[language],
    question: questionWords[language],
    review: reviewWords[language],
    score: scoreWords[language],
    settings: settingsWords[language],
    word: wordWords[language],
    search: searchWords[language],
    read: readWords[language],
    privacy: privacyWords[language],
  };
}

export type Words = ReturnType<typeof wordsFor>;

/** What Discord shows of a command or an option before it is used. */
export interface Name {
  readonly name: string;
  readonly description: string;
}

/** The name and description of a command or option in every language, as Discord registers them. */
export function named(pick: (words: Words) => Name) {
  const of = translated(pick);
  return {
    name: of.en.name,
    name_localizations: { 'zh-TW': of['zh-TW'].name, 'zh-CN': of['zh-CN'].name },
    description: of.en.description,
    description_localizations: {
      'zh-TW': of['zh-TW'].description,
      'zh-CN': of['zh-CN'].description,
    },
  };
}

/** The name of an entry in a message's context menu, in every language. */
export function menuName(pick: (words: Words) => string) {
  const of = translated(pick);
  return {
    name: of.en,
    name_localizations: { 'zh-TW': of['zh-TW'], 'zh-CN': of['zh-CN'] },
  };
}

/** One of an option's choices: what the reader sees in their language, and the value it stands for. */
export function choice<Value extends string>(value: Value, pick: (words: Words) => string) {
  const of = translated(pick);
  return {
    name: of.en,
    name_localizations: { 'zh-TW': of['zh-TW'], 'zh-CN': of['zh-CN'] },
    value,
  };
}

function translated<Text>(pick: (words: Words) => Text): Translated<Text> {
  const [en, zhTW, zhCN] = LANGUAGES;
  return {
    en: pick(wordsFor(en)),
    'zh-TW': pick(wordsFor(zhTW)),
    'zh-CN': pick(wordsFor(zhCN)),
  };
}
