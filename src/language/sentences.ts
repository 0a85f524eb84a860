/** Abbreviations that are always followed by more of the same sentence. */
const NEVER_LAST = new Set(
  'mr mrs ms mx dr prof st gen sen rep gov lt col sgt capt rev hon messrs mt ft vs cf viz e.g i.e'.split(
    ' ',
  ),
);
/** Abbreviations that go on when a number follows: Nov. 30, No. 5, p. 12. */
const BEFORE_NUMBER = new Set(
  'jan feb mar apr jun jul aug sep sept oct nov dec no nos p pp vol fig ch sec art c ca'.split(' '),
);
/** Abbreviations that may close a sentence, as dotted acronyms may. */
const MAYBE_LAST = new Set(
  'inc ltd co corp jr sr bros etc al dept univ ave blvd rd est'.split(' '),
);
/** Words that open a sentence far more often than they follow an abbreviation inside one. */
const OPENERS = new Set(
  (
    'a about after again all also although an and another any are as at back because before both but by ' +
    'can could did do does during each either even ever every few first for from had has have he her here ' +
    'his how however i if in indeed instead is it its just last later like many maybe meanwhile more most ' +
    'much my neither never no nobody nor not nothing now of on once one only or other others our out over ' +
    'perhaps rarely she should since so some still such than that the their then there these they this ' +
    'those though through thus to today together tomorrow too two under unless until up we well were what ' +
    'when where whether which while who whose why will with without yes yesterday yet you your'
  ).split(' '),
);

const END_MARKS = '.!?。！？｡…';
const CLOSERS = '”’"\'」』）)]】》〉';
const BRACKETS: Readonly<Record<string, string>> = { '(': ')', '（': '）', '[': ']', '【': '】' };
/**
 * 「停！」他喊。 is one sentence: what follows the quotation tells who said it, and ends there.
 * 「停！」他說，這裡… may go either way and is taken for two.
 */
const SPEECH_TAG =
  /^[^，。！？；：「」“”]{0,8}(?:說|说|道|問|问|喊|叫|答|回答|寫|写|表示|指出|補充|补充|警告|解釋|解释)[。！？]/u;
/** No rule looks farther than this, so that the work grows with the text and not with its square. */
const LOOK_AHEAD = 64;
const LOOK_BACK = 40;
const HAN_OR_OPENER = /^[\p{Script=Han}「『“（《〈【]/u;

/**
 * The sentences of one paragraph, English or Chinese or both. Every character of `text` is in
 * exactly one of them, white space at the end of the sentence it follows, so that joining them
 * with nothing gives `text` back.
 */
export function splitSentences(text: string): string[] {
  const sentences: string[] = [];
  const bracketed = bracketedPositions(text);
  let start = 0;
  let position = 0;
  while (position < text.length) {
    if (!END_MARKS.includes(text.charAt(position)) || bracketed[position] === 1) {
      position += 1;
      continue;
    }
    const markEnd = skip(text, position, END_MARKS);
    const end = skip(text, markEnd, CLOSERS);
    const next = skipSpace(text, end);
    if (next < text.length && endsSentence(text, start, position, markEnd, end, next)) {
      sentences.push(text.slice(start, next));
      start = next;
    }
    position = Math.max(next, position + 1);
  }
  if (start < text.length) sentences.push(text.slice(start));
  return sentences;
}

function endsSentence(
  text: string,
  start: number,
  mark: number,
  markEnd: number,
  end: number,
  next: number,
): boolean {
  const marks = text.slice(mark, markEnd);
  const rest = text.slice(next, next + LOOK_AHEAD);
  const closed = end > markEnd;
  if (/[。！？｡]/u.test(marks))
    return !(closed && (SPEECH_TAG.test(rest) || /^[，、；：]/u.test(rest)));
  if (marks.startsWith('……')) return closed && HAN_OR_OPENER.test(rest) && !SPEECH_TAG.test(rest);
  // A mark of Latin writing: it ends a sentence before white space or before Chinese.
  const spaced = next > end;
  if (!spaced && !(HAN_OR_OPENER.test(rest) && /[!?]/.test(marks))) return false;
  if (/^[\p{Ll},;:)\]–—-]/u.test(rest)) return false;
  if (/^[!?]/.test(marks)) return !(closed && SPEECH_TAG.test(rest));
  return marks === '.' ? !insideAbbreviation(text.slice(start, mark), rest, closed) : true;
}

/** Whether the full stop behind `before` belongs to an abbreviation that does not end here. */
function insideAbbreviation(before: string, rest: string, closed: boolean): boolean {
  const word = /[\p{L}\p{N}][\p{L}\p{N}.’']*$/u.exec(before.slice(-LOOK_BACK))?.[0] ?? '';
  const lower = word.toLowerCase();
  const opener = OPENERS.has(
    /^\p{L}+/u.exec(rest.replace(/^[“‘"'(]+/, ''))?.[0].toLowerCase() ?? '',
  );
  if (closed) return false;
  if (NEVER_LAST.has(lower)) return true;
  if (BEFORE_NUMBER.has(lower) && /^\p{N}/u.test(rest)) return true;
  // "1. First" at the head of a paragraph is a list number.
  if (/^\d{1,3}$/.test(word) && before.trim() === word) return true;
  if (word === 'I') return false;
  const initial = /^\p{Lu}$/u.test(word);
  const dotted = /^(?:\p{L}\.)+\p{L}$/u.test(word) || /^ph\.d$/i.test(word);
  if (initial || dotted || MAYBE_LAST.has(lower)) return !opener;
  return false;
}

/** 1 at positions inside brackets that are closed again; a bracket left open hides nothing. */
function bracketedPositions(text: string): Uint8Array {
  // How many brackets open, less how many close, at each position.
  const change = new Int32Array(text.length + 1);
  const open: { position: number; closer: string }[] = [];
  for (let position = 0; position < text.length; position += 1) {
    const character = text.charAt(position);
    const closer = BRACKETS[character];
    if (closer !== undefined) open.push({ position, closer });
    const top = open.at(-1);
    if (top?.closer !== character) continue;
    open.pop();
    if (top.position === 0) continue;
    change[top.position] = (change[top.position] ?? 0) + 1;
    change[position] = (change[position] ?? 0) - 1;
  }
  const inside = new Uint8Array(text.length);
  let depth = 0;
  for (let position = 0; position < text.length; position += 1) {
    depth += change[position] ?? 0;
    if (depth > 0) inside[position] = 1;
  }
  return inside;
}

function skip(text: string, from: number, characters: string): number {
  let position = from;
  while (position < text.length && characters.includes(text.charAt(position))) position += 1;
  return position;
}

function skipSpace(text: string, from: number): number {
  let position = from;
  while (position < text.length && /\s/u.test(text.charAt(position))) position += 1;
  return position;
}
