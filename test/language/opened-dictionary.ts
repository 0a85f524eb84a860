import { fileURLToPath } from 'node:url';
import { type Dictionary, openDictionary } from '../../src/language/dictionary.ts';

let opened: Promise<Dictionary> | undefined;

/** The dictionary of the tests: prepared once in the project's cache, as the bot's own is. */
export function testDictionary(): Promise<Dictionary> {
  opened ??= openDictionary(fileURLToPath(new URL('../../.cache/', import.meta.url)));
  return opened;
}
