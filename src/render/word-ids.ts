import { z } from 'zod';
import { countingNumber, defineCustomId } from './custom-id.ts';

/** Whose words a list holds. */
export const SIDES = ['chinese', 'english'] as const;
export type Side = (typeof SIDES)[number];

const articleId = z.string().regex(/^[a-z0-9-]{1,40}$/);

/**
 * Leads to the words of a paragraph: article, paragraph, language, page of the list. `open` comes
 * from the paragraph and opens a message of its own; the others turn the list they stand under.
 */
export const wordsButton = defineCustomId(
  'words',
  z.tuple([
    z.enum(['open', 'previous', 'next', 'side', 'back']),
    articleId,
    countingNumber,
    z.enum(SIDES),
    countingNumber,
  ]),
);

/** The select under that list; what is chosen is the word. It knows the list to lead back to. */
export const wordSelect = defineCustomId(
  'word-in',
  z.tuple([articleId, countingNumber, z.enum(SIDES), countingNumber]),
);

/** Saves a word as a card: its language, where it was met, and the word. */
export const saveWord = defineCustomId(
  'save-word',
  z.tuple([z.enum(SIDES), articleId, countingNumber, z.string().min(1)]),
);

/** Saves a sentence pair of a paragraph as a card: its language; the value is its place, from 0. */
export const saveSentence = defineCustomId(
  'save-line',
  z.tuple([z.enum(SIDES), articleId, countingNumber]),
);

/** A select of words without an article; the number keeps several under one message apart. */
export const lookupSelect = defineCustomId('look-up', z.tuple([countingNumber]));
