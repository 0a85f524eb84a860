import type { DictionaryEntry } from './dictionary-entry.ts';
import { isHan } from './han.ts';
import { lettersOf, type NumberedSyllable, syllablesIn, toneOf } from './pinyin.ts';

type Lookup = (headword: string) => readonly DictionaryEntry[];

/** Syllables that are neutral in Taiwan too: particles and suffixes. */
const NEUTRAL_CHARACTERS = new Set(
  '的了著着過过得地嗎吗吧呢啊呀啦喔嘛哇子們们麼么兒儿個个巴'.split(''),
);
/** 頭 is a suffix in these; elsewhere (饅頭, 念頭) both readings are heard. */
const NEUTRAL_WORDS = new Set([
  '木頭',
  '石頭',
  '骨頭',
  '舌頭',
  '後頭',
  '前頭',
  '裡頭',
  '外頭',
  '上頭',
]);

/** Taiwan's readings that CC-CEDICT has not, or only as "also": Ministry of Education, 一字多音審訂表. */
const OTHER_READINGS: Readonly<Record<string, string>> = {
  誼yi4: 'yi2',
  液ye4: 'yi4',
  血xue4: 'xie3',
  帆fan1: 'fan2',
};
/** 載 is a year here, not what is recorded. */
const YEARS = new Set(['一年半載', '千載難逢', '千載一時', '千載']);
/** The full tone of a neutral syllable, for characters that have several. */
const FULL_TONES: Readonly<Record<string, string>> = {
  分fen: 'fen4',
  處chu: 'chu4',
  應ying: 'ying4',
  當dang: 'dang4',
  數shu: 'shu4',
  量liang: 'liang2',
  相xiang: 'xiang4',
  上shang: 'shang4',
};

/** What CC-CEDICT gives as the mainland's reading of a traditional word, as Taiwan says it. */
export function taiwanSyllables(
  word: string,
  syllables: readonly NumberedSyllable[],
  taiwanPinyin: string | null,
  lookup: Lookup,
): NumberedSyllable[] {
  const characters = [...word];
  const given = syllablesIn(taiwanPinyin ?? '');
  if (given.length === characters.length) return given;
  if (YEARS.has(word)) return [...syllables];
  return syllables.map((syllable, at) => {
    const character = characters[at] ?? '';
    if (!isHan(character)) return syllable;
    const neutral = toneOf(syllable) === 5 && /\d$/.test(syllable);
    if (!neutral) return ofCharacter(character, syllable, lookup);
    const stays =
      characters.length === 1 ||
      NEUTRAL_CHARACTERS.has(character) ||
      NEUTRAL_WORDS.has(word) ||
      character === characters[at - 1];
    return stays ? syllable : fullTone(character, syllable, lookup);
  });
}

/** 期 qī → qí: where the entry of this reading of the character says so. */
function ofCharacter(character: string, syllable: string, lookup: Lookup): string {
  const other = OTHER_READINGS[character + syllable];
  if (other !== undefined) return other;
  const entries = lookup(character).filter(
    ({ traditional, taiwanPinyin }) => traditional === character && taiwanPinyin !== null,
  );
  const exact = entries.find(({ pinyin }) => pinyin === syllable);
  const found = exact ?? entries.find(({ pinyin }) => pinyin === syllable.toLowerCase());
  const taiwan = found?.taiwanPinyin ?? null;
  if (taiwan === null) return syllable;
  return /^[A-Z]/.test(syllable) ? taiwan.charAt(0).toUpperCase() + taiwan.slice(1) : taiwan;
}

/** 友 in 朋友: Taiwan says few neutral tones, péngyǒu; the tone is the character's own. */
function fullTone(character: string, syllable: string, lookup: Lookup): string {
  const listed = FULL_TONES[character + lettersOf(syllable)];
  if (listed !== undefined) return listed;
  const own = lookup(character).find(
    ({ traditional, pinyin }) =>
      traditional === character &&
      lettersOf(pinyin) === lettersOf(syllable) &&
      toneOf(pinyin) !== 5,
  );
  return own === undefined ? syllable : ofCharacter(character, own.pinyin.toLowerCase(), lookup);
}
