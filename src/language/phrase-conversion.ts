import type { DictGroup, DictLike } from 'opencc-js/core';
import { type StringTable, stringTable } from './string-table.ts';

/** A dictionary of OpenCC as two packed strings instead of a trie. */
interface PhraseTable {
  readonly sources: StringTable;
  readonly targets: StringTable;
}

/** The tables of a group, first ones first: where two match as much, the earlier wins. */
type PhraseTables = readonly PhraseTable[];

/** The steps of one OpenCC configuration: normalize, cut into phrases, convert in turn. */
export interface ConversionSteps {
  readonly segmentation?: DictLike | DictGroup;
  readonly chain: readonly DictGroup[];
}

/**
 * A converter with the results of opencc-js (a test compares them) for a fifth of its memory:
 * opencc-js 1.4.2 keeps one Map a trie node, 45 MB for `cn` to `twp`, and loads STPhrases twice.
 */
export function phraseConverter(steps: ConversionSteps): (text: string) => string {
  const chain = steps.chain.map(phraseTables);
  const cut = steps.segmentation === undefined ? undefined : phraseTables(steps.segmentation);
  return (text) =>
    (cut === undefined ? [text] : segment(text, cut))
      .map((piece) => chain.reduce((current, tables) => convert(current, tables), piece))
      .join('');
}

function phraseTables(group: DictLike | DictGroup): PhraseTables {
  if (typeof group === 'string') return [sharedTable(group)];
  const tables: PhraseTable[] = [];
  for (const part of group) {
    if (typeof part === 'string') tables.push(sharedTable(part));
    else throw new TypeError('opencc-js gives its dictionaries as strings');
  }
  return tables;
}

/** Both directions and both kinds of conversion use some of the same dictionaries. */
const shared = new Map<string, PhraseTable>();

function sharedTable(dictionary: string): PhraseTable {
  const known = shared.get(dictionary);
  if (known !== undefined) return known;
  const pairs = dictionary.split('|').map((line) => line.split(' '));
  const table = {
    sources: stringTable(pairs.map(([source]) => source).join('\n')),
    targets: stringTable(pairs.map(([, target]) => target).join('\n')),
  };
  shared.set(dictionary, table);
  return table;
}

/** The longest source that begins at `start`: where it ends and what it becomes; else null. */
function longestMatch(
  text: string,
  start: number,
  tables: PhraseTables,
): { end: number; target: string } | null {
  const longest = Math.max(...tables.map(({ sources }) => sources.longestFrom(text, start)));
  for (let end = Math.min(text.length, start + longest); end > start; end -= 1) {
    for (const { sources, targets } of tables) {
      const index = sources.indexOf(text, start, end);
      if (index >= 0) return { end, target: targets.at(index) };
    }
  }
  return null;
}

function convert(text: string, tables: PhraseTables): string {
  let converted = '';
  for (let at = 0; at < text.length; ) {
    const match = longestMatch(text, at, tables);
    const end = match?.end ?? at + unitsAt(text, at);
    converted += match?.target ?? text.slice(at, end);
    at = end;
  }
  return converted;
}

/** Phrases stay whole; what lies between two phrases is one piece. */
function segment(text: string, tables: PhraseTables): string[] {
  const pieces: string[] = [];
  let loose = 0;
  for (let at = 0; at < text.length; ) {
    const match = longestMatch(text, at, tables);
    if (match) {
      if (loose < at) pieces.push(text.slice(loose, at));
      pieces.push(text.slice(at, match.end));
      loose = match.end;
    }
    at = match?.end ?? at + unitsAt(text, at);
  }
  if (loose < text.length) pieces.push(text.slice(loose));
  return pieces;
}

function unitsAt(text: string, at: number): number {
  return (text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1;
}
