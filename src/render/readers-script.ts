import { graphemesOf } from '../language/characters.ts';
import { scriptOf } from '../language/scripts.ts';
import type { Card } from '../quiz/card.ts';
import { sizeOf } from '../quiz/hint.ts';
import type { BlankedText, Hint, Prompt, Question, Verdict } from '../quiz/question.ts';
import type { Preferences } from '../reader/preferences.ts';
import { inWantedScript, scriptShown } from './look.ts';

type Convert = (text: string) => string;
type Wanted = Pick<Preferences, 'script'>;

/** Stands for a blank while a sentence is converted as a whole. */
const GAP = '\uFFFC';

/** What turns Chinese like `sample` into the script that is wanted; null where nothing is to be done. */
function converter(sample: string, wanted: Wanted): Convert | null {
  const written = scriptOf(sample);
  if (written === null || scriptShown(wanted, written) === written) return null;
  return (text) => inWantedScript(text, written, wanted);
}

/**
 * A question as a reader wants to see it who is asked alone: all Chinese in their script. It is
 * for showing: judge the answer by the question as it was made. Where two choices would become
 * one (鐘, 鍾), the question stays as it is.
 */
export function questionFor(question: Question, wanted: Wanted): Question {
  const { choices, word, pairs } = question;
  const sample = [word?.zh ?? '', ...pairs.map(({ zh }) => zh)].join('');
  const convert = converter(sample, wanted);
  if (convert === null) return question;
  const texts = choices?.texts.map(convert) ?? [];
  if (new Set(texts).size !== texts.length) return question;
  const right = convert(question.right);
  return {
    ...question,
    prompt: promptIn(question.prompt, right, convert),
    choices: choices === null ? null : { ...choices, texts },
    right,
    pairs: pairs.map(({ en, zh }) => ({ en: convert(en), zh: convert(zh) })),
    word: word === null ? null : { ...word, zh: convert(word.zh) },
  };
}

/** A verdict without a word about the script, where the answer is in the one that is shown. */
export function verdictFor(verdict: Verdict, { script }: Wanted): Verdict {
  return { ...verdict, notes: verdict.notes.filter((note) => note !== script) };
}

/** A card as its reader wants to see it. */
export function cardFor(card: Card, wanted: Wanted): Card {
  const { text } = card;
  const convert = converter(text.zh + (text.pair?.zh ?? ''), wanted);
  if (convert === null) return card;
  const pair = text.pair === null ? null : { ...text.pair, zh: convert(text.pair.zh) };
  return { ...card, text: { ...text, zh: convert(text.zh), pair } };
}

function promptIn(prompt: Prompt, right: string, convert: Convert): Prompt {
  switch (prompt.task) {
    case 'match':
      return { ...prompt, text: convert(prompt.text) };
    case 'order':
      return {
        ...prompt,
        parts: prompt.parts.map(convert),
        translation: convert(prompt.translation),
      };
    case 'reading':
      return { ...prompt, word: convert(prompt.word), sentence: convert(prompt.sentence) };
    case 'meaning':
      return { ...prompt, word: convert(prompt.word), sentence: orNull(prompt.sentence, convert) };
    case 'word': {
      const sentence = orNull(prompt.sentence, convert);
      return { ...prompt, meaning: convert(prompt.meaning), sentence };
    }
    case 'cloze':
      return {
        ...prompt,
        sentence: blankedIn(prompt.sentence, convert),
        translation: convert(prompt.translation),
        hint: prompt.hint === null ? null : hintFor(prompt.hint, right),
      };
    case 'recall':
      return {
        ...prompt,
        meaning: convert(prompt.meaning),
        sentence: blankedIn(prompt.sentence, convert),
        translation: convert(prompt.translation),
        hint: hintFor(prompt.hint, right),
      };
  }
}

function orNull(text: string | null, convert: Convert): string | null {
  return text === null ? null : convert(text);
}

function blankedIn(sentence: BlankedText, convert: Convert): BlankedText {
  const parts = convert(sentence.map((part) => part ?? GAP).join('')).split(GAP);
  return parts
    .flatMap((part, at) => (at === 0 ? [part] : [null, part]))
    .filter((part) => part !== '');
}

/** A word of the other region may be longer or begin otherwise. */
function hintFor({ first }: Hint, right: string): Hint {
  const [begins = null] = graphemesOf(right);
  return { ...sizeOf(right), first: first === null ? null : begins };
}
