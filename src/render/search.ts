import { type APIMessageTopLevelComponent, ComponentType } from 'discord-api-types/v10';
import { z } from 'zod';
import { sentencePairs, type TextPair } from '../article/article.ts';
import type { Passage } from '../article/library.ts';
import { graphemesOf, shorten } from '../language/characters.ts';
import { type Span, searchMatches } from '../language/search-terms.ts';
import type { Preferences } from '../reader/preferences.ts';
import type { Words } from '../words/index.ts';
import { countingNumber, defineCustomId } from './custom-id.ts';
import { escapeMarkdown } from './escape.ts';
import { inWantedScript } from './look.ts';
import {
  button,
  container,
  divider,
  type MessageBody,
  messageOf,
  row,
  textDisplay,
} from './message.ts';

/** Passages on one page: with their sentences, what a telephone shows at once. */
const PER_PAGE = 5;
/** The room for one sentence of a passage, in UTF-16 units. */
const ROOM = { en: 260, zh: 120 } as const;
/** Graphemes that are kept before the first match when a sentence is too long. */
const BEFORE = { en: 60, zh: 20 } as const;
/** Discord's limit on an option in a select. */
const MAX_OPTION = 100;

/** What can be looked for: with an article's id it has to fit a custom_id. */
export const MAX_SEARCH = 36;

/** A button to a page of what was found: which button, page, article (or `-`) and what for. */
export const searchButton = defineCustomId(
  'search',
  z.tuple([
    z.enum(['previous', 'next']),
    countingNumber,
    z.string().regex(/^(?:-|[a-z0-9-]{1,40})$/),
    z.string().min(1).max(MAX_SEARCH),
  ]),
);

/** The select that opens a paragraph; what is chosen is the article's id and the number. */
export const searchSelect = defineCustomId('found', z.tuple([]));
/** What the select gives: `ARTICLE:NUMBER`. */
export const foundValue = z
  .string()
  .regex(/^[a-z0-9-]{1,40}:[1-9]\d{0,5}$/)
  .transform((value) => {
    const [articleId = '', number] = value.split(':');
    return { articleId, number: Number(number) };
  });

export interface SearchView {
  readonly text: string;
  /** The article that was searched, or null for all. */
  readonly articleId: string | null;
  readonly found: readonly Passage[];
  /** Whether there are more than `found`. */
  readonly more: boolean;
  /** Counted from 1; one past the end means the last. */
  readonly page: number;
  /** How its reader wants Chinese. */
  readonly preferences: Pick<Preferences, 'script'>;
}

/** What was found, with the words in bold where they stand. */
export function renderSearch(words: Words, view: SearchView): MessageBody {
  const { text, found, more } = view;
  const pages = Math.max(1, Math.ceil(found.length / PER_PAGE));
  const page = Math.min(view.page, pages);
  const shown = found.slice((page - 1) * PER_PAGE, page * PER_PAGE);
  const count = more ? words.search.atLeast(found.length) : words.search.count(found.length);
  const paging = pages > 1 ? `${words.common.dot}${words.common.page(page, pages)}` : '';
  return messageOf([
    container([
      textDisplay(`## ${words.search.title(escapeMarkdown(text))}\n-# ${count}${paging}`),
      ...shown.flatMap((passage) => [divider(), textDisplay(entry(words, passage, view))]),
    ]),
    row(picker(words, shown, view)),
    ...(pages > 1 ? [pageButtons(words, view, page, pages)] : []),
  ]);
}

function titleOf(words: Words, { article }: Passage): string {
  return article.title[words.language === 'en' ? 'en' : 'zh'];
}

function entry(words: Words, passage: Passage, { text, preferences }: SearchView): string {
  const { article, paragraph } = passage;
  const title = escapeMarkdown(shorten(titleOf(words, passage), MAX_OPTION));
  const place = `${title}${words.common.dot}${paragraph.number} / ${article.paragraphs.length}`;
  const { en, zh } = richestPair(sentencePairs(paragraph), text);
  const own = (part: string) => inWantedScript(part, article.script, preferences);
  return [`-# ${place}`, marked(en, text, 'en'), marked(zh, text, 'zh', own)].join('\n');
}

/** The sentence pair with the most of what was looked for. */
function richestPair(pairs: readonly TextPair[], text: string): TextPair {
  const hits = ({ en, zh }: TextPair) =>
    searchMatches(en, text).length + searchMatches(zh, text).length;
  const [first = { en: '', zh: '' }, ...others] = pairs;
  return others.reduce((best, pair) => (hits(pair) > hits(best) ? pair : best), first);
}

/**
 * A sentence with its matches in bold, cut around the first one when it is long. `own` makes each part
 * what the reader wants to see: matches are found in the text as it is written.
 */
function marked(
  sentence: string,
  text: string,
  language: 'en' | 'zh',
  own: (part: string) => string = (part) => part,
): string {
  const show = (part: string) => escapeMarkdown(own(part));
  const start = startOf(sentence, searchMatches(sentence, text)[0], language);
  const rest = shorten(sentence.slice(start), ROOM[language]);
  let done = 0;
  const parts = searchMatches(rest, text).map((span) => {
    const before = rest.slice(done, span.start);
    done = span.end;
    return `${show(before)}**${show(rest.slice(span.start, span.end))}**`;
  });
  return `${start > 0 ? '…' : ''}${parts.join('')}${show(rest.slice(done))}`;
}

/** Where to begin so that the first match is seen: the sentence's start, or a little before it. */
function startOf(sentence: string, first: Span | undefined, language: 'en' | 'zh'): number {
  if (first === undefined || sentence.length <= ROOM[language]) return 0;
  const before = graphemesOf(sentence.slice(0, first.start));
  return before.slice(0, Math.max(0, before.length - BEFORE[language])).join('').length;
}

function picker(words: Words, shown: readonly Passage[], { preferences }: SearchView) {
  return {
    type: ComponentType.StringSelect as const,
    custom_id: searchSelect.write(),
    placeholder: words.search.open,
    options: shown.map((passage) => {
      const { article, paragraph } = passage;
      const place = `${paragraph.number}${words.common.dot}${titleOf(words, passage)}`;
      return {
        label: shorten(place, MAX_OPTION),
        description:
          words.language === 'en'
            ? shorten(paragraph.en, MAX_OPTION)
            : shorten(inWantedScript(paragraph.zh, article.script, preferences), MAX_OPTION),
        value: `${article.id}:${paragraph.number}`,
      };
    }),
  };
}

function pageButtons(
  words: Words,
  { text, articleId }: SearchView,
  page: number,
  pages: number,
): APIMessageTopLevelComponent {
  const to = (kind: 'previous' | 'next', target: number) =>
    searchButton.write(kind, target, articleId ?? '-', text);
  return row(
    button(to('previous', Math.max(1, page - 1)), words.common.previousPage, {
      emoji: '◀️',
      disabled: page === 1,
    }),
    button(to('next', Math.min(pages, page + 1)), words.common.nextPage, {
      emoji: '▶️',
      disabled: page === pages,
    }),
  );
}
