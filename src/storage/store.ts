import { sql } from 'kysely';
import type { SearchIndex } from '../article/search.ts';
import type { ServerArticles } from '../article/server-articles.ts';
import type { Deliveries, Schedules, Servers } from '../daily/ports.ts';
import type { DraftStore } from '../intake/draft-store.ts';
import type { PersonalData, ServerData } from '../privacy/owned-data.ts';
import type { Cards, Rounds, Scores } from '../quiz/ports.ts';
import type { Progress } from '../reader/progress.ts';
import { FRESH, Readers } from '../reader/readers.ts';
import { cardsIn } from './cards.ts';
import { openDatabase, type StoreAddress } from './database.ts';
import { deliveriesIn } from './deliveries.ts';
import { draftsIn } from './drafts.ts';
import { migrate, StorageError } from './migrate.ts';
import { progressIn } from './progress.ts';
import { readersIn } from './readers.ts';
import { roundsIn } from './rounds.ts';
import { schedulesIn } from './schedules.ts';
import { scoresIn } from './scores.ts';
import { searchIn } from './search.ts';
import { serverArticlesIn } from './server-articles.ts';
import { serversIn } from './servers.ts';
import { type Turns, turnsIn } from './turns.ts';

/** All that the bot keeps: one property a port. */
export interface Store {
  readonly schedules: Schedules;
  readonly serverArticles: ServerArticles;
  readonly drafts: DraftStore;
  readonly readers: Readers;
  readonly rounds: Rounds;
  readonly scores: Scores;
  readonly cards: Cards;
  readonly progress: Progress;
  readonly search: SearchIndex;
  readonly deliveries: Deliveries;
  readonly servers: Servers;
  readonly turns: Turns;
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
  const ports = {
    cards: cardsIn(database),
    deliveries: deliveriesIn(database),
    drafts: draftsIn(database),
    progress: progressIn(database),
    // A process that is one of many may not remember what another can have changed.
    readers: new Readers(readersIn(database), database.engine === 'postgres' ? 0 : FRESH),
    rounds: roundsIn(database),
    schedules: schedulesIn(database),
    scores: scoresIn(database),
    search: searchIn(database),
    serverArticles: serverArticlesIn(database),
    servers: serversIn(database),
    turns: turnsIn(database),
  };
  const all = Object.values<object>(ports);
  return {
    ...ports,
    // Found by what they can do, so that no new port is forgotten when somebody deletes their data.
    personal: all.filter(isPersonal),
    serverData: all.filter(isOfServers),
    close: () => database.db.destroy(),
  };
}

function isPersonal(port: object): port is PersonalData {
  return 'exportOf' in port && 'forget' in port;
}

function isOfServers(port: object): port is ServerData {
  return 'forgetServer' in port;
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
