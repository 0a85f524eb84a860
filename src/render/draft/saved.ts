import {
  type APIFileComponent,
  type APIMessageTopLevelComponent,
  ComponentType,
} from 'discord-api-types/v10';
import { z } from 'zod';
import type { Article } from '../../article/article.ts';
import { shorten } from '../../language/characters.ts';
import type { Words } from '../../words/index.ts';
import { defineCustomId } from '../custom-id.ts';
import { escapeMarkdown } from '../escape.ts';
import { button, container, type MessageBody, messageOf, row, textDisplay } from '../message.ts';
import { leadTo } from '../paragraph.ts';

const articleId = z.string().regex(/^[a-z0-9-]{1,40}$/);

/** Takes one of the server's articles away, or keeps it, once asked. */
export const removeButton = defineCustomId(
  'article-remove',
  z.tuple([z.enum(['remove', 'keep']), articleId]),
);

/** The title as it stands in a sentence. */
export function titleIn(words: Words, { title }: Pick<Article, 'title'>): string {
  return escapeMarkdown(shorten(words.language === 'en' ? title.en : title.zh, 200));
}

/** Says that an article is there now, with the way to its first paragraph. */
export function renderSaved(words: Words, article: Article, revision: string): MessageBody {
  const [paragraph] = article.paragraphs;
  const view = { article, revision, shown: 'both', page: 1, drawFrom: 'article' } as const;
  return messageOf([
    container([textDisplay(words.intake.saved(titleIn(words, article)))]),
    ...(paragraph === undefined
      ? []
      : [row(button(leadTo('read', { ...view, paragraph }), words.intake.open, { emoji: '📖' }))]),
  ]);
}

/** Asks before an article is taken away; `schedules` is how many daily posts read it. */
export function renderRemove(words: Words, article: Article, schedules: number): MessageBody {
  return messageOf([
    container([textDisplay(words.intake.removeSure(titleIn(words, article), schedules))]),
    row(
      button(removeButton.write('remove', article.id), words.intake.removeIt, { emoji: '🗑️' }),
      button(removeButton.write('keep', article.id), words.intake.keep),
    ),
  ]);
}

/** Files of an article, to be downloaded. */
export function renderExport(
  words: Words,
  article: Article,
  names: readonly string[],
): MessageBody {
  const files = names.map((name): APIFileComponent & APIMessageTopLevelComponent => ({
    type: ComponentType.File,
    file: { url: `attachment://${name}` },
  }));
  return messageOf([
    container([textDisplay(words.intake.exported(titleIn(words, article)))]),
    ...files,
  ]);
}
