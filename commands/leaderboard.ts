import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { PERIODS, scoreOf, sinceOf } from '../src/quiz/score.ts';
import { renderLeaderboard } from '../src/render/score.ts';
import { choice, named } from '../src/words/index.ts';
import { type Command, publicReply, type Request, type Services, UserError } from './command.ts';
import { zoneOf } from './reader-zone.ts';

const PLACES = 10;
const SCOPES = ['server', 'channel'] as const;

export const leaderboard: Command = {
  data: {
    ...named((words) => words.score.leaderboard),
    options: [
      {
        type: ApplicationCommandOptionType.String,
        ...named((words) => words.score.scope),
        choices: SCOPES.map((scope) => choice(scope, (words) => words.score.scopes[scope])),
      },
      {
        type: ApplicationCommandOptionType.String,
        ...named((words) => words.score.period),
        choices: PERIODS.map((period) => choice(period, (words) => words.score.periods[period])),
      },
    ],
  },

  async run(request, services) {
    const { guildId, channelId, options, words, now } = request;
    if (guildId === null || channelId === null) {
      throw new UserError((words) => words.score.onlyServer);
    }
    const scope = SCOPES.find((one) => one === options.text('scope')) ?? 'server';
    const period = PERIODS.find((one) => one === options.text('period')) ?? 'week';
    const where = scope === 'server' ? { guildId } : { channelId };
    const ranking = await services.scores.ranking(where, sinceOf(period, now), PLACES);
    const readers = ranking.map(({ readerId }) => readerId);
    const streaks = await streaksOf(readers, request, services);
    return publicReply(renderLeaderboard(words, { scope, period }, ranking, streaks));
  },
};

/** The current streaks of readers in the server, each in their own zone. */
async function streaksOf(
  readers: readonly string[],
  { guildId, now }: Request,
  services: Services,
): Promise<Map<string, number>> {
  const activity = await services.scores.activityOf(readers, guildId);
  const streaks = readers.map(async (readerId): Promise<[string, number]> => {
    const own = activity.filter((one) => one.readerId === readerId);
    return [readerId, scoreOf(own, await zoneOf(readerId, { guildId, now }, services), now).streak];
  });
  return new Map(await Promise.all(streaks));
}
