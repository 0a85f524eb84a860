import type { Steps } from '../article/steps.ts';
import type { Dictionary } from '../language/dictionary.ts';
import { type DictionaryEntry, isMarginal } from '../language/dictionary-entry.ts';
import { foldSpelling } from '../language/english-spelling.ts';
import { type NumberedSyllable, syllablesIn } from '../language/pinyin.ts';
import { type Script, scriptOf } from '../language/scripts.ts';
import { taiwanSyllables } from '../language/taiwan-usage.ts';
import type { Usage } from '../language/word-syllables.ts';
import type { Word } from '../language/words.ts';
import { englishKinds, type KindOf, type WordKind } from './english-kinds.ts';
import { placesOf } from './english-sentence.ts';
import { FUNCTION_WORDS } from './function-words.ts';
import { type Meaning, meaningsOf } from './glosses.ts';
import type { StudiedPair } from './pairs.ts';

/** How an English word is inflected: its choices have to be inflected alike. */
type WordForm = 'base' | 's' | 'ing' | 'past' | 'er' | 'est';

/** A Chinese word of an article in the sense that its translation has. */
export interface ArticleWord {
  /** As the article writes it. */
  readonly zh: string;
  readonly entry: DictionaryEntry;
  /** All entries of the headword that are words of their own. */
  readonly entries: readonly DictionaryEntry[];
  readonly meaning: Meaning;
  readonly kind: WordKind;
  /** Whatever the Chinese word may mean, as single words: two words that share one are too near. */
  readonly senses: ReadonlySet<string>;
  /** Larger for commoner words; compared within an article only. */
  readonly commonness: number;
  /** Other common words of its length that mean the same, 小時 for 鐘頭, or nearly, 晚餐 for 晚飯. */
  readonly twins: readonly string[];
  readonly readings: Readonly<Record<Usage, readonly NumberedSyllable[]>>;
  readonly uses: readonly WordUse[];
}

/** Where it stands: both sides of a sentence pair have it. */
export interface WordUse {
  readonly pair: StudiedPair;
  /** The English words, small: `tea leaves`. */
  readonly en: string;
  readonly form: WordForm;
  /** Places of its English words in `pair.english.words`: from, and how many. */
  readonly from: number;
  readonly count: number;
}

/** Meanings beyond these places are rare ones: 了 "bright", 長 "to grow". */
const PLACES = { one: 2, more: 8 };
/** Single characters that are words by themselves; others are mostly a part of one (室, 野). */
const WHOLE_WORDS = new Set(
  '人水火山海河湖島岛雨雪雲云風风星天年日月春夏秋冬茶酒湯汤糖鹽盐蜜油米飯饭麵面菜肉蛋魚鱼鳥鸟馬马牛羊雞鸡狗貓猫' +
    '樹树花草書书紙纸筆笔信詞词門门窗床桌椅燈灯船車车路橋桥石沙鐘钟錶表刀杯碗鍋锅壺壶瓶手頭头眼耳鼻心' +
    '喝吃買买賣卖走跑坐站寫写讀读聽听看教送付切煮蒸躲扔吞搖摇冷熱热新舊旧長长短高低大小紅红黑白綠绿藍蓝苦甜暖',
);
const NUMERAL = /^[第零〇一二兩两三四五六七八九十百千萬万億亿半幾几數数每各]/u;
/** The longest meaning that is shown. */
const LONGEST_MEANING = 28;

/** The words of an article's sentence pairs that a question may ask, the commonest first. */
export function* articleWords(
  pairs: readonly StudiedPair[],
  script: Script,
  dictionary: Dictionary,
): Steps<ArticleWord[]> {
  const kindOf = englishKinds(dictionary);
  const found = new Map<string, ArticleWord & { uses: WordUse[] }>();
  for (const pair of pairs) {
    yield;
    const texts = askableTexts(pair);
    for (const text of texts) {
      const linked = linkOf(text, pair, script, dictionary, kindOf);
      if (linked === null || hasTwin(text, linked.meaning, texts, dictionary)) continue;
      const key = `${text} ${linked.meaning.words.join(' ')}`;
      const known = found.get(key);
      if (known !== undefined) known.uses.push(linked.use);
      else found.set(key, { ...wordOf(text, linked, dictionary), uses: [linked.use] });
    }
  }
  return [...found.values()].toSorted((one, two) => two.commonness - one.commonness);
}

/** The words of the Chinese, each once: no names, and nothing of a title (《演化與倫理》). */
function askableTexts({ zh, words, names }: StudiedPair): string[] {
  const titles = (zh.match(/《[^》]*》/g) ?? []).join();
  const texts = words.filter(isAskable).map(({ text }) => text);
  return [...new Set(texts)].filter((text) => !names.has(text) && !titles.includes(text));
}

/** Whether another word of the sentence means the same (白銀, 銀子): either would be right. */
function hasTwin(
  text: string,
  { words }: Meaning,
  texts: readonly string[],
  { lookup }: Dictionary,
): boolean {
  const meaning = words.join(' ');
  const means = (other: string) =>
    lookup(other).some((entry) => meaningsOf(entry).some((one) => one.words.join(' ') === meaning));
  return texts.some((other) => other !== text && other.length > 1 && means(other));
}

function isAskable({ kind, name, text }: Word): boolean {
  if (kind !== 'chinese' || name || NUMERAL.test(text)) return false;
  return text.length > 1 || WHOLE_WORDS.has(text);
}

interface Link {
  readonly entry: DictionaryEntry;
  readonly entries: readonly DictionaryEntry[];
  readonly meaning: Meaning;
  readonly kind: WordKind;
  readonly use: WordUse;
}

/** The first meaning of a word that stands in the translation, in whatever form. */
function linkOf(
  text: string,
  pair: StudiedPair,
  script: Script,
  { lookup }: Dictionary,
  kindOf: KindOf,
): Link | null {
  const entries = lookup(text).filter(
    (entry) => entry[script] === text && !isMarginal(entry) && !/^\p{Lu}/u.test(entry.pinyin),
  );
  const limit = text.length === 1 ? PLACES.one : PLACES.more;
  for (const entry of entries) {
    const meanings = meaningsOf(entry);
    for (const meaning of meanings.slice(0, limit)) {
      const [from, ...more] = placesOf(meaning.words, pair.english);
      if (from === undefined || !isTellingMeaning(meaning)) continue;
      // 笑話 is a joke before it is to mock: what a word rarely is, it is not in most sentences.
      if (meaning.verb !== meanings[0]?.verb) continue;
      const kind = kindOf(meaning, meanings);
      const use = useOf(meaning, kind, pair, from, more);
      if (use !== null) return { entry, entries, meaning, kind, use };
    }
  }
  return null;
}

/** Phrasal verbs may have a small word in them (to look up); phrases of others say too little. */
function isTellingMeaning({ text, words, verb }: Meaning): boolean {
  const telling = words.filter((word) => word.length > 2 && !FUNCTION_WORDS.has(word));
  return (
    text.length <= LONGEST_MEANING &&
    telling.length > 0 &&
    (telling.length === words.length || (verb && words.length > 1))
  );
}

/** The use at `from`; null where the words there are a name, or are used otherwise. */
function useOf(
  { words }: Meaning,
  kind: WordKind,
  pair: StudiedPair,
  from: number,
  more: readonly number[],
): WordUse | null {
  const textsAt = (place: number) =>
    pair.english.words
      .slice(place, place + words.length)
      .map(({ text }) => text.toLowerCase())
      .join(' ');
  const en = textsAt(from);
  if (en.split(' ').some((word) => pair.names.has(word))) return null;
  if (isInName(pair, from, words.length)) return null;
  // The same word in two forms: no blank could stand for both.
  if (more.some((place) => textsAt(place) !== en)) return null;
  const form = formOf(words, en, kind);
  const before = [from - 1, from - 2].map(
    (place) => pair.english.words[place]?.text.toLowerCase() ?? '',
  );
  if (form === null || !stands(kind, form, before)) return null;
  return { pair, en, form, from, count: words.length };
}

/** Null where the English word is used as another kind of word: `sounded` is no noun. */
function formOf(words: readonly string[], text: string, kind: WordKind): WordForm | null {
  const base = foldSpelling(words.join(' '));
  if (base === foldSpelling(text)) return 'base';
  if (kind === 'verb') {
    if (/ing\b/.test(text)) return 'ing';
    return /s$/.test(text) && words.length === 1 ? 's' : 'past';
  }
  if (kind === 'noun') return /(?:ed|ing)$/.test(text) ? null : 's';
  if (/er$|^(?:better|worse|more|less)$/.test(text)) return 'er';
  return /est$|^(?:best|worst|most|least)$/.test(text) ? 'est' : null;
}

/** Whether words written with a capital have another such beside them: Boston Harbor, Board of Longitude. */
function isInName({ english: { words } }: StudiedPair, from: number, count: number): boolean {
  const isCapital = (place: number) =>
    /^\p{Lu}/u.test(words[place]?.text ?? '') &&
    !FUNCTION_WORDS.has(words[place]?.text.toLowerCase() ?? '');
  const isOf = (place: number) => /^(?:of|and|the)$/.test(words[place]?.text ?? '');
  if (!isCapital(from)) return false;
  return (
    isCapital(from - 1) ||
    isCapital(from + count) ||
    (isOf(from - 1) && isCapital(from - 2)) ||
    (isOf(from + count) && isCapital(from + count + 1))
  );
}

const DETERMINER =
  /^(?:an?|the|this|that|these|those|my|your|his|her|its|our|their|no|every|each)$/;
const BEFORE_VERB =
  /^(?:to|can|could|will|would|shall|should|may|might|must|cannot|not|i|you|we|they)$/;

const NOT_BEFORE_VERB =
  /^(?:of|in|on|at|by|for|with|from|into|is|are|was|were|be|been|more|most|much|less|many|some|any|all)$/;

/**
 * Whether a word of a kind can stand behind two others, the nearer first: no verb behind `the`, `of`
 * or `the embarrassing`, no noun behind `to`.
 */
function stands(
  kind: WordKind,
  form: WordForm,
  [before = '', further = '']: readonly string[],
): boolean {
  if (kind === 'noun') return !BEFORE_VERB.test(before);
  if (kind !== 'verb' || form !== 'base') return true;
  if (DETERMINER.test(before) || NOT_BEFORE_VERB.test(before)) return false;
  return !DETERMINER.test(further) || BEFORE_VERB.test(before);
}

function wordOf(
  zh: string,
  { entry, entries, meaning, kind }: Link,
  dictionary: Dictionary,
): Omit<ArticleWord, 'uses'> {
  const { headwords, productivity, mentions, lookup } = dictionary;
  const mainland = syllablesIn(entry.pinyin);
  const taiwan = taiwanSyllables(entry.traditional, mainland, entry.taiwanPinyin, lookup);
  const senses = new Set(entries.flatMap(meaningsOf).flatMap(({ words }) => words));
  for (const word of FUNCTION_WORDS) senses.delete(word);
  const rarest = Math.min(...meaning.words.map((word) => mentions(word)));
  const made = productivity(headwords.indexOf(zh));
  const commonness = Math.log2(1 + rarest) + Math.log2(1 + made);
  const same = twinsOf(zh, meaning, dictionary);
  const twins = [...new Set([...same, ...nearTwinsOf(zh, entry, dictionary)])];
  const readings = { taiwan, mainland };
  return { zh, entry, entries, meaning, kind, senses, commonness, twins, readings };
}

/** Looked for among so many entries with the meaning, the commonest first. */
const TWINS_AMONG = 30;
/** A word that is in so many times fewer others than the asked one comes to nobody's mind. */
const FAR_RARER = 10;

/** Looked for among so many words with the first character, the commonest first. */
const NEAR_AMONG = 120;

/** Those that share any meaning and the first character: no hint tells 晚飯 from 晚餐. */
function nearTwinsOf(zh: string, entry: DictionaryEntry, { beginningWith }: Dictionary): string[] {
  const script = scriptOf(zh) ?? 'traditional';
  const own = new Set(meaningsOf(entry).map(({ words }) => words.join(' ')));
  return beginningWith(zh.charAt(0), NEAR_AMONG)
    .filter((other) => other[script].length === zh.length && other[script] !== zh)
    .filter((other) => meaningsOf(other).some(({ words }) => own.has(words.join(' '))))
    .map((other) => other[script]);
}

function twinsOf(
  zh: string,
  { words }: Meaning,
  { meaning, headwords, productivity }: Dictionary,
): string[] {
  const made = productivity(headwords.indexOf(zh));
  const script = scriptOf(zh) ?? 'traditional';
  return meaning(words.join(' '), TWINS_AMONG)
    .filter((entry) => !isMarginal(entry))
    .map((entry) => entry[script])
    .filter((other) => other !== zh && other.length === zh.length)
    .filter((other) => productivity(headwords.indexOf(other)) * FAR_RARER >= made);
}
