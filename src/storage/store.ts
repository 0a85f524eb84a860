import { sql } from 'kysely';
import type { ServerArticles } from '../article/server-articles.ts';
import type { Schedules } from '../daily/ports.ts';
import type { DraftStore } from '../intake/draft-store.ts';
import type { PersonalData, ServerData } from '../privacy/owned-data.ts';
import type { Cards, Rounds, Scores } from '../quiz/ports.ts';
import { cardsIn } from './cards.ts';
import { openDatabase, type StoreAddress } from './database.ts';
import { draftsIn } from './drafts.ts';
import { migrate, StorageError } from './migrate.ts';
import { roundsIn } from './rounds.ts';
import { schedulesIn } from './schedules.ts';
import { scoresIn } from './scores.ts';
import { serverArticlesIn } from './server-articles.ts';

/** All that the bot keeps: one property a port. */
export interface Store {
  readonly schedules: Schedules;
  readonly serverArticles: ServerArticles;
  readonly drafts: DraftStore;
  readonly rounds: Rounds;
  readonly scores: Scores;
  readonly cards: Cards;
  /** Every place that keeps something of a person. */
  readonly personal: readonly PersonalData[];
  /** Every place that keeps something for a server. */
  readonly serverData: readonly ServerData[];
  close(): Promise<void>;
}

/**
 * Opens the store at `address` and brings its tables up to date. Throws a StorageError when it
 * cannot be opened or is of a later version.
 */
export async function openStore(address: StoreAddress): Promise<Store> {
  const database = await opened(address);
  const schedules = schedulesIn(database);
  const serverArticles = serverArticlesIn(database);
  const drafts = draftsIn(database);
  const rounds = roundsIn(database);
  const scores = scoresIn(database);
  const cards = cardsIn(database);
  const ofServers = [schedules, serverArticles, drafts, rounds, scores];
  return {
    schedules,
    serverArticles,
    drafts,
    rounds,
    scores,
    cards,
    personal: [...ofServers, cards],
    serverData: ofServers,
    close: () => database.db.destroy(),
  };
}

async function opened(address: StoreAddress) {
  const what = 'url' in address ? 'The database at DATABASE_URL' : `The database ${address.file}`;
  try {
    const database = openDatabase(address);
    try {
      await sql`select 1`.execute(database.db);
      await migrate(database);
      return database;
    } catch (error) {
      await database.db.destroy();
      throw error;
    }
  } catch (error) {
    if (error instanceof StorageError) throw error;
    const reason = error instanceof Error ? error.message : String(error);
    throw new StorageError(`${what} cannot be used: ${reason}`, { cause: error });
  }
}
