import { IntakeError } from '../decode.ts';

/** Why a file is not read; each has its own words, in every language, for the person who sent it. */
export const REFUSALS = [
  'too-large',
  'empty',
  'binary',
  'encoding',
  'format',
  'old-word',
  'pdf',
  'damaged',
  'protected',
  'unpacks-too-large',
  'too-many-lines',
  'long-line',
  'not-our-json',
  'one-language',
  'same-language',
  'in-pairs-already',
  'too-many-paragraphs',
] as const;
export type Refusal = (typeof REFUSALS)[number];

const SAID: Readonly<Record<Refusal, string>> = {
  'too-large': 'is larger than is read; cut the text into several files',
  empty: 'has no text in it',
  binary: 'is not a text: it has bytes in it that no text has',
  encoding: 'is in no encoding that is known here; save it as UTF-8',
  format: 'is of a kind that is not read; save it as .txt, .md, .html, .docx, .epub, .srt or .vtt',
  'old-word': 'is an old Word document; save it as .docx',
  pdf: 'is a PDF, which does not say where its paragraphs end; save the text as .txt or .docx',
  damaged: 'is damaged, or is not what its name says; save it anew',
  protected: 'is protected with a password; save it without one',
  'unpacks-too-large': 'unpacks to far more than a text; cut it into several files',
  'too-many-lines': 'has too many lines; cut it into several files',
  'long-line': 'has a line that is too long for a paragraph; put a line break between paragraphs',
  'not-our-json': 'is JSON, but not an article that `/article export` wrote',
  'one-language': 'is in one language only, or nothing in it belongs together',
  'same-language': 'is in the same language as the other file',
  'in-pairs-already': 'holds both languages side by side; give it alone',
  'too-many-paragraphs': 'has too many paragraphs for one article; cut it into several',
};

/** A file that is not read, and why. Nothing else is thrown for what stands in a file. */
export class RefusedFile extends IntakeError {
  readonly refusal: Refusal;
  readonly file: string;

  constructor(refusal: Refusal, file: string) {
    super(`${file} ${SAID[refusal]}.`);
    this.refusal = refusal;
    this.file = file;
  }
}
