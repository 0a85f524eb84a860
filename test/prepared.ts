import { fileURLToPath } from 'node:url';
import { openEvidence } from '../src/intake/evidence.ts';

/**
 * Vitest calls this once a run: on a new checkout the dictionary and the word pairs are written
 * before any test waits for them, and not by several tests at once.
 */
export async function setup(): Promise<void> {
  const evidence = await openEvidence(fileURLToPath(new URL('../.cache/', import.meta.url)));
  evidence.close();
}
