import { expect } from 'vitest';
import { charactersInScript } from '../../src/language/scripts.ts';
import { makeQuestion } from '../../src/quiz/make.ts';
import type { Material } from '../../src/quiz/material.ts';
import { DIFFICULTIES, type Kind, type Prompt, type Question } from '../../src/quiz/question.ts';

/** Seeds for each article, all difficulties together. */
const SEEDS_EACH = 10_000;

interface Seen {
  questions: number;
  different: Set<string>;
  lengths: { choices: number; within: number };
}

/** Makes 10,000 questions of a kind of one article and holds each to what holds for all of them. */
export function holdEveryQuestion(
  material: Material,
  kind: Kind,
  also: (question: Question) => void,
): Seen {
  const seen: Seen = { questions: 0, different: new Set(), lengths: { choices: 0, within: 0 } };
  const { article, revision } = material;
  for (let index = 0; index < SEEDS_EACH; index += 1) {
    const difficulty = DIFFICULTIES[index % DIFFICULTIES.length] ?? 'normal';
    const seed = Math.imul(index, 0x9e3779b1) >>> 0;
    const key = { article: article.id, revision, kind, difficulty, learning: null, seed };
    const question = makeQuestion(material, key);
    if (question === null) throw new Error(`no ${kind} in ${article.id} for ${seed}`);
    holdQuestion(question, seen);
    also(question);
  }
  return seen;
}

function holdQuestion(question: Question, seen: Seen): void {
  const { choices, prompt, right, pairs } = question;
  seen.questions += 1;
  seen.different.add(JSON.stringify(prompt));
  if (pairs.length === 0) fail(question, 'has no sentence pair');
  if (choices !== null) {
    const { texts } = choices;
    if (texts.length !== 4 || new Set(texts.map(folded)).size !== 4) fail(question, 'four choices');
    if (texts[choices.right] !== right) fail(question, 'the right one is not right');
    const length = right.length;
    for (const text of texts) {
      if (text === right) continue;
      seen.lengths.choices += 1;
      if (text.length <= length * 1.6 && length <= text.length * 1.6) seen.lengths.within += 1;
    }
  }
  if (prompt.task !== 'order' && folded(shownBy(prompt)).includes(folded(right))) {
    fail(question, 'shows its answer');
  }
}

/** Every text that a prompt shows, blanks as a line. */
function shownBy(prompt: Prompt): string {
  return Object.entries(prompt)
    .filter(([name]) => !['task', 'language', 'aid', 'hint'].includes(name))
    .flatMap(([, value]: [string, unknown]) => (Array.isArray(value) ? value : [value]))
    .map((value: unknown) => (typeof value === 'string' ? value : '＿'))
    .join('\n');
}

const foldedTexts = new Map<string, string>();

/** Case, width and script make no difference to a reader who looks for the answer. */
function folded(text: string): string {
  const known = foldedTexts.get(text);
  if (known !== undefined) return known;
  const found = charactersInScript(text.normalize('NFKC').toLowerCase(), 'simplified');
  foldedTexts.set(text, found);
  return found;
}

export function fail(question: Question, what: string): never {
  expect.fail(`${what}: ${JSON.stringify(question)}`);
}
