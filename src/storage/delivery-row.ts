import { z } from 'zod';
import { DELIVERY_STATES, type Delivery, type DeliveryName, FAILURES } from '../daily/model.ts';

export interface DeliveryRow {
  schedule_id: string;
  day: string;
  state: string;
  owed_at: number;
  attempts: number;
  next_attempt_at: number;
  claimed_at: number | null;
  doubt_since: number | null;
  channel_id: string | null;
  message_id: string | null;
  sent_at: number | null;
  reason: string | null;
  article_id: string | null;
  /** A JSON list of numbers. */
  paragraphs: string;
}

/** The delivery that a row of the table tells of. */
export function deliveryOf(row: DeliveryRow): Delivery {
  return {
    scheduleId: row.schedule_id,
    day: row.day,
    state: z.enum(DELIVERY_STATES).parse(row.state),
    owedAt: row.owed_at,
    attempts: row.attempts,
    nextAttemptAt: row.next_attempt_at,
    claimedAt: row.claimed_at,
    doubtSince: row.doubt_since,
    channelId: row.channel_id,
    messageId: row.message_id,
    sentAt: row.sent_at,
    reason: z.enum(FAILURES).nullable().parse(row.reason),
    articleId: row.article_id,
    paragraphs: z.array(z.number()).parse(JSON.parse(row.paragraphs)),
  };
}

/** A delivery that nobody has taken up yet. */
export function newDeliveryRow(
  { scheduleId, day }: DeliveryName,
  owedAt: number,
  state: DeliveryRow['state'],
  reason: DeliveryRow['reason'],
): DeliveryRow {
  return {
    schedule_id: scheduleId,
    day,
    state,
    owed_at: owedAt,
    attempts: 0,
    next_attempt_at: owedAt,
    claimed_at: null,
    doubt_since: null,
    channel_id: null,
    message_id: null,
    sent_at: null,
    reason,
    article_id: null,
    paragraphs: '[]',
  };
}
