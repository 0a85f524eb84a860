import { setTimeout as after } from 'node:timers/promises';
import { type Look, STANDARD_LOOK } from '../src/render/look.ts';
import type { Shown } from '../src/render/paragraph.ts';
import type { Request, Services } from './command.ts';

/** Discord waits three seconds for an answer; a dictionary that is being written takes longer. */
const PATIENCE = 1_500;

/** What `work` gives, or null where it is not there in time or at all. */
export async function inTime<Result>(work: () => Promise<Result>): Promise<Result | null> {
  const late = new AbortController();
  const waiting = after(PATIENCE, null, { signal: late.signal, ref: false }).catch(() => null);
  try {
    return await Promise.race([work().catch(() => null), waiting]);
  } finally {
    late.abort();
  }
}

/**
 * How the reader of a request wants texts. The dictionary is opened only where an aid is wanted;
 * where it cannot be had, the text is shown without.
 */
export async function lookOf(
  { preferences }: Pick<Request, 'preferences'>,
  services: Pick<Services, 'aids'>,
): Promise<Look> {
  if (preferences.aid === 'none') return { ...STANDARD_LOOK, preferences };
  const aids = await inTime(services.aids);
  return { preferences, read: aids?.readings ?? null };
}

/** The languages to show to a reader who did not say: one first where the other is to wait. */
export function shownFor({ preferences: { translation, first } }: Request): Shown {
  return translation === 'hidden' ? first : 'both';
}
