/** One entry of CC-CEDICT as readers see it. */
export interface DictionaryEntry {
  readonly traditional: string;
  readonly simplified: string;
  /** As CC-CEDICT writes it: one numbered syllable a character, `ü` as `u:`: `Bei3 jing1`. */
  readonly pinyin: string;
  /** Without measure words and without "Taiwan pr.". */
  readonly glosses: readonly string[];
  /** Classifiers in traditional characters, from `CL:`. */
  readonly measureWords: readonly MeasureWord[];
  /** Taiwan's reading of the whole word where it differs, in the form of `pinyin`; else null. */
  readonly taiwanPinyin: string | null;
}

interface MeasureWord {
  readonly traditional: string;
  readonly simplified: string;
  readonly pinyin: string;
}

/** An entry as the prepared file keeps it: the glosses as CC-CEDICT has them, one a line. */
export interface StoredEntry {
  readonly traditional: string;
  readonly simplified: string;
  readonly pinyin: string;
  readonly glosses: string;
}

const TAIWAN_READING = /^Taiwan pr\. \[([^\]]+)\]$/;
const CLASSIFIER = /([^,|[\]\s]+)(?:\|([^,[\]]+))?\[([^\]]+)\]/g;

export function entryOf({
  traditional,
  simplified,
  pinyin,
  glosses,
}: StoredEntry): DictionaryEntry {
  const kept: string[] = [];
  const measureWords: MeasureWord[] = [];
  let taiwanPinyin: string | null = null;
  for (const gloss of glosses.split('\n')) {
    const reading = TAIWAN_READING.exec(gloss)?.[1];
    if (reading !== undefined) taiwanPinyin = spacedSyllables(reading);
    else if (gloss.startsWith('CL:')) measureWords.push(...measureWordsIn(gloss.slice(3)));
    else kept.push(gloss);
  }
  return { traditional, simplified, pinyin, glosses: kept, measureWords, taiwanPinyin };
}

/** `個|个[ge4],家[jia1]` as two measure words. */
function measureWordsIn(list: string): MeasureWord[] {
  return [...list.matchAll(CLASSIFIER)].map(([, traditional = '', simplified, pinyin = '']) => ({
    traditional,
    simplified: simplified ?? traditional,
    pinyin,
  }));
}

/** Some readings are written without spaces: `xia4hai2`. */
function spacedSyllables(reading: string): string {
  return (reading.match(/[a-z:]+[1-5]/gi) ?? []).join(' ');
}

const NOT_ITS_OWN_WORD =
  /^(?:old |archaic |erroneous |nonstandard |Japanese )?variant of |^surname |^used in |^see |^\(archaic\)|^\(old\)|^\(literary\)|^\(dialect\)|^one of the /;

/** An entry that is only a surname, a variant or used in other words: never the first meaning. */
export function isMarginal(entry: Pick<DictionaryEntry, 'glosses'>): boolean {
  return entry.glosses.every((gloss) => NOT_ITS_OWN_WORD.test(gloss));
}
