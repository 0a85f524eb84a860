import { z } from 'zod';
import { PRESENCES } from '../daily/model.ts';
import type { Servers } from '../daily/ports.ts';
import type { Database } from './database.ts';

export interface ServerRow {
  guild_id: string;
  presence: string;
  since: number;
}

/** A statement takes at most this many rows: PostgreSQL allows 65,535 values in one. */
const CHUNK = 500;

/** The servers in the database. */
export function serversIn({ db }: Database): Servers {
  return {
    async presenceOf(guildId) {
      const row = await db
        .selectFrom('servers')
        .select('presence')
        .where('guild_id', '=', guildId)
        .executeTakeFirst();
      return row === undefined ? null : z.enum(PRESENCES).parse(row.presence);
    },

    async mark(guildIds, presence, since) {
      for (let start = 0; start < guildIds.length; start += CHUNK) {
        const rows = guildIds
          .slice(start, start + CHUNK)
          .map((guild_id) => ({ guild_id, presence, since }));
        await db
          .insertInto('servers')
          .values(rows)
          .onConflict((conflict) =>
            conflict
              .column('guild_id')
              .doUpdateSet({ presence, since })
              .where('servers.presence', '<>', presence),
          )
          .execute();
      }
    },

    async known() {
      const rows = await db.selectFrom('servers').select('guild_id').execute();
      return rows.map(({ guild_id }) => guild_id);
    },

    async leftBefore(instant) {
      const rows = await db
        .selectFrom('servers')
        .select('guild_id')
        .where('presence', '=', 'left')
        .where('since', '<=', instant)
        .execute();
      return rows.map(({ guild_id }) => guild_id);
    },

    async forgetServer(guildId) {
      await db.deleteFrom('servers').where('guild_id', '=', guildId).execute();
    },
  };
}
