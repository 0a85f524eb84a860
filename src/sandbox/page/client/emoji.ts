import { html, type TemplateResult } from 'lit';
import { emojiPieces } from '../text/emoji.ts';

/** A text with its emoji drawn as Discord draws them. The text itself stays text. */
export function withEmoji(text: string): (string | TemplateResult)[] {
  return emojiPieces(text).map((piece) =>
    piece.picture === null
      ? piece.text
      : html`<img class="emoji" src="/emoji/${piece.picture}.svg" alt=${piece.text} draggable="false" />`,
  );
}
