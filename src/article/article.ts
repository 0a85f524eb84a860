import { createHash } from 'node:crypto';
import { z } from 'zod';
import { splitSentences } from '../language/sentences.ts';

/** Article ids are kept short, because every button of a paragraph carries one (see custom_ids). */
export const MAX_ARTICLE_ID = 40;

const text = z
  .string()
  .trim()
  .min(1)
  .refine((value) => value === value.normalize('NFC'), 'must be in Unicode NFC')
  .refine((value) => !/\p{Cc}/u.test(value), 'must be one line without control characters');

const bilingual = z.strictObject({ en: text, zh: text });

/** Consecutive sentence indices, counted from 0. */
const indices = z.array(z.int().min(0)).min(1);

const sentencePair = z.strictObject({ en: indices, zh: indices });

const paragraph = z
  .strictObject({
    number: z.int().min(1),
    en: text,
    zh: text,
    pairs: z.array(sentencePair).min(1),
  })
  .superRefine((value, context) => {
    for (const language of ['en', 'zh'] as const) {
      const count = splitSentences(value[language]).length;
      const covered = value.pairs.flatMap((pair) => pair[language]);
      if (covered.length !== count || covered.some((sentence, index) => sentence !== index)) {
        context.addIssue({
          code: 'custom',
          path: ['pairs'],
          message: `must name each of the ${count} ${language} sentences once, in order`,
        });
      }
    }
  });

/** The aligned article as it stands in `data/articles/ID.json`; docs/article-format.md explains it. */
export const articleSchema = z.strictObject({
  version: z.literal(1),
  id: z
    .string()
    .max(MAX_ARTICLE_ID)
    .regex(
      /^[a-z0-9]+(?:-[a-z0-9]+)*$/,
      'must be lower-case letters and digits, joined by hyphens',
    ),
  title: bilingual,
  summary: bilingual.optional(),
  level: z.enum(['easy', 'middle', 'hard']),
  script: z.enum(['traditional', 'simplified']),
  rights: z.strictObject({
    holder: text,
    licence: text,
    source: z.url({ protocol: /^https?$/ }).optional(),
  }),
  paragraphs: z
    .array(paragraph)
    .min(1)
    .superRefine((paragraphs, context) => {
      paragraphs.forEach((value, index) => {
        if (value.number === index + 1) return;
        context.addIssue({
          code: 'custom',
          path: [index, 'number'],
          message: `must be ${index + 1}: paragraphs are numbered from 1 without a gap`,
        });
      });
    }),
});

export type Article = z.infer<typeof articleSchema>;
export type Paragraph = Article['paragraphs'][number];
export type Level = Article['level'];

/** A pair of aligned texts: what stands in each language, without outer white space. */
export interface TextPair {
  readonly en: string;
  readonly zh: string;
}

/** The sentence pairs of `paragraph`, in order; the slices of one language joined are its text. */
export function sentenceSlices(paragraph: Paragraph): TextPair[] {
  const sentences = { en: splitSentences(paragraph.en), zh: splitSentences(paragraph.zh) };
  const join = (language: 'en' | 'zh', picked: readonly number[]) =>
    picked.map((index) => sentences[language][index] ?? '').join('');
  return paragraph.pairs.map((pair) => ({ en: join('en', pair.en), zh: join('zh', pair.zh) }));
}

/** The sentence pairs of `paragraph`, in order, without outer white space. */
export function sentencePairs(paragraph: Paragraph): TextPair[] {
  return sentenceSlices(paragraph).map(({ en, zh }) => ({ en: en.trim(), zh: zh.trim() }));
}

/** Four hexadecimal digits that change with the texts of the article: what a button remembers. */
export function revisionOf(article: Article): string {
  const texts = article.paragraphs.map((one) => [one.en, one.zh]);
  return createHash('sha256').update(JSON.stringify(texts)).digest('hex').slice(0, 4);
}

/** What is wrong with `data` as an article, one line a problem; empty when it is sound. */
export function articleProblems(error: z.ZodError): string[] {
  return error.issues.map((issue) => {
    const where = issue.path.join('.');
    return where === '' ? issue.message : `${where}: ${issue.message}`;
  });
}

/** An article's titles, English first; one where it is called the same in both languages. */
export function titlesOf({ title: { en, zh } }: Pick<Article, 'title'>): string[] {
  return en === zh ? [en] : [en, zh];
}
