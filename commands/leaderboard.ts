import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { Scope } from '../src/quiz/ports.ts';
import { type DayScore, PERIODS, scoreOf, sinceOf, sinceShown } from '../src/quiz/score.ts';
import { accuracyPicture } from '../src/render/accuracy-picture.ts';
import { PICTURE_FILE, pictureText, renderLeaderboard } from '../src/render/score.ts';
import { choice, named } from '../src/words/index.ts';
import { type Command, type Reply, type Request, type Services, UserError } from './command.ts';
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

  async run(request, services): Promise<Reply> {
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
    const days = await daysIn(where, request, services);
    const body = renderLeaderboard(words, { scope, period }, ranking, streaks, days);
    if (days === null) return { kind: 'message', private: false, body };
    const data = await accuracyPicture(days);
    const files = [{ name: PICTURE_FILE, data, description: pictureText(words, { days }) }];
    return { kind: 'message', private: false, body, files };
  },
};

/** Fewer days with answers than these say in a picture no more than in the numbers. */
const DAYS_TO_DRAW = 2;

/** What everybody did on each of the last days, in the asker's zone; null for too few days. */
async function daysIn(
  where: Scope,
  { userId, guildId, now }: Request,
  services: Services,
): Promise<readonly DayScore[] | null> {
  const done = await services.scores.activityIn(where, sinceShown(now));
  const { days } = scoreOf(done, await zoneOf(userId, { guildId, now }, services), now);
  return days.filter(({ answered }) => answered > 0).length < DAYS_TO_DRAW ? null : days;
}

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
