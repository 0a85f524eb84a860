import { foldSpelling } from '../language/english-spelling.ts';
import { sameWord } from '../language/english-words.ts';
import { accepted, EXACT, type Outcome, WRONG } from './outcome.ts';
import { plainWords } from './plain.ts';
import type { Verdict } from './question.ts';
import { errorsAllowed, typingErrors } from './typing-errors.ts';

/** A way in which two English texts may differ and still say the same. */
interface Step {
  readonly note: Verdict['notes'][number];
  /** The words without that difference. */
  apply(words: readonly string[]): string[];
}

const STEPS: readonly Step[] = [
  { note: 'article', apply: (words) => words.filter((word) => !/^(?:an?|the)$/.test(word)) },
  { note: 'contraction', apply: (words) => words.flatMap(expanded) },
  { note: 'spelling', apply: (words) => words.map(foldSpelling) },
];

/**
 * Judges an English word or phrase: articles, contractions, spelling, inflection, then typing
 * errors by length. A text that is another word (`knownWord`) is no typing error.
 */
export function judgeEnglish(
  text: string,
  right: string,
  knownWord: (word: string) => boolean,
): Outcome {
  const given = withoutTo(plainWords(text));
  const wanted = withoutTo(plainWords(right));
  if (together(given) === together(wanted)) return EXACT;
  const [less, wantedLess] = [after(STEPS, given), after(STEPS, wanted)];
  if (less.length === 0) return WRONG;
  if (together(less) === together(wantedLess)) {
    const needed = STEPS.filter((step) => {
      const others = STEPS.filter((other) => other !== step);
      return together(after(others, given)) !== together(after(others, wanted));
    });
    return accepted(...needed.map(({ note }) => note));
  }
  if (isInflection(less, wantedLess)) return accepted('inflection');
  return isTypingError(less, wantedLess, knownWord) ? accepted('typing') : WRONG;
}

function after(steps: readonly Step[], words: readonly string[]): string[] {
  return steps.reduce<string[]>((rest, { apply }) => apply(rest), [...words]);
}

/** Dictionaries write verbs with `to`. */
function withoutTo(words: readonly string[]): readonly string[] {
  return words[0] === 'to' && words.length > 1 ? words.slice(1) : words;
}

/** Hyphens, spaces and apostrophes never matter: tea pot, tea-pot, teapot; dont. */
function together(words: readonly string[]): string {
  return words.join('').replaceAll("'", '').normalize('NFD').replace(/\p{M}/gu, '');
}

const WHOLE: Readonly<Record<string, string>> = {
  "won't": 'will not',
  "can't": 'can not',
  cannot: 'can not',
  "shan't": 'shall not',
  "let's": 'let us',
};
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/n't$/, ' not'],
  [/'re$/, ' are'],
  [/'ve$/, ' have'],
  [/'ll$/, ' will'],
  [/'m$/, ' am'],
  [/'d$/, ' would'],
  [/(?<=^(?:it|he|she|that|there|here|what|who|where|how))'s$/, ' is'],
];

function expanded(word: string): string[] {
  const whole = WHOLE[word];
  if (whole !== undefined) return whole.split(' ');
  const ending = ENDINGS.find(([pattern]) => pattern.test(word));
  return ending === undefined ? [word] : word.replace(...ending).split(' ');
}

function isInflection(given: readonly string[], wanted: readonly string[]): boolean {
  return (
    given.length === wanted.length &&
    given.every((word, index) => sameWord(word, wanted[index] ?? ''))
  );
}

function isTypingError(
  given: readonly string[],
  wanted: readonly string[],
  knownWord: (word: string) => boolean,
): boolean {
  const [typed, right] = [together(given), together(wanted)];
  const allowed = errorsAllowed(right.length);
  if (allowed === 0 || typingErrors(typed, right, allowed) > allowed) return false;
  const others = given.filter((word) => !wanted.some((one) => sameWord(word, one)));
  return !others.some(knownWord);
}
