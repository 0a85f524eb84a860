import type { Article } from '../src/article/article.ts';
import type { Passage } from '../src/article/library.ts';
import { drawPassage } from '../src/reader/progress.ts';
import type { Request, Services } from './command.ts';

/** Draws a paragraph of `articles` that the reader was not given yet, and remembers it. */
export async function drawFor(
  { userId }: Request,
  { progress, random }: Services,
  articles: readonly Article[],
  except?: Passage,
): Promise<Passage> {
  const drawn = await progress.drawnFor(userId);
  const draw = drawPassage(random, articles, drawn, except);
  await progress.noteDrawn(userId, draw);
  return draw.passage;
}
