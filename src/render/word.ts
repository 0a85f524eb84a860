import type { APIMessageTopLevelComponent } from 'discord-api-types/v10';
import type { Counterpart, Occurrence } from '../article/concordance.ts';
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
import { leadTo } from './paragraph.ts';
import { type ListedWord, picker } from './vocabulary.ts';
import { lookupSelect } from './word-ids.ts';

/** A reading of a word, as one region or both say it. */
export interface ShownReading {
  readonly pinyin: string;
  readonly zhuyin: string;
  readonly region: 'taiwan' | 'mainland' | 'both';
}

/** A dictionary entry as it is shown. */
export interface ShownEntry {
  readonly traditional: string;
  readonly simplified: string;
  /** The reader's usage first. */
  readonly readings: readonly ShownReading[];
  readonly glosses: readonly string[];
  /** `個 gè` in the reader's script. */
  readonly measureWords: readonly string[];
}

/** An occurrence with the parts of its sentences that are the word. */
export interface ShownOccurrence extends Occurrence {
  readonly revision: string;
  /** Both sentences cut up; every second part, from the second, is the word looked up. */
  readonly en: readonly string[];
  readonly zh: readonly string[];
}

export interface Occurrences {
  /** `article`: of one article; `library`: of all. */
  readonly within: 'article' | 'library';
  readonly count: number;
  /** The first few of them. */
  readonly shown: readonly ShownOccurrence[];
}

export interface WordView {
  readonly entries: readonly ShownEntry[];
  readonly occurrences: Occurrences;
  /** The custom_id that leads back to where the word was chosen, or null. */
  readonly back: string | null;
  /** The custom_id that saves the word as a card, or null. */
  readonly save: string | null;
}

const MAX_GLOSS = 160;
const MAX_GLOSSES = 12;
const MAX_SENTENCE = 220;

/** A Chinese word: both scripts, readings, meanings, measure words, and where it stands. */
export function renderWord(words: Words, view: WordView): MessageBody {
  return fitted(
    words,
    view.entries.map((entry) => entryText(words, entry)),
    view,
  );
}

function entryText(words: Words, entry: ShownEntry): string {
  const { traditional, simplified, readings, glosses, measureWords } = entry;
  const head = traditional === simplified ? traditional : `${traditional}　${simplified}`;
  const said = readings.map(({ pinyin, zhuyin, region }) => {
    const where = region === 'both' ? '' : `　${words.word[region]}`;
    return `${escapeMarkdown(pinyin)}　${zhuyin}${where}`;
  });
  const measures = measureWords.join(words.common.comma);
  return [
    `## ${escapeMarkdown(head)}`,
    ...said,
    ...glosses.slice(0, MAX_GLOSSES).map((one) => `- ${escapeMarkdown(shorten(one, MAX_GLOSS))}`),
    ...(measures === '' ? [] : [`-# ${escapeMarkdown(words.word.measure(measures))}`]),
  ].join('\n');
}

export interface EnglishWordView {
  readonly word: string;
  readonly counterparts: readonly Counterpart[];
  /** Entries of the dictionary that mean it. */
  readonly entries: readonly ListedWord[];
  /** What the letters that were typed read as in pinyin. */
  readonly readings: { readonly typed: string; readonly entries: readonly ListedWord[] };
  readonly occurrences: Occurrences;
  readonly back: string | null;
  /** The custom_id that saves the word as a card, or null. */
  readonly save: string | null;
}

/** An English word: what stands for it in the articles, in the dictionary, and where it stands. */
export function renderEnglishWord(words: Words, view: EnglishWordView): MessageBody {
  const { word, counterparts, entries, readings } = view;
  const facing = counterparts.map(({ word: zh, together, of }) =>
    words.word.faces(zh, together, of),
  );
  const listed = entries.map(lineOf);
  const read = readings.entries.map(lineOf);
  const body = fitted(
    words,
    [
      `## ${escapeMarkdown(word)}`,
      ...(facing.length === 0
        ? []
        : [`${words.word.facing(escapeMarkdown(word))}\n**${facing.join(words.common.comma)}**`]),
      ...(listed.length === 0 ? [] : [`${words.word.inDictionary}\n${listed.join('\n')}`]),
      ...(read.length === 0
        ? []
        : [`${words.word.asPinyin(escapeMarkdown(readings.typed))}\n${read.join('\n')}`]),
    ],
    view,
  );
  if (read.length === 0) return body;
  const select = row(picker(lookupSelect.write(1), words.word.choose, readings.entries));
  return { ...body, components: [...body.components, select] };
}

function lineOf({ word, reading, meaning }: ListedWord): string {
  const means = escapeMarkdown(shorten(meaning, MAX_GLOSS));
  return `- **${escapeMarkdown(word)}**　${escapeMarkdown(reading)}　${means}`;
}

/** `texts` and as many of the occurrences as fit; the buttons lead to their paragraphs. */
function fitted(
  words: Words,
  texts: readonly string[],
  { occurrences, back, save }: Pick<WordView, 'occurrences' | 'back' | 'save'>,
): MessageBody {
  const foot = `-# ${words.word.source}`;
  const heading = headingOf(words, occurrences);
  const kept: string[] = [];
  for (const text of texts) if (fillOf([...kept, text, foot]) <= 1) kept.push(text);
  const places: ShownOccurrence[] = [];
  for (const place of occurrences.shown) {
    const sentences = [...places, place].map((one) => placeText(words, one));
    if (fillOf([...kept, heading, ...sentences, foot]) <= 1) places.push(place);
  }
  return messageOf([
    container([
      ...kept.map(textDisplay),
      ...(places.length === 0
        ? []
        : [
            divider(),
            textDisplay(heading),
            ...places.map((one) => textDisplay(placeText(words, one))),
          ]),
      textDisplay(foot),
    ]),
    ...buttonsOf(words, places, { back, save }),
  ]);
}

function headingOf(words: Words, { within, count }: Occurrences): string {
  return `**${within === 'article' ? words.word.here(count) : words.word.everywhere(count)}**`;
}

function placeText(words: Words, { article, paragraph, en, zh }: ShownOccurrence): string {
  const title = shorten(article.title[words.language === 'en' ? 'en' : 'zh'], 80);
  const place = escapeMarkdown(words.word.place(title, paragraph.number));
  return `${marked(en)}\n${marked(zh)}\n-# ${place}`;
}

/** The word in bold in its sentence; a long sentence is cut round it. */
function marked(parts: readonly string[]): string {
  const room = Math.max(40, Math.floor(MAX_SENTENCE / Math.max(1, parts.length)));
  return parts
    .map((part, index) => {
      if (index % 2 === 1) return `**${escapeMarkdown(part)}**`;
      return escapeMarkdown(parts.length === 1 ? shorten(part, MAX_SENTENCE) : trimmed(part, room));
    })
    .join('');
}

/** The ends of a part, with what is between left out. */
function trimmed(part: string, room: number): string {
  if (part.length <= room) return part;
  const characters = [...part];
  const half = Math.floor(room / 2);
  return `${characters.slice(0, half).join('')}…${characters.slice(-half).join('')}`;
}

function buttonsOf(
  words: Words,
  places: readonly ShownOccurrence[],
  { back, save }: Pick<WordView, 'back' | 'save'>,
): APIMessageTopLevelComponent[] {
  const numbers = new Map(
    places.map((place) => [`${place.article.id} ${place.paragraph.number}`, place]),
  );
  const reading = [...numbers.values()].map(({ article, paragraph, revision }) =>
    button(
      leadTo('read', { article, paragraph, revision, shown: 'both', page: 1, drawFrom: 'article' }),
      words.word.read(paragraph.number),
      { emoji: '📖' },
    ),
  );
  const all = [
    ...(back === null ? [] : [button(back, words.word.back, { emoji: '↩️' })]),
    ...(save === null ? [] : [button(save, words.word.save, { emoji: '⭐' })]),
    ...reading,
  ];
  return all.length === 0 ? [] : [row(...all.slice(0, 5))];
}
