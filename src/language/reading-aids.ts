import type { Dictionary } from './dictionary.ts';
import type { DictionaryEntry } from './dictionary-entry.ts';
import type { Reading, Token } from './readings.ts';
import type { Usage } from './word-syllables.ts';
import type { Word } from './words.ts';

/** All that needs the dictionary, opened. */
export interface ReadingAids {
  readonly dictionary: Dictionary;
  words(text: string): Word[];
  readings(text: string, usage: Usage): Token[];
  /** The reading of a dictionary entry by itself. */
  readingOf(entry: DictionaryEntry, usage: Usage): Reading;
}

/** The way to the reading aids. */
export interface ReadingAidsOpener {
  /** Opens them at the first call and gives the same ones ever after; what failed is tried again. */
  open(): Promise<ReadingAids>;
  /** Writes the dictionary file where it is not there yet, and opens nothing. */
  prepare(): Promise<void>;
}

/**
 * Nothing is imported or read before the first call: the modules and the dictionary take about
 * 150 ms, too much for the start of the bot. The prepared dictionary is kept in the first of
 * `folders` that can be written.
 */
export function readingAids(...folders: readonly string[]): ReadingAidsOpener {
  const once = <Result>(work: () => Promise<Result>): (() => Promise<Result>) => {
    let running: Promise<Result> | undefined;
    return () => {
      running ??= work().catch((error: unknown) => {
        running = undefined;
        throw error;
      });
      return running;
    };
  };
  const prepare = once(async () => {
    const { prepareDictionary } = await import('./dictionary.ts');
    return prepareDictionary(folders);
  });
  return {
    open: once(async () => open(await prepare())),
    prepare: async () => {
      await prepare();
    },
  };
}

async function open(path: string): Promise<ReadingAids> {
  const [{ dictionaryFrom }, { wordsIn }, { readingOfEntry, readingsOf }] = await Promise.all([
    import('./dictionary.ts'),
    import('./words.ts'),
    import('./readings.ts'),
  ]);
  const dictionary = dictionaryFrom(path);
  return {
    dictionary,
    words: (text) => wordsIn(text, dictionary),
    readings: (text, usage) => readingsOf(text, dictionary, usage),
    readingOf: (entry, usage) => readingOfEntry(entry, usage, dictionary),
  };
}
