import { pinyinToZhuyin } from 'pinyin-zhuyin';
import type { NumberedSyllable } from './pinyin.ts';
import { remembering } from './remembering.ts';

/** Syllables that pinyin-zhuyin 1.0.4 does not know or gets wrong. */
const OTHERS: Readonly<Record<string, string>> = {
  yo: 'ㄧㄛ',
  yai: 'ㄧㄞ',
  ê: 'ㄝ',
  m: 'ㄇ',
  n: 'ㄋ',
  ng: 'ㄫ',
  hm: 'ㄏㄇ',
  hng: 'ㄏㄫ',
};
const TONES = ['', 'ˊ', 'ˇ', 'ˋ'];
/** More than Mandarin has syllables with their tones: the longest text asks for no more. */
const REMEMBERED = 2000;

/**
 * One numbered syllable in zhuyin as Taiwan prints it: the first tone bare, ˊ ˇ ˋ after, the
 * neutral ˙ before (˙ㄉㄜ). Null for what is no Mandarin syllable (the letters of 卡拉OK). Remembered,
 * for pinyin-zhuyin tries all its patterns for each: half of the garbage of a list of words.
 */
export const zhuyin: (syllable: NumberedSyllable) => string | null = remembering(
  symbolsOf,
  REMEMBERED,
);

function symbolsOf(syllable: NumberedSyllable): string | null {
  const match = /^([a-zü:ê]+)([1-5])$/.exec(syllable.toLowerCase());
  if (match === null) return null;
  const [, written = '', tone = '5'] = match;
  const letters = written.replace(/u:|v/g, 'ü');
  if (letters === 'r') return 'ㄦ';
  const symbols = OTHERS[letters] ?? pinyinToZhuyin(`${letters}1`);
  if (!/^[\u3105-\u3129\u312b\u312f]+$/.test(symbols)) return null;
  return tone === '5' ? `˙${symbols}` : `${symbols}${TONES[Number(tone) - 1] ?? ''}`;
}
