import { openDictionary } from '../language/dictionary.ts';
import { openWordPairs } from '../language/word-pairs.ts';
import type { Evidence } from './align/lexicon.ts';

/** Evidence that was opened; close it when nothing is aligned any more. */
export interface OpenedEvidence extends Evidence {
  close(): void;
}

/**
 * Opens what the aligner knows of English and Chinese. The first time, the files are prepared in
 * the first of `folders` that can be written, which takes up to 15 seconds; afterwards 0.2. Rejects where that fails.
 */
export async function openEvidence(...folders: readonly string[]): Promise<OpenedEvidence> {
  const [dictionary, pairs] = await Promise.all([
    openDictionary(...folders),
    openWordPairs(...folders),
  ]);
  return {
    headwords: dictionary,
    pairs,
    close: () => dictionary.close(),
  };
}
