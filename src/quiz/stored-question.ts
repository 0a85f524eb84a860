import { createHash } from 'node:crypto';
import { z } from 'zod';
import { DIFFICULTIES, KINDS, type Question, type QuestionKey, SEEDS } from './question.ts';

const language = z.enum(['en', 'zh']);
const sentence = z.string().nullable();
const blanked = z.array(z.string().nullable());
const hint = z.object({
  length: z.int().min(1),
  words: z.int().min(1).default(1),
  first: z.string().nullable(),
});
const pair = z.object({ en: z.string(), zh: z.string() });

export const seedSchema = z
  .int()
  .min(0)
  .max(SEEDS - 1);

export const questionKeySchema: z.ZodType<QuestionKey> = z.object({
  article: z.string(),
  revision: z.string(),
  kind: z.enum(KINDS),
  difficulty: z.enum(DIFFICULTIES),
  learning: language.nullable(),
  seed: seedSchema,
});

const prompt = z.discriminatedUnion('task', [
  z.object({ task: z.literal('match'), language, text: z.string() }),
  z.object({
    ...{ task: z.literal('cloze'), language, sentence: blanked },
    ...{ translation: z.string(), hint: hint.nullable() },
  }),
  z.object({
    ...{ task: z.literal('order'), language },
    ...{ parts: z.array(z.string()), translation: z.string() },
  }),
  z.object({ task: z.literal('meaning'), language, word: z.string(), sentence }),
  z.object({ task: z.literal('word'), language, meaning: z.string(), sentence }),
  z.object({ task: z.literal('reading'), word: z.string(), sentence: z.string() }),
  z.object({
    ...{ task: z.literal('recall'), language, meaning: z.string() },
    ...{ sentence: blanked, translation: z.string(), hint },
  }),
]);

const answer = z.discriminatedUnion('form', [
  z.object({ form: z.literal('choice') }),
  z.object({ form: z.literal('chinese'), traditional: z.string(), simplified: z.string() }),
  z.object({ form: z.literal('english'), text: z.string() }),
  z.object({
    form: z.literal('reading'),
    readings: z.array(z.array(z.string())),
  }),
  z.object({ form: z.literal('order'), letters: z.string() }),
]);

/**
 * A question as a round keeps it: an update of the bot, of the dictionary or of the article in the
 * middle of a question changes nothing of what was asked.
 */
export const questionSchema: z.ZodType<Question> = z.object({
  key: questionKeySchema,
  prompt,
  choices: z
    .object({
      language: z.enum(['en', 'zh', 'pinyin', 'order']),
      texts: z.array(z.string()).length(4),
      zhuyin: z.array(z.string()).exactOptional(),
      right: z.int().min(0).max(3),
    })
    .nullable(),
  answer,
  right: z.string(),
  pairs: z.array(pair),
  paragraph: z.object({ article: z.string(), number: z.int() }),
  word: z
    .object({
      ...{ zh: z.string(), en: z.string(), gloss: z.string() },
      ...{ pinyin: z.string(), zhuyin: z.string() },
    })
    .nullable(),
});

/** Four hexadecimal digits that change with what is asked and with the choices: what a button remembers. */
export function digestOf({ prompt: asked, choices }: Question): string {
  return createHash('sha256')
    .update(JSON.stringify([asked, choices]))
    .digest('hex')
    .slice(0, 4);
}
