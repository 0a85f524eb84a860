import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { removeButton, renderRemove, titleIn } from '../../src/render/draft/saved.ts';
import { renderNotice } from '../../src/render/message.ts';
import { named } from '../../src/words/index.ts';
import {
  type CommandRequest,
  handle,
  privateReply,
  type Reply,
  type Services,
  UserError,
  updateOrCopy,
} from '../command.ts';
import { ownOption } from './edit.ts';
import { managedServer, ownArticleIn } from './own.ts';

/** `/article remove` as Discord shows it. */
export const removeData = {
  type: ApplicationCommandOptionType.Subcommand as const,
  ...named((words) => words.intake.remove),
  options: [ownOption],
};

/** Asks whether the article is to go. */
export async function removeArticle(request: CommandRequest, services: Services): Promise<Reply> {
  const guildId = managedServer(request);
  const article = ownArticleIn(request.options, guildId, services);
  const reading = await schedulesReading(guildId, article.id, services);
  return privateReply(renderRemove(request.words, article, reading.length));
}

export const removeComponents = [
  handle(removeButton, async ([answer, id], request, services) => {
    const guildId = managedServer(request);
    const { words, now } = request;
    if (answer === 'keep') return updateOrCopy(request, renderNotice(words.intake.kept));
    const article = services.libraries.ownArticle(guildId, id);
    if (article === null) throw new UserError(({ paragraph }) => paragraph.gone);
    await services.libraries.remove(guildId, id);
    // Who set the posts up is told by the round that looks for pauses nobody has been told of.
    for (const schedule of await schedulesReading(guildId, id, services)) {
      const paused = schedule.paused ?? { reason: 'article-gone' as const, since: now };
      await services.schedules.change(schedule.id, { paused });
    }
    return updateOrCopy(request, renderNotice(words.intake.removed(titleIn(words, article))));
  }),
];

async function schedulesReading(guildId: string, articleId: string, { schedules }: Services) {
  const all = await schedules.ofServer(guildId);
  return all.filter((schedule) => schedule.articleId === articleId);
}
