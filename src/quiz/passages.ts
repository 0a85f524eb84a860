import type { TextPair } from '../article/article.ts';
import type { Steps } from '../article/steps.ts';
import { bigramsOf, dice, topics } from './likeness.ts';
import type { StudiedPair } from './pairs.ts';

/** One to three neighbouring sentence pairs of a paragraph: what match asks for. */
export interface Passage extends TextPair {
  readonly article: string;
  readonly paragraph: number;
  /** Places of its sentence pairs in the paragraph, from 0: `from` up to, without, `to`. */
  readonly from: number;
  readonly to: number;
  readonly pairs: readonly TextPair[];
  /** See anchorsOf; one key, '' for a text without any. */
  readonly anchors: string;
}

/** A passage with the places of those that may stand beside it as wrong choices, likest first. */
export interface Rival {
  readonly passage: Passage;
  readonly rivals: Readonly<Record<'en' | 'zh', readonly Passage[]>>;
}

/** Longest and shortest passage asked, in characters: four choices and the prompt fit a message. */
const LONGEST = { en: 420, zh: 170 };
const SHORTEST = { en: 24, zh: 8 };
/** Choices are at most so many times as long as the right one, and as short. */
const LENGTH_FACTOR = 1.6;
/** From here on two texts are nearly equal: most pairs of sentences are below 0.35. */
const NEARLY_EQUAL = 0.5;
/** Of a section of very short sentences so many passages are asked, each beside so many. */
const MOST = { asked: 800, beside: 400 };

export function passagesOf(pairs: readonly StudiedPair[]): Passage[] {
  return pairs.flatMap((first, at) => {
    const found: Passage[] = [];
    for (let count = 1; count <= 3; count += 1) {
      const run = pairs.slice(at, at + count);
      const last = run.at(-1);
      if (last === undefined || last.article !== first.article) break;
      if (last.paragraph !== first.paragraph || last.place !== first.place + count - 1) break;
      const passage = passageOf(first, run);
      if (fits(passage)) found.push(passage);
    }
    return found;
  });
}

function passageOf(first: StudiedPair, run: readonly StudiedPair[]): Passage {
  return {
    article: first.article,
    paragraph: first.paragraph,
    from: first.place,
    to: first.place + run.length,
    pairs: run.map(({ en, zh }) => ({ en, zh })),
    anchors: [...new Set(run.flatMap((one) => one.anchors))].toSorted().join('|'),
    en: run.map((one) => one.en).join(' '),
    zh: run.map((one) => one.zh).join(''),
  };
}

function fits(texts: TextPair): boolean {
  return (['en', 'zh'] as const).every(
    (one) => texts[one].length <= LONGEST[one] && texts[one].length >= SHORTEST[one],
  );
}

/**
 * The first `count` passages, those that can be asked in a language, with their rivals, likest first;
 * no rivals where they are of fewer than three paragraphs: of a paragraph only one is offered.
 */
export function* rivalsAmong(
  passages: readonly Passage[],
  count = passages.length,
): Steps<Rival[]> {
  const likeness = yield* topics(passages.map((one) => one.en));
  const grams = passages.map(lazyBigrams);
  const places = passages.map((_, place) => place);
  const alikeIn = Map.groupBy(places, (place) => passages[place]?.anchors);
  const found: Rival[] = [];
  for (const index of spread(places.slice(0, count), MOST.asked)) {
    const [passage, mine] = [passages[index], grams[index]];
    if (passage === undefined) continue;
    yield;
    const beside = spread(alikeIn.get(passage.anchors) ?? [], MOST.beside);
    const apart = beside.flatMap((place) => {
      const [other, theirs] = [passages[place], grams[place]];
      if (other === undefined || !mine || !theirs || overlap(passage, other)) return [];
      if (!isLikeInLength(passage.en, other.en) && !isLikeInLength(passage.zh, other.zh)) return [];
      const distinct = (['en', 'zh'] as const).every(
        (one) => dice(mine(one), theirs(one)) < NEARLY_EQUAL,
      );
      return distinct ? [{ other, like: likeness(index, place) }] : [];
    });
    const sorted = apart.toSorted((one, two) => two.like - one.like).map(({ other }) => other);
    const rivals = {
      en: likeInLength(passage, sorted, 'en'),
      zh: likeInLength(passage, sorted, 'zh'),
    };
    if (rivals.en.length + rivals.zh.length > 0) found.push({ passage, rivals });
  }
  return found;
}

/** At most about `most` of `items`, evenly from all of them. */
function spread<T>(items: readonly T[], most: number): readonly T[] {
  const each = Math.ceil(items.length / most);
  return each <= 1 ? items : items.filter((_, index) => index % each === 0);
}

/** Bigrams of a passage, found at the first need. */
function lazyBigrams(passage: Passage): (language: 'en' | 'zh') => ReadonlySet<string> {
  const known: Partial<Record<'en' | 'zh', ReadonlySet<string>>> = {};
  return (language) => {
    known[language] ??= bigramsOf(passage[language]);
    return known[language];
  };
}

export function sameParagraph(one: Passage, other: Passage): boolean {
  return one.article === other.article && one.paragraph === other.paragraph;
}

function overlap(one: Passage, other: Passage): boolean {
  return sameParagraph(one, other) && one.from < other.to && other.from < one.to;
}

function likeInLength(
  passage: Passage,
  others: readonly Passage[],
  language: 'en' | 'zh',
): Passage[] {
  const alike = others.filter((other) => isLikeInLength(passage[language], other[language]));
  const paragraphs = new Set(alike.map(({ article, paragraph }) => `${article} ${paragraph}`));
  return paragraphs.size >= 3 ? alike : [];
}

export function isLikeInLength(one: string, other: string): boolean {
  return one.length <= other.length * LENGTH_FACTOR && other.length <= one.length * LENGTH_FACTOR;
}
