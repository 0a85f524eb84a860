import type { Article } from '../../src/article/article.ts';
import { pairSentences } from '../../src/intake/sentence-pairs.ts';

/** A sound article made of `texts`, for tests. */
export function articleOf(
  texts: readonly (readonly [en: string, zh: string])[],
  changes: Partial<Article> = {},
): Article {
  return {
    version: 1,
    id: 'tides',
    title: { en: 'The Tides', zh: '潮汐' },
    summary: { en: 'How the sea comes and goes.', zh: '海水怎麼來，又怎麼去。' },
    level: 'easy',
    script: 'traditional',
    rights: { holder: 'The Duidu authors', licence: 'CC0 1.0' },
    paragraphs: texts.map(([en, zh], index) => ({
      number: index + 1,
      en,
      zh,
      pairs: pairSentences({ en, zh }),
    })),
    ...changes,
  };
}

export const TIDES = articleOf([
  ['The sea comes in. Then it goes out.', '海水漲上來。接著又退下去。'],
  ['The moon pulls the water.', '月亮牽引著海水。'],
  [
    'Fishermen know the hour by heart. They do not need a clock.',
    '漁夫把時辰記在心裡。他們不需要時鐘。',
  ],
]);

export const WIND = articleOf([['The wind blows.', '風在吹。']], {
  id: 'wind',
  title: { en: 'The Wind', zh: '風' },
  level: 'hard',
});
