import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';

/** What each floor may import from, besides itself; docs/architecture.md draws the same. */
const BELOW: Readonly<Record<string, readonly string[]>> = {
  'src/language': [],
  'src/article': ['src/privacy', 'src/language'],
  'src/privacy': [],
  'src/daily': ['src/privacy', 'src/article', 'src/language'],
  'src/storage': [
    'src/daily',
    'src/reader',
    'src/quiz',
    'src/intake',
    'src/privacy',
    'src/article',
    'src/language',
    'src',
  ],
  'src/intake': ['src/privacy', 'src/article', 'src/language'],
  'src/quiz': ['src/privacy', 'src/article', 'src/language'],
  'src/words': ['src/article', 'src/language'],
  'src/reader': ['src/privacy', 'src/article'],
  'src/render': [
    'src/words',
    'src/reader',
    'src/daily',
    'src/intake',
    'src/quiz',
    'src/article',
    'src/language',
  ],
  'src/clock': [],
  'src/play': ['src/quiz', 'src/article', 'src/language', 'src/clock'],
  'src/tick': ['src/daily', 'src/intake', 'src/article', 'src/clock', 'src/privacy', 'src'],
  commands: [
    'src/clock',
    'src/play',
    'src/quiz',
    'src/render',
    'src/words',
    'src/reader',
    'src/daily',
    'src/privacy',
    'src/intake',
    'src/article',
    'src/language',
  ],
  'src/discord': [
    'src/daily',
    'commands',
    'src/clock',
    'src/reader',
    'src/render',
    'src/words',
    'src',
    'src/article',
    'src/language',
  ],
  // Only its bot process is the bot itself; all else of it knows Discord alone.
  'src/sandbox': ['src', 'src/clock'],
  src: [
    'src/render',
    'src/tick',
    'src/render',
    'src/discord',
    'src/intake',
    'src/storage',
    'src/play',
    'src/daily',
    'commands',
    'src/article',
    'src/clock',
    'src/language',
    'src/reader',
  ],
};

/** Packages that only one floor may touch. */
const AT_HOME: Readonly<Record<string, readonly string[]>> = {
  'discord.js': ['src/discord', 'test'],
  '@discordjs': ['src/discord', 'test'],
  kysely: ['src/storage', 'test'],
  'node-cron': ['src/tick'],
  'pg-boss': ['src/tick'],
  pg: ['src/storage', 'test'],
  hono: ['src/sandbox'],
  ws: ['src/sandbox', 'test'],
};

const IMPORT = /(?:^|\n)(?:import|export)\s[^;]*?from\s*'([^']+)'/g;

async function sources(): Promise<string[]> {
  const all = await Promise.all(
    ['src', 'commands'].map(async (root) =>
      (await readdir(root, { recursive: true })).map((file) => path.join(root, file)),
    ),
  );
  return all.flat().filter((file) => file.endsWith('.ts') && !file.endsWith('.d.ts'));
}

function floorOf(file: string): string {
  const floors = Object.keys(BELOW).filter((floor) => file.startsWith(`${floor}/`));
  return floors.toSorted((a, b) => b.length - a.length)[0] ?? path.dirname(file);
}

const files = await sources();

describe('the floors', () => {
  it('know every folder', () => {
    expect(new Set(files.map(floorOf))).toEqual(new Set(Object.keys(BELOW)));
  });

  it.each(files)('%s imports downwards only', async (file) => {
    const code = await readFile(file, 'utf8');
    for (const [, target = ''] of code.matchAll(IMPORT)) {
      const own = floorOf(file);
      if (target.startsWith('.')) {
        const floor = floorOf(path.join(path.dirname(file), target));
        expect([own, ...(BELOW[own] ?? [])], `${file} imports ${target}`).toContain(floor);
      } else {
        const homes = AT_HOME[target.split('/')[0] ?? ''] ?? [own];
        expect(homes, `${file} imports ${target}`).toContain(own);
      }
    }
  });
});
