import { parseDays } from '../../src/daily/days.ts';
import type { Weekday } from '../../src/daily/local-day.ts';
import { parseTime, type TimeOfDay } from '../../src/daily/time.ts';
import { zoneMeant, zonesFor } from '../../src/daily/zone.ts';
import { shorten } from '../../src/language/characters.ts';
import { escapeMarkdown } from '../../src/render/escape.ts';
import { UserError } from '../command.ts';

/** As much of what was typed as is said back. */
const MAX_SAID = 40;
const said = (text: string) => escapeMarkdown(shorten(text.trim(), MAX_SAID));

/** The time that was typed; a UserError says why it is none. */
export function timeWritten(text: string): TimeOfDay {
  const time = parseTime(text);
  if (!('problem' in time)) return time;
  throw new UserError(({ scheduleRefusal: { time: why } }) => {
    switch (time.problem) {
      case 'hour':
        return why.hour(time.hour);
      case 'minute':
        return why.minute(time.minute);
      case 'twelve':
        return why.twelve;
      default:
        return why[time.problem](said(text));
    }
  });
}

export function daysWritten(text: string): Weekday[] {
  const days = parseDays(text);
  if (days !== null) return days;
  throw new UserError((words) => words.scheduleRefusal.days(said(text)));
}

/** The zone that was chosen or typed, at `now` since offsets change over the year. */
export function zoneWritten(text: string, now: number): string {
  const zone = zoneMeant(text, now);
  if (zone !== null) return zone;
  const possible = zonesFor(text, now).slice(0, 8).map(escapeMarkdown);
  throw new UserError(({ common, scheduleRefusal }) =>
    possible.length === 0
      ? scheduleRefusal.zoneUnknown(said(text))
      : scheduleRefusal.zoneUnclear(said(text), possible.join(common.comma)),
  );
}
