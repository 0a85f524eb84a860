import { execFile } from 'node:child_process';
import { mkdtemp, readdir } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { backup } from '../../src/storage/backup.ts';
import { openStore } from '../../src/storage/store.ts';
import { DAILY, MORNING } from '../daily/fixtures.ts';

const run = promisify(execFile);
const folderOf = () => mkdtemp(path.join(tmpdir(), 'duidu-backup-'));

describe('a backup', () => {
  it('is a consistent copy, made while the store is in use', async () => {
    const folder = await folderOf();
    const file = path.join(folder, 'duidu.sqlite');
    const store = await openStore({ file });
    await store.schedules.add(DAILY);
    const copy = backup({ file }, path.join(folder, 'backups'), new Date(MORNING));
    await store.schedules.remove(DAILY.id);
    await store.close();
    expect(path.basename(copy)).toBe('duidu-2026-11-24T000000.sqlite');
    const restored = await openStore({ file: copy });
    expect(await restored.schedules.byId(DAILY.id)).toEqual(DAILY);
    await restored.close();
  });

  it('is made by npm run backup, which says where', async () => {
    const DATA_DIR = await folderOf();
    const store = await openStore({ file: path.join(DATA_DIR, 'duidu.sqlite') });
    const script = ['src/storage/backup.ts'];
    const { stdout } = await run(process.execPath, script, { env: { DATA_DIR } });
    await store.close();
    const made = await readdir(path.join(DATA_DIR, 'backups'));
    expect(made).toEqual([path.basename(stdout.trim())]);
  });

  it('says what is wrong', async () => {
    const folder = await folderOf();
    const now = new Date(MORNING);
    expect(() => backup({ url: 'postgres://x' }, folder, now)).toThrow('pg_dump');
    expect(() => backup({ file: path.join(folder, 'no.sqlite') }, folder, now)).toThrow(
      'no.sqlite',
    );
    const missing = run(process.execPath, ['src/storage/backup.ts'], { env: { DATA_DIR: folder } });
    await expect(missing).rejects.toMatchObject({
      code: 1,
      stderr: expect.stringMatching(/^There is no/),
    });
  });
});
