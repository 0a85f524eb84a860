import { COMMON_WORDS, SPLIT_WORDS } from './common-words.ts';

/** The cost of a word in the search for the cut with fewest words; all other costs are relative. */
export const WORD_COST = 1000;

/** Characters that are words by themselves in nearly every sentence. */
const GRAMMATICAL = new Set(
  '的了是在我你您他她它不有和與也就都很這那要會去說到把被對給從向於以為而但或並又再才還只更最太真嗎呢吧啊嘛啦' +
    '喔過著得地一二三兩個将將能可',
);
/** Characters that are often words by themselves. */
const FREE = new Set(
  '人上下裡中前後時年月日天大小多少好高低新舊看聽吃喝買賣走跑坐站讀寫學教做作用開關等想愛問答叫讓使像如若因所' +
    '每各某另此其之者家國水火山手心口頭書車門路雨風花樹狗貓魚鳥飯菜茶酒錢信話字名事四五六七八九十百千萬' +
    '位張本件條隻枝支顆輛座間家棟雙對套場次回遍種樣群名塊片杯瓶碗斤里度點分秒號樓歲來起進回拿放掛帶' +
    '送寄借還找換穿脫洗切煮笑哭累痛冷熱快慢早晚長短遠近難美貴香臭酸甜苦辣',
);

/**
 * A headword of two or more characters. `productivity` (in how many longer headwords it occurs)
 * breaks ties between cuts of as many words; words of two characters are the usual ones.
 */
export function headwordCost(word: string, productivity: number): number {
  if (SPLIT_WORDS.has(word)) return apartCost(word);
  if (COMMON_WORDS.has(word)) return WORD_COST - 40;
  return (
    WORD_COST + Math.max(0, 60 - 10 * Math.log2(1 + productivity)) + 5 * Math.abs(word.length - 2)
  );
}

/** A single character, a word of the dictionary or not. */
export function singleCost(character: string): number {
  if (GRAMMATICAL.has(character)) return WORD_COST - 50;
  return FREE.has(character) ? WORD_COST + 20 : WORD_COST + 120;
}

/** Above any two single characters. */
const SPLIT_EXTRA = 300;

/** The same character twice (陣陣, 短短) and a word with the plural 們, in no dictionary. */
export const formedCost = WORD_COST + 70;

/** Of a headword where it is two words: dearer than any cut of it. */
export function apartCost(word: string): number {
  return WORD_COST * word.length + SPLIT_EXTRA;
}

/**
 * A surname with a given name: dearer than two words, so that any cut into two words wins, and
 * cheaper than three single characters.
 */
export function nameCost(length: number): number {
  return WORD_COST * (length - 1) + 220;
}

/**
 * A run of characters that foreign names are written with: dearer than a word and a single character
 * that is often one by itself (金山 大), cheaper than with one that is not (哈里 森).
 */
export function bareNameCost(length: number): number {
  return WORD_COST * (length - 1) + 110;
}

/** Whether a word is among the commonest, by the lists above. */
export function isCommonWord(word: string): boolean {
  return COMMON_WORDS.has(word) || GRAMMATICAL.has(word);
}
