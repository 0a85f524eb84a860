import {
  type APIMessageTopLevelComponent,
  type APIStringSelectComponent,
  ComponentType,
} from 'discord-api-types/v10';
import type { Article, Paragraph, TextPair } from '../article/article.ts';
import { shorten } from '../language/characters.ts';
import type { Words } from '../words/index.ts';
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
import { lookupSelect, type Side, saveSentence, wordSelect, wordsButton } from './word-ids.ts';

/** A word as a list shows it. */
export interface ListedWord {
  /** What a select gives back: the word itself, or a word with its reading. */
  readonly value: string;
  readonly word: string;
  /** Its reading in the reader's aid, or an empty string. */
  readonly reading: string;
  /** What it means, in short. */
  readonly meaning: string;
}

/** A sentence pair that can be saved: the place in its paragraph, from 0, and its texts as they are shown. */
export interface ListedSentence extends TextPair {
  readonly place: number;
}

export interface WordListView {
  readonly article: Article;
  readonly paragraph: Paragraph;
  readonly side: Side;
  readonly words: readonly ListedWord[];
  readonly sentences: readonly ListedSentence[];
  /** Counted from 1; one past the end means the last. */
  readonly page: number;
}

/** Discord's limit on the options of a select. */
const WORDS_A_PAGE = 25;
const MAX_OPTION = 100;
/** Characters of a meaning in a list, from the most that are shown to none where room is short. */
const MEANING_LENGTHS = [70, 40, 20, 0] as const;
const MAX_SAID = 60;
/** So many selects of words, and no more, stand under a message that has no pages. */
const MAX_SELECTS = 4;

/** The words of a paragraph: a page of them with their meanings, and a select that opens one. */
export function renderWordList(words: Words, view: WordListView): MessageBody {
  const { article, paragraph, side } = view;
  const pages = Math.max(1, Math.ceil(view.words.length / WORDS_A_PAGE));
  const page = Math.min(view.page, pages);
  const shown = view.words.slice((page - 1) * WORDS_A_PAGE, page * WORDS_A_PAGE);
  const title = article.title[words.language === 'en' ? 'en' : 'zh'];
  const heading = `**${escapeMarkdown(words.word.title(shorten(title, 100), paragraph.number))}**`;
  const paging = pages > 1 ? `${words.common.dot}${words.common.page(page, pages)}` : '';
  const id = wordSelect.write(article.id, paragraph.number, side, page);
  const top = `${heading}\n-# ${words.word.rarerFirst}${paging}`;
  const lists = MEANING_LENGTHS.map((length) => shown.map((one) => lineOf(one, length)).join('\n'));
  const list = lists.find((text) => fillOf([top, text]) <= 1) ?? '';
  return messageOf([
    container([textDisplay(top), divider(), textDisplay(list === '' ? words.word.none : list)]),
    ...(shown.length === 0 ? [] : [row(picker(id, words.word.choose, shown))]),
    ...(view.sentences.length === 0 ? [] : [row(sentencePicker(words, view))]),
    listButtons(words, { ...view, page }, pages),
  ]);
}

function lineOf({ word, reading, meaning }: ListedWord, length: number): string {
  const said = reading === '' ? '' : `　${escapeMarkdown(shorten(reading, MAX_SAID))}`;
  const means =
    meaning === '' || length === 0 ? '' : `　${escapeMarkdown(shorten(meaning, length))}`;
  return `**${escapeMarkdown(word)}**${said}${means}`;
}

/** A select that opens one of the words. */
export function picker(
  customId: string,
  placeholder: string,
  listed: readonly ListedWord[],
): APIStringSelectComponent {
  return {
    type: ComponentType.StringSelect,
    custom_id: customId,
    placeholder,
    options: listed.map(({ value, word, reading, meaning }) => ({
      label: shorten(reading === '' ? word : `${word}　${reading}`, MAX_OPTION),
      value: value.slice(0, MAX_OPTION),
      ...(meaning === '' ? {} : { description: shorten(meaning, MAX_OPTION) }),
    })),
  };
}

function sentencePicker(
  words: Words,
  { article, paragraph, side, sentences }: WordListView,
): APIStringSelectComponent {
  return {
    type: ComponentType.StringSelect,
    custom_id: saveSentence.write(side, article.id, paragraph.number),
    placeholder: words.word.saveSentence,
    options: sentences.slice(0, WORDS_A_PAGE).map(({ place, en, zh }) => ({
      label: shorten(side === 'chinese' ? zh : en, MAX_OPTION),
      value: String(place),
      description: shorten(side === 'chinese' ? en : zh, MAX_OPTION),
    })),
  };
}

function listButtons(
  words: Words,
  { article, paragraph, side, page }: WordListView,
  pages: number,
): APIMessageTopLevelComponent {
  const to = (kind: 'previous' | 'next' | 'side', whose: Side, target: number) =>
    wordsButton.write(kind, article.id, paragraph.number, whose, target);
  const other: Side = side === 'chinese' ? 'english' : 'chinese';
  const turning =
    pages === 1
      ? []
      : [
          button(to('previous', side, Math.max(1, page - 1)), words.common.previousPage, {
            emoji: '◀️',
            disabled: page === 1,
          }),
          button(to('next', side, Math.min(pages, page + 1)), words.common.nextPage, {
            emoji: '▶️',
            disabled: page === pages,
          }),
        ];
  return row(...turning, button(to('side', other, 1), words.word[other], { emoji: '🔁' }));
}

/** Words without an article: of a message, or found for what was typed. What does not fit is counted. */
export function renderLooseWords(
  words: Words,
  heading: string,
  listed: readonly ListedWord[],
): MessageBody {
  const title = `**${escapeMarkdown(heading)}**`;
  const lines: string[] = [];
  const offered = listed.slice(0, WORDS_A_PAGE * MAX_SELECTS);
  for (const one of offered) {
    const line = lineOf(one, MEANING_LENGTHS[0]);
    if (fillOf([title, [...lines, line].join('\n'), 'x'.repeat(200)]) > 1) break;
    lines.push(line);
  }
  const shown = offered.slice(0, lines.length);
  const more = listed.length - shown.length;
  const foot = more > 0 ? `-# ${words.word.commoner(more)}${words.common.dot}` : '-# ';
  const selects = Array.from({ length: Math.ceil(shown.length / WORDS_A_PAGE) }, (_, index) => {
    const first = index * WORDS_A_PAGE;
    const options = shown.slice(first, first + WORDS_A_PAGE);
    const label =
      shown.length <= WORDS_A_PAGE
        ? words.word.choose
        : words.word.chooseFrom(first + 1, first + options.length);
    return row(picker(lookupSelect.write(index + 1), label, options));
  });
  return messageOf([
    container([
      textDisplay(title),
      divider(),
      textDisplay(lines.length === 0 ? words.word.none : lines.join('\n')),
      textDisplay(`${foot}${words.word.source}`),
    ]),
    ...selects,
  ]);
}
