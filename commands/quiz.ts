import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
} from 'discord-api-types/v10';
import type { Round } from '../src/quiz/round.ts';
import { renderNotice } from '../src/render/message.ts';
import {
  quizRoundButton,
  renderMisses,
  renderQuestion,
  renderResult,
  renderShare,
  renderStatus,
} from '../src/render/quiz.ts';
import { questionFor } from '../src/render/readers-script.ts';
import { named } from '../src/words/index.ts';
import {
  type Command,
  type CommandRequest,
  type ComponentRequest,
  handle,
  privateReply,
  publicReply,
  type Reply,
  type Request,
  type Services,
  UserError,
  updateOrCopy,
} from './command.ts';
import { completeArticle } from './options.ts';
import { answerButton, answerByReply, typeButton, typedModal } from './quiz/answers.ts';
import { dailyAnswer, quizMe } from './quiz/daily.ts';
import { settingsIn, startOptions } from './quiz/options.ts';
import { skipSolo, soloFirst } from './quiz/solo.ts';
import { missedOf } from './quiz/stage.ts';
import { startRound } from './quiz/start.ts';

export const quiz: Command = {
  data: {
    ...named((words) => words.quiz.quiz),
    options: [
      subcommand('start', startOptions()),
      subcommand('stop'),
      subcommand('skip'),
      subcommand('status'),
    ],
  },

  run(request, services) {
    if (request.subcommand === 'stop') return stop(request, services);
    if (request.subcommand === 'skip') return skip(request, services);
    if (request.subcommand === 'status') return status(request, services);
    return startRound(request, services, settingsIn(request, services));
  },

  complete: ({ focused }, services) => completeArticle(focused.text, services),
  answered: answerByReply,
  components: [
    answerButton,
    typeButton,
    quizMe,
    dailyAnswer,
    handle(quizRoundButton, ([what, id], request, services) => AFTER[what](id, request, services)),
  ],
  modals: [typedModal],
};

function subcommand(
  name: 'start' | 'stop' | 'skip' | 'status',
  options: APIApplicationCommandBasicOption[] = [],
) {
  const { Subcommand } = ApplicationCommandOptionType;
  return { type: Subcommand, ...named((words) => words.quiz[name]), options } as const;
}

/** The round in the channel, which the member may end or hurry; null when there is none. */
async function ownRound(request: CommandRequest, { roundStore }: Services): Promise<Round | null> {
  const stored = await roundStore.inChannel(request.channelId ?? '');
  if (stored === null) return null;
  if (stored.round.startedBy !== request.userId && !request.moderates) {
    throw new UserError(({ quiz }) => quiz.notYours);
  }
  return stored.round;
}

async function stop(request: CommandRequest, services: Services): Promise<Reply> {
  const { rounds } = services;
  const solo = await soloFirst(request, services);
  if (solo !== null) {
    const ended = await rounds.happen(solo.id, { kind: 'stopped' }, request.now);
    return showResult(ended?.round ?? solo, request, services, privateReply);
  }
  const round = await ownRound(request, services);
  if (round === null) throw new UserError(({ quiz }) => quiz.noRound);
  await rounds.happen(round.id, { kind: 'stopped' }, request.now);
  return publicReply(renderNotice(request.words.quiz.stopped));
}

async function skip(request: CommandRequest, services: Services): Promise<Reply> {
  const solo = await soloFirst(request, services);
  if (solo !== null) return skipSolo(solo, request, services);
  const round = await ownRound(request, services);
  if (round === null) throw new UserError(({ quiz }) => quiz.noRound);
  await services.rounds.happen(round.id, { kind: 'skipped' }, request.now);
  return privateReply(renderNotice(request.words.quiz.skipping));
}

async function status(request: CommandRequest, { roundStore }: Services): Promise<Reply> {
  const stored =
    (await roundStore.inChannel(request.channelId ?? '')) ??
    (await roundStore.soloOf(request.userId));
  if (stored === null) throw new UserError(({ quiz }) => quiz.noRound);
  return privateReply(renderStatus(request.words, stored.round));
}

/** What the buttons of a round do. */
const AFTER: Readonly<
  Record<
    'next' | 'result' | 'again' | 'misses' | 'share',
    (id: string, request: ComponentRequest, services: Services) => Promise<Reply>
  >
> = {
  async next(id, request, services) {
    const asked = await services.rounds.nextSolo(id, request.now);
    if (asked === null) return AFTER.result(id, request, services);
    const { round } = asked;
    const question = questionFor(asked.question, request.preferences);
    const number = round.question ?? { number: 1 };
    return updateOrCopy(request, renderQuestion(request.words, round, number, question, null));
  },

  async result(id, request, services) {
    const round = await roundOr(id, services);
    return showResult(round, request, services, (body) => updateOrCopy(request, body));
  },

  async again(id, request, services) {
    const { settings } = await roundOr(id, services);
    return startRound(request, services, settings);
  },

  async misses(id, request, services) {
    await roundOr(id, services);
    const answers = await answersOf(id, request, services);
    const wrong = new Set(answers.filter(({ right }) => !right).map(({ number }) => number));
    const asked = await services.roundStore.questions(id);
    const missed = asked.filter(({ number }) => wrong.has(number));
    return privateReply(
      renderMisses(
        request.words,
        missed.map(({ question }) => questionFor(question, request.preferences)),
      ),
    );
  },

  async share(id, request, services) {
    const answers = await answersOf(id, request, services);
    return publicReply(renderShare(request.words, request.userId, answers));
  },
};

async function showResult(
  round: Round,
  request: Request,
  { rounds, roundStore }: Services,
  reply: (body: ReturnType<typeof renderResult>) => Reply,
): Promise<Reply> {
  const over = await rounds.happen(round.id, { kind: 'result-shown' }, request.now);
  const shown = over?.round ?? round;
  const missed = missedOf(shown, await roundStore.questions(shown.id));
  const lessons = missed.map((question) => questionFor(question, request.preferences));
  return reply(renderResult(request.words, shown, lessons));
}

async function roundOr(id: string, { roundStore }: Services): Promise<Round> {
  const stored = await roundStore.byId(id);
  if (stored === null) throw new UserError(({ quiz }) => quiz.gone);
  return stored.round;
}

async function answersOf(id: string, { userId }: Request, { scores }: Services) {
  const answers = await scores.answersOf(id, userId);
  if (answers.length === 0) throw new UserError(({ quiz }) => quiz.notPlayed);
  return answers;
}
