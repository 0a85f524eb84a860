import { fileURLToPath } from 'node:url';
import { readArticleFolder } from '../../src/article/folder.ts';
import type { ReadingAids } from '../../src/language/reading-aids.ts';
import { readingOfEntry, readingsOf } from '../../src/language/readings.ts';
import { wordsIn } from '../../src/language/words.ts';
import { type Material, prepareMaterial } from '../../src/quiz/material.ts';
import { testDictionary } from '../language/opened-dictionary.ts';

export async function testAids(): Promise<ReadingAids> {
  const dictionary = await testDictionary();
  return {
    dictionary,
    words: (text) => wordsIn(text, dictionary),
    readings: (text, usage) => readingsOf(text, dictionary, usage),
    readingOf: (entry, usage) => readingOfEntry(entry, usage, dictionary),
  };
}

let prepared: Promise<readonly Material[]> | undefined;

/** The material of every shipped article: prepared once for all test files of a worker. */
export function shippedMaterials(): Promise<readonly Material[]> {
  prepared ??= prepareShipped();
  return prepared;
}

async function prepareShipped(): Promise<readonly Material[]> {
  const folder = fileURLToPath(new URL('../../data/articles/', import.meta.url));
  const { articles } = await readArticleFolder(folder);
  const aids = await testAids();
  return articles.map((article) => prepareMaterial(article, aids));
}
