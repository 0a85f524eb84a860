import {
  characterTables,
  phraseConverters,
  spellingConverters,
  tellingCharacters,
} from './script-tables.ts';

/** Traditional is Taiwan's, simplified the mainland's. */
export type Script = 'traditional' | 'simplified';

declare const written: unique symbol;

/**
 * A Chinese text as its author wrote it, with what it was converted to. Only `writtenText` makes
 * one, and `inScript` always converts from `original`: no text is ever converted twice.
 */
export interface WrittenText {
  readonly [written]: true;
  /** What the text is in now; null where nothing in it tells (no Chinese, or both scripts alike). */
  readonly script: Script | null;
  readonly text: string;
  readonly original: string;
  readonly originalScript: Script | null;
}

/** Takes a text as it was written; its script is recognised where the caller does not know it. */
export function writtenText(text: string, script: Script | null = scriptOf(text)): WrittenText {
  return make(text, script, text, script);
}

/**
 * The text in a script, with the phrases of that script's region (軟體 ↔ 软件). Everything that is
 * not Chinese stays as it is; Chinese quotation marks follow the script (「」 ↔ “”).
 */
export function inScript(text: WrittenText, script: Script): WrittenText {
  const { original, originalScript } = text;
  const converted = originalScript === script ? original : convertPhrases(original, script);
  return make(converted, script, original, originalScript);
}

/**
 * The text in a script with as many UTF-16 code units, so that every index means the same place.
 * Characters are chosen by the words around them (皇后, 後面); words of a region stay (軟體).
 */
export function sameLengthInScript(text: string, script: Script): string {
  const converted = spellingConverters[script]()(text);
  return converted.length === text.length ? converted : charactersInScript(text, script);
}

/**
 * The text in a script character by character, without regard to what stands around: the same
 * length, and the same part converts alike anywhere. For comparing and for the search index.
 */
export function charactersInScript(text: string, script: Script): string {
  const table = characterTables[script]();
  let converted = '';
  for (const character of text) converted += table.get(character) ?? character;
  return converted;
}

/** The characters of a text that exist in simplified writing only, in order, each once. */
export function simplifiedOnly(text: string): string[] {
  return tellingIn(text, 'simplified');
}

/** The characters of a text that exist in traditional writing only, in order, each once. */
export function traditionalOnly(text: string): string[] {
  return tellingIn(text, 'traditional');
}

function tellingIn(text: string, script: Script): string[] {
  const telling = tellingCharacters[script]();
  return [...new Set(text)].filter((character) => telling.has(character));
}

/** The script of a text by the characters that only one script has; null where none tells. */
export function scriptOf(text: string): Script | null {
  const traditional = tellingCharacters.traditional();
  const simplified = tellingCharacters.simplified();
  let balance = 0;
  for (const character of text) {
    if (traditional.has(character)) balance += 1;
    else if (simplified.has(character)) balance -= 1;
  }
  if (balance === 0) return null;
  return balance > 0 ? 'traditional' : 'simplified';
}

function make(
  text: string,
  script: Script | null,
  original: string,
  originalScript: Script | null,
): WrittenText {
  return Object.freeze({ text, script, original, originalScript }) as WrittenText;
}

function convertPhrases(text: string, script: Script): string {
  return phraseConverters[script]()(script === 'simplified' ? toCurly(text) : toCorners(text));
}

const CURLY: Readonly<Record<string, string>> = { '「': '“', '」': '”', '『': '‘', '』': '’' };

function toCurly(text: string): string {
  return text.replace(/[「」『』]/g, (mark) => CURLY[mark] ?? mark);
}

/** Only a pair with Chinese inside is a Chinese quotation; an English one keeps its marks. */
function toCorners(text: string): string {
  return text
    .replace(/“([^“”]*\p{Script=Han}[^“”]*)”/gu, '「$1」')
    .replace(/‘([^‘’]*\p{Script=Han}[^‘’]*)’/gu, '『$1』');
}
