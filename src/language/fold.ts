import { graphemesOf } from './characters.ts';

/** Case, width and curly apostrophes never matter when a reader looks for something. */
export function fold(text: string): string {
  return text.normalize('NFKC').replaceAll('’', "'").toLowerCase();
}

/**
 * Where `wanted` stands in `text`, folded both, as an index into `text` itself; -1 when it does not.
 * Folding may change the length of a text (… becomes three full stops), so places are counted in
 * the graphemes they come from.
 */
export function findFolded(text: string, wanted: string): number {
  const found = fold(text).indexOf(fold(wanted));
  if (found < 0) return -1;
  let folded = 0;
  let place = 0;
  for (const grapheme of graphemesOf(text)) {
    folded += fold(grapheme).length;
    if (folded > found) return place;
    place += grapheme.length;
  }
  return place;
}
