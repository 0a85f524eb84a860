import type { Steps } from '../article/steps.ts';
import { englishStems } from '../language/english-words.ts';

/** The pairs of neighbouring characters in a text, letters and characters only. */
export function bigramsOf(text: string): ReadonlySet<string> {
  const plain = text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, ' ');
  const found = new Set<string>();
  for (let at = 0; at + 1 < plain.length; at += 1) found.add(plain.slice(at, at + 2));
  return found;
}

/** Dice's coefficient of two sets, 0 to 1; 0 for two empty ones. */
export function dice(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const [small, large] = one.size < other.size ? [one, other] : [other, one];
  if (large.size === 0) return 0;
  let shared = 0;
  for (const item of small) if (large.has(item)) shared += 1;
  return (2 * shared) / (one.size + other.size);
}

/** How much of one topic English texts are: the cosine of their stems, rare stems weighing more. */
export function* topics(texts: readonly string[]): Steps<(one: number, other: number) => number> {
  const stems: ReadonlySet<string>[] = [];
  for (const text of texts) {
    yield;
    stems.push(new Set(englishStems(text)));
  }
  const texted = new Map<string, number>();
  for (const set of stems) for (const stem of set) texted.set(stem, (texted.get(stem) ?? 0) + 1);
  const weightOf = (stem: string) => Math.log(texts.length / (texted.get(stem) ?? 1)) ** 2;
  const norms = stems.map((set) => {
    let sum = 0;
    for (const stem of set) sum += weightOf(stem);
    return Math.sqrt(sum);
  });
  return (one, other) => {
    let shared = 0;
    const theirs = stems[other];
    for (const stem of stems[one] ?? []) if (theirs?.has(stem)) shared += weightOf(stem);
    return shared / ((norms[one] ?? 0) * (norms[other] ?? 0) || 1);
  };
}
