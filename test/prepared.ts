import { execFile } from 'node:child_process';
import { promisify } from 'node:util';

const EVIDENCE = new URL('../src/intake/evidence.ts', import.meta.url);
const CACHE = new URL('../.cache/', import.meta.url);

/**
 * Vitest calls this once a run: on a new checkout the dictionary and the word pairs are written
 * before any test waits for them, and not by several tests at once. In a process of its own, since
 * Vitest loads this file without `import.meta.resolve`, by which the dictionary is found.
 */
export async function setup(): Promise<void> {
  const program = `
    import { openEvidence } from ${JSON.stringify(EVIDENCE.href)};
    (await openEvidence(${JSON.stringify(CACHE.pathname)})).close();`;
  await promisify(execFile)(process.execPath, ['--input-type=module', '--eval', program]);
}
