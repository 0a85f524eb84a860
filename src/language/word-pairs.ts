import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { preparedFile } from './prepared-file.ts';
import { unpackWordPairs, WORD_PAIRS_FORMAT, type WordPairs } from './word-pairs-file.ts';

/**
 * Opens the word pairs of CC-CEDICT (CC BY-SA 4.0); the first time (per version) their file is
 * prepared in `folder`, next to the dictionary. Rejects where that fails.
 */
export async function openWordPairs(folder: string): Promise<WordPairs> {
  const path = await preparedFile([folder], {
    name: 'word-pairs',
    ending: 'bin',
    format: WORD_PAIRS_FORMAT,
    program: fileURLToPath(new URL('./prepare-word-pairs.ts', import.meta.url)),
  });
  // A copy of its own: Node reads small files into a buffer that is shared and not aligned.
  return unpackWordPairs(new Uint8Array(await readFile(path)));
}
