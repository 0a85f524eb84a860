import { type Outbox, OutboxError } from '../../commands/outbox.ts';
import type { Schedule } from '../daily/model.ts';
import { renderPauseNotice } from '../render/pause-notice.ts';

/**
 * Tells the person who set a schedule up, privately, that it was paused and what to do. Whoever takes
 * no messages from the bot cannot be told: `/daily list` says it too. Rejects when it can be tried
 * again.
 */
export async function tellPause(outbox: Pick<Outbox, 'tell'>, schedule: Schedule): Promise<void> {
  const { createdBy, id, paused } = schedule;
  const body = renderPauseNotice(schedule);
  if (createdBy === null || body === null) return;
  try {
    await outbox.tell(createdBy, body, { nonce: `${id}${(paused?.since ?? 0).toString(36)}` });
  } catch (error) {
    if (!(error instanceof OutboxError && error.permanent)) throw error;
  }
}
