import { graphemesOf } from '../language/characters.ts';
import { type Paragraph, sentenceSlices, type TextPair } from './article.ts';

/**
 * `paragraph` cut into pages that fit: both languages at the same place, between sentence pairs.
 * `measure` gives the room a pair of texts takes and never shrinks when text is added; a page
 * takes at most `room`, in the same unit. A paragraph that fits is one page, as it stands. A
 * single sentence pair that is too long is cut inside, between graphemes, at the same share of
 * both sides. The pages of one language joined give its text back (white space aside).
 */
export function pagesOf(
  paragraph: Paragraph,
  room: number,
  measure: (texts: TextPair) => number,
): TextPair[] {
  const whole = { en: paragraph.en, zh: paragraph.zh };
  if (measure(whole) <= room) return [whole];
  const pieces = sentenceSlices(paragraph).flatMap((pair) => cut(pair, room, measure));
  const pages: TextPair[] = [];
  for (const piece of pieces) {
    const last = pages.at(-1);
    const joined = last && { en: last.en + piece.en, zh: last.zh + piece.zh };
    if (joined && measure(joined) <= room) pages[pages.length - 1] = joined;
    else pages.push(piece);
  }
  return pages.map(({ en, zh }) => ({ en: en.trim(), zh: zh.trim() }));
}

function cut(pair: TextPair, room: number, measure: (texts: TextPair) => number): TextPair[] {
  if (measure(pair) <= room) return [pair];
  const en = graphemesOf(pair.en);
  const zh = graphemesOf(pair.zh);
  for (let parts = 2; parts <= Math.max(en.length, zh.length); parts += 1) {
    const pieces = Array.from({ length: parts }, (_, part) => ({
      en: share(en, part, parts),
      zh: share(zh, part, parts),
    }));
    if (pieces.every((piece) => measure(piece) <= room)) return pieces;
  }
  throw new RangeError(`a page of ${room} cannot hold one character of each language`);
}

function share(graphemes: readonly string[], part: number, parts: number): string {
  const at = (index: number) => Math.round((graphemes.length * index) / parts);
  return graphemes.slice(at(part), at(part + 1)).join('');
}
