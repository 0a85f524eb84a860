/** What a typed answer may look like beside the bare words: width, case, marks, spaces. */

/** Letters and digits only, in lower case and full-width ones made narrow: none of it ever matters. */
export function plainOf(text: string): string {
  return text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '');
}

/** The words of an English answer, with inner apostrophes: `don't`. A hyphen divides like a space. */
export function plainWords(text: string): string[] {
  const plain = text
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[’‘`´ʼ]/g, "'");
  return plain.match(/[\p{L}\p{M}\p{N}]+(?:'[\p{L}\p{M}]+)*/gu) ?? [];
}
