import { type CardText, newCard } from '../quiz/card.ts';
import type { Cards } from '../quiz/ports.ts';

/** Saves a word or sentence for a reader, to be reviewed by date; false when they had saved it before. */
export async function saveCard(
  cards: Pick<Cards, 'save'>,
  readerId: string,
  text: CardText,
  now: number,
): Promise<boolean> {
  return (await cards.save([newCard(readerId, text, now)])) === 1;
}
