import type { Dictionary } from './dictionary.ts';
import type { Token } from './readings.ts';
import type { Usage } from './word-syllables.ts';
import type { Word } from './words.ts';

/** All that needs the dictionary, opened. */
export interface ReadingAids {
  readonly dictionary: Dictionary;
  words(text: string): Word[];
  readings(text: string, usage: Usage): Token[];
}

/**
 * A function that opens the reading aids at its first call and gives the same ones ever after; an
 * opening that failed is tried again. Nothing is imported or read before: the modules and the
 * dictionary take about 150 ms, too much for the start of the bot. `folder` is the cache folder
 * that keeps the prepared dictionary.
 */
export function readingAids(folder: string): () => Promise<ReadingAids> {
  let opening: Promise<ReadingAids> | undefined;
  return () => {
    opening ??= open(folder).catch((error: unknown) => {
      opening = undefined;
      throw error;
    });
    return opening;
  };
}

async function open(folder: string): Promise<ReadingAids> {
  const [{ openDictionary }, { wordsIn }, { readingsOf }] = await Promise.all([
    import('./dictionary.ts'),
    import('./words.ts'),
    import('./readings.ts'),
  ]);
  const dictionary = await openDictionary(folder);
  return {
    dictionary,
    words: (text) => wordsIn(text, dictionary),
    readings: (text, usage) => readingsOf(text, dictionary, usage),
  };
}
