import type { Database } from './database.ts';

export interface BegunRow {
  /** An interaction's or a message's. */
  id: string;
  /** In milliseconds since 1970. */
  at: number;
}

/** Who of a fleet answers. */
export interface Turns {
  /**
   * Whether it is this process's turn to answer the interaction or message `id`: Discord tells every
   * process of every one, and only the first that begins may do what was asked. `now` is in
   * milliseconds since 1970.
   */
  begin(id: string, now: number): Promise<boolean>;
}

/** So long what was begun is remembered: an interaction can be answered for 15 minutes. */
const REMEMBERED = 3_600_000;

/** A fleet agrees in its database; a file of SQLite has one process, whose turn it always is. */
export function turnsIn({ db, engine }: Database): Turns {
  if (engine === 'sqlite') return { begin: async () => true };
  let clearedAt = Number.NEGATIVE_INFINITY;
  return {
    async begin(id, now) {
      if (now - clearedAt > REMEMBERED) {
        clearedAt = now;
        await db
          .deleteFrom('begun')
          .where('at', '<', now - REMEMBERED)
          .execute();
      }
      const begun = await db
        .insertInto('begun')
        .values({ id, at: now })
        .onConflict((row) => row.column('id').doNothing())
        .executeTakeFirst();
      return (begun.numInsertedOrUpdatedRows ?? 0n) > 0n;
    },
  };
}
