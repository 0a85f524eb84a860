/**
 * Loaded before the bot (node --import): what the reading aids alone need is replaced by empty
 * functions of the same names, so that a start with them can be compared with one without. As
 * `without-aids.ts?nothing` it replaces nothing: reading every module through a hook has its price
 * too, and both sides have to pay it.
 */
import { readFileSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath } from 'node:url';

/** What the bot needs of this folder to start and to show a paragraph. */
const NEEDED = [
  'characters',
  'fold',
  'han',
  'line-breaks',
  'pinyin-marks',
  'remembering',
  'sentences',
];
const REPLACES = !import.meta.url.endsWith('?nothing');
const MODULE = /\/src\/language\/([a-z-]+)\.ts$/;
const EXPORT = /^export (?:async )?(?:const|let|function|class) (\w+)/gm;

registerHooks({
  load(url, context, next) {
    const name = MODULE.exec(url)?.[1];
    if (!REPLACES || name === undefined || NEEDED.includes(name)) return next(url, context);
    const source = readFileSync(fileURLToPath(url), 'utf8');
    const names = [...source.matchAll(EXPORT)].map(([, exported]) => exported);
    return {
      format: 'module',
      shortCircuit: true,
      source: names.map((one) => `export const ${one} = () => () => undefined;`).join('\n'),
    };
  },
});
