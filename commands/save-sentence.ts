import {
  type Article,
  type Paragraph,
  sentencePairs,
  type TextPair,
} from '../src/article/article.ts';
import { shorten } from '../src/language/characters.ts';
import { saveCard } from '../src/play/card-keeping.ts';
import type { CardText } from '../src/quiz/card.ts';
import { isShowable } from '../src/quiz/pairs.ts';
import type { Preferences } from '../src/reader/preferences.ts';
import { escapeMarkdown } from '../src/render/escape.ts';
import { inWantedScript } from '../src/render/look.ts';
import { renderNotice } from '../src/render/message.ts';
import type { ListedSentence } from '../src/render/vocabulary.ts';
import type { Side } from '../src/render/word-ids.ts';
import { privateReply, type Reply, type Request, type Services, UserError } from './command.ts';

/** Where a reader is in the library. */
export interface Place {
  readonly article: Article;
  readonly paragraph: Paragraph;
}

/** So much of a sentence is said back. */
const SAID = 60;

/** The sentence pairs of a paragraph that can be saved, in the reader's script. */
export function savableSentences(
  { article, paragraph }: Place,
  preferences: Preferences,
): ListedSentence[] {
  return sentencePairs(paragraph).flatMap(({ en, zh }, place) =>
    isShowable({ en, zh })
      ? [{ place, en, zh: inWantedScript(zh, article.script, preferences) }]
      : [],
  );
}

/** Saves the sentence pair at `place` of a paragraph for the reader, to be reviewed by date. */
export async function savedSentence(
  side: Side,
  { article, paragraph }: Place,
  place: string | undefined,
  { userId, words, now, preferences }: Request,
  { cards }: Services,
): Promise<Reply> {
  const pair = sentencePairs(paragraph)[Number(place ?? Number.NaN)];
  if (pair === undefined || !isShowable(pair)) throw new UserError((said) => said.paragraph.gone);
  const isNew = await saveCard(cards, userId, cardTextOf(side, article, pair), now);
  const shown = side === 'english' ? pair.en : inWantedScript(pair.zh, article.script, preferences);
  const { saved, savedBefore } = words.word;
  return privateReply(
    renderNotice((isNew ? saved : savedBefore)(escapeMarkdown(shorten(shown, SAID)))),
  );
}

function cardTextOf(side: Side, { id }: Article, { en, zh }: TextPair): CardText {
  const learning = side === 'chinese' ? 'zh' : 'en';
  const plain = { pinyin: '', zhuyin: '', pair: null, articleId: id };
  return { kind: 'sentence', learning, en, zh, ...plain };
}
