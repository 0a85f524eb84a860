import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { preparedFile } from './prepared-file.ts';
import { unpackWordPairs, WORD_PAIRS_FORMAT, type WordPairs } from './word-pairs-file.ts';

/**
 * Opens the word pairs of CC-CEDICT (CC BY-SA 4.0) from the first of `folders` that has them or can
 * be written. Rejects where that fails.
 */
export async function openWordPairs(...folders: readonly string[]): Promise<WordPairs> {
  // A copy of its own: Node reads small files into a buffer that is shared and not aligned.
  return unpackWordPairs(new Uint8Array(await readFile(await prepareWordPairs(folders))));
}

/** Writes the file of the word pairs where it is not there yet: about 10 seconds; gives its path. */
export function prepareWordPairs(folders: readonly string[]): Promise<string> {
  return preparedFile(folders, {
    name: 'word-pairs',
    ending: 'bin',
    format: WORD_PAIRS_FORMAT,
    program: fileURLToPath(new URL('./prepare-word-pairs.ts', import.meta.url)),
  });
}
