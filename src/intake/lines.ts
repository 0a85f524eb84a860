import { countHan, countLatinWords, type Language, languageOf } from '../language/characters.ts';

/** A line of the input that says something: where it stood, its text in NFC, its language. */
export interface Line {
  /** The file of two that it stands in; null where one holds both languages. */
  readonly file: Language | null;
  /** Counted from 1, blank lines included, as an editor shows it. */
  readonly number: number;
  readonly text: string;
  /** Null for a line without letters or characters, such as a rule of dashes. */
  readonly language: Language | null;
}

/** The lines of `text` that are not blank, outer white space taken off. */
export function linesOf(text: string, file: Language | null = null): Line[] {
  return text
    .split(/\r\n|[\n\r\u2028\u2029]/u)
    .map((raw, index) => ({ file, number: index + 1, text: clean(raw) }))
    .filter((line) => line.text !== '')
    .map((line) => ({ ...line, language: languageOf(line.text) }));
}

/** White space that users do not see, such as a no-break space, counts as outer white space too. */
function clean(raw: string): string {
  return raw
    .normalize('NFC')
    .replaceAll(/[\t\v\f]/gu, ' ')
    .replaceAll(/\p{Cc}/gu, '')
    .replace(/^[\s\u200b\ufeff]+|[\s\u200b\ufeff]+$/gu, '');
}

/** The language that most lines with letters are written in; English where there are none. */
export function mainLanguageOf(lines: readonly string[]): Language {
  const count = (language: Language) => lines.filter((one) => languageOf(one) === language).length;
  return count('en') >= count('zh') ? 'en' : 'zh';
}

/** How much a line says, the same in both languages: Chinese characters and English words. */
export function weightOf(text: string): number {
  return countHan(text) + countLatinWords(text);
}

/** The middle value of `values`, or 0 for none. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
