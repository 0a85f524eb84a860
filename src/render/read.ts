import { z } from 'zod';
import { type Article, titlesOf } from '../article/article.ts';
import { shorten } from '../language/characters.ts';
import type { Words } from '../words/index.ts';
import { defineCustomId } from './custom-id.ts';
import { escapeMarkdown } from './escape.ts';
import {
  button,
  container,
  divider,
  type MessageBody,
  messageOf,
  row,
  textDisplay,
} from './message.ts';

/** The buttons at the end of an article: its end, the beginning of it again, or another one. */
export const readButton = defineCustomId(
  'reading',
  z.tuple([z.enum(['finish', 'again', 'go']), z.string().regex(/^[a-z0-9-]{1,40}$/)]),
);

/** Discord’s limit on a label, less what the words around a title take. */
const MAX_TITLE = 60;

export interface FinishedView {
  readonly article: Article;
  /** What to read next; the same article where there is no other. */
  readonly next: Article;
  /** How many articles the reader has finished, of how many. */
  readonly finished: number;
  readonly all: number;
}

/** An article has been read to its end. */
export function renderFinished(words: Words, view: FinishedView): MessageBody {
  const { article, next, finished, all } = view;
  const { read } = words;
  const title = (one: Article, length: number) =>
    shorten(one.title[words.language === 'en' ? 'en' : 'zh'], length);
  const again = button(readButton.write('again', article.id), read.again, { emoji: '🔁' });
  const heading = `## 🏁 ${read.finished(escapeMarkdown(title(article, 200)))}\n-# ${read.sofar(finished, all)}`;
  if (next.id === article.id) return messageOf([container([textDisplay(heading)]), row(again)]);
  return messageOf([
    container([
      textDisplay(heading),
      divider(),
      textDisplay(`**${read.next}**\n${suggestion(words, next)}`),
    ]),
    row(
      button(readButton.write('go', next.id), read.begin(title(next, MAX_TITLE)), {
        emoji: '📖',
        primary: true,
      }),
      again,
    ),
  ]);
}

function suggestion(words: Words, article: Article): string {
  const { level, paragraphs, summary } = article;
  const facts = words.article.listed(words.common.levels[level], paragraphs.length);
  const about = summary?.[words.language === 'en' ? 'en' : 'zh'];
  return [
    titlesOf(article)
      .map((one) => escapeMarkdown(shorten(one, 200)))
      .join('　'),
    `-# ${facts}`,
    ...(about === undefined ? [] : [escapeMarkdown(shorten(about, 600))]),
  ].join('\n');
}

/** Squares in a progress bar: each a tenth, or more where the article is shorter. */
const SQUARES = 10;

/** How far a reader is: ▰▰▰▱▱▱▱▱▱▱; full only at the last paragraph. */
export function progressBar(number: number, last: number): string {
  const filled = Math.floor((number / last) * SQUARES);
  return '▰'.repeat(filled) + '▱'.repeat(SQUARES - filled);
}
