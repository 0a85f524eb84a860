import type { Given, Question, Verdict } from './question.ts';

/** Longer answers than this are none: no right answer that is typed is half as long. */
const LONGEST_ANSWER = 500;

type Outcome = Pick<Verdict, 'result' | 'score' | 'notes'>;

/**
 * Judges an answer to a question. `knownWord` tells whether a text is an English word: a typing
 * error that makes another word is no typing error.
 */
export function judge(
  question: Question,
  given: Given,
  knownWord: (word: string) => boolean,
): Verdict {
  const { right, pairs } = question;
  const outcome =
    given.by === 'choice'
      ? place(question, given.place)
      : typed(question, given.text.slice(0, LONGEST_ANSWER + 1), knownWord);
  return { ...outcome, right, pairs };
}

function place({ choices }: Question, chosen: number): Outcome {
  return choices?.right === chosen ? exact : wrong;
}

function typed(question: Question, text: string, _knownWord: (word: string) => boolean): Outcome {
  if (text.length > LONGEST_ANSWER) return wrong;
  const plain = plainOf(text);
  const letter = /^[a-d1-4]$/.exec(plain)?.[0];
  if (letter !== undefined && question.choices !== null) {
    return place(question, placeOf(letter));
  }
  const places = question.choices?.texts.map(plainOf) ?? [];
  return plain !== '' && places[question.choices?.right ?? -1] === plain ? exact : wrong;
}

function placeOf(letter: string): number {
  const digit = Number(letter);
  return Number.isNaN(digit) ? 'abcd'.indexOf(letter) : digit - 1;
}

/** Width, case, punctuation and white space never matter. */
function plainOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\p{P}\p{S}\s]+/gu, '');
}

const exact: Outcome = { result: 'exact', score: 1, notes: [] };
const wrong: Outcome = { result: 'wrong', score: 0, notes: [] };
