import {
  type Article,
  articleProblems,
  articleSchema,
  type Level,
  type TextPair,
} from '../article/article.ts';
import { scriptOf } from '../language/scripts.ts';
import type { Evidence } from './align/lexicon.ts';
import { type AlignOptions, alignTexts, type TextsToAlign } from './align-texts.ts';
import type { DroppedLine } from './interleaved.ts';
import type { OnProgress } from './progress.ts';
import type { Warning } from './report.ts';

/** What the person who imports a text says of it; what is missing is said in a warning. */
export interface ArticleDescription extends Pick<AlignOptions, 'fixPunctuation'> {
  readonly id: string;
  readonly title?: { readonly en?: string | undefined; readonly zh?: string | undefined };
  readonly level?: Level | undefined;
  readonly rights?: {
    readonly holder?: string | undefined;
    readonly licence?: string | undefined;
    readonly source?: string | undefined;
  };
}

/** What an import made of a text: every line is in one paragraph or in `dropped`. */
export interface ImportResult {
  /** Null when the text holds no pair at all. */
  readonly article: Article | null;
  /** The lines of each paragraph, and how sure it and each of its sentence pairs is, 0 to 1. */
  readonly lines: readonly {
    readonly paragraph: number;
    readonly en: readonly number[];
    readonly zh: readonly number[];
    readonly confidence: number;
    readonly pairs: readonly number[];
  }[];
  readonly dropped: readonly DroppedLine[];
  /** What makes the import unsound; nothing should be written unless the person insists. */
  readonly errors: readonly Warning[];
  readonly warnings: readonly Warning[];
}

/** Makes an article of texts that are not aligned yet. Pure. */
export function importText(
  input: TextsToAlign,
  description: ArticleDescription,
  evidence: Evidence,
  onProgress: OnProgress = () => {},
): ImportResult {
  const aligned = alignTexts(input, evidence, { ...description, onProgress });
  const { paragraphs, dropped, errors, warnings } = aligned;
  const lines = paragraphs.map((one, index) => ({
    paragraph: index + 1,
    ...one.lines,
    confidence: rounded(one.confidence),
    pairs: one.confidences.map(rounded),
  }));
  if (paragraphs.length === 0) return { article: null, lines, dropped, errors, warnings };
  const described = describe(description, paragraphs);
  const parsed = articleSchema.safeParse({
    ...described.fields,
    paragraphs: paragraphs.map(({ en, zh, pairs }, index) => ({
      number: index + 1,
      en,
      zh,
      pairs,
    })),
  });
  const invalid = parsed.success ? [] : articleProblems(parsed.error);
  return {
    article: parsed.data ?? null,
    lines,
    dropped,
    errors: [
      ...errors,
      ...invalid.map((message): Warning => ({ file: null, line: 1, code: 'invalid', message })),
    ],
    warnings: [...described.warnings, ...warnings],
  };
}

function rounded(confidence: number): number {
  return Number(confidence.toFixed(3));
}

function describe(description: ArticleDescription, texts: readonly TextPair[]) {
  const { id, title, level, rights } = description;
  const name = id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ');
  const warnings: Warning[] = [];
  const warn = (code: Warning['code'], message: string) =>
    warnings.push({ file: null, line: 1, code, message });
  if (!title?.en || !title.zh) {
    warn('no-title', 'no title in both languages; say it with --title-en and --title-zh');
  }
  if (!rights?.holder || !rights.licence) {
    warn('no-rights', 'nobody is named who holds the rights; say it with --rights and --licence');
  }
  const fields = {
    version: 1,
    id,
    title: { en: title?.en || name, zh: title?.zh || title?.en || name },
    level: level ?? 'middle',
    script: scriptOf(texts.map((one) => one.zh).join('')) ?? 'traditional',
    rights: {
      holder: rights?.holder || 'unknown',
      licence: rights?.licence || 'all rights reserved',
      ...(rights?.source ? { source: rights.source } : {}),
    },
  };
  return { fields, warnings };
}
