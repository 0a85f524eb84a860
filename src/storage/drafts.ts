import { z } from 'zod';
import { articleSchema } from '../article/article.ts';
import { DRAFT_REASONS } from '../intake/draft.ts';
import {
  DRAFT_LIFE,
  type DraftStore,
  MAX_DRAFTS,
  type StoredDraft,
} from '../intake/draft-store.ts';
import { WARNING_CODES } from '../intake/report.ts';
import type { Database } from './database.ts';

export interface DraftRow {
  id: string;
  guild_id: string;
  user_id: string;
  version: number;
  created_at: number;
  /** Title, rights, level and script, as JSON. */
  about: string;
  /** The pairs and what was dropped, as JSON. */
  body: string;
}

const about = articleSchema.pick({ title: true, rights: true, level: true, script: true });
const body = z.strictObject({
  pairs: z.array(
    z.strictObject({
      en: z.string(),
      zh: z.string(),
      sure: z.number(),
      findings: z.array(z.enum(WARNING_CODES)),
    }),
  ),
  dropped: z.array(
    z.strictObject({
      text: z.string(),
      language: z.enum(['en', 'zh']).nullable(),
      reason: z.enum(DRAFT_REASONS),
    }),
  ),
  invisible: z.int(),
});

/** The drafts in the database. */
export function draftsIn({ db }: Database): DraftStore {
  const living = (guildId: string, now: number) =>
    db
      .selectFrom('drafts')
      .where('guild_id', '=', guildId)
      .where('created_at', '>', now - DRAFT_LIFE);

  return {
    section: 'drafts',

    async add(draft) {
      const waiting = await living(draft.guildId, draft.createdAt)
        .select(({ fn }) => fn.countAll<number>().as('count'))
        .executeTakeFirstOrThrow();
      // The count is a guard for the host, so two at the same instant may make one too many.
      if (waiting.count >= MAX_DRAFTS) return false;
      await db.insertInto('drafts').values(rowOf(draft)).execute();
      return true;
    },

    async find(guildId, id, now) {
      const row = await living(guildId, now).selectAll().where('id', '=', id).executeTakeFirst();
      return row === undefined ? null : draftOf(row);
    },

    async ofServer(guildId, now) {
      const rows = await living(guildId, now)
        .select(['id', 'about'])
        .orderBy('created_at')
        .orderBy('id')
        .execute();
      return rows.map((row) => ({ id: row.id, about: about.parse(JSON.parse(row.about)) }));
    },

    async change(next) {
      const { id, version, about: changedAbout, body: changedBody } = rowOf(next);
      const changed = await db
        .updateTable('drafts')
        .set({ version, about: changedAbout, body: changedBody })
        .where('id', '=', id)
        .where('guild_id', '=', next.guildId)
        .where('version', '=', version - 1)
        .executeTakeFirst();
      return changed.numUpdatedRows > 0n;
    },

    async remove(guildId, id) {
      await db.deleteFrom('drafts').where('guild_id', '=', guildId).where('id', '=', id).execute();
    },

    async expire(now) {
      await db
        .deleteFrom('drafts')
        .where('created_at', '<=', now - DRAFT_LIFE)
        .execute();
    },

    async exportOf(userId) {
      const rows = await db
        .selectFrom('drafts')
        .selectAll()
        .where('user_id', '=', userId)
        .orderBy('created_at')
        .execute();
      return rows.map(draftOf);
    },

    /** What is only begun and was shown to nobody else goes with the person. */
    async forget(userId) {
      await db.deleteFrom('drafts').where('user_id', '=', userId).execute();
    },

    async forgetServer(guildId) {
      await db.deleteFrom('drafts').where('guild_id', '=', guildId).execute();
    },
  };
}

function rowOf(draft: StoredDraft): DraftRow {
  const { id, guildId, userId, version, createdAt, invisible } = draft;
  return {
    id,
    guild_id: guildId,
    user_id: userId,
    version,
    created_at: createdAt,
    about: JSON.stringify(draft.about),
    body: JSON.stringify({ ...draft.draft, invisible }),
  };
}

function draftOf(row: DraftRow): StoredDraft {
  const { invisible, ...draft } = body.parse(JSON.parse(row.body));
  return {
    id: row.id,
    guildId: row.guild_id,
    userId: row.user_id,
    version: row.version,
    createdAt: row.created_at,
    about: about.parse(JSON.parse(row.about)),
    draft,
    invisible,
  };
}
