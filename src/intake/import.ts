import type { Level } from '../article/article.ts';
import { type Article, articleProblems, articleSchema, type TextPair } from '../article/article.ts';
import { scriptOf } from '../language/scripts.ts';
import { type DroppedLine, type LinePair, pairInterleaved } from './interleaved.ts';
import { type Line, linesOf } from './lines.ts';
import { lintParagraph, ratioOf } from './lint.ts';
import { fixPunctuation } from './punctuation.ts';
import type { Warning } from './report.ts';
import { pairSentences } from './sentence-pairs.ts';

/** What the person who imports a text says of it; what is missing is said in a warning. */
export interface ArticleDescription {
  readonly id: string;
  readonly title?: { readonly en?: string | undefined; readonly zh?: string | undefined };
  readonly level?: Level | undefined;
  readonly rights?: {
    readonly holder?: string | undefined;
    readonly licence?: string | undefined;
    readonly source?: string | undefined;
  };
  /** Normalises the width of Chinese punctuation and reports each change. */
  readonly fixPunctuation?: boolean;
}

/** What an import made of a text: every line is in one paragraph or in `dropped`. */
export interface ImportResult {
  /** Null when the text holds no pair at all. */
  readonly article: Article | null;
  /** The two lines of each paragraph, in order. */
  readonly lines: readonly {
    readonly paragraph: number;
    readonly en: number;
    readonly zh: number;
  }[];
  readonly dropped: readonly DroppedLine[];
  /** What makes the import unsound; nothing should be written unless the person insists. */
  readonly errors: readonly Warning[];
  readonly warnings: readonly Warning[];
}

/** Reads an interleaved text: one paragraph a line, English and Chinese alternating. Pure. */
export function importText(text: string, description: ArticleDescription): ImportResult {
  const lines = linesOf(text);
  const oneLanguage = onlyOneLanguage(lines);
  if (oneLanguage) return oneLanguage;
  const { pairs, dropped, errors } = pairInterleaved(lines);
  const fixes = pairs.map((pair) => fixed(pair, description.fixPunctuation === true));
  const texts = fixes.map((fix) => fix.texts);
  const described = describe(description, texts);
  const parsed = articleSchema.safeParse({
    ...described.fields,
    paragraphs: texts.map((one, index) => ({
      number: index + 1,
      ...one,
      pairs: pairSentences(one),
    })),
  });
  const invalid = parsed.success ? [] : articleProblems(parsed.error);
  return {
    article: parsed.data ?? null,
    lines: pairs.map((pair, index) => ({
      paragraph: index + 1,
      en: pair.en.number,
      zh: pair.zh.number,
    })),
    dropped,
    errors: [
      ...errors,
      ...invalid.map((message): Warning => ({ line: 1, code: 'invalid', message })),
    ],
    warnings: [
      ...described.warnings,
      ...fixes.flatMap((fix) => fix.warnings),
      ...lint(pairs, texts),
    ],
  };
}

function onlyOneLanguage(lines: readonly Line[]): ImportResult | null {
  const missing = (['en', 'zh'] as const).filter(
    (language) => !lines.some((line) => line.language === language),
  );
  if (missing.length === 0) return null;
  const names = missing.map((language) => (language === 'en' ? 'English' : 'Chinese')).join(' or ');
  const first = lines[0]?.number ?? 1;
  const last = lines.at(-1)?.number ?? 1;
  const message = `no ${names} line from line ${first} to line ${last}; an article needs both languages`;
  return {
    article: null,
    lines: [],
    dropped: lines.map((line) => ({ line: line.number, reason: 'no partner', text: line.text })),
    errors: [{ line: first, code: 'one-language', message }],
    warnings: [],
  };
}

function fixed(pair: LinePair, fix: boolean): { texts: TextPair; warnings: Warning[] } {
  const texts = { en: pair.en.text, zh: pair.zh.text };
  const zh = fix ? fixPunctuation(texts.zh) : texts.zh;
  if (zh === texts.zh) return { texts, warnings: [] };
  const message = `changed to: ${zh}`;
  const warning: Warning = { line: pair.zh.number, code: 'punctuation-fixed', message };
  return { texts: { ...texts, zh }, warnings: [warning] };
}

function describe(description: ArticleDescription, texts: readonly TextPair[]) {
  const { id, title, level, rights } = description;
  const name = id.charAt(0).toUpperCase() + id.slice(1).replaceAll('-', ' ');
  const warnings: Warning[] = [];
  const warn = (code: Warning['code'], message: string) =>
    warnings.push({ line: 1, code, message });
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

function lint(pairs: readonly LinePair[], texts: readonly TextPair[]): Warning[] {
  const script = scriptOf(texts.map((one) => one.zh).join('')) ?? 'traditional';
  const facts = { script, ratio: ratioOf(texts) };
  return texts.flatMap((one, index) =>
    lintParagraph(one, facts).map(({ code, language, message }) => {
      const line = pairs[index]?.[language ?? 'zh'].number ?? 1;
      return {
        line,
        code,
        message: language === null ? message : `${NAMES[language]}: ${message}`,
      };
    }),
  );
}

const NAMES = { en: 'English', zh: 'Chinese' } as const;
