import type {
  APIButtonComponentWithCustomId,
  APIMessageTopLevelComponent,
} from 'discord-api-types/v10';
import { z } from 'zod';
import { type Article, type Paragraph, type TextPair, titlesOf } from '../article/article.ts';
import { pagesOf } from '../article/pages.ts';
import type { Excerpt } from '../daily/sequence.ts';
import { shorten } from '../language/characters.ts';
import type { Words } from '../words/index.ts';
import { countingNumber, defineCustomId } from './custom-id.ts';
import { escapeMarkdown } from './escape.ts';
import { type Look, STANDARD_LOOK, textsFor } from './look.ts';
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
import { leadTo, rightsLine, SHOWN, type Shown } from './paragraph.ts';
import { wordsButton } from './word-ids.ts';

/** The room for a title in the header, in UTF-16 units. */
const MAX_TITLE = 200;
/** Buttons in a row, by Discord’s rule. */
const MAX_ROW = 5;

/** The article and up to five paragraph numbers, in base 36 to be short, as custom_ids hold them. */
export const EXCERPT_PARTS = [
  z.string().regex(/^[a-z0-9-]{1,40}$/),
  z.string().regex(/^[0-9a-z]{1,4}(?:\.[0-9a-z]{1,4}){0,4}$/),
] as const;

/** The buttons of a reader's own copy: the languages, and the pages of a long excerpt. */
export const excerptButton = defineCustomId(
  'excerpt',
  z.tuple([z.enum(['show', 'back', 'on']), ...EXCERPT_PARTS, z.enum(SHOWN), countingNumber]),
);

/** An excerpt as a custom_id names it: the article's id and the numbers of the paragraphs. */
export function excerptParts({ article, paragraphs }: Excerpt): [string, string] {
  return [article.id, paragraphs.map(({ number }) => number.toString(36)).join('.')];
}

/** The numbers that `excerptParts` wrote. */
export function paragraphNumbers(written: string): number[] {
  return written.split('.').map((number) => Number.parseInt(number, 36));
}

/** What a reader's own copy of an excerpt shows. */
export interface ExcerptView {
  readonly excerpt: Excerpt;
  readonly revision: string;
  readonly shown: Shown;
  /** Counted from 1; one past the end means the last. */
  readonly page: number;
  /** How its reader wants it. */
  readonly look?: Look;
}

/** The texts of a paragraph, or of a part of it, as they are shown: escaped, one a text display. */
export type Shows = (texts: TextPair) => string[];

/** An excerpt for one reader, with both languages or one. It always fits. */
export function renderExcerpt(words: Words, view: ExcerptView): MessageBody {
  const { excerpt, shown, look = STANDARD_LOOK } = view;
  const shows: Shows = (texts) => shownTexts(texts, shown, excerpt.article, look);
  const pages = pagesFor(words, excerpt, shows);
  const page = Math.min(view.page, pages.length);
  return messageOf([
    excerptContainer(words, excerpt, pages, page, shows),
    ...excerptButtons(words, { ...view, page }, pages.length),
  ]);
}

/** The numbers of the paragraphs in their article: `12 / 33`, `12–14 / 33`, `7, 3 / 33`. */
export function placeOf({ article, paragraphs }: Excerpt): string {
  const numbers = paragraphs.map(({ number }) => number);
  const [first = 0] = numbers;
  const inRow = numbers.every((number, index) => number === first + index);
  const list = inRow && numbers.length > 1 ? `${first}–${numbers.at(-1)}` : numbers.join(', ');
  return `${list} / ${article.paragraphs.length}`;
}

/** The language that is the translation to those who read the bot’s words in `words`: their own. */
function translationFor(words: Words): 'english' | 'chinese' {
  return words.language === 'en' ? 'english' : 'chinese';
}

/** Those of a pair's texts that are shown, as `look` wants them, escaped. */
export function shownTexts(
  texts: TextPair,
  shown: Shown,
  { script }: Pick<Article, 'script'>,
  look: Look,
  aided = true,
): string[] {
  const en = shown === 'chinese' ? '' : texts.en;
  const zh = shown === 'english' ? '' : texts.zh;
  return textsFor({ en, zh }, script, look, aided);
}

/**
 * The texts of an excerpt cut into pages that fit, with `beside` in the same message: whole
 * paragraphs where possible.
 */
export function pagesFor(
  words: Words,
  excerpt: Excerpt,
  shows: Shows,
  beside: readonly string[] = [],
): TextPair[][] {
  const frame = [...beside, header(words, excerpt, 99, 99), rightsLine(words, excerpt.article)];
  const fill = (texts: readonly TextPair[]) => fillOf([...frame, ...texts.flatMap(shows)]);
  const pages: TextPair[][] = [];
  for (const paragraph of excerpt.paragraphs) {
    for (const piece of pagesOf(paragraph, 1, (texts) => fill([texts]))) {
      const last = pages.at(-1);
      if (last !== undefined && fill([...last, piece]) <= 1) last.push(piece);
      else pages.push([piece]);
    }
  }
  return pages;
}

/** One page of an excerpt: title, place, texts, rights. */
export function excerptContainer(
  words: Words,
  excerpt: Excerpt,
  pages: readonly (readonly TextPair[])[],
  page: number,
  shows: Shows,
): APIMessageTopLevelComponent {
  const texts = (pages[page - 1] ?? []).flatMap(shows);
  return container([
    textDisplay(header(words, excerpt, page, pages.length)),
    ...texts.flatMap((text, index) =>
      index === 0 ? [textDisplay(text)] : [divider(), textDisplay(text)],
    ),
    textDisplay(rightsLine(words, excerpt.article)),
  ]);
}

function header(words: Words, excerpt: Excerpt, page: number, pages: number): string {
  const titles = titlesOf(excerpt.article).map((one) => escapeMarkdown(shorten(one, MAX_TITLE)));
  const paging = pages > 1 ? `${words.common.dot}${words.common.page(page, pages)}` : '';
  return `**${titles.join('　')}**\n-# ${placeOf(excerpt)}${paging}`;
}

function excerptButtons(
  words: Words,
  { excerpt, revision, shown, page }: ExcerptView,
  pages: number,
): APIMessageTopLevelComponent[] {
  const parts = excerptParts(excerpt);
  const to = (kind: 'show' | 'back' | 'on', next: Shown, at: number) =>
    excerptButton.write(kind, ...parts, next, at);
  const after = shown === 'both' ? withoutTranslation(words) : 'both';
  const toggle = button(to('show', after, page), toggleLabel(words, shown, after), {
    emoji: '👁️',
    primary: shown !== 'both',
  });
  const steps = stepButtons(words, excerpt, revision);
  const main = rowsOf([toggle, ...steps], wordsButtons(words, excerpt, shown));
  if (pages === 1) return main;
  const paging = row(
    button(to('back', shown, Math.max(1, page - 1)), words.common.previousPage, {
      emoji: '⏪',
      disabled: page === 1,
    }),
    button(to('on', shown, Math.min(pages, page + 1)), words.common.nextPage, {
      emoji: '⏩',
      disabled: page === pages,
    }),
  );
  return [paging, ...main];
}

/** What is left to read once the translation is hidden. */
export function withoutTranslation(words: Words): Shown {
  return translationFor(words) === 'english' ? 'chinese' : 'english';
}

/** What the button says that leads from `shown` to `after`. */
export function toggleLabel(words: Words, shown: Shown, after: Shown): string {
  const { showChinese, showEnglish } = words.paragraph;
  if (after === 'both') return shown === 'english' ? showChinese : showEnglish;
  return after === 'english' ? words.daily.hideChinese : words.daily.hideEnglish;
}

/** To the paragraphs before and after the excerpt, for the one who presses. */
export function stepButtons(words: Words, { article, paragraphs }: Excerpt, revision: string) {
  const numbers = paragraphs.map(({ number }) => number);
  const step = (kind: 'previous' | 'next', number: number, emoji: string) => {
    const target = paragraphNumbered(article, number);
    const paragraph = target ?? paragraphs[0];
    if (paragraph === undefined) return [];
    const view = { article, revision, paragraph, shown: 'both', page: 1 } as const;
    const id = leadTo(kind, { ...view, drawFrom: 'article' });
    return [button(id, words.paragraph[kind], { emoji, disabled: target === undefined })];
  };
  return [
    ...step('previous', Math.min(...numbers) - 1, '◀️'),
    ...step('next', Math.max(...numbers) + 1, '▶️'),
  ];
}

/** To the words of each paragraph; `shown` are the languages that can be read. */
export function wordsButtons(words: Words, { article, paragraphs }: Excerpt, shown: Shown) {
  const foreign = words.language === 'en' ? 'chinese' : 'english';
  const side = shown === 'both' ? foreign : shown;
  return paragraphs.map(({ number }) => {
    const label = paragraphs.length === 1 ? words.word.button : words.daily.wordsOf(number);
    return button(wordsButton.write('open', article.id, number, side, 1), label, { emoji: '📖' });
  });
}

/** Both groups of buttons in one row if they fit, else each in rows of its own. */
export function rowsOf(
  main: readonly APIButtonComponentWithCustomId[],
  others: readonly APIButtonComponentWithCustomId[],
): APIMessageTopLevelComponent[] {
  if (main.length + others.length <= MAX_ROW) return [row(...main, ...others)];
  const rows = Array.from({ length: Math.ceil(others.length / MAX_ROW) }, (_, index) =>
    row(...others.slice(index * MAX_ROW, (index + 1) * MAX_ROW)),
  );
  return [row(...main), ...rows];
}

function paragraphNumbered({ paragraphs }: Article, number: number): Paragraph | undefined {
  return paragraphs[number - 1];
}
