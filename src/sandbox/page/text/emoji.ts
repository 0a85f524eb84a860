/** A piece of text, or one emoji with the name of its picture. */
export type EmojiPiece = { text: string; picture: string | null };

const EMOJI = /\p{RGI_Emoji}/v;

/** Twemoji names a picture by its code points; the variation selector counts only beside a joiner. */
function pictureOf(emoji: string): string {
  const points = [...emoji].map((char) => char.codePointAt(0) ?? 0);
  const kept = points.includes(0x200d) ? points : points.filter((point) => point !== 0xfe0f);
  return kept.map((point) => point.toString(16)).join('-');
}

/** Splits a text at its emoji, which Discord draws as pictures. `©` and `1` alone stay letters. */
export function emojiPieces(text: string): EmojiPiece[] {
  const pieces: EmojiPiece[] = [];
  let from = 0;
  for (const { 0: emoji, index } of text.matchAll(new RegExp(EMOJI, 'gv'))) {
    if (index > from) pieces.push({ text: text.slice(from, index), picture: null });
    pieces.push({ text: emoji, picture: pictureOf(emoji) });
    from = index + emoji.length;
  }
  if (from < text.length) pieces.push({ text: text.slice(from), picture: null });
  return pieces;
}
