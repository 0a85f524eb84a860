/**
 * `npm run bench:quiz`: what questions and judgements cost on one core, over the shipped articles.
 * Figures only; nothing fails; seconds are the processor's. Goals: 2,000 questions and 50,000 judgements a second.
 */
import { fileURLToPath } from 'node:url';
import { readArticleFolder } from '../src/article/folder.ts';
import { openDictionary } from '../src/language/dictionary.ts';
import { wordsIn } from '../src/language/words.ts';
import { judge } from '../src/quiz/judge.ts';
import { makeQuestion } from '../src/quiz/make.ts';
import { type Material, prepareMaterial } from '../src/quiz/material.ts';
import { DIFFICULTIES, KINDS, type Kind, type Question } from '../src/quiz/question.ts';
import { line } from './figures.ts';

const GOALS = { questions: 2_000, judgements: 50_000 };
const SECONDS = 2;

const { articles } = await readArticleFolder(
  fileURLToPath(new URL('../data/articles/', import.meta.url)),
);
const dictionary = await openDictionary(fileURLToPath(new URL('../.cache/', import.meta.url)));
const aids = { dictionary, words: (text: string) => wordsIn(text, dictionary) };

const heldBefore = held();
const materials = articles.map((article) => {
  const start = process.cpuUsage();
  const material = prepareMaterial(article, aids);
  const { user, system } = process.cpuUsage(start);
  line(`preparing ${article.id}`, `${((user + system) / 1000).toFixed(0)} ms`);
  return material;
});
line('held for all of them', `${(held() - heldBefore).toFixed(1)} MB`);

for (const kind of KINDS) {
  const made = perSecond((turn) => question(kind, turn));
  line(`questions of the kind ${kind}`, `${made.toLocaleString('en')} a second`);
}
const questions = perSecond((turn) => question(KINDS[turn % KINDS.length] ?? 'match', turn));
goal('questions of all kinds', questions, GOALS.questions);

const asked = Array.from({ length: 3_000 }, (_, turn) =>
  question(KINDS[turn % KINDS.length] ?? 'match', turn),
).filter((one) => one !== null);
const answers = asked.flatMap((one) =>
  answersTo(one).map((text) => ({ one, given: { by: 'text', text } as const })),
);
const judgements = perSecond((turn) => {
  const next = answers[turn % answers.length];
  return next === undefined ? null : judge(next.one, next.given, dictionary.knowsEnglish);
});
goal('judgements of typed answers', judgements, GOALS.judgements);
dictionary.close();

function question(kind: Kind, turn: number): Question | null {
  const { article, revision }: Material = materials[turn % materials.length] ?? first();
  const difficulty = DIFFICULTIES[Math.floor(turn / 15) % DIFFICULTIES.length] ?? 'normal';
  const seed = Math.imul(turn, 0x9e3779b1) >>> 0;
  const key = { article: article.id, revision, kind, difficulty, learning: null, seed };
  return makeQuestion(materials[turn % materials.length] ?? first(), key);
}

function first(): Material {
  const [material] = materials;
  if (material === undefined) throw new Error('no article is shipped');
  return material;
}

/** What people answer: right, nearly right, the other script, a letter, something else. */
function answersTo({ right }: Question): string[] {
  const swapped = right.slice(1, 2) + right.slice(0, 1) + right.slice(2);
  return [right, ` ${right.toUpperCase()}. `, `the ${right}`, swapped, `${right}s`, 'B', '不知道'];
}

/** By the processor's time, not the clock's: the machine may have other work. */
function perSecond(work: (turn: number) => unknown): number {
  for (let turn = 0; turn < 2_000; turn += 1) work(turn);
  const start = process.cpuUsage();
  let turns = 0;
  let spent = 0;
  while (spent < SECONDS) {
    for (let more = 0; more < 100; more += 1) work(turns + more);
    turns += 100;
    const { user, system } = process.cpuUsage(start);
    spent = (user + system) / 1e6;
  }
  return Math.round(turns / spent);
}

function held(): number {
  globalThis.gc?.();
  return process.memoryUsage().heapUsed / 1e6;
}

function goal(name: string, found: number, wanted: number): void {
  const ratio = (found / wanted).toFixed(1);
  line(name, `${found.toLocaleString('en')} a second, ${ratio} times the goal of ${wanted}`);
}
