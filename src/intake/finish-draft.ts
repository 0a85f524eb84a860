import { type Article, articleProblems, articleSchema, type TextPair } from '../article/article.ts';
import type { Evidence } from './align/lexicon.ts';
import type { DraftAbout } from './draft-store.ts';
import { pairAllSentences } from './sentence-pairs.ts';

/** The texts of an article to be, which a person has looked through. */
export interface Finished {
  readonly id: string;
  readonly about: DraftAbout;
  readonly pairs: readonly TextPair[];
}

/** The article of these texts, with its sentences paired. Throws a TypeError when it is not sound. */
export function finishDraft({ id, about, pairs }: Finished, evidence: Evidence): Article {
  const sentences = pairAllSentences(pairs, evidence);
  const parsed = articleSchema.safeParse({
    version: 1,
    id,
    ...about,
    paragraphs: pairs.map(({ en, zh }, index) => ({
      number: index + 1,
      en,
      zh,
      pairs: sentences[index]?.pairs,
    })),
  });
  if (!parsed.success) throw new TypeError(articleProblems(parsed.error).join('; '));
  return parsed.data;
}
