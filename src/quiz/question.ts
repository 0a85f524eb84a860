import type { TextPair } from '../article/article.ts';
import type { Language } from '../language/characters.ts';
import type { NumberedSyllable } from '../language/pinyin.ts';

/** What a question asks for; /quiz start offers the same. */
export const KINDS = ['match', 'cloze', 'order', 'word', 'recall'] as const;
export type Kind = (typeof KINDS)[number];

export const DIFFICULTIES = ['easy', 'normal', 'hard'] as const;
export type Difficulty = (typeof DIFFICULTIES)[number];

/** One more than the largest seed: seeds are integers from 0 up to here. */
export const SEEDS = 2 ** 32;

/** All that makes a question again, in few characters: what a button or a stored round keeps. */
export interface QuestionKey {
  readonly article: string;
  /** The material's revision; a question of another revision cannot be made again. */
  readonly revision: string;
  readonly kind: Kind;
  readonly difficulty: Difficulty;
  /** The language whose words and sentences are asked for; null: the seed chooses. */
  readonly learning: Language | null;
  readonly seed: number;
}

/** A text with blanks, each of them null. Between two blanks stands at least one character. */
export type BlankedText = readonly (string | null)[];

/** What is shown. All Chinese is in the article's script; English and Chinese are the article's own. */
export type Prompt =
  /** A text in `language`; its translation is to be found. */
  | { readonly task: 'match'; readonly language: Language; readonly text: string }
  /** A sentence in `language` whose blanks are all the same word, with its translation. */
  | {
      readonly task: 'cloze';
      readonly language: Language;
      readonly sentence: BlankedText;
      readonly translation: string;
      /** Null where there are choices. */
      readonly hint: Hint | null;
    }
  /** Parts in `language`, lettered from A as they are shown, with the translation in order. */
  | {
      readonly task: 'order';
      readonly language: Language;
      readonly parts: readonly string[];
      readonly translation: string;
    }
  /** A word in `language`, in its sentence or alone; its meaning is to be found. */
  | {
      readonly task: 'meaning';
      readonly language: Language;
      readonly word: string;
      readonly sentence: string | null;
    }
  /** A meaning; the word in `language` is to be found. `sentence` is in the other language. */
  | {
      readonly task: 'word';
      readonly language: Language;
      readonly meaning: string;
      readonly sentence: string | null;
    }
  /** A Chinese word in its sentence; its reading is to be found. */
  | {
      readonly task: 'reading';
      readonly word: string;
      readonly sentence: string;
    }
  /** A meaning and a sentence in `language` with blanks; the word is to be typed. */
  | {
      readonly task: 'recall';
      readonly language: Language;
      readonly meaning: string;
      readonly sentence: BlankedText;
      readonly translation: string;
      readonly hint: Hint;
    };

/** How a typed word is made easier: its letters or characters, its words, and its first letter. */
export interface Hint {
  readonly length: number;
  readonly words: number;
  readonly first: string | null;
}

/** Four different texts, one of them right. Longer than a button's label may be: show them as A–D. */
interface Choices {
  readonly language: Language | 'pinyin' | 'order';
  readonly texts: readonly string[];
  /** The same in zhuyin, where the texts are readings. */
  readonly zhuyin?: readonly string[];
  /** The place of the right one, from 0. */
  readonly right: number;
}

/** What a typed answer is judged against. */
type Answer =
  /** Only the choices are answers, by letter, number or their own text. */
  | { readonly form: 'choice' }
  | { readonly form: 'chinese'; readonly traditional: string; readonly simplified: string }
  | { readonly form: 'english'; readonly text: string }
  /** The reading first shown, then others that are right too (Taiwan's and the mainland's). */
  | { readonly form: 'reading'; readonly readings: readonly (readonly NumberedSyllable[])[] }
  /** Letters of the parts in their order: `CABD`. */
  | { readonly form: 'order'; readonly letters: string };

/** A word of the article with what a card says of it. */
interface AskedWord {
  readonly zh: string;
  readonly en: string;
  /** The meaning of the Chinese word, from CC-CEDICT, that fits its sentence. */
  readonly gloss: string;
  readonly pinyin: string;
  readonly zhuyin: string;
}

export interface Question {
  readonly key: QuestionKey;
  readonly prompt: Prompt;
  /** Null where the answer has to be typed. */
  readonly choices: Choices | null;
  readonly answer: Answer;
  /** The right answer as the verdict shows it. */
  readonly right: string;
  /** The sentence pairs it was made from, in order: shown with the verdict. */
  readonly pairs: readonly TextPair[];
  /** The paragraph they stand in. */
  readonly paragraph: { readonly article: string; readonly number: number };
  /** The word that is asked; null for match and order. */
  readonly word: AskedWord | null;
}

/** A question before it has its key. */
export type Made = Omit<Question, 'key'>;

/** What a member answers: a button's place from 0, or a text. */
export type Given =
  | { readonly by: 'choice'; readonly place: number }
  | { readonly by: 'text'; readonly text: string };

/** Why an answer that is not letter for letter the right one counts all the same; `toneless`: why it does not. */
type Note =
  /** Written in the other script. */
  | 'simplified'
  | 'traditional'
  /** Tones were left out. */
  | 'tones'
  /** Tones were left out where only they tell the choices apart. */
  | 'toneless'
  /** Read as the other side of the strait reads it. */
  | 'usage'
  | 'article'
  | 'contraction'
  | 'spelling'
  | 'inflection'
  /** A typing error. */
  | 'typing';

/** `accepted` has at least one note; `score` is 1, less with a typing error, 0 when wrong. */
export interface Verdict {
  readonly result: 'exact' | 'accepted' | 'wrong';
  readonly score: number;
  readonly notes: readonly Note[];
  readonly right: string;
  readonly pairs: readonly TextPair[];
}
