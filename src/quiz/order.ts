import { type Paragraph, sentencePairs, type TextPair } from '../article/article.ts';
import type { Language } from '../language/characters.ts';
import type { Chance } from './chance.ts';
import type { Material } from './material.ts';
import type { Difficulty, Made } from './question.ts';

/** Neighbouring sentence pairs of a paragraph, to be put back into their order. */
export interface Sequence {
  readonly paragraph: number;
  readonly pairs: readonly TextPair[];
}

/** How many sentences are shuffled. */
const COUNTS: Readonly<Record<Difficulty, number>> = { easy: 3, normal: 4, hard: 5 };
const FEWEST = 3;
/** The longest sequence, in characters; with its translation it fits a message. */
const LONGEST = { en: 1100, zh: 420 };

/** Every sequence of three to five sentence pairs that can be asked. */
export function sequencesOf(paragraphs: readonly Paragraph[]): Sequence[] {
  return paragraphs.flatMap((paragraph) => {
    const pairs = sentencePairs(paragraph);
    return pairs.flatMap((_, from) =>
      [3, 4, 5]
        .map((count) => pairs.slice(from, from + count))
        .filter((run, index) => run.length === FEWEST + index && isAskable(run))
        .map((run) => ({ paragraph: paragraph.number, pairs: run })),
    );
  });
}

function isAskable(run: readonly TextPair[]): boolean {
  return (['en', 'zh'] as const).every((language) => {
    const texts = run.map((one) => one[language]);
    return new Set(texts).size === texts.length && texts.join(' ').length <= LONGEST[language];
  });
}

/** Sentences of a paragraph, shuffled; the translation stands in order. */
export function makeOrder(
  { article, sequences }: Material,
  difficulty: Difficulty,
  learning: Language | null,
  chance: Chance,
): Made | null {
  const language = learning ?? (chance.below(2) === 0 ? 'en' : 'zh');
  const found = chance.pick(ofLength(sequences, COUNTS[difficulty]));
  if (found === null) return null;
  const { pairs, paragraph } = found;
  const places = shuffledPlaces(pairs.length, chance);
  const letters = pairs.map((_, place) => letterAt(places.indexOf(place))).join('');
  const texts = chance.shuffled([letters, ...wrongOrders(letters, difficulty, chance)]);
  const other = language === 'en' ? 'zh' : 'en';
  return {
    prompt: {
      task: 'order',
      language,
      parts: places.map((place) => pairs[place]?.[language] ?? ''),
      translation: pairs.map((pair) => pair[other]).join(other === 'en' ? ' ' : ''),
    },
    choices: { language: 'order', texts, right: texts.indexOf(letters) },
    answer: { form: 'order', letters },
    right: letters,
    pairs,
    paragraph: { article: article.id, number: paragraph },
    word: null,
  };
}

/** Of the wanted length, or the longest there are below it. */
function ofLength(sequences: readonly Sequence[], count: number): readonly Sequence[] {
  for (let length = count; length >= FEWEST; length -= 1) {
    const found = sequences.filter(({ pairs }) => pairs.length === length);
    if (found.length > 0) return found;
  }
  return [];
}

/** In any order but their own. */
function shuffledPlaces(count: number, chance: Chance): number[] {
  const own = Array.from({ length: count }, (_, place) => place);
  const shuffled = chance.shuffled(own);
  return shuffled.every((place, index) => place === index) ? own.toReversed() : shuffled;
}

function letterAt(index: number): string {
  return String.fromCharCode('A'.charCodeAt(0) + index);
}

/** Three other orders, none of them A, B, C …; hard: of two neighbours exchanged where there are. */
function wrongOrders(letters: string, difficulty: Difficulty, chance: Chance): string[] {
  const shown = [...letters].toSorted().join('');
  const wrong = new Set<string>();
  const near = difficulty === 'hard' ? chance.shuffled(exchanged(letters)) : [];
  for (const order of near) if (order !== shown) wrong.add(order);
  for (let tried = 0; wrong.size < 3 && tried < 200; tried += 1) {
    const order = chance.shuffled([...letters]).join('');
    if (order !== letters && order !== shown) wrong.add(order);
  }
  return [...wrong].slice(0, 3);
}

function exchanged(letters: string): string[] {
  return [...letters]
    .slice(1)
    .map(
      (letter, at) => letters.slice(0, at) + letter + letters.charAt(at) + letters.slice(at + 2),
    );
}
