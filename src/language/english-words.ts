import { stemmer } from 'stemmer';
import { COMPARABLE, IRREGULAR, NOT_A_FORM } from './english-irregular.ts';
import { foldSpelling } from './english-spelling.ts';

/** A word of an English text, with where it stands (UTF-16 code units). */
export interface EnglishWord {
  readonly text: string;
  readonly start: number;
}

/** Letters with inner apostrophes and hyphens (don’t, well-known); possessive 's is left out. */
const WORD =
  /(?<!\p{Script=Latin}['’])\p{Script=Latin}+(?:['’](?!s\b)\p{Script=Latin}+|-\p{Script=Latin}+)*/gu;

/** The words of an English text in order, without punctuation and numbers. */
export function englishWordsIn(text: string): EnglishWord[] {
  return [...text.matchAll(WORD)].map((match) => ({ text: match[0], start: match.index }));
}

/** Stems for a search index: every run of letters or digits, spelling folded, Porter's stem. */
export function englishStems(text: string): string[] {
  return (text.toLowerCase().match(/[\p{Script=Latin}\p{Nd}]+/gu) ?? []).map(englishStem);
}

/** One word's stem: `colours`, `coloured` and `color` have the same one (Porter 1980). */
export function englishStem(word: string): string {
  return stemmer(foldSpelling(word.toLowerCase().normalize('NFD').replace(/\p{M}/gu, '')));
}

/**
 * What a word may be a form of, likeliest first, without itself: `left` → leave; `running` → run,
 * runn, runne. No word list is behind the rules: look the candidates up, or compare two words with
 * `sameWord`.
 */
export function lemmasOf(word: string): readonly string[] {
  const lower = word.toLowerCase().replace(/['’]s?$/, '');
  const found = new Set(IRREGULAR.get(lower) ?? []);
  if (found.size === 0) for (const candidate of regularLemmas(lower)) found.add(candidate);
  found.delete(lower);
  return [...found];
}

/** Whether two words are forms of one word (mice, mouse; went, gone; colour, colored). */
export function sameWord(one: string, other: string): boolean {
  const forms = formsFor(one);
  return formsFor(other).some((form) => forms.includes(form));
}

function formsFor(word: string): string[] {
  const lower = word.toLowerCase().replace(/['’]s?$/, '');
  return [lower, ...lemmasOf(lower)].map(foldSpelling);
}

function regularLemmas(word: string): string[] {
  if (word.length < 4 || NOT_A_FORM.has(word)) return [];
  if (/[a-z]{3}men$/.test(word) && !/(?:speci|regi|abdo|acu)men$/.test(word))
    return [`${word.slice(0, -3)}man`];
  if (/[^su]s$/.test(word) && !word.endsWith('is')) return withoutS(word);
  if (/(?:ss|x|z|ch|sh|s)es$/.test(word)) return withoutS(word);
  if (word.endsWith('ied')) return [`${word.slice(0, -3)}y`, word.slice(0, -1)];
  if (word.endsWith('ing')) return withoutEnding(word.slice(0, -3), false);
  if (word.endsWith('eed')) return [word.slice(0, -1)];
  if (word.endsWith('ed')) return withoutEnding(word.slice(0, -2), true);
  const compared = /^(.+?)(?:er|est)$/.exec(word)?.[1];
  if (compared === undefined) return [];
  return withoutEnding(compared, true).filter((lemma) => COMPARABLE.has(lemma));
}

/** studies → study, boxes → box, houses → house, quizzes → quiz. */
function withoutS(word: string): string[] {
  if (word.endsWith('ies')) {
    return word.length > 4 ? [`${word.slice(0, -3)}y`, word.slice(0, -1)] : [word.slice(0, -1)];
  }
  if (/(?:zz|ss)es$/.test(word)) return [word.slice(0, -2), word.slice(0, -3)];
  if (/(?:sh|ch|x|o)es$/.test(word)) return [word.slice(0, -2), word.slice(0, -1)];
  if (word.endsWith('uses') && word.length === 5) return [word.slice(0, -2), word.slice(0, -1)];
  return word.endsWith('es') ? [word.slice(0, -1), word.slice(0, -2)] : [word.slice(0, -1)];
}

/** stopp-ed → stop; mak-ing → make; happi-er → happy; walk-ed → walk. `iIsY`: after -ed, -er. */
function withoutEnding(stem: string, iIsY: boolean): string[] {
  if (!/[aeiouy]/.test(stem)) return [];
  if (iIsY && stem.endsWith('i')) return [`${stem.slice(0, -1)}y`];
  const once = stem.slice(0, -1);
  if (/([bdgkmnprtv])\1$/.test(stem)) return /^(?:add|odd|egg)$/.test(stem) ? [stem] : [once, stem];
  if (/(?:ll|ss|zz|ff)$/.test(stem)) return stem.length > 5 ? [once, stem] : [stem, once];
  return wantsSilentE(stem) ? [`${stem}e`, stem] : [stem, `${stem}e`];
}

/** Whether a stem most likely lost an e: mak, chang, creat, handl; not open, need, play. */
function wantsSilentE(stem: string): boolean {
  if (/(?:[cguv]|[^aeiou]l|[^s]s|rs|z|at|ur|ir|uc|eas|eez)$/.test(stem))
    return !/(?:ng|rl)$/.test(stem) || /(?:han|ran|len|ven)g$|ching$/.test(stem);
  if (
    /(?:en|er|on|it|or|el|op|om|in|ut|ow|ew|aw|ay|ey|oy)$/.test(stem) &&
    /[aeiou].*[aeiou]/.test(stem)
  )
    return false;
  return /(?:^|[^aeiou])[aeiouy][^aeiouwxy]$/.test(stem);
}
