import type { PauseReason, Schedule } from '../daily/model.ts';
import { type Words, wordsFor } from '../words/index.ts';
import { escapeMarkdown } from './escape.ts';
import { type MessageBody, renderNotice } from './message.ts';

type Told = Pick<
  Schedule,
  'channelId' | 'time' | 'zone' | 'thread' | 'tagId' | 'creatorLanguage' | 'paused'
>;

/**
 * What the person who set up a schedule is told, in their language, when it was paused without their
 * doing: which one, why, what to do, and that nothing is lost. Null when they paused it themselves.
 */
export function renderPauseNotice(schedule: Told): MessageBody | null {
  const reason = schedule.paused?.reason ?? 'by-hand';
  if (reason === 'by-hand') return null;
  const words = wordsFor(schedule.creatorLanguage);
  const { paused, why, kept } = words.delivery;
  return renderNotice(
    [
      `**${paused(`<#${schedule.channelId}>`, timeOf(schedule))}**`,
      why[reason],
      remedyOf(words, reason, schedule),
      `-# ${kept}`,
    ].join('\n'),
  );
}

function timeOf({ time, zone }: Told): string {
  const clock = [time.hour, time.minute].map((part) => String(part).padStart(2, '0')).join(':');
  return escapeMarkdown(`${clock} ${zone}`);
}

function remedyOf(words: Words, reason: Exclude<PauseReason, 'by-hand'>, { thread }: Told): string {
  const { remedy, permissions } = words.delivery;
  if (reason !== 'missing-access' && reason !== 'missing-permissions') return remedy[reason];
  const { view, send, embed, history, inThreads, threads } = permissions;
  const needed = [view, send, embed, history, inThreads, ...(thread ? [threads] : [])];
  return remedy.permissions(needed.join(words.common.comma));
}
