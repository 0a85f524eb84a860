/** Whether a character is a Chinese one (Unicode script Han, without radicals and punctuation). */
export function isHan(character: string): boolean {
  return /^[\p{Unified_Ideograph}〇]$/u.test(character);
}

/** Whether a text has a Chinese character in it. */
export function hasHan(text: string): boolean {
  return /[\p{Unified_Ideograph}〇]/u.test(text);
}
