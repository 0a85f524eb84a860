import {
  type APIMessageTopLevelComponent,
  type APIStringSelectComponent,
  ComponentType,
} from 'discord-api-types/v10';
import { z } from 'zod';
import { type Article, titlesOf } from '../article/article.ts';
import type { BadArticle } from '../article/folder.ts';
import { shorten } from '../language/characters.ts';
import type { Preferences } from '../reader/preferences.ts';
import type { Words } from '../words/index.ts';
import { countingNumber, defineCustomId } from './custom-id.ts';
import { escapeMarkdown } from './escape.ts';
import { inWantedScript } from './look.ts';
import {
  button,
  COLOUR,
  container,
  divider,
  type MessageBody,
  messageOf,
  row,
  textDisplay,
} from './message.ts';
import { leadTo, rightsLine } from './paragraph.ts';

/** Articles on one page of the list: as many as can be read at a glance on a telephone. */
const PER_PAGE = 10;
/** Discord's limit on the label and the description of an option in a select. */
const MAX_OPTION = 100;
/** The room that the list of bad files may take of a message, in characters. */
const MAX_BAD = 1500;

/** A button to a page of the list; the first part keeps two such buttons of a message apart. */
export const articleListButton = defineCustomId(
  'articles',
  z.tuple([z.enum(['previous', 'next', 'list']), countingNumber]),
);

/** The select that opens an article of the list; what is chosen is the article's id. */
export const articleSelect = defineCustomId('article', z.tuple([]));

export interface ArticleListView {
  readonly articles: readonly Article[];
  /** The files that could not be loaded, for a reader who may know; else empty. */
  readonly bad: readonly BadArticle[];
  /** Counted from 1; one past the end means the last. */
  readonly page: number;
}

export function renderArticleList(words: Words, view: ArticleListView): MessageBody {
  const pages = Math.max(1, Math.ceil(view.articles.length / PER_PAGE));
  const page = Math.min(view.page, pages);
  const shown = view.articles.slice((page - 1) * PER_PAGE, page * PER_PAGE);
  const title = `## ${words.article.listTitle}`;
  const heading = pages > 1 ? `${title}\n-# ${words.common.page(page, pages)}` : title;
  return messageOf([
    container([textDisplay([heading, ...shown.map((one) => entry(words, one))].join('\n'))]),
    row(articlePicker(words, shown)),
    ...(pages > 1 ? [pageButtons(words, page, pages)] : []),
    ...(view.bad.length > 0 ? [badFiles(words, view.bad)] : []),
  ]);
}

function entry(words: Words, article: Article): string {
  const facts = words.article.listed(words.common.levels[article.level], article.paragraphs.length);
  const titles = titlesOf(article).map((one) => escapeMarkdown(shorten(one, MAX_OPTION)));
  return `**${titles.join('　')}**\n-# ${facts}`;
}

function articlePicker(words: Words, articles: readonly Article[]): APIStringSelectComponent {
  return {
    type: ComponentType.StringSelect,
    custom_id: articleSelect.write(),
    placeholder: words.article.open,
    options: articles.map((article) => ({
      label: shorten(article.title[words.language === 'en' ? 'en' : 'zh'], MAX_OPTION),
      description: shorten(article.title[words.language === 'en' ? 'zh' : 'en'], MAX_OPTION),
      value: article.id,
    })),
  };
}

function pageButtons(words: Words, page: number, pages: number): APIMessageTopLevelComponent {
  return row(
    button(articleListButton.write('previous', Math.max(1, page - 1)), words.common.previousPage, {
      emoji: '◀️',
      disabled: page === 1,
    }),
    button(articleListButton.write('next', Math.min(pages, page + 1)), words.common.nextPage, {
      emoji: '▶️',
      disabled: page === pages,
    }),
  );
}

function badFiles(words: Words, bad: readonly BadArticle[]): APIMessageTopLevelComponent {
  const lines: string[] = [];
  let room = MAX_BAD;
  for (const { file, reasons } of bad) {
    const line = `- ${escapeMarkdown(file)}: ${escapeMarkdown(shorten(reasons.join('; '), 300))}`;
    if (line.length > room) break;
    room -= line.length;
    lines.push(line);
  }
  if (lines.length < bad.length)
    lines.push(`- ${words.article.andMore(bad.length - lines.length)}`);
  const text = [
    `**${words.article.badTitle(bad.length)}**`,
    ...lines,
    `-# ${words.article.badHint}`,
  ].join('\n');
  return container([textDisplay(text)], COLOUR.notice);
}

/** What an article is about, with the ways into it. */
export function renderArticle(
  words: Words,
  article: Article,
  revision: string,
  preferences: Pick<Preferences, 'script'>,
): MessageBody {
  const [first] = article.paragraphs;
  const pairs = article.paragraphs.reduce((sum, paragraph) => sum + paragraph.pairs.length, 0);
  const facts = words.article.facts(
    words.common.levels[article.level],
    words.common.scripts[article.script],
    article.paragraphs.length,
    pairs,
  );
  const own = (text: string) => inWantedScript(text, article.script, preferences);
  const { en } = article.title;
  const zh = own(article.title.zh);
  const summary = article.summary
    ? [divider(), textDisplay(summaryText(article.summary.en, own(article.summary.zh)))]
    : [];
  return messageOf([
    container([
      textDisplay(`## ${escapeMarkdown(shorten(en, 300))}\n## ${escapeMarkdown(shorten(zh, 300))}`),
      textDisplay(facts),
      ...summary,
      textDisplay(rightsLine(words, article)),
    ]),
    row(
      ...(first === undefined ? [] : entryButtons(words, article, revision, first)),
      button(articleListButton.write('list', 1), words.article.backToList, { emoji: '📚' }),
    ),
  ]);
}

function summaryText(en: string, zh: string): string {
  return `${escapeMarkdown(shorten(en, 900))}\n${escapeMarkdown(shorten(zh, 600))}`;
}

function entryButtons(
  words: Words,
  article: Article,
  revision: string,
  paragraph: Article['paragraphs'][number],
) {
  const view = {
    article,
    revision,
    paragraph,
    shown: 'both',
    page: 1,
    drawFrom: 'article',
  } as const;
  return [
    button(leadTo('read', view), words.article.readFromStart, { emoji: '📖', primary: true }),
    button(leadTo('another', view), words.article.randomOne, { emoji: '🎲' }),
  ];
}
