/** A number found in a text: its value, and whether it is written in digits. */
export interface FoundNumber {
  readonly value: number;
  readonly digits: boolean;
}

const SCALES: Readonly<Record<string, number>> = {
  hundred: 1e2,
  thousand: 1e3,
  million: 1e6,
  billion: 1e9,
  trillion: 1e12,
  十: 10,
  百: 100,
  千: 1e3,
  萬: 1e4,
  万: 1e4,
  億: 1e8,
  亿: 1e8,
  兆: 1e12,
};
const UNITS = (
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen ' +
  'sixteen seventeen eighteen nineteen'
).split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const ORDINALS = (
  'zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth ' +
  'thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth'
).split(' ');
const MONTHS = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ');

const WORD_VALUES = new Map<string, number>([
  ...UNITS.map((word, value): [string, number] => [word, value]),
  ...ORDINALS.map((word, value): [string, number] => [word, value]),
  ...TENS.map((word, tens): [string, number] => [word, (tens + 2) * 10]),
  ...TENS.map((word, tens): [string, number] => [word.replace(/y$/, 'ieth'), (tens + 2) * 10]),
  ['once', 1],
  ['twice', 2],
  ['half', 0.5],
]);

const DIGITS = /(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?/gu;
const CHINESE = /[〇零一二兩两三四五六七八九十百千萬万億亿兆]+/gu;
const CHINESE_DIGITS = '〇一二三四五六七八九';

/**
 * The numbers of an English or Chinese text, in any form: 20,000, 2萬, two hundred, 三千五百,
 * 二〇二二, Nov. (11), 1.2億, 3 million. Full-width digits count as digits.
 */
export function numbersIn(text: string): FoundNumber[] {
  // Digits only: a full-width comma between two numbers must not become a thousands separator.
  const plain = text.replaceAll(/[０-９．]/gu, (digit) => digit.normalize('NFKC'));
  return [...digitNumbers(plain), ...chineseNumbers(plain), ...wordNumbers(plain)];
}

function digitNumbers(text: string): FoundNumber[] {
  return Array.from(text.matchAll(DIGITS), (match) => {
    const value = Number(match[0].replaceAll(',', ''));
    const after = text.slice(match.index + match[0].length);
    const scale = /^\s?(hundred|thousand|million|billion|trillion)\b|^([十百千萬万億亿兆]+)/iu.exec(
      after,
    );
    return { value: round(value * scaleOf(scale?.[0].trim() ?? '')), digits: true };
  });
}

function scaleOf(words: string): number {
  const whole = SCALES[words.toLowerCase()];
  if (whole !== undefined) return whole;
  return Array.from(words).reduce((product, character) => product * (SCALES[character] ?? 1), 1);
}

function chineseNumbers(text: string): FoundNumber[] {
  return Array.from(text.matchAll(CHINESE))
    .filter((match) => !/[\d.]/.test(text.charAt(match.index - 1)))
    .map((match) => ({ value: chineseValue(match[0]), digits: false }));
}

/** 三千五百 by place value, 二〇二二 digit by digit. */
function chineseValue(text: string): number {
  const digits = text.replaceAll('零', '〇').replaceAll(/[兩两]/gu, '二');
  if (!/[十百千萬万億亿兆]/u.test(digits)) {
    return Number(Array.from(digits, (character) => CHINESE_DIGITS.indexOf(character)).join(''));
  }
  let total = 0;
  let section = 0;
  let digit: number | null = null;
  for (const character of digits) {
    const scale = SCALES[character];
    if (scale === undefined) {
      digit = CHINESE_DIGITS.indexOf(character);
    } else if (scale < 1e4) {
      section += (digit ?? 1) * scale;
      digit = null;
    } else {
      total = (total + section + (digit ?? 0) || 1) * scale;
      section = 0;
      digit = null;
    }
  }
  return total + section + (digit ?? 0);
}

function wordNumbers(text: string): FoundNumber[] {
  const found: FoundNumber[] = [];
  let section: number | null = null;
  let total = 0;
  const close = () => {
    if (section !== null || total > 0) found.push({ value: total + (section ?? 0), digits: false });
    section = null;
    total = 0;
  };
  for (const [word] of text.toLowerCase().matchAll(/[a-z]+/g)) {
    const value = WORD_VALUES.get(word);
    const scale = SCALES[word.replace(/s$/, '')];
    if (value !== undefined) {
      if (section !== null && section % 10 !== 0) close();
      section = (section ?? 0) + value;
    } else if (scale !== undefined && section !== null) {
      if (scale === 100) section *= 100;
      else {
        total += section * scale;
        section = null;
      }
    } else if (word !== 'and' || section === null) {
      close();
      const month = MONTHS.indexOf(word.slice(0, 3));
      if (month >= 0 && isMonth(word)) found.push({ value: month + 1, digits: false });
    }
  }
  close();
  return found;
}

function isMonth(word: string): boolean {
  return /^(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)$/.test(
    word,
  );
}

/** Products of decimals carry binary noise: 1.2 × 10^8 is 120 million, not 119,999,999.99. */
function round(value: number): number {
  return Number(value.toPrecision(12));
}
