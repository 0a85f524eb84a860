import { type Kysely, sql } from 'kysely';
import { z } from 'zod';
import type { Owing } from '../daily/ports.ts';
import { type DeliveryRow, newDeliveryRow } from './delivery-row.ts';
import type { Tables } from './tables.ts';

/** A statement takes at most this many rows: PostgreSQL allows 65,535 values in one. */
const CHUNK = 500;

const moved = z.object({ id: z.string() });

/**
 * Moves the `next` of schedules, those that nobody else has moved or paused, and records what these
 * owe. In few statements: ten thousand may come due in the same minute.
 */
export async function oweAll(all: Kysely<Tables>, owing: readonly Owing[]): Promise<void> {
  for (let start = 0; start < owing.length; start += CHUNK) {
    const chunk = owing.slice(start, start + CHUNK);
    const ours = await moveNext(all, chunk);
    await record(all, chunk.filter(({ schedule }) => ours.has(schedule.id)).flatMap(rowsOf));
  }
}

async function moveNext(all: Kysely<Tables>, owing: readonly Owing[]): Promise<Set<string>> {
  const rows = owing.map(
    ({ schedule: { id, next: was }, next }) =>
      sql`(${id}, ${was?.day ?? null}, ${was?.at ?? null}, ${next?.day ?? null}, ${next?.at ?? null})`,
  );
  // Values without a column have no type of their own in PostgreSQL.
  const result = await sql`
    with moves (id, was_day, was_at, to_day, to_at) as (values ${sql.join(rows)})
    update schedules
    set next_day = cast(moves.to_day as text), next_at = cast(moves.to_at as bigint)
    from moves
    where schedules.id = moves.id
      and schedules.next_day = cast(moves.was_day as text)
      and schedules.next_at = cast(moves.was_at as bigint)
      and schedules.pause_reason is null
    returning schedules.id`.execute(all);
  return new Set(
    z
      .array(moved)
      .parse(result.rows)
      .map(({ id }) => id),
  );
}

async function record(all: Kysely<Tables>, rows: readonly DeliveryRow[]): Promise<void> {
  for (let start = 0; start < rows.length; start += CHUNK) {
    await all
      .insertInto('deliveries')
      .values(rows.slice(start, start + CHUNK))
      .onConflict((conflict) => conflict.columns(['schedule_id', 'day']).doNothing())
      .execute();
  }
}

function rowsOf({ schedule, runs }: Owing): DeliveryRow[] {
  return runs.map(({ day, at, late }) =>
    newDeliveryRow(
      { scheduleId: schedule.id, day },
      at,
      late ? 'missed' : 'owed',
      late ? 'down' : null,
    ),
  );
}
