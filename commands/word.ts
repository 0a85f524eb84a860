import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { Article } from '../src/article/article.ts';
import { paragraphAt } from '../src/article/library.ts';
import type { DictionaryEntry } from '../src/language/dictionary-entry.ts';
import { englishWordsIn, sameWord } from '../src/language/english-words.ts';
import { hasHan } from '../src/language/han.ts';
import { scriptOf } from '../src/language/scripts.ts';
import { chineseVocabulary, englishVocabulary, lemmaOf } from '../src/language/vocabulary.ts';
import { newCard } from '../src/quiz/card.ts';
import { escapeMarkdown } from '../src/render/escape.ts';
import { inWantedScript } from '../src/render/look.ts';
import { type MessageBody, renderNotice } from '../src/render/message.ts';
import { renderLooseWords, renderWordList } from '../src/render/vocabulary.ts';
import { renderEnglishWord, renderWord } from '../src/render/word.ts';
import {
  lookupSelect,
  type Side,
  saveSentence,
  saveWord,
  wordSelect,
  wordsButton,
} from '../src/render/word-ids.ts';
import { named, type Words } from '../src/words/index.ts';
import {
  type Command,
  type Completion,
  handle,
  privateReply,
  type Services,
  UserError,
  updateOrCopy,
} from './command.ts';
import {
  atDesk,
  type Desk,
  deskFor,
  entriesOf,
  listChinese,
  listEnglish,
  listed,
  markedChinese,
  markedEnglish,
  type ReadingDesk,
  scriptOfDesk,
  shownEntry,
} from './look-up.ts';
import { type Place, savableSentences, savedSentence } from './save-sentence.ts';
import { cardTextOf, savingOf } from './save-word.ts';
import { lettersIn, matches, readWordValue } from './word-query.ts';

/** Entries of one headword that are shown together: 行 has five. */
const MAX_ENTRIES = 5;
/** Entries listed under an English word. */
const MAX_MEANINGS = 8;
const MAX_COUNTERPARTS = 6;

export const word: Command = {
  data: {
    ...named((words) => words.word.word),
    options: [
      {
        type: ApplicationCommandOptionType.String,
        ...named((words) => words.word.text),
        required: true,
        autocomplete: true,
      },
    ],
  },

  run: (request, services) =>
    atDesk(request, services, (desk) => ({
      body: found(request.words, request.options.text('text') ?? '', desk),
    })),

  complete: async ({ focused, preferences }, services) =>
    suggestions(focused.text, { aids: await services.aids(), preferences }),

  components: [
    handle(wordsButton, ([kind, id, number, side, page], request, services) => {
      const place = placeOf(id, number, services);
      const make = (desk: Desk) => ({
        body: wordsOf(request.words, place, { side, page }, desk),
      });
      // From the paragraph it opens a message of its own: the paragraph stays to be read.
      const at = place.article;
      if (kind === 'open') return atDesk(request, services, make, { at });
      return atDesk(request, services, make, {
        at,
        send: ({ body }) => updateOrCopy(request, body),
      });
    }),
    handle(wordSelect, ([id, number, side, page], request, services) => {
      const { article } = placeOf(id, number, services);
      const [chosen = ''] = request.values;
      const back = wordsButton.write('back', id, number, side, page);
      const view = { articles: [article], back };
      const open = side === 'chinese' ? chineseWord : englishWord;
      return atDesk(
        request,
        services,
        (desk) => ({ body: open(request.words, chosen, view, desk) }),
        { at: article, send: ({ body }) => updateOrCopy(request, body) },
      );
    }),
    handle(saveWord, async ([side, id, number, text], request, services) => {
      const place = placeOf(id, number, services);
      const desk = await deskFor(request, services, place.article);
      const card = cardTextOf(side, text, place, desk);
      if (card === null) throw new UserError((words) => words.word.gone);
      const isNew = await services.cards.save([newCard(request.userId, card, request.now)]);
      const { saved, savedBefore } = request.words.word;
      const said = isNew === 1 ? saved : savedBefore;
      return privateReply(renderNotice(said(escapeMarkdown(text))));
    }),
    handle(saveSentence, ([side, id, number], request, services) =>
      savedSentence(side, placeOf(id, number, services), request.values[0], request, services),
    ),
    handle(lookupSelect, (_, request, services) =>
      // The list above it cannot be made again from its custom_id, so it stays.
      atDesk(request, services, (desk) => ({
        body: found(request.words, request.values[0] ?? '', desk),
      })),
    ),
  ],
};

function placeOf(id: string, number: number, { library }: Services): Place {
  const article = library.byId(id);
  const paragraph = article && paragraphAt(article, number);
  if (article === null || paragraph === null) throw new UserError((words) => words.paragraph.gone);
  return { article, paragraph };
}

function wordsOf(
  words: Words,
  { article, paragraph }: Place,
  { side, page }: { readonly side: Side; readonly page: number },
  desk: Desk,
): MessageBody {
  const { dictionary } = desk.aids;
  const listing =
    side === 'chinese'
      ? listChinese(chineseVocabulary(paragraph.zh, dictionary), desk)
      : listEnglish(englishVocabulary(paragraph.en, dictionary), article, desk);
  const sentences = savableSentences({ article, paragraph }, desk.preferences);
  return renderWordList(words, { article, paragraph, side, page, words: listing, sentences });
}

/** What was typed or chosen: a word's entries, an English word, or a list to choose from. */
function found(words: Words, typed: string, desk: Desk): MessageBody {
  const { dictionary } = desk.aids;
  const everywhere = { articles: desk.articles, back: null, within: 'library' } as const;
  const { text, pinyin } = readWordValue(typed);
  if (dictionary.lookup(text).length > 0) {
    return chineseWord(words, text, { ...everywhere, pinyin }, desk);
  }
  if (hasHan(text)) {
    const parts = listChinese(chineseVocabulary(text, dictionary), desk);
    if (parts.length > 0) return renderLooseWords(words, text, parts);
  } else if (text !== '') {
    const letters = lettersIn(text, dictionary);
    const base = lemmaOf(text, dictionary);
    if (letters?.isEnglish ?? (standsIn(base, desk) || dictionary.isMeaning(text))) {
      const readings = { typed: text, entries: (letters?.readings ?? []).slice(0, MAX_MEANINGS) };
      // A name keeps its capital: London.
      const written = text.toLowerCase() === base ? text : base;
      return englishWord(words, base, { ...everywhere, readings, written }, desk);
    }
    const entries = matches(text, dictionary, 25);
    if (entries.length > 0) {
      return renderLooseWords(
        words,
        text,
        entries.map((entry) => listed(entry, entry[scriptOfDesk(desk)], desk)),
      );
    }
  }
  throw new UserError((said) => said.word.notFound(text));
}

/** Whether the articles have an English word, and not only one with the same stem (chay, chai). */
function standsIn(word: string, { concordance, articles }: Desk): boolean {
  return concordance.ofEnglish(word, articles).some(({ pair }) => hasWord(pair.en, word));
}

/** Whether a text has an English word in any form, and not only its stem. */
function hasWord(text: string, word: string): boolean {
  return englishWordsIn(text).some((one) => sameWord(one.text, word));
}

interface Looking {
  readonly articles: readonly Article[];
  readonly back: string | null;
  readonly within?: 'article' | 'library';
  readonly pinyin?: string | undefined;
  /** The word as it is to be written, where that is not its base form. */
  readonly written?: string;
  /** What the same letters read as in pinyin. */
  readonly readings?: { readonly typed: string; readonly entries: readonly DictionaryEntry[] };
}

function chineseWord(
  words: Words,
  text: string,
  { articles, back, within = 'article', pinyin }: Looking,
  desk: Desk,
): MessageBody {
  const entries = entriesOf(text, desk.aids.dictionary, pinyin).slice(0, MAX_ENTRIES);
  if (entries.length === 0) throw new UserError((said) => said.word.gone);
  const forms = [...new Set(entries.flatMap((one) => [one.traditional, one.simplified]))];
  const places = desk.concordance.ofChinese(forms, articles);
  return renderWord(words, {
    entries: entries.map((entry) => shownEntry(entry, desk)),
    occurrences: {
      within,
      count: places.length,
      shown: markedChinese(places, forms, desk),
    },
    back,
    save: savingOf('chinese', text, places),
  });
}

function englishWord(
  words: Words,
  text: string,
  {
    articles,
    back,
    within = 'article',
    readings = { typed: '', entries: [] },
    written = text,
  }: Looking,
  desk: Desk,
): MessageBody {
  const { concordance, aids } = desk;
  const places = concordance.ofEnglish(text, articles);
  return renderEnglishWord(words, {
    word: written,
    counterparts: concordance.counterparts(text, desk.articles, MAX_COUNTERPARTS).map((one) => ({
      ...one,
      word: inWantedScript(one.word, scriptOf(one.word) ?? 'traditional', desk.preferences),
    })),
    entries: aids.dictionary
      .byEnglish(text, MAX_MEANINGS * 2)
      .filter((entry) => /[\s-]/.test(text) || entry.glosses.some((gloss) => hasWord(gloss, text)))
      .slice(0, MAX_MEANINGS)
      .map((entry) => listed(entry, entry[scriptOfDesk(desk)], desk)),
    readings: {
      typed: readings.typed,
      entries: readings.entries.map((entry) => listed(entry, entry[scriptOfDesk(desk)], desk)),
    },
    occurrences: { within, count: places.length, shown: markedEnglish(places, text, desk) },
    back,
    save: savingOf('english', text, places),
  });
}

/** What may be meant by what has been typed so far. */
function suggestions(typed: string, desk: ReadingDesk): Completion[] {
  return matches(typed, desk.aids.dictionary, 25).map((entry) => {
    const { value, reading, meaning } = listed(entry, entry.traditional, desk);
    const both =
      entry.traditional === entry.simplified
        ? entry.traditional
        : `${entry.traditional} ${entry.simplified}`;
    return { name: `${both}　${reading}　${meaning}`, value };
  });
}
