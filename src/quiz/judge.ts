import { hasHan } from '../language/han.ts';
import { toneless } from '../language/pinyin.ts';
import { charactersInScript } from '../language/scripts.ts';
import { judgeChinese } from './judge-chinese.ts';
import { judgeEnglish } from './judge-english.ts';
import { judgeReading } from './judge-reading.ts';
import { EXACT, type Outcome, WRONG } from './outcome.ts';
import { plainOf } from './plain.ts';
import type { Given, Question, Verdict } from './question.ts';

/** Longer answers than this are none: the longest choice is a good deal shorter. */
const LONGEST_ANSWER = 600;

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
    given.by === 'choice' ? chosen(question, given.place) : typed(question, given.text, knownWord);
  return { ...outcome, right, pairs };
}

function chosen({ choices }: Question, place: number): Outcome {
  return choices?.right === place ? EXACT : WRONG;
}

/** A letter or number of a choice, else the text of one, else what the form of the answer wants. */
function typed(question: Question, text: string, knownWord: (word: string) => boolean): Outcome {
  if (text.length > LONGEST_ANSWER) return WRONG;
  const plain = plainOf(text);
  if (plain === '') return WRONG;
  const { choices, answer } = question;
  if (answer.form === 'order') return order(plain, answer.letters);
  if (choices !== null) {
    const place = 'abcd'.indexOf(plain) >= 0 ? 'abcd'.indexOf(plain) : '1234'.indexOf(plain);
    if (plain.length === 1 && place >= 0) return chosen(question, place);
    const said = placeSaid(choices.texts, text);
    if (said >= 0 && said !== choices.right) return WRONG;
    if (said >= 0 && answer.form === 'choice') return EXACT;
  }
  switch (answer.form) {
    case 'choice':
      return WRONG;
    case 'chinese':
      return judgeChinese(text, { ...answer, script: scriptOf(question.right, answer) });
    case 'english':
      return judgeEnglish(text, answer.text, knownWord);
    case 'reading':
      return tellsTones(question, judgeReading(text, answer.readings));
  }
}

/** Where a wrong choice differs from the right one in tones only, an answer without tones is none. */
function tellsTones({ choices, right }: Question, outcome: Outcome): Outcome {
  const letters = toneless(right);
  const twins = choices?.texts.filter((text) => toneless(text) === letters) ?? [];
  if (!outcome.notes.includes('tones') || twins.length < 2) return outcome;
  return { ...WRONG, notes: ['toneless'] };
}

/** Letters or numbers of the parts, whatever stands between them: C, A, B or 3 → 1 → 2. */
function order(plain: string, letters: string): Outcome {
  const answer = plain.replace(/[1-9]/g, (digit) => 'abcdefghi'.charAt(Number(digit) - 1));
  return answer === letters.toLowerCase() ? EXACT : WRONG;
}

function scriptOf(
  right: string,
  { traditional }: { readonly traditional: string },
): 'traditional' | 'simplified' {
  return right === traditional ? 'traditional' : 'simplified';
}

/** The place of the choice that a text says, whatever its script; -1 for none. */
function placeSaid(choices: readonly string[], text: string): number {
  // Marks and spaces apart, texts that are alike are about as long: most are told by that alone.
  const near = (choice: string) =>
    text.length >= choice.length / 2 && text.length <= choice.length * 2 + 10;
  if (!choices.some(near)) return -1;
  const said = folded(text);
  return choices.findIndex((choice) => near(choice) && folded(choice) === said);
}

function folded(text: string): string {
  const plain = plainOf(text);
  return hasHan(plain) ? charactersInScript(plain, 'simplified') : plain;
}
