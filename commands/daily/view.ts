import type { Schedule } from '../../src/daily/model.ts';
import { nextRuns } from '../../src/daily/owed.ts';
import type { ScheduleView } from '../../src/render/schedule.ts';
import type { Request, Services } from '../command.ts';

/** So many of the next posts are shown. */
const SHOWN_RUNS = 3;

/** A schedule as it is shown at `request.now`. A run that is being posted right now is past. */
export function viewOf(
  schedule: Schedule,
  { now }: Pick<Request, 'now'>,
  { library }: Pick<Services, 'library'>,
): ScheduleView {
  const { paused, articleId } = schedule;
  const runs = paused === null ? nextRuns(schedule, schedule.next, SHOWN_RUNS) : [];
  return { schedule, article: library.byId(articleId ?? ''), next: runs, now };
}
