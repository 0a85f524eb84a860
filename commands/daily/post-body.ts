import type { Library } from '../../src/article/library.ts';
import type { Instant } from '../../src/daily/model.ts';
import type { Post, Schedules } from '../../src/daily/ports.ts';
import { preferencesFrom } from '../../src/reader/preferences.ts';
import type { MessageBody } from '../../src/render/message.ts';
import { renderPost } from '../../src/render/post.ts';
import { wordsFor } from '../../src/words/index.ts';
import type { Services } from '../command.ts';
import { lookOf } from '../look.ts';
import { dailyQuizLine } from '../quiz/daily.ts';

/** So far back a quiz is looked for whose result is told. */
const LOOK_BACK = 10;

interface Means extends Pick<Services, 'readers' | 'scores' | 'aids'> {
  readonly schedules: Pick<Schedules, 'history'>;
}

/**
 * A post as it is sent: as the settings of its server want texts to look, and with a line on how the
 * quiz of the post before it went, if it had one.
 */
export async function postBody(
  post: Post,
  library: Library,
  means: Means,
  now: Instant,
): Promise<MessageBody> {
  const { guildId } = post.schedule;
  const preferences = preferencesFrom({}, await means.readers.defaultsOf(guildId, now));
  const look = await lookOf({ preferences }, means);
  const revision = library.revisionOf(post.excerpt.article);
  return renderPost(post, revision, { look, note: await quizNote(post, means) });
}

async function quizNote({ schedule }: Post, { schedules, scores }: Means): Promise<string | null> {
  if (!schedule.quiz) return null;
  const history = await schedules.history(schedule.id, LOOK_BACK);
  const last = history.find(({ state }) => state === 'sent');
  return last === undefined ? null : dailyQuizLine(wordsFor(schedule.language), last, scores);
}
