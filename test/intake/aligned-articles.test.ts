import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Paragraph, sentencePairs } from '../../src/article/article.ts';
import { readArticleFile } from '../../src/article/folder.ts';
import { alignSegments } from '../../src/intake/align/align.ts';
import { type BareBead, formatBead } from '../../src/intake/align/bead-file.ts';
import { alignTexts } from '../../src/intake/align-texts.ts';
import { evidence } from './opened-evidence.ts';

const ARTICLES = ['the-invisible-trade', 'the-sea-and-the-clock', 'two-names-of-tea'];

async function articleNamed(id: string) {
  const article = await readArticleFile(`data/articles/${id}.json`);
  if ('reasons' in article) throw new Error(article.reasons.join());
  return article;
}

/** Numbers from 0 to 1 that are the same in every run (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const AD = '訂閱我們的電子報';
const CAPTION = '清晨的港口，漁船正要出海。';

const ADS = [
  ['en', 'Subscribe to our newsletter!'],
  ['en', 'Support us: become a member today and read every story without limits.'],
  ['zh', AD],
  ['zh', '支持獨立媒體：今天就加入會員，不限次數閱讀所有文章。'],
] as const;

/** What a careless copy of a translated article looks like, and which pairs are still in it. */
function disturbed(texts: readonly { en: string; zh: string }[], random: () => number) {
  const en: string[] = [];
  const zh: string[] = [];
  const pairs: string[] = [];
  for (const text of texts) {
    const fate = random();
    if (fate >= 0.06) en.push(text.en);
    if (fate < 0.94) zh.push(text.zh);
    if (fate >= 0.06 && fate < 0.94) pairs.push(`${text.en}\n${text.zh}`);
    if (random() < 0.12) zh.push(AD);
    if (random() < 0.06) zh.push(CAPTION, `${CAPTION} Mei Lin for The Harbour Post`);
  }
  return { en, zh, pairs };
}

function f1(right: number, said: number, gold: number): number {
  return (2 * right) / (said + gold);
}

describe('the articles that are shipped', () => {
  it.each(ARTICLES)('%s is found again when lines are missing and noise is added', async (id) => {
    const { paragraphs } = await articleNamed(id);
    let right = 0;
    let said = 0;
    let gold = 0;
    for (const seed of [1, 2, 3, 4]) {
      const { en, zh, pairs } = disturbed(paragraphs, seeded(seed));
      const inputs = [
        { en: en.join('\n'), zh: zh.join('\n\n') },
        { text: [...zh, ...en].join('\n') },
      ];
      for (const input of inputs) {
        const found = alignTexts(input, evidence).paragraphs.map((one) => `${one.en}\n${one.zh}`);
        right += found.filter((pair) => pairs.includes(pair)).length;
        said += found.length;
        gold += pairs.length;
      }
    }
    expect(f1(right, said, gold)).toBeGreaterThan(0.95);
  });

  it.each(ARTICLES)('%s lets advertisements that come back stand alone', async (id) => {
    const { paragraphs } = await articleNamed(id);
    let ads = 0;
    let alone = 0;
    for (const [seed, [language, ad]] of ADS.entries()) {
      for (const times of [2, 3, 5]) {
        const random = seeded(10 * seed + times);
        const some = paragraphs.slice(0, 4 * times);
        const texts = { en: some.map(({ en }) => en), zh: some.map(({ zh }) => zh) };
        for (let time = 0; time < times; time += 1) {
          texts[language].splice(1 + Math.floor(random() * (texts[language].length - 1)), 0, ad);
        }
        const beads = alignSegments(texts.en, texts.zh, evidence);
        ads += times;
        alone += beads.filter(
          ({ en, zh }) =>
            en.length + zh.length === 1 && (texts.en[en[0] ?? -1] ?? texts.zh[zh[0] ?? -1]) === ad,
        ).length;
      }
    }
    expect(alone / ads).toBeGreaterThan(0.95);
  });

  it.each(ARTICLES)('%s is aligned by its sentences as it was by hand', async (id) => {
    const { paragraphs } = await articleNamed(id);
    const en: string[] = [];
    const zh: string[] = [];
    const gold: BareBead[] = [];
    for (const pair of paragraphs.flatMap(sentencePairs)) {
      gold.push({ en: [en.length], zh: [zh.length] });
      en.push(pair.en.trim());
      zh.push(pair.zh.trim());
    }
    const said = alignSegments(en, zh, evidence).map(formatBead);
    const right = gold.map(formatBead).filter((bead) => said.includes(bead));
    expect(f1(right.length, said.length, gold.length)).toBeGreaterThan(0.95);
  });
});

/** So many beads on either side of a seam may be others: a first pass does not know of it. */
const SEAM = 2;
const ALL = await Promise.all(ARTICLES.map(articleNamed));

const somewhere = fc.record({
  article: fc.constantFrom(...ALL),
  from: fc.nat({ max: 18 }),
  paragraphs: fc.integer({ min: 4, max: 24 }),
});
const part = somewhere.map(({ article, from, paragraphs }) =>
  article.paragraphs.slice(from, from + paragraphs),
);

function sidesOf(pairs: readonly { en: string; zh: string }[]) {
  return { en: pairs.map((one) => one.en.trim()), zh: pairs.map((one) => one.zh.trim()) };
}

describe('documents one behind the other', () => {
  it.each([
    ['paragraphs', (one: Paragraph) => [one]],
    ['sentences', sentencePairs],
  ] as const)('are aligned as each of them is: %s', (_, pairsOf) => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 2, maxLength: 3 }), (parts) => {
        const documents = parts.map((paragraphs) => sidesOf(paragraphs.flatMap(pairsOf)));
        const from = { en: 0, zh: 0 };
        const apart = documents.map(({ en, zh }) => {
          const beads = alignSegments(en, zh, evidence).map((bead) => ({
            en: bead.en.map((at) => at + from.en),
            zh: bead.zh.map((at) => at + from.zh),
          }));
          from.en += en.length;
          from.zh += zh.length;
          return beads.map(formatBead);
        });
        const together = alignSegments(
          documents.flatMap(({ en }) => en),
          documents.flatMap(({ zh }) => zh),
          evidence,
        );
        const away = apart.flatMap((beads, at) =>
          beads.slice(at === 0 ? 0 : SEAM, at === apart.length - 1 ? beads.length : -SEAM),
        );
        expect(away.filter((bead) => !together.map(formatBead).includes(bead))).toEqual([]);
      }),
      { numRuns: 8 },
    );
  });
});
