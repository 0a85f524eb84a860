import { paragraphAt } from '../../src/article/library.ts';
import { localDayAt } from '../../src/daily/local-day.ts';
import type { Schedule } from '../../src/daily/model.ts';
import { DeliveryError } from '../../src/daily/ports.ts';
import { excerptButton, paragraphNumbers, renderExcerpt } from '../../src/render/excerpt.ts';
import { renderNotice } from '../../src/render/message.ts';
import type { Shown } from '../../src/render/paragraph.ts';
import { postButton, shownBy } from '../../src/render/post.ts';
import { renderDone, scheduleButton, scheduleListButton } from '../../src/render/schedule.ts';
import { messageLink } from '../../src/render/schedule-history.ts';
import { placeText } from '../../src/render/schedule-text.ts';
import {
  type ComponentRequest,
  handle,
  type Reply,
  type Services,
  UserError,
  updateOrCopy,
} from '../command.ts';
import { lookOf } from '../look.ts';
import { scheduleById, stillThere } from './chosen.ts';
import { nextExcerptOf } from './going.ts';
import { listSchedules, preview } from './looking.ts';

export const dailyButtons = [
  handle(postButton, ([letter, , , articleId, numbers], request, services) =>
    readersCopy({ articleId, numbers, shown: shownBy(letter), page: 1 }, request, services),
  ),
  handle(excerptButton, ([, articleId, numbers, shown, page], request, services) =>
    readersCopy({ articleId, numbers, shown, page }, request, services),
  ),
  handle(scheduleListButton, async ([, page], request, services) =>
    updateOrCopy(request, await listSchedules(request, services, page)),
  ),
  handle(scheduleButton, async ([action, id], request, services) => {
    const schedule = await scheduleById(request, id, services);
    const { words } = request;
    const place = placeText(words, schedule);
    switch (action) {
      case 'preview':
        return preview(schedule, request, services);
      case 'test':
        return postTest(schedule, request, services);
      case 'undo':
        await removeIt(schedule, services);
        return updateOrCopy(request, renderDone(words.schedule.undone));
      case 'remove':
        await removeIt(schedule, services);
        return updateOrCopy(request, renderDone(words.schedule.removed(place)));
      case 'keep':
        return updateOrCopy(request, renderDone(words.schedule.kept(place)));
    }
  }),
];

interface Wanted {
  readonly articleId: string;
  readonly numbers: string;
  readonly shown: Shown;
  readonly page: number;
}

/** The excerpt of a post for the one who pressed, as its article reads now. */
async function readersCopy(
  wanted: Wanted,
  request: ComponentRequest,
  services: Services,
): Promise<Reply> {
  const { library } = services;
  const article = library.byId(wanted.articleId);
  if (article === null) throw new UserError((words) => words.paragraph.gone);
  const numbers = paragraphNumbers(wanted.numbers);
  const paragraphs = numbers.flatMap((number) => paragraphAt(article, number) ?? []);
  if (paragraphs.length === 0) throw new UserError((words) => words.common.outdatedButton);
  const excerpt = { article, paragraphs };
  const { shown, page } = wanted;
  const look = await lookOf(request, services);
  const view = { excerpt, revision: library.revisionOf(article), shown, page, look };
  return updateOrCopy(request, renderExcerpt(request.words, view));
}

async function removeIt({ id, guildId }: Schedule, { schedules }: Services): Promise<void> {
  if (!(await schedules.remove(id))) stillThere(null, guildId);
}

/**
 * Posts the next excerpt without moving the sequence or calling anybody. A test has a name of its
 * own, by two digits behind the day, so that no delivery takes it for its own post.
 */
function postTest(schedule: Schedule, request: ComponentRequest, services: Services): Reply {
  const { words, now } = request;
  const excerpt = nextExcerptOf(schedule, services);
  const number = 10 + (Math.floor(now / 1000) % 90);
  const day = `${localDayAt(schedule.zone, now)}+${number}`;
  const quiet = { ...schedule, roleId: null };
  const post = { schedule: quiet, name: { scheduleId: schedule.id, day }, excerpt };
  return {
    kind: 'later',
    private: true,
    work: async () => {
      try {
        const { channelId, messageId } = await services.posts.send(post);
        const link = messageLink(schedule.guildId, channelId, messageId);
        return { body: renderDone(words.schedule.tested(link)) };
      } catch (error) {
        if (!(error instanceof DeliveryError)) throw error;
        return {
          body: renderNotice(words.schedule.testFailed(words.schedule.reasons[error.reason])),
        };
      }
    },
  };
}
