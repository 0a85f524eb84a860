import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
} from 'discord-api-types/v10';
import { DIFFICULTIES, KINDS } from '../../src/quiz/question.ts';
import {
  LONGEST,
  MAX_QUESTIONS,
  MODES,
  type RoundSettings,
  SHORTEST,
} from '../../src/quiz/round.ts';
import { choice, named } from '../../src/words/index.ts';
import type { CommandRequest, Services } from '../command.ts';
import { articleIn, articleOption } from '../options.ts';

const QUESTIONS = 10;
/** Seconds a question unless the member chooses: time to read five sentences and type a word. */
const SECONDS = 30;

/** The language asked for, by the setting of who starts the round. */
const LEARNING = { both: null, chinese: 'zh', english: 'en' } as const;

/** What a round may be started with. */
export function startOptions(): APIApplicationCommandBasicOption[] {
  const { String: Text, Integer } = ApplicationCommandOptionType;
  return [
    {
      type: Text,
      ...named((words) => words.quiz.options.kind),
      choices: KINDS.map((kind) => choice(kind, (words) => words.question.kinds[kind])),
    },
    {
      type: Integer,
      ...named((words) => words.quiz.options.rounds),
      min_value: 1,
      max_value: MAX_QUESTIONS,
    },
    { ...articleOption(), ...named((words) => words.quiz.options.article) },
    {
      type: Text,
      ...named((words) => words.quiz.options.difficulty),
      choices: DIFFICULTIES.map((one) => choice(one, (words) => words.question.difficulties[one])),
    },
    {
      type: Text,
      ...named((words) => words.quiz.options.mode),
      choices: MODES.map((mode) => choice(mode, (words) => words.quiz.modes[mode])),
    },
    {
      type: Integer,
      ...named((words) => words.quiz.options.seconds),
      min_value: SHORTEST,
      max_value: LONGEST,
    },
  ];
}

/** The settings of the round that a member starts. */
export function settingsIn(
  { options, guildId, preferences }: CommandRequest,
  services: Services,
): RoundSettings {
  const chosen = <Value extends string>(name: string, values: readonly Value[]) =>
    values.find((value) => value === options.text(name)) ?? null;
  const mode = chosen('mode', MODES) ?? (guildId === null ? 'solo' : 'race');
  const seconds = between(SHORTEST, LONGEST, options.number('seconds') ?? SECONDS);
  return {
    kind: chosen('kind', KINDS),
    questions: between(1, MAX_QUESTIONS, options.number('rounds') ?? QUESTIONS),
    articleId: articleIn(options, services)?.id ?? null,
    difficulty: chosen('difficulty', DIFFICULTIES) ?? 'normal',
    learning: LEARNING[preferences.quiz],
    mode,
    seconds: mode === 'solo' ? null : seconds,
  };
}

function between(least: number, most: number, value: number): number {
  return Math.min(most, Math.max(least, value));
}
