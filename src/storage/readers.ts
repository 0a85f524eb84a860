import { choicesIn } from '../reader/preferences.ts';
import type { ReaderStore } from '../reader/readers.ts';
import type { Database } from './database.ts';

export interface ReaderRow {
  user_id: string;
  /** A JSON object: one property a setting that was chosen. */
  choices: string;
}

export interface ServerSettingsRow {
  guild_id: string;
  choices: string;
}

/** What readers and servers chose, in the database. */
export function readersIn({ db }: Database): ReaderStore {
  const choicesOf = async (userId: string) => {
    const row = await db
      .selectFrom('readers')
      .select('choices')
      .where('user_id', '=', userId)
      .executeTakeFirst();
    return row === undefined ? {} : choicesIn(JSON.parse(row.choices));
  };
  const forget = async (userId: string) => {
    await db.deleteFrom('readers').where('user_id', '=', userId).execute();
  };
  const forgetServer = async (guildId: string) => {
    await db.deleteFrom('server_settings').where('guild_id', '=', guildId).execute();
  };

  return {
    section: 'settings',
    choicesOf,

    async choose(userId, choices) {
      if (Object.keys(choices).length === 0) return forget(userId);
      const kept = JSON.stringify(choices);
      await db
        .insertInto('readers')
        .values({ user_id: userId, choices: kept })
        .onConflict((row) => row.column('user_id').doUpdateSet({ choices: kept }))
        .execute();
    },

    async defaultsOf(guildId) {
      const row = await db
        .selectFrom('server_settings')
        .select('choices')
        .where('guild_id', '=', guildId)
        .executeTakeFirst();
      return row === undefined ? {} : choicesIn(JSON.parse(row.choices));
    },

    async setDefaults(guildId, choices) {
      if (Object.keys(choices).length === 0) return forgetServer(guildId);
      const kept = JSON.stringify(choices);
      await db
        .insertInto('server_settings')
        .values({ guild_id: guildId, choices: kept })
        .onConflict((row) => row.column('guild_id').doUpdateSet({ choices: kept }))
        .execute();
    },

    async exportOf(userId) {
      const choices = await choicesOf(userId);
      return Object.keys(choices).length === 0 ? [] : [choices];
    },
    forget,
    forgetServer,
  };
}
