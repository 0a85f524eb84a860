import type { Language } from '../language/characters.ts';
import { charactersInScript } from '../language/scripts.ts';
import type { ArticleWord, WordUse } from './article-words.ts';
import type { BlankedText } from './question.ts';

/** A use of a word with its sentence, the word left out wherever it stands. */
export interface BlankedUse {
  readonly word: ArticleWord;
  readonly use: WordUse;
  readonly sentence: BlankedText;
}

/** Longest sentence with a blank, in characters; its translation stands beside it. */
const LONGEST = { en: 320, zh: 130 };
/** Shortest: a sentence that says nothing about the word is no cloze. */
const SHORTEST = { en: 22, zh: 8 };

/** The uses of a word whose sentence can be shown with blanks and does not show the word. */
export function blankedUses(word: ArticleWord, language: Language): BlankedUse[] {
  return word.uses.flatMap((use) => {
    const { pair } = use;
    const fits = (['en', 'zh'] as const).every(
      (one) => pair[one].length <= LONGEST[one] && pair[one].length >= SHORTEST[one],
    );
    const sentence = language === 'zh' ? withoutChinese(word, use) : withoutEnglish(use);
    if (!fits || !isSound(sentence)) return [];
    const answer = language === 'zh' ? word.zh : use.en;
    const shown = [...sentence, pair[language === 'zh' ? 'en' : 'zh']];
    return shown.some((text) => shows(text, answer)) ? [] : [{ word, use, sentence }];
  });
}

/**
 * Whether a word can be typed: length and first character tell it from every other word of its
 * meaning. English words are told by the sentence, whose translation has the one Chinese word.
 */
export function canBeTyped({ zh, twins }: ArticleWord, language: Language): boolean {
  return language === 'en' || twins.every((twin) => zh.length > 1 && twin[0] !== zh[0]);
}

/** Whether a text shows an answer, in either script and in any case, be it inside another word. */
export function shows(text: string | null, answer: string): boolean {
  return text !== null && folded(text).includes(folded(answer));
}

function folded(text: string): string {
  return charactersInScript(text.normalize('NFKC').toLowerCase(), 'simplified');
}

function withoutChinese({ zh }: ArticleWord, { pair }: WordUse): BlankedText {
  return joinTexts(pair.words.map(({ text }) => (text === zh ? null : text)));
}

/** Every place of the same English words; `useOf` has seen to it that their form is the same. */
function withoutEnglish({ pair, en, count }: WordUse): BlankedText {
  const { words, text } = pair.english;
  const pieces: (string | null)[] = [];
  let at = 0;
  for (let from = 0; from + count <= words.length; from += 1) {
    const found = words.slice(from, from + count);
    const [first, last] = [found[0], found.at(-1)];
    if (first === undefined || last === undefined || first.start < at) continue;
    if (found.map((word) => word.text.toLowerCase()).join(' ') !== en) continue;
    pieces.push(text.slice(at, first.start), null);
    at = last.start + last.text.length;
  }
  return joinTexts([...pieces, text.slice(at)]);
}

function joinTexts(pieces: readonly (string | null)[]): BlankedText {
  const joined: (string | null)[] = [];
  for (const piece of pieces) {
    const last = joined.at(-1);
    if (piece === '') continue;
    if (piece !== null && typeof last === 'string') joined[joined.length - 1] = last + piece;
    else joined.push(piece);
  }
  return joined;
}

/** At least one blank, and no two side by side: 茶茶 would look like one word. */
function isSound(sentence: BlankedText): boolean {
  return (
    sentence.includes(null) &&
    sentence.every((piece, index) => piece !== null || sentence[index + 1] !== null)
  );
}
