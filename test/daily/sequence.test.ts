import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Article } from '../../src/article/article.ts';
import { ENDS, ORDERS, type Position } from '../../src/daily/model.ts';
import { beginning, isFinished, nextExcerpt, type ReadingPlan } from '../../src/daily/sequence.ts';
import { articleOf } from '../article/fixtures.ts';

function textOf(paragraphs: number, id = 'text'): Article {
  const texts = Array.from({ length: paragraphs }, (_, index): [string, string] => [
    `Paragraph ${index + 1}.`,
    `第${index + 1}段。`,
  ]);
  return articleOf(texts, { id });
}

const PLAN: ReadingPlan = { articleId: null, paragraphs: 1, order: 'sequence', atEnd: 'next' };

/** The posts that follow, as `article:numbers`, until the plan ends or `count` are there. */
function read(plan: ReadingPlan, articles: readonly Article[], count: number, from?: Position) {
  let position = from ?? beginning(plan, 7);
  const posts: string[] = [];
  for (let post = 0; post < count; post += 1) {
    const next = nextExcerpt(plan, position, articles);
    if (next.kind !== 'excerpt') return { posts: [...posts, next.kind], position };
    const numbers = next.excerpt.paragraphs.map(({ number }) => number);
    posts.push(`${next.excerpt.article.id}:${numbers.join(',')}`);
    position = next.position;
  }
  return { posts, position };
}

describe('in sequence', () => {
  const articles = [textOf(3, 'a'), textOf(2, 'b')];

  it('reads the library article by article, and then again', () => {
    const { posts, position } = read(PLAN, articles, 7);
    expect(posts).toEqual(['a:1', 'a:2', 'a:3', 'b:1', 'b:2', 'a:1', 'a:2']);
    expect(position).toMatchObject({ round: 1, last: 2 });
  });

  it('takes several paragraphs a post, and what is left at the end', () => {
    const plan = { ...PLAN, articleId: 'b', paragraphs: 2 };
    expect(read(plan, articles, 4).posts).toEqual(['b:1,2', 'a:1,2', 'a:3', 'b:1,2']);
  });

  it('begins the same article again, or stops', () => {
    const again = { ...PLAN, articleId: 'b', atEnd: 'again' } as const;
    expect(read(again, articles, 5).posts).toEqual(['b:1', 'b:2', 'b:1', 'b:2', 'b:1']);
    const stop = { ...PLAN, articleId: 'b', atEnd: 'stop' } as const;
    const { posts, position } = read(stop, articles, 9);
    expect(posts).toEqual(['b:1', 'b:2', 'finished']);
    expect(isFinished(stop, position, articles)).toBe(true);
    expect(isFinished(stop, beginning(stop, 1), articles)).toBe(false);
  });

  it('goes on from where it was when a post was missed', () => {
    const { position } = read(PLAN, articles, 1);
    expect(read(PLAN, articles, 1, position).posts).toEqual(['a:2']);
    expect(read(PLAN, articles, 1, position).posts).toEqual(['a:2']);
  });
});

describe('an article that changed', () => {
  it('goes on to the next one when it shrank below what was read', () => {
    const position = { articleId: 'a', last: 9, round: 0, seed: 1 };
    expect(read(PLAN, [textOf(3, 'a'), textOf(2, 'b')], 1, position).posts).toEqual(['b:1']);
  });

  it('reads what was added', () => {
    const position = { articleId: 'a', last: 3, round: 0, seed: 1 };
    expect(read(PLAN, [textOf(4, 'a')], 1, position).posts).toEqual(['a:4']);
  });

  it('that vanished is told, or left for the library', () => {
    const position = { articleId: 'gone', last: 2, round: 0, seed: 1 };
    const articles = [textOf(2, 'a')];
    expect(read(PLAN, articles, 1, position).posts).toEqual(['a:1']);
    for (const atEnd of ['again', 'stop'] as const) {
      expect(read({ ...PLAN, atEnd }, articles, 1, position).posts).toEqual(['gone']);
    }
    expect(read(PLAN, [], 1).posts).toEqual(['gone']);
  });
});

describe('shuffled', () => {
  const plan = (paragraphs: number): ReadingPlan => ({
    ...PLAN,
    articleId: 'text',
    order: 'shuffled',
    atEnd: 'again',
    paragraphs,
  });
  const numbersIn = (posts: readonly string[]) =>
    posts.flatMap((post) => (post.split(':')[1] ?? '').split(',').map(Number));

  it('has every paragraph once before any comes again, in another order each round', () => {
    const posts = fc.integer({ min: 1, max: 5 });
    fc.assert(
      fc.property(fc.integer({ min: 6, max: 60 }), posts, fc.nat(), (length, count, seed) => {
        const articles = [textOf(length)];
        const rounds = Math.ceil(length / count);
        const start = beginning(plan(count), seed);
        const first = read(plan(count), articles, rounds, start);
        const second = read(plan(count), articles, rounds, first.position);
        const inOrder = Array.from({ length }, (_, index) => index + 1);
        for (const { posts: shown } of [first, second]) {
          expect(numbersIn(shown).toSorted((a, b) => a - b)).toEqual(inOrder);
        }
        expect(second.position.round).toBe(1);
      }),
      { numRuns: 60 },
    );
    const orders = [1, 2, 3].map((seed) =>
      read(plan(1), [textOf(20)], 20, beginning(plan(1), seed)),
    );
    expect(new Set(orders.map(({ posts: shown }) => shown.join())).size).toBe(3);
    const { posts: two } = read(plan(1), [textOf(20)], 40);
    expect(two.slice(0, 20)).not.toEqual(two.slice(20));
  });

  it('never repeats within a round when the article shrinks or grows on the way', () => {
    const length = fc.integer({ min: 1, max: 40 });
    fc.assert(
      fc.property(length, length, fc.nat({ max: 20 }), fc.nat(), (before, after, read1, seed) => {
        const once = { ...plan(1), atEnd: 'stop' } as const;
        const first = read(once, [textOf(before)], Math.min(read1, before), beginning(once, seed));
        const rest = read(once, [textOf(after)], 50, first.position).posts.slice(0, -1);
        const seen = numbersIn(first.posts);
        const all = [...seen, ...numbersIn(rest)];
        expect(new Set(all).size).toBe(all.length);
        // What both versions have is never lost.
        for (let number = 1; number <= Math.min(before, after); number += 1) {
          expect(all).toContain(number);
        }
      }),
    );
  });
});

describe('whatever the plan', () => {
  it('a post has from one paragraph to as many as were asked for', () => {
    const made = fc.record({
      articleId: fc.constantFrom(null, 'a', 'b', 'nowhere'),
      paragraphs: fc.integer({ min: 1, max: 5 }),
      order: fc.constantFrom(...ORDERS),
      atEnd: fc.constantFrom(...ENDS),
    });
    const position = fc.record({
      articleId: fc.constantFrom(null, 'a', 'b', 'gone'),
      last: fc.nat({ max: 12 }),
      round: fc.nat({ max: 3 }),
      seed: fc.nat(),
    });
    fc.assert(
      fc.property(made, position, (plan, from) => {
        const next = nextExcerpt(plan, from, [textOf(7, 'a'), textOf(1, 'b')]);
        if (next.kind !== 'excerpt') return;
        expect(next.excerpt.paragraphs.length).toBeGreaterThan(0);
        expect(next.excerpt.paragraphs.length).toBeLessThanOrEqual(plan.paragraphs);
        expect(next.position.articleId).toBe(next.excerpt.article.id);
      }),
    );
  });
});
