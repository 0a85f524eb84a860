import {
  type APIMessageTopLevelComponent,
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10';
import { z } from 'zod';
import { shorten } from '../language/characters.ts';
import type { Question, Verdict } from '../quiz/question.ts';
import { type AskedQuestion, places, type Round, type Standing } from '../quiz/round.ts';
import type { Words } from '../words/index.ts';
import { countingNumber, defineCustomId } from './custom-id.ts';
import {
  button,
  COLOUR,
  container,
  divider,
  fillOf,
  type MessageBody,
  messageOf,
  row,
  textDisplay,
} from './message.ts';
import {
  answerRow,
  answerTexts,
  lessonTexts,
  pairsText,
  plainTask,
  questionTexts,
  verdictText,
} from './question.ts';
import { placeMark } from './score.ts';

const roundId = z.string().regex(/^[0-9a-z]{1,16}$/);
const place = z
  .string()
  .regex(/^[0-3]$/)
  .transform(Number);

/** The choice at a place (from 0), of a question of a round. */
export const quizAnswerButton = defineCustomId('quiz', z.tuple([roundId, countingNumber, place]));
/** Opens the field for a typed answer; the modal has the same values. */
export const quizTypeButton = defineCustomId('quiz-type', z.tuple([roundId, countingNumber]));
export const quizTypedModal = defineCustomId('quiz-typed', z.tuple([roundId, countingNumber]));
/** What may be done with a round: the next question of a solo one, its result, and after it. */
export const quizRoundButton = defineCustomId(
  'quiz-round',
  z.tuple([z.enum(['next', 'result', 'again', 'misses', 'share']), roundId]),
);

const CLOSED = 0x6b7280;
/** So many places, and names at an answer, a message shows. */
const MAX_PLACES = 10;
const MAX_NAMES = 12;

/** A question of a round, as it stands in the channel or, in a solo round, before its reader alone. */
export function renderQuestion(
  words: Words,
  round: Round,
  { number }: Pick<AskedQuestion, 'number'>,
  question: Question,
  closesAt: number | null,
): MessageBody {
  const typed = question.choices === null;
  const ids = {
    choice: (at: number) => quizAnswerButton.write(round.id, number, at),
    type: quizTypeButton.write(round.id, number),
  };
  const solo = round.settings.mode === 'solo';
  return messageOf([
    container([
      textDisplay(heading(words, round, number, closesAt)),
      ...questionTexts(words, question).map(textDisplay),
      ...(typed && !solo ? [textDisplay(`-# ${words.quiz.orReply}`)] : []),
    ]),
    answerRow(words, question, ids),
  ]);
}

/** The field in which an answer is typed; its custom_id is `answer`. */
export function renderTypedModal(
  words: Words,
  id: string,
  number: number,
  question: Question,
): APIModalInteractionResponseCallbackData {
  return {
    custom_id: quizTypedModal.write(id, number),
    title: words.question.typedTitle,
    components: [
      {
        type: ComponentType.Label,
        label: words.question.typed,
        description: shorten(plainTask(words, question), 100),
        component: {
          type: ComponentType.TextInput,
          custom_id: 'answer',
          style: TextInputStyle.Short,
          max_length: 200,
          required: true,
        },
      },
    ],
  };
}

function heading(words: Words, round: Round, number: number, closesAt: number | null): string {
  const { mode, questions } = round.settings;
  const title = `**${words.quiz.heading(number, questions)}**`;
  if (closesAt === null) return `-# ${title}`;
  const when = `<t:${Math.ceil(closesAt / 1000)}:R>`;
  return `-# ${[title, words.quiz.modeNames[mode], words.quiz.closes(when)].join(words.common.dot)}`;
}

/** The same message once the question is closed: the right answer, and who had it. */
export function renderReveal(words: Words, round: Round, question: Question): MessageBody {
  const number = round.question?.number ?? 1;
  return messageOf([
    container(
      [
        textDisplay(heading(words, round, number, null)),
        ...questionTexts(words, question).slice(0, 1).map(textDisplay),
        ...answerTexts(words, question).map(textDisplay),
        textDisplay(whoHadIt(words, round)),
      ],
      CLOSED,
    ),
  ]);
}

function whoHadIt(words: Words, { settings, answers }: Round): string {
  const right = answers.filter((answer) => answer.right);
  const [first] = right;
  if (first === undefined) return words.quiz.nobody;
  if (settings.mode === 'race') {
    return `🏅 ${words.quiz.winner(mention(first.readerId), seconds(first.milliseconds))}`;
  }
  const names = right.slice(0, MAX_NAMES).map(({ readerId }) => mention(readerId));
  const more = right.length > MAX_NAMES ? ' …' : '';
  return `🏅 ${words.quiz.rightOnes(right.length, answers.length)}\n-# ${names.join(' ')}${more}`;
}

/** What a solo reader sees after an answer or, without a verdict, a skip: the right answer, and the way on. */
export function renderVerdict(
  words: Words,
  round: Round,
  number: number,
  question: Question,
  verdict: Verdict | null,
): MessageBody {
  const ends = round.phase === 'ending' || round.phase === 'over';
  const next = ends
    ? button(quizRoundButton.write('result', round.id), words.quiz.seeResult, { primary: true })
    : button(quizRoundButton.write('next', round.id), words.quiz.next, { primary: true });
  return messageOf([
    container([
      textDisplay(heading(words, round, number, null)),
      textDisplay(verdict === null ? words.quiz.skipping : verdictText(words, verdict)),
      ...answerTexts(words, question).map(textDisplay),
    ]),
    row(next),
  ]);
}

/** The result of a round: why it ended, the places, what was missed, and what may be done now. */
export function renderResult(words: Words, round: Round, missed: readonly Question[]): MessageBody {
  const solo = round.settings.mode === 'solo';
  const why = round.ending === null || round.ending === 'lost' ? 'complete' : round.ending;
  const head = [`## ${words.quiz.result}`, `-# ${words.quiz.endings[why]}`].join('\n');
  const texts = [head, solo ? soloLine(words, round) : placesText(words, round)];
  const list = missedTexts(missed, texts);
  return messageOf([
    container([
      ...texts.map(textDisplay),
      ...(list === null
        ? []
        : [
            divider(),
            textDisplay(`**${solo ? words.quiz.missedSolo : words.quiz.missed}**\n${list}`),
          ]),
    ]),
    resultButtons(words, round),
  ]);
}

function resultButtons(words: Words, { id }: Round): APIMessageTopLevelComponent {
  const does = (what: 'again' | 'misses' | 'share') => quizRoundButton.write(what, id);
  return row(
    button(does('again'), words.quiz.playAgain, { emoji: '🔁', primary: true }),
    button(does('misses'), words.quiz.myMisses, { emoji: '📖' }),
    button(does('share'), words.quiz.share, { emoji: '📣' }),
  );
}

/** As many missed pairs as a message has room for, or null when nothing was missed. */
function missedTexts(missed: readonly Question[], others: readonly string[]): string | null {
  const lists = missed
    .slice(0, 5)
    .map((_, at) => missed.slice(0, at + 1).map(({ pairs }) => pairsText(pairs)))
    .map((pairs) => pairs.join('\n\n'));
  return lists.findLast((list) => fillOf([...others, list]) <= 0.9) ?? null;
}

function soloLine(words: Words, { standings, past }: Round): string {
  const [own] = standings;
  const fastest =
    own?.fastest == null ? '' : `${words.common.dot}${words.quiz.fastest(seconds(own.fastest))}`;
  return `${words.quiz.resultSolo(own?.right ?? 0, past.length)}${fastest}`;
}

/** The places of a round, the best first. */
function placesText(words: Words, round: Round): string {
  const all = places(round);
  if (all.length === 0) return words.quiz.nobodyPlayed;
  return all
    .slice(0, MAX_PLACES)
    .map((one, at) => `${placeMark(at, one)} ${standingLine(words, one)}`)
    .join('\n');
}

function standingLine(words: Words, { readerId, points, right, answered, fastest }: Standing) {
  const speed =
    fastest === null ? '' : `${words.common.dot}${words.quiz.fastest(seconds(fastest))}`;
  return `${mention(readerId)}${words.common.dot}${words.quiz.place(rounded(points), right, answered)}${speed}`;
}

/** How a round stands, for whoever asks. */
export function renderStatus(words: Words, round: Round): MessageBody {
  const { settings, question } = round;
  const mode = words.quiz.modeNames[settings.mode];
  const line = words.quiz.statusLine(question?.number ?? 1, settings.questions, mode);
  return messageOf([
    container([
      textDisplay(`**${line}**`),
      textDisplay(settings.mode === 'solo' ? soloLine(words, round) : placesText(words, round)),
    ]),
  ]);
}

/** The beginning of a round in a channel: how it is played. */
export function renderStart(words: Words, { settings }: Round): MessageBody {
  const { mode, questions, kind, difficulty } = settings;
  const how = mode === 'race' ? words.quiz.howRace : words.quiz.howEveryone;
  const kinds = kind === null ? words.question.everyKind : words.question.kinds[kind];
  return messageOf([
    container([
      textDisplay(`## ${words.quiz.starts(questions)}`),
      textDisplay([how, words.quiz.howReply].join('\n')),
      textDisplay(`-# ${kinds}${words.common.dot}${words.question.difficulties[difficulty]}`),
    ]),
  ]);
}

/** A reader's misses in a round, for them alone. */
export function renderMisses(words: Words, missed: readonly Question[]): MessageBody {
  if (missed.length === 0) return messageOf([container([textDisplay(words.quiz.noMisses)])]);
  const head = `**${words.quiz.missesIn(missed.length)}**`;
  const foot = `-# ${words.quiz.missesKept}`;
  const answers = missed.map((question) => lessonTexts(words, question).join('\n'));
  const shown = answers.filter(
    (_, at) => fillOf([head, foot, answers.slice(0, at + 1).join('\n\n')]) <= 0.95,
  );
  return messageOf([container([head, shown.join('\n\n'), foot].map(textDisplay), COLOUR.reading)]);
}

/** What a reader shows others of their round: one square a question they answered, and no answer. */
export function renderShare(
  words: Words,
  readerId: string,
  answers: readonly { readonly right: boolean }[],
): MessageBody {
  const right = answers.filter((answer) => answer.right).length;
  const squares = answers.map((answer) => (answer.right ? '🟩' : '🟥')).join('');
  const line = words.quiz.shared(mention(readerId), right, answers.length);
  return messageOf([container([textDisplay(line), textDisplay(squares)])]);
}

function mention(readerId: string): string {
  return `<@${readerId}>`;
}

/** Whole points as they are; a typing error leaves halves and the like. */
function rounded(points: number): number {
  return Math.round(points * 10) / 10;
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(1);
}
