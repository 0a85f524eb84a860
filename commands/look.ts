import { type Look, STANDARD_LOOK } from '../src/render/look.ts';
import type { Shown } from '../src/render/paragraph.ts';
import type { Request, Services } from './command.ts';
import { inTime } from './in-time.ts';

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
