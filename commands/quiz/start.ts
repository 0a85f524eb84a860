import { PermissionFlagsBits } from 'discord-api-types/v10';
import { SEEDS } from '../../src/quiz/question.ts';
import { newRound, type Round, type RoundSettings } from '../../src/quiz/round.ts';
import { renderQuestion, renderStart } from '../../src/render/quiz.ts';
import { questionFor } from '../../src/render/readers-script.ts';
import { type BotPlace, publicReply, type Reply, type Services, UserError } from '../command.ts';

/** Milliseconds from the start of a round to its first question, to read the rules in. */
const FIRST = 3000;

/** Starts a round for who asks, in the channel they ask from. */
export async function startRound(
  request: BotPlace,
  services: Services,
  settings: RoundSettings,
): Promise<Reply> {
  const round = roundFor(request, services, settings);
  if (settings.mode === 'solo') return startSolo(request, services, round);
  if (request.guildId === null) throw new UserError(({ quiz }) => quiz.onlySolo);
  if (!mayPost(request.botPermissions)) throw new UserError(({ quiz }) => quiz.cannotPost);
  if (!(await services.rounds.begin(round))) throw new UserError(({ quiz }) => quiz.running);
  return publicReply(renderStart(request.words, round));
}

async function startSolo(request: BotPlace, services: Services, round: Round): Promise<Reply> {
  const { rounds, roundStore } = services;
  const old = await roundStore.soloOf(request.userId);
  if (old !== null) await rounds.happen(old.round.id, { kind: 'lost' }, request.now);
  await rounds.begin(round);
  // The first question of an article, and the first of all after an update, may take a while.
  const work = async () => {
    const asked = await rounds.nextSolo(round.id, request.now);
    if (asked === null) throw new UserError(({ quiz }) => quiz.noQuestion);
    const { question } = asked.round;
    const shown = questionFor(asked.question, request.preferences);
    return {
      body: renderQuestion(request.words, asked.round, question ?? { number: 1 }, shown, null),
    };
  };
  return { kind: 'later', private: true, work };
}

function roundFor(request: BotPlace, { random }: Services, settings: RoundSettings): Round {
  const id = Math.floor(random() * 36 ** 10)
    .toString(36)
    .padStart(10, '0');
  const { userId: startedBy, guildId, words, now } = request;
  const channelId = request.channelId ?? '';
  const { language } = words;
  const seed = Math.floor(random() * SEEDS);
  const delay = settings.mode === 'solo' ? 0 : FIRST;
  const given = { id, guildId, channelId, startedBy, language, settings, seed };
  return newRound(given, now, delay);
}

function mayPost(permissions: bigint): boolean {
  const { ViewChannel, SendMessages, SendMessagesInThreads } = PermissionFlagsBits;
  const speaks = (permissions & (SendMessages | SendMessagesInThreads)) !== 0n;
  return (permissions & ViewChannel) !== 0n && speaks;
}
