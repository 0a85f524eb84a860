import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import { z } from 'zod';
import { type Article, type Paragraph, type TextPair, titlesOf } from '../article/article.ts';
import { LICENCES } from '../article/licences.ts';
import { pagesOf } from '../article/pages.ts';
import type { Words } from '../words/index.ts';
import { countingNumber, defineCustomId } from './custom-id.ts';
import { escapeMarkdown } from './escape.ts';
import { aidOf, type Look, STANDARD_LOOK, textsFor } from './look.ts';
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
import { progressBar, readButton } from './read.ts';
import { wordsButton } from './word-ids.ts';

/** Which of the two languages of a paragraph is shown. */
export const SHOWN = ['both', 'english', 'chinese'] as const;
export type Shown = (typeof SHOWN)[number];

/** Where another paragraph is drawn from; `reading`: none is, the reader goes on in order. */
const DRAWN_FROM = ['article', 'library', 'reading'] as const;

/** What a paragraph message shows, and from where its button for another one draws. */
export interface ParagraphView {
  readonly article: Article;
  readonly revision: string;
  readonly paragraph: Paragraph;
  readonly shown: Shown;
  /** Counted from 1; one past the end means the last. */
  readonly page: number;
  readonly drawFrom: (typeof DRAWN_FROM)[number];
  /** How its reader wants it; the standard where nobody is known. */
  readonly look?: Look;
  /** False where the reader put the reading away on this message. */
  readonly aided?: boolean;
}

const BUTTONS = ['previous', 'next', 'another', 'show', 'aid', 'back', 'on', 'read'] as const;

const BUTTON_PARTS = [
  z.enum(BUTTONS),
  z.string().regex(/^[a-z0-9-]{1,40}$/),
  z.string().regex(/^[0-9a-f]{4}$/),
  countingNumber,
  z.enum(SHOWN),
  countingNumber,
  z.enum(DRAWN_FROM),
] as const;
/** Buttons in a row, by Discord’s rule. */
const MAX_ROW = 5;
/** The wanted reading: aided, or plain. */
const AIDED = ['a', 'p'] as const;

/**
 * The buttons of a paragraph. Each says where it leads, not what to do: article, its revision,
 * paragraph, languages, page, the source of "another", and whether a reading that is wanted is
 * shown. The first part only keeps two buttons of one message apart, except `another`, which draws
 * anew, and the two steps, which hide the translation again for a reader who wants that.
 */
export const paragraphButton = defineCustomId(
  'paragraph',
  z.union([
    z.tuple([...BUTTON_PARTS, z.enum(AIDED)]),
    // As the buttons were before there were reading aids.
    z.tuple(BUTTON_PARTS).transform((parts) => [...parts, 'a'] as const),
  ]),
);

/** A paragraph as a message: header, the chosen languages, rights, buttons. It always fits. */
export function renderParagraph(words: Words, view: ParagraphView, note?: string): MessageBody {
  const { paragraph } = view;
  const frame = (page: number, pages: number) => [
    ...(note === undefined ? [] : [`-# ${note}`]),
    header(words, view, page, pages),
    rightsLine(words, view.article),
  ];
  const pages = pagesOf(paragraph, 1, (part) => fillOf([...frame(99, 99), ...bodyOf(part, view)]));
  const page = Math.min(view.page, pages.length);
  const body = bodyOf(pages[page - 1] ?? paragraph, view);
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
  { article, paragraph, drawFrom }: ParagraphView,
  page: number,
  pages: number,
): string {
  const { length } = article.paragraphs;
  const bar = drawFrom === 'reading' ? `${progressBar(paragraph.number, length)} ` : '';
  const place = `${bar}${paragraph.number} / ${length}`;
  const paging = pages > 1 ? `${words.common.dot}${words.common.page(page, pages)}` : '';
  return `**${titlesOf(article).map(escapeMarkdown).join('　')}**\n-# ${place}${paging}`;
}

function bodyOf(texts: TextPair, view: ParagraphView): string[] {
  const { shown, article, look = STANDARD_LOOK, aided = true } = view;
  const wanted = {
    en: shown === 'chinese' ? '' : texts.en,
    zh: shown === 'english' ? '' : texts.zh,
  };
  return textsFor(wanted, article.script, look, aided);
}

/** The line under every text: who holds the rights, under which licence, and where it is from. */
export function rightsLine(words: Words, { rights }: Article): string {
  const known = LICENCES.find((one) => one === rights.licence);
  const licence = known ? words.intake.shownAs[known] : escapeMarkdown(rights.licence);
  const line = words.paragraph.rights(escapeMarkdown(rights.holder), licence);
  return rights.source === undefined
    ? `-# ${line}`
    : `-# ${line}${words.common.dot}[${words.paragraph.source}](<${rights.source}>)`;
}

/** The custom_id of a button that leads to `view`. */
export function leadTo(kind: (typeof BUTTONS)[number], view: ParagraphView): string {
  const { article, revision, paragraph, shown, page, drawFrom, aided = true } = view;
  return paragraphButton.write(
    kind,
    article.id,
    revision,
    paragraph.number,
    shown,
    page,
    drawFrom,
    aided ? 'a' : 'p',
  );
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
  const finish = button(readButton.write('finish', article.id), words.read.finish, {
    emoji: '🏁',
    primary: true,
  });
  const atEnd = view.drawFrom === 'reading' && next === undefined;
  const steps = [
    step('previous', words.paragraph.previous, '◀️', previous),
    atEnd ? finish : step('next', words.paragraph.next, '▶️', next),
    ...(view.drawFrom === 'reading'
      ? []
      : [button(to('another', {}), words.paragraph.another, { emoji: '🎲' })]),
  ];
  const help = [
    ...(shown === 'both'
      ? []
      : [showButton(words, shown, to('show', { shown: 'both', page: view.page }))]),
    ...aidButton(words, view, (aided) => to('aid', { aided })),
    wordsOfParagraph(words, view),
  ];
  const main =
    steps.length + help.length > MAX_ROW ? [row(...steps), row(...help)] : [row(...steps, ...help)];
  if (pages === 1) return main;
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
  return [paging, ...main];
}

function showButton(words: Words, shown: Shown, id: string) {
  const label = shown === 'english' ? words.paragraph.showChinese : words.paragraph.showEnglish;
  return button(id, label, { emoji: '👁️', primary: true });
}

/** Opens the words of the paragraph: of the language that is shown, or that is not the reader's own. */
function wordsOfParagraph(words: Words, { article, paragraph, shown }: ParagraphView) {
  const foreign = words.language === 'en' ? 'chinese' : 'english';
  const side = shown === 'both' ? foreign : shown;
  const id = wordsButton.write('open', article.id, paragraph.number, side, 1);
  return button(id, words.word.button, { emoji: '📖' });
}

/** Shows or puts away the reading, for a reader who wants one. */
function aidButton(words: Words, view: ParagraphView, id: (aided: boolean) => string) {
  const { look = STANDARD_LOOK, aided = true, shown } = view;
  const aid = aidOf(look);
  if (aid === null || shown === 'english') return [];
  const name = words.reading.aids[aid];
  const label = aided ? words.reading.hideAid(name) : words.reading.showAid(name);
  return [button(id(!aided), label, { emoji: '🔤' })];
}
