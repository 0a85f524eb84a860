import type { Round } from '../../src/quiz/round.ts';
import { renderQuestion, renderVerdict } from '../../src/render/quiz.ts';
import { questionFor } from '../../src/render/readers-script.ts';
import {
  type CommandRequest,
  privateReply,
  type Reply,
  type Request,
  type Services,
  UserError,
} from '../command.ts';

/** The reader's solo round, unless a round that they started goes on in the channel: that comes first. */
export async function soloFirst(
  { userId, channelId }: Pick<CommandRequest, 'userId' | 'channelId'>,
  { roundStore }: Pick<Services, 'roundStore'>,
): Promise<Round | null> {
  const solo = await roundStore.soloOf(userId);
  const inChannel = await roundStore.inChannel(channelId ?? '');
  return solo === null || inChannel?.round.startedBy === userId ? null : solo.round;
}

/** Goes on in a solo round: the answer to the open question, or else the next question. */
export async function skipSolo(round: Round, request: Request, services: Services): Promise<Reply> {
  const { words, preferences, now } = request;
  const { rounds, roundStore } = services;
  const open = round.phase === 'asking' ? round.question : null;
  const skipped = open === null ? null : await roundStore.question(round.id, open.number);
  if (open !== null && skipped !== null) {
    const happened = await rounds.happen(round.id, { kind: 'skipped' }, now);
    const after = happened?.round ?? round;
    const shown = questionFor(skipped, preferences);
    return privateReply(renderVerdict(words, after, open.number, shown, null));
  }
  const asked = await rounds.nextSolo(round.id, now);
  if (asked === null) throw new UserError(({ quiz }) => quiz.noRound);
  const question = questionFor(asked.question, preferences);
  const number = asked.round.question ?? { number: 1 };
  return privateReply(renderQuestion(words, asked.round, number, question, null));
}
