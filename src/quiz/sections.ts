import type { Article, Paragraph } from '../article/article.ts';

/** A section has about so many characters of both languages together at most: a second's work. */
const LONGEST = 48_000;

/**
 * The paragraphs of an article in sections of like length, in order. Questions are made of one
 * section, so that a book is ready as soon as a short article; most articles have only one.
 */
export function sectionsOf({ paragraphs }: Pick<Article, 'paragraphs'>): readonly Paragraph[][] {
  const lengths = paragraphs.map(({ en, zh }) => en.length + zh.length);
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const count = Math.ceil(total / LONGEST);
  const sections = Array.from({ length: count }, (): Paragraph[] => []);
  let before = 0;
  for (const [index, paragraph] of paragraphs.entries()) {
    const length = lengths[index] ?? 0;
    sections[Math.floor(((before + length / 2) * count) / total)]?.push(paragraph);
    before += length;
  }
  return sections.filter((section) => section.length > 0);
}

/** Which of `count` sections a seed asks of, from 0. */
export function sectionOfSeed(seed: number, count: number): number {
  return seed % count;
}
