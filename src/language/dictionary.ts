import { DatabaseSync, type SQLOutputValue } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { type DictionaryEntry, entryOf } from './dictionary-entry.ts';
import { DICTIONARY_FORMAT, meaningKey } from './dictionary-file.ts';
import { englishStem, englishStems, lemmasOf } from './english-words.ts';
import { toneless } from './pinyin.ts';
import { preparedFile } from './prepared-file.ts';
import { remembering } from './remembering.ts';
import { type StringTable, stringTable } from './string-table.ts';

/** CC-CEDICT (CC BY-SA 4.0), opened. All look-ups are synchronous and take 10 µs to 5 ms. */
export interface Dictionary {
  /** The entries of a headword, traditional or simplified, in CC-CEDICT's order. */
  lookup(headword: string): readonly DictionaryEntry[];
  /** Entries of longer headwords that begin with the text, commoner ones first. */
  beginningWith(text: string, limit: number): readonly DictionaryEntry[];
  /** Entries whose pinyin begins like the query, tones or not (`beij`, `bei3 jing1`, `běijīng`). */
  byPinyin(query: string, limit: number): readonly DictionaryEntry[];
  /** Entries with an English meaning: those that mean exactly it, then those that name it. */
  byEnglish(query: string, limit: number): readonly DictionaryEntry[];
  /** How rare a headword is: 0 for the commonest entry, about 120,000 for the rarest; null: none. */
  rarity(headword: string): number | null;
  /** The entries that mean exactly an English word or phrase, the commonest first. */
  meaning(words: string, limit: number): readonly DictionaryEntry[];
  /** In how many entries' meanings an English word occurs, by its stem: common words in many. */
  mentions(word: string): number;
  /** Whether an English word, or one that it is a form of, is a whole meaning: `tailors` is. */
  isMeaning(word: string): boolean;
  /** Whether an English word, or one that it is a form of, stands in any meaning: `loaves` does. */
  knowsEnglish(word: string): boolean;
  /** Every headword that a text can be cut into. */
  readonly headwords: StringTable;
  /** In how many other headwords the headword at a place of the table occurs, at most 255. */
  productivity(index: number): number;
  close(): void;
}

const ENTRY = 'SELECT traditional, simplified, pinyin, glosses FROM entry';
const BY_HEADWORD = `${ENTRY} WHERE traditional = ?1 UNION ALL
  ${ENTRY} WHERE simplified = ?1 AND traditional <> ?1`;
/** One index at a time: an OR over both would read the whole table. */
const BEGINNING_WITH = `${ENTRY} WHERE id IN (
  SELECT id FROM entry WHERE traditional > ?1 AND traditional < ?2
  UNION SELECT id FROM entry WHERE simplified > ?1 AND simplified < ?2) ORDER BY rank LIMIT ?3`;
const BY_WHOLE_PINYIN = `${ENTRY} WHERE toneless = ?1 ORDER BY rank LIMIT ?2`;
/** Few letters begin thousands of readings: go through the ranks until enough are found. */
const BY_FEW_LETTERS = `${ENTRY} INDEXED BY entry_rank
  WHERE toneless > ?1 AND toneless < ?2 ORDER BY rank LIMIT ?3`;
const BY_PINYIN_START = `${ENTRY} INDEXED BY entry_toneless
  WHERE toneless > ?1 AND toneless < ?2 ORDER BY rank LIMIT ?3`;
const BY_MEANING = `${ENTRY} JOIN (SELECT entry, min(place) AS place FROM gloss WHERE words = ?1
  GROUP BY entry) ON entry = id ORDER BY weight / (1 + place) DESC, id LIMIT ?2`;
const BY_STEMS = `${ENTRY} JOIN (SELECT rowid AS found FROM gloss_search
  WHERE gloss_search MATCH ?1 LIMIT ?2) ON rank = found ORDER BY rank`;
const GLOSS_WORDS = `CREATE VIRTUAL TABLE temp.gloss_word USING fts5vocab(main, gloss_search, row)`;
const MENTIONS = 'SELECT doc FROM temp.gloss_word WHERE term = ?1';
/** A word with its stem is looked for in so many entries; others with the stem come between. */
const NAMED_IN = 40;
const RARITY = `SELECT min(rank) AS rank FROM (SELECT rank FROM entry WHERE traditional = ?1
  UNION ALL SELECT rank FROM entry WHERE simplified = ?1)`;
/** Readings ask for the same common words again and again: so many answers cost about 1 MB. */
const REMEMBERED = 2000;
const IS_MEANING = 'SELECT 1 FROM gloss WHERE words = ?1 LIMIT 1';

/**
 * Opens the dictionary; the first time (per version of CC-CEDICT) its file is prepared in the first
 * of `folders` that takes it. Rejects where that fails.
 */
export async function openDictionary(...folders: readonly string[]): Promise<Dictionary> {
  return dictionaryFrom(await prepareDictionary(folders));
}

/** Writes the dictionary's file where it is not there yet: 5 to 10 seconds; gives its path. */
export function prepareDictionary(folders: readonly string[]): Promise<string> {
  return preparedFile(folders, {
    name: 'cedict',
    ending: 'sqlite',
    format: DICTIONARY_FORMAT,
    program: fileURLToPath(new URL('./prepare-dictionary.ts', import.meta.url)),
  });
}

/** Opens a file that `writeDictionaryFile` wrote. */
export function dictionaryFrom(path: string): Dictionary {
  const db = new DatabaseSync(path, { readOnly: true });
  const byHeadword = db.prepare(BY_HEADWORD);
  const beginningWith = db.prepare(BEGINNING_WITH);
  const byWholePinyin = db.prepare(BY_WHOLE_PINYIN);
  const byFewLetters = db.prepare(BY_FEW_LETTERS);
  const byPinyinStart = db.prepare(BY_PINYIN_START);
  const byMeaning = db.prepare(BY_MEANING);
  const byStems = db.prepare(BY_STEMS);
  db.exec(GLOSS_WORDS);
  const mentions = db.prepare(MENTIONS);
  const rarity = db.prepare(RARITY);
  const isMeaning = db.prepare(IS_MEANING);
  const row = db.prepare('SELECT packed, productivity FROM headwords').get();
  const weights = row?.productivity instanceof Uint8Array ? row.productivity : new Uint8Array();
  const headwords = stringTable(textOf(row?.packed));

  const isWholeMeaning = (word: string) =>
    [word, ...lemmasOf(word)].some((form) => isMeaning.get(meaningKey(form)) !== undefined);

  const isNamed = (word: string) =>
    [word, ...lemmasOf(word)].map(meaningKey).some((form) =>
      byStems
        .all(stemsQuery(form), NAMED_IN)
        .map(({ glosses }) => textOf(glosses).toLowerCase())
        .some((glosses) => glosses.includes(form) && glosses.split(/[^\p{L}]+/u).includes(form)),
    );

  return {
    headwords,
    productivity: (index) => weights[index] ?? 0,
    lookup: remembering((headword) => byHeadword.all(headword).map(entryFrom), REMEMBERED),
    beginningWith: (text, limit) => beginningWith.all(text, `${text}\uffff`, limit).map(entryFrom),
    byPinyin(query, limit) {
      const key = toneless(query);
      if (key === '') return [];
      const found = byWholePinyin.all(key, limit);
      const start = key.length <= 2 ? byFewLetters : byPinyinStart;
      if (found.length < limit) found.push(...start.all(key, `${key}\uffff`, limit - found.length));
      return found.map(entryFrom);
    },
    byEnglish(query, limit) {
      const words = meaningKey(query.replace(/^\s*to\s+/i, ''));
      const stems = stemsQuery(words);
      if (stems === '') return [];
      const found = [words, ...lemmasOf(words).map(meaningKey)].flatMap((form) =>
        byMeaning.all(form, limit),
      );
      if (found.length < limit) found.push(...byStems.all(stems, limit * 2));
      return distinct(found.map(entryFrom)).slice(0, limit);
    },
    rarity(headword) {
      const rank = rarity.get(headword)?.rank;
      return typeof rank === 'number' ? rank : null;
    },
    meaning: (words, limit) => byMeaning.all(meaningKey(words), limit).map(entryFrom),
    mentions(word) {
      const count = mentions.get(englishStem(word))?.doc;
      return typeof count === 'number' ? count : 0;
    },
    isMeaning: isWholeMeaning,
    knowsEnglish: remembering((word) => isWholeMeaning(word) || isNamed(word), REMEMBERED),
    close: () => db.close(),
  };
}

/** What finds all stems of a text, each by itself: `well-known` has two. */
function stemsQuery(text: string): string {
  return englishStems(text)
    .map((stem) => `"${stem}"`)
    .join(' ');
}

function distinct(entries: readonly DictionaryEntry[]): DictionaryEntry[] {
  return [...new Map(entries.map((one) => [`${one.traditional} ${one.pinyin}`, one])).values()];
}

function entryFrom(row: Readonly<Record<string, SQLOutputValue>>): DictionaryEntry {
  return entryOf({
    traditional: textOf(row.traditional),
    simplified: textOf(row.simplified),
    pinyin: textOf(row.pinyin),
    glosses: textOf(row.glosses),
  });
}

function textOf(value: SQLOutputValue | undefined): string {
  if (typeof value !== 'string') throw new TypeError('the dictionary file is damaged');
  return value;
}
