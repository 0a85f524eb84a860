import { fileURLToPath } from 'node:url';
import { openEvidence } from '../../src/intake/evidence.ts';

/** What the aligner knows, from the project's cache, as the command line opens it. */
export const evidence = await openEvidence(
  fileURLToPath(new URL('../../.cache/', import.meta.url)),
);
