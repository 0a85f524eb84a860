import { access, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../commands/index.ts';
import { VARIABLES } from '../src/config.ts';
import { WARNING_CODES } from '../src/intake/report.ts';

const DOCUMENTS = [
  'README.md',
  'CHANGELOG.md',
  'docs/architecture.md',
  'docs/article-format.md',
  'docs/adding-a-command.md',
  'docs/sandbox.md',
];

const read = (file: string) => readFile(file, 'utf8');

describe('the documents', () => {
  it.each(DOCUMENTS)('%s links to what is there', async (file) => {
    for (const [, target = ''] of (await read(file)).matchAll(/\]\(([^)#\s]+)\)/g)) {
      if (/^https?:/.test(target)) continue;
      await expect(access(path.join(path.dirname(file), target)), target).resolves.toBeUndefined();
    }
  });

  it.each(DOCUMENTS)('%s names files and scripts that are there', async (file) => {
    const text = await read(file);
    const { scripts } = JSON.parse(await read('package.json'));
    for (const [, script = ''] of text.matchAll(/npm run ([\w:]+)/g)) {
      expect(Object.keys(scripts), `npm run ${script}`).toContain(script);
    }
    for (const [, named = ''] of text.matchAll(
      /`((?:src|commands|test|docs|bench|data)\/[\w./-]+)`/g,
    )) {
      if (named.includes('/ID.')) continue;
      await expect(access(named), `${file} names ${named}`).resolves.toBeUndefined();
    }
  });

  it('tell of every command, every variable and every finding', async () => {
    const readme = await read('README.md');
    for (const { data } of commands) expect(readme).toContain(`/${data.name}`);
    for (const variable of VARIABLES) expect(readme).toContain(`\`${variable}\``);
    const format = await read('docs/article-format.md');
    for (const code of WARNING_CODES) expect(format).toContain(`\`${code}\``);
  });
});
