/** The parts of an export, by the names that they have in it. */
type Section =
  | 'settings'
  | 'progress'
  | 'quiz-answers'
  | 'quiz-rounds'
  | 'quiz-cards'
  | 'drafts'
  | 'schedules'
  | 'articles';

/** What the store keeps of one person, in one place: shown to them and deleted at their wish. */
export interface PersonalData {
  readonly section: Section;
  /** All that is kept of the user here, as plain JSON values. */
  exportOf(userId: string): Promise<readonly object[]>;
  /** Deletes it, or takes the user's name off what belongs to a server. */
  forget(userId: string): Promise<void>;
}

/** What the store keeps for one server, in one place: deleted 30 days after the bot has left it. */
export interface ServerData {
  forgetServer(guildId: string): Promise<void>;
}

/** The first instant of 2001, in milliseconds: no count and no number of a paragraph is as large. */
const FIRST_INSTANT = 978_307_200_000;

/**
 * What is kept, as a person reads it: instants, which are kept in milliseconds under `due`,
 * `lastReview` and names that end in `at`, are written out in UTC.
 */
export function readable(entry: object): unknown {
  return JSON.parse(
    JSON.stringify(entry, (name, value: unknown) => {
      const isInstant = /(?:^a|A)t$|^due$|^lastReview$/.test(name) && Number(value) > FIRST_INSTANT;
      return isInstant ? new Date(Number(value)).toISOString() : value;
    }),
  );
}
