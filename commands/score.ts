import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { scoreOf } from '../src/quiz/score.ts';
import { accuracyPicture } from '../src/render/accuracy-picture.ts';
import { PICTURE_FILE, pictureText, renderScore } from '../src/render/score.ts';
import { named } from '../src/words/index.ts';
import { type Command, type Reply, UserError } from './command.ts';
import { zoneOf } from './reader-zone.ts';

export const score: Command = {
  data: {
    ...named((words) => words.score.score),
    options: [{ type: ApplicationCommandOptionType.User, ...named((words) => words.score.member) }],
  },

  /** One's own score counts everything; another member's only what they did in this server. */
  async run({ userId, guildId, options, words, now }, services): Promise<Reply> {
    const member = options.id('member') ?? userId;
    const own = member === userId;
    if (!own && guildId === null) throw new UserError((words) => words.score.onlyServer);
    const activity = await services.scores.activityOf([member], own ? null : guildId);
    if (activity.length === 0) {
      throw new UserError(({ score }) => (own ? score.none : score.noneOf(`<@${member}>`)));
    }
    const found = scoreOf(activity, await zoneOf(member, { guildId, now }, services), now);
    const data = await accuracyPicture(found.days);
    const files = [{ name: PICTURE_FILE, data, description: pictureText(words, found) }];
    return { kind: 'message', private: false, body: renderScore(words, member, found), files };
  },
};
