import type { Article } from '../article/article.ts';
import { inTurns } from '../article/steps.ts';
import type { ReadingAids } from '../language/reading-aids.ts';
import { type Material, materialInSteps } from '../quiz/material.ts';
import { sectionsOf } from '../quiz/sections.ts';

/** So many sections are kept, the last used ones: each takes 3 to 7 MB. */
const KEPT = 16;

interface Kept {
  readonly article: Article;
  readonly section: number;
  readonly material: Promise<Material>;
}

/** The materials of articles. Preparing one takes up to a second, so it is done once, and in turns. */
export class Materials {
  readonly #aids: () => Promise<ReadingAids>;
  /** What other articles may help one that has too little. */
  readonly #others: () => readonly Article[];
  readonly #sections = new WeakMap<Article, ReturnType<typeof sectionsOf>>();
  /** The last used one last. */
  #kept: readonly Kept[] = [];

  constructor(aids: () => Promise<ReadingAids>, others: () => readonly Article[]) {
    this.#aids = aids;
    this.#others = others;
  }

  /** How many sections an article has. */
  sections(article: Article): number {
    return this.#sectionsOf(article).length;
  }

  /** The sections in which any of the paragraphs `numbers` stands. */
  sectionsWith(article: Article, numbers: readonly number[]): ReadonlySet<number> {
    const sections = this.#sectionsOf(article);
    const has = (index: number) => sections[index]?.some(({ number }) => numbers.includes(number));
    return new Set([...sections.keys()].filter(has));
  }

  of(article: Article, section: number): Promise<Material> {
    const isIt = (one: Kept) => one.article === article && one.section === section;
    const known = this.#kept.find(isIt);
    const material = known?.material ?? this.#prepared(article, section);
    const others = this.#kept.filter((one) => !isIt(one));
    this.#kept = [...others, { article, section, material }].slice(-KEPT);
    return material;
  }

  #sectionsOf(article: Article): ReturnType<typeof sectionsOf> {
    const sections = this.#sections.get(article) ?? sectionsOf(article);
    this.#sections.set(article, sections);
    return sections;
  }

  #prepared(article: Article, section: number): Promise<Material> {
    const preparing = this.#aids().then((aids) =>
      inTurns(materialInSteps(article, aids, this.#others(), section)),
    );
    preparing.catch(() => {
      this.#kept = this.#kept.filter(({ material }) => material !== preparing);
    });
    return preparing;
  }
}
