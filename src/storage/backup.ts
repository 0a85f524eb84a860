import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { loadEnvFile } from 'node:process';
import { DatabaseSync } from 'node:sqlite';
import { readStoreConfig } from '../config.ts';
import type { StoreAddress } from './database.ts';
import { StorageError } from './migrate.ts';

/**
 * Writes a consistent copy of the SQLite store into `folder`, while the bot may be running, and
 * returns its path. A copy that was broken off is never left under the final name.
 */
export function backup(address: StoreAddress, folder: string, now: Date): string {
  if ('url' in address) {
    throw new StorageError('DATABASE_URL is set: back PostgreSQL up with pg_dump.');
  }
  if (!existsSync(address.file)) throw new StorageError(`There is no ${address.file} to copy.`);
  mkdirSync(folder, { recursive: true });
  const stamp = now.toISOString().slice(0, 19).replaceAll(':', '');
  const copy = path.join(folder, `duidu-${stamp}.sqlite`);
  const partial = `${copy}.partial`;
  rmSync(partial, { force: true });
  const database = new DatabaseSync(address.file, { readOnly: true, timeout: 10_000 });
  try {
    database.prepare('vacuum into ?').run(partial);
  } finally {
    database.close();
  }
  renameSync(partial, copy);
  return copy;
}

if (import.meta.main) {
  if (existsSync('.env')) loadEnvFile('.env');
  try {
    const { store, dataDir } = readStoreConfig(process.env);
    const folder = process.argv[2] ?? path.join(dataDir, 'backups');
    process.stdout.write(`${backup(store, folder, new Date())}\n`);
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
    process.exitCode = 1;
  }
}
