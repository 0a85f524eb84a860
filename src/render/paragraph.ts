import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Article, Paragraph, TextPair } from '../article/article.ts';
import { pagesOf } from '../article/pages.ts';
import type { Words } from '../words/index.ts';
import { countingNumber, defineCustomId } from './custom-id.ts';
import { escapeMarkdown } from './escape.ts';
import {
  button,
  container,
  divider,
  fillOf,
  type MessageBody,
  messageOf,
  row,
  textDisplay,
} from './message.ts';

/** Which of the two languages of a paragraph is shown. */
export const SHOWN = ['both', 'english', 'chinese'] as const;
export type Shown = (typeof SHOWN)[number];

/** What a paragraph message shows, and from where its button for another one draws. */
export interface ParagraphView {
  readonly article: Article;
  readonly revision: string;
  readonly paragraph: Paragraph;
  readonly shown: Shown;
  /** Counted from 1; one past the end means the last. */
  readonly page: number;
  readonly drawFrom: 'article' | 'library';
}

const BUTTONS = ['previous', 'next', 'another', 'show', 'back', 'on', 'read'] as const;

/**
 * The buttons of a paragraph. Each says where it leads, not what to do: article, its revision,
 * paragraph, languages, page, and the source of "another". The first part only keeps two buttons
 * of one message apart, except `another`, which draws anew.
 */
export const paragraphButton = defineCustomId(
  'paragraph',
  z.tuple([
    z.enum(BUTTONS),
    z.string().regex(/^[a-z0-9-]{1,40}$/),
    z.string().regex(/^[0-9a-f]{4}$/),
    countingNumber,
    z.enum(SHOWN),
    countingNumber,
    z.enum(['article', 'library']),
  ]),
);

/** A paragraph as a message: header, the chosen languages, rights, buttons. It always fits. */
export function renderParagraph(words: Words, view: ParagraphView, note?: string): MessageBody {
  const { paragraph, shown } = view;
  const frame = (page: number, pages: number) => [
    ...(note === undefined ? [] : [`-# ${note}`]),
    header(words, view, page, pages),
    rightsLine(words, view.article),
  ];
  const pages = pagesOf(paragraph, 1, (part) => fillOf([...frame(99, 99), ...bodyOf(part, shown)]));
  const page = Math.min(view.page, pages.length);
  const body = bodyOf(pages[page - 1] ?? paragraph, shown);
  const texts = frame(page, pages.length);
  const rights = texts.pop() ?? '';
  return messageOf([
    container([
      ...texts.map(textDisplay),
      ...body.flatMap((text, index) =>
        index === 0 ? [textDisplay(text)] : [divider(), textDisplay(text)],
      ),
      textDisplay(rights),
    ]),
    ...buttonRows(words, { ...view, page }, pages.length),
  ]);
}

function header(
  words: Words,
  { article, paragraph }: ParagraphView,
  page: number,
  pages: number,
): string {
  const place = `${paragraph.number} / ${article.paragraphs.length}`;
  const paging = pages > 1 ? ` · ${words.common.page(page, pages)}` : '';
  return `**${escapeMarkdown(article.title.en)}　${escapeMarkdown(article.title.zh)}**\n-# ${place}${paging}`;
}

function bodyOf(texts: TextPair, shown: Shown): string[] {
  const en = shown === 'chinese' ? '' : escapeMarkdown(texts.en);
  const zh = shown === 'english' ? '' : escapeMarkdown(texts.zh);
  return [en, zh].filter((text) => text !== '');
}

/** The line under every text: who holds the rights, under which licence, and where it is from. */
export function rightsLine(words: Words, { rights }: Article): string {
  const line = words.paragraph.rights(
    escapeMarkdown(rights.holder),
    escapeMarkdown(rights.licence),
  );
  return rights.source === undefined
    ? `-# ${line}`
    : `-# ${line} · [${words.paragraph.source}](<${rights.source}>)`;
}

/** The custom_id of a button that leads to `view`. */
export function leadTo(kind: (typeof BUTTONS)[number], view: ParagraphView): string {
  const { article, revision, paragraph, shown, page, drawFrom } = view;
  return paragraphButton.write(kind, article.id, revision, paragraph.number, shown, page, drawFrom);
}

function buttonRows(
  words: Words,
  view: ParagraphView,
  pages: number,
): APIMessageTopLevelComponent[] {
  const { article, paragraph, shown } = view;
  const at = (number: number) => article.paragraphs[number - 1];
  const to = (kind: (typeof BUTTONS)[number], changes: Partial<ParagraphView>) =>
    leadTo(kind, { ...view, page: 1, ...changes });
  const previous = at(paragraph.number - 1);
  const next = at(paragraph.number + 1);
  const step = (
    kind: 'previous' | 'next',
    label: string,
    emoji: string,
    target: Paragraph | undefined,
  ) =>
    button(to(kind, { paragraph: target ?? paragraph }), label, {
      emoji,
      disabled: target === undefined,
    });
  const main = row(
    step('previous', words.paragraph.previous, '◀️', previous),
    step('next', words.paragraph.next, '▶️', next),
    button(to('another', {}), words.paragraph.another, { emoji: '🎲' }),
    ...(shown === 'both'
      ? []
      : [showButton(words, shown, to('show', { shown: 'both', page: view.page }))]),
  );
  if (pages === 1) return [main];
  const { page } = view;
  const paging = row(
    button(to('back', { page: Math.max(1, page - 1) }), words.common.previousPage, {
      emoji: '⏪',
      disabled: page === 1,
    }),
    button(to('on', { page: Math.min(pages, page + 1) }), words.common.nextPage, {
      emoji: '⏩',
      disabled: page === pages,
    }),
  );
  return [paging, main];
}

function showButton(words: Words, shown: Shown, id: string) {
  const label = shown === 'english' ? words.paragraph.showChinese : words.paragraph.showEnglish;
  return button(id, label, { emoji: '👁️', primary: true });
}
