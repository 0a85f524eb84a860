import type { Article } from '../src/article/article.ts';
import { type Concordance, lookedThrough, type Occurrence } from '../src/article/concordance.ts';
import type { Library } from '../src/article/library.ts';
import type { Dictionary } from '../src/language/dictionary.ts';
import { type DictionaryEntry, isMarginal } from '../src/language/dictionary-entry.ts';
import { englishWordsIn } from '../src/language/english-words.ts';
import { joined, syllablesIn } from '../src/language/pinyin.ts';
import { usualReading } from '../src/language/polyphone-rules.ts';
import type { ReadingAids } from '../src/language/reading-aids.ts';
import { wordKey } from '../src/language/vocabulary.ts';
import type { Usage } from '../src/language/word-syllables.ts';
import type { Preferences } from '../src/reader/preferences.ts';
import { inWantedScript, scriptShown, usageFor } from '../src/render/look.ts';
import type { MessageBody, MessageFile } from '../src/render/message.ts';
import type { ListedWord } from '../src/render/vocabulary.ts';
import type { ShownEntry, ShownOccurrence, ShownReading } from '../src/render/word.ts';
import type { Reply, Request, Services, Written } from './command.ts';
import { soonOrLater } from './in-time.ts';

/** Glosses of a word in a list. */
const GLOSSES_LISTED = 2;
/** Sentence pairs shown of a word. */
const SHOWN = 3;

/** The means for looking words up, as one reader wants them. */
export interface Desk {
  readonly aids: ReadingAids;
  readonly concordance: Concordance;
  readonly library: Library;
  /** In which of them words are looked for. */
  readonly articles: readonly Article[];
  readonly preferences: Preferences;
}

/** What a reading of a word needs of it. */
export type ReadingDesk = Pick<Desk, 'aids' | 'preferences'>;

interface Made {
  readonly body: MessageBody;
  readonly files?: readonly MessageFile[];
}

/**
 * Answers with what `make` gives, privately unless `send` says otherwise: at once where all is there
 * in time, else when the dictionary has been written and the articles are read, and shows meanwhile
 * that the bot is at work. `at` is the article that is asked about, if it is one.
 */
export async function atDesk(
  request: Request,
  services: Services,
  make: (desk: Desk) => Made,
  { send = sendPrivately, at }: { send?: (made: Made) => Written; at?: Article } = {},
): Promise<Reply> {
  return soonOrLater(async () => send(make(await deskFor(request, services, at))));
}

function sendPrivately(made: Made): Written {
  return { kind: 'message', private: true, ...made };
}

/** Opens what looking words up needs, with the articles read where words are looked for, and `at`. */
export async function deskFor(
  { preferences }: Pick<Request, 'preferences'>,
  services: Services,
  at?: Article,
): Promise<Desk> {
  const { library } = services;
  const aids = await services.aids();
  const concordance = await services.concordance();
  const articles = lookedThrough(library.articles);
  await concordance.read(at === undefined ? articles : [at, ...articles]);
  return { aids, concordance, library, articles, preferences };
}

/** The entries of a headword with its likeliest first; `pinyin` names one that goes before all. */
export function entriesOf(
  word: string,
  dictionary: Dictionary,
  pinyin?: string,
): DictionaryEntry[] {
  const weight = (entry: DictionaryEntry) =>
    (entry.pinyin === pinyin ? 0 : 8) +
    (isMarginal(entry) ? 4 : 0) +
    (entry.pinyin === usualReading(entry.traditional) ? 0 : 2) +
    (isName(entry) ? 1 : 0);
  return dictionary.lookup(word).toSorted((one, other) => weight(one) - weight(other));
}

/** Discord's limit on the value of an option or a suggestion. */
const MAX_VALUE = 100;

/**
 * A word as a select's value that tells which of its entries is meant: `行 hang2`. The longest
 * headwords have one reading, and no room for it.
 */
function wordValue({ traditional, pinyin }: DictionaryEntry): string {
  const value = `${traditional} ${pinyin}`;
  return value.length <= MAX_VALUE ? value : traditional;
}

/** Dictionary entries as a list shows them. */
export function listed(entry: DictionaryEntry, word: string, desk: ReadingDesk): ListedWord {
  const { aid } = desk.preferences;
  const reading = desk.aids.readingOf(entry, usageOf(desk));
  return {
    value: wordValue(entry),
    word,
    reading: aid === 'zhuyin' ? reading.zhuyin : reading.pinyin,
    meaning: meaningsOf(entry, desk.aids.dictionary).slice(0, GLOSSES_LISTED).join('; '),
  };
}

/** What an entry means; one that only says "see" means what it names. */
function meaningsOf({ glosses }: DictionaryEntry, dictionary: Dictionary): string[] {
  const [, seen] = /^see ([^\s|[]+)/.exec(glosses[0] ?? '') ?? [];
  const [named] = seen === undefined ? [] : dictionary.lookup(seen);
  return (named?.glosses ?? glosses).map(withoutNumbers);
}

/** `see 福建省|福建省[Fu2 jian4 Sheng3]` as `see 福建省 Fújiàn Shěng`; `師傅|师傅` alone as `師傅`. */
function withoutNumbers(gloss: string): string {
  const named = gloss.replace(
    /(?:\|[^\s|[\]]+)?\s*\[([A-Za-z:, 1-5]+[1-5])\]/g,
    (_, pinyin: string) => ` ${joined(syllablesIn(pinyin))}`,
  );
  return named.replaceAll(/(?<=\p{Script=Han})\|\p{Script=Han}+/gu, '');
}

/** Chinese words of a text as a list shows them, written as there. */
export function listChinese(words: readonly string[], desk: Desk): ListedWord[] {
  return words.flatMap((word) => {
    const [entry] = entriesOf(word, desk.aids.dictionary);
    if (entry === undefined) return [];
    const { script } = desk.preferences;
    const shown = script === 'written' ? word : entry[script];
    return [{ ...listed(entry, shown, desk), value: word }];
  });
}

/** English words with what stands for them in the article, else anywhere, else in the dictionary. */
export function listEnglish(words: readonly string[], article: Article, desk: Desk): ListedWord[] {
  const { concordance, aids } = desk;
  return words.map((word) => {
    const [here, anywhere] = [[article], desk.articles].map((articles) =>
      concordance.counterparts(word, articles, 3).map((one) => one.word),
    );
    const known = aids.dictionary.byEnglish(word, 3).map((entry) => entry[scriptOfDesk(desk)]);
    const [meaning = []] = [here, anywhere, known].filter((found) => found && found.length > 0);
    return { value: word, word, reading: '', meaning: meaning.join('、') };
  });
}

/** An entry with its readings in Taiwan and on the mainland, the reader's own first. */
export function shownEntry(entry: DictionaryEntry, desk: Desk): ShownEntry {
  const script = scriptOfDesk(desk);
  return {
    traditional: entry.traditional,
    simplified: entry.simplified,
    readings: readingsIn(entry, usageOf(desk), desk.aids),
    glosses: entry.glosses.map(withoutNumbers),
    measureWords: entry.measureWords.map((measure) => {
      const [found] = desk.aids.dictionary
        .lookup(measure.traditional)
        .filter(({ pinyin }) => pinyin === measure.pinyin);
      const pinyin =
        found === undefined ? '' : ` ${desk.aids.readingOf(found, usageOf(desk)).pinyin}`;
      return `${measure[script]}${pinyin}`;
    }),
  };
}

function readingsIn(entry: DictionaryEntry, first: Usage, aids: ReadingAids): ShownReading[] {
  const second = first === 'taiwan' ? 'mainland' : 'taiwan';
  const one = aids.readingOf(entry, first);
  const other = aids.readingOf(entry, second);
  if (one.pinyin === other.pinyin) return [{ ...one, region: 'both' }];
  return [
    { ...one, region: first },
    { ...other, region: second },
  ];
}

/** The first few occurrences with the Chinese word marked, whichever way it is written there. */
export function markedChinese(
  found: readonly Occurrence[],
  forms: readonly string[],
  { library, preferences }: Desk,
): ShownOccurrence[] {
  return spread(found).map((occurrence) => ({
    ...occurrence,
    revision: library.revisionOf(occurrence.article),
    en: [occurrence.pair.en],
    zh: occurrence.pair.zh
      .split(new RegExp(`(${forms.join('|')})`))
      .map((part) => inWantedScript(part, occurrence.article.script, preferences)),
  }));
}

/** The first few occurrences with the English word marked in all its forms. */
export function markedEnglish(
  found: readonly Occurrence[],
  word: string,
  { library, preferences }: Desk,
): ShownOccurrence[] {
  const key = wordKey(word);
  return spread(found).map((occurrence) => {
    const { en, zh } = occurrence.pair;
    const parts: string[] = [];
    let end = 0;
    for (const { text, start } of englishWordsIn(en)) {
      if (wordKey(text) !== key) continue;
      parts.push(en.slice(end, start), text);
      end = start + text.length;
    }
    parts.push(en.slice(end));
    const { article } = occurrence;
    const own = inWantedScript(zh, article.script, preferences);
    return { ...occurrence, revision: library.revisionOf(article), en: parts, zh: [own] };
  });
}

/** A few occurrences, of different paragraphs where there are enough. */
function spread(found: readonly Occurrence[]): Occurrence[] {
  const firsts = found.filter(
    ({ paragraph }, index) => found.findIndex((one) => one.paragraph === paragraph) === index,
  );
  return [...firsts, ...found.filter((one) => !firsts.includes(one))].slice(0, SHOWN);
}

function isName({ pinyin }: DictionaryEntry): boolean {
  return /^[A-Z]/.test(pinyin);
}

export function usageOf({ preferences }: Pick<Desk, 'preferences'>): Usage {
  return usageFor(preferences, scriptShown(preferences, 'traditional'));
}

export function scriptOfDesk({
  preferences,
}: Pick<Desk, 'preferences'>): 'traditional' | 'simplified' {
  return scriptShown(preferences, 'traditional');
}
