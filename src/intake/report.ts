import type { Language } from '../language/characters.ts';

/** Something an editor should look at, with the line of the input it stands on (counted from 1). */
export interface Warning {
  /** The file of two that the line stands in; null where one holds both languages. */
  readonly file: Language | null;
  readonly line: number;
  readonly code: WarningCode;
  readonly message: string;
}

/** Each code stands for one kind of finding; docs/article-format.md lists them. */
export const WARNING_CODES = [
  'missing-chinese',
  'missing-english',
  'one-language',
  'invalid',
  'unbalanced',
  'doubled-punctuation',
  'no-final-punctuation',
  'half-width',
  'numbers',
  'length',
  'script',
  'no-title',
  'no-rights',
  'punctuation-fixed',
] as const;

export type WarningCode = (typeof WARNING_CODES)[number];
