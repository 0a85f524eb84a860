import type { Delivery, FailureReason, Schedule } from '../daily/model.ts';
import type { Words } from '../words/index.ts';
import { container, type MessageBody, messageOf, textDisplay } from './message.ts';
import { placeTitle, timestamp } from './schedule-text.ts';

/** What became of a schedule's last posts, the newest first: when owed, when sent and where, or why not. */
export function renderHistory(
  words: Words,
  schedule: Schedule,
  deliveries: readonly Delivery[],
): MessageBody {
  const { historyTitle, historyEmpty, nothingNext } = words.schedule;
  const first = schedule.next;
  const empty = first === null ? nothingNext : historyEmpty(timestamp(first.at, 'F'));
  const lines = deliveries.map((delivery) => `- ${line(words, schedule, delivery)}`);
  return messageOf([
    container([
      textDisplay(`## ${historyTitle}\n**${placeTitle(words, schedule)}**`),
      textDisplay(lines.length === 0 ? empty : lines.join('\n')),
    ]),
  ]);
}

function line(words: Words, { guildId }: Schedule, delivery: Delivery): string {
  const { sent, sentBut, unsent, waiting, retrying, extra, reasons } = words.schedule;
  const why = (reason: FailureReason | null) => (reason === null ? '?' : reasons[reason]);
  const owed = timestamp(delivery.owedAt, 'f');
  const named = delivery.day.includes('+') ? extra(owed) : owed;
  switch (delivery.state) {
    case 'sent': {
      const { channelId, messageId, sentAt, reason } = delivery;
      const link = messageLink(guildId, channelId ?? '', messageId ?? '');
      const text = sent(named, timestamp(sentAt ?? delivery.owedAt, 'f'), link);
      return reason === null ? text : sentBut(text, reasons[reason]);
    }
    case 'owed':
    case 'claimed': {
      if (delivery.reason === null) return waiting(named);
      return retrying(named, why(delivery.reason), timestamp(delivery.nextAttemptAt, 'R'));
    }
    default:
      return unsent(named, why(delivery.reason));
  }
}

/** The address of a message in Discord, which its clients show as a link into the channel. */
export function messageLink(guildId: string, channelId: string, messageId: string): string {
  return `https://discord.com/channels/${guildId}/${channelId}/${messageId}`;
}
