import type { Article } from '../../src/article/article.ts';

/** Long enough that no sequence ends in the test. */
const LENGTH = 200;
export const WINDOW = 23 * 3_600_000;

/** Made by hand: what makes articles would be one more thing for each process to load. */
export const LONG: Article = {
  version: 1,
  id: 'tides',
  title: { en: 'The Tides', zh: '潮汐' },
  summary: { en: 'How the sea comes and goes.', zh: '海水怎麼來，又怎麼去。' },
  level: 'easy',
  script: 'traditional',
  rights: { holder: 'The Duidu authors', licence: 'CC0 1.0' },
  paragraphs: Array.from({ length: LENGTH }, (_, index) => ({
    number: index + 1,
    en: `Tide ${index + 1}.`,
    zh: `第${index + 1}次潮汐。`,
    pairs: [],
  })),
};

/** Together 200: how many bots are killed, on which store, and how many run at the same time. */
export const SCENES = [
  { engine: 'sqlite', kills: 70, together: 1 },
  { engine: 'postgres', kills: 60, together: 1 },
  { engine: 'postgres', kills: 70, together: 2 },
] as const;
