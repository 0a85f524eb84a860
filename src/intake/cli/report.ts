import type { ImportResult } from '../import.ts';
import type { PlaceOf } from '../review/page.ts';
import { SURE } from '../review/review.ts';
import type { NamedFiles } from './files.ts';
import type { Terminal } from './terminal.ts';

/** The report file: `docs/article-format.md` describes its shape. */
export function reportOf(result: ImportResult) {
  return {
    paragraphs: result.lines.length,
    dropped: result.dropped,
    warnings: [...result.errors, ...result.warnings],
    lines: result.lines,
  };
}

/** Where something stands, as a person looks for it: `en.txt line 3`, or `line 3` in the only file. */
export function placeIn(files: NamedFiles): PlaceOf {
  return ({ file, line }) => {
    if ('text' in files) return `line ${line}`;
    return file === null ? 'both files' : `${files[file]} line ${line}`;
  };
}

/** What became of a text, line by line. */
export function describe(result: ImportResult, files: NamedFiles, say: Terminal['say']): void {
  const place = placeIn(files);
  const pairs = result.article?.paragraphs.reduce((sum, one) => sum + one.pairs.length, 0) ?? 0;
  say(`${result.lines.length} paragraphs with ${pairs} sentence pairs`);
  for (const one of result.lines) {
    const unsure = one.confidence < SURE ? `, ${Math.floor(one.confidence * 100)} % sure` : '';
    const lines = `line ${one.en.join('+')} (English) and ${one.zh.join('+')} (Chinese)`;
    say(`  ${lines}: paragraph ${one.paragraph}${unsure}`);
  }
  say(`${result.dropped.length} lines dropped`);
  for (const one of result.dropped) say(`  ${place(one)}: ${one.reason}: ${one.text}`);
  say(`${result.warnings.length} warnings`);
  for (const one of result.warnings) say(`  ${place(one)}: ${one.code}: ${one.message}`);
  if (result.warnings.some(({ code }) => code === 'half-width')) {
    say('  --fix punctuation writes half-width marks between Chinese characters full-width');
  }
  for (const one of result.errors) say(`ERROR ${place(one)}: ${one.code}: ${one.message}`);
}
