import type { Article, Paragraph } from '../src/article/article.ts';
import type { Occurrence } from '../src/article/concordance.ts';
import type { CardText } from '../src/quiz/card.ts';
import { type Side, saveWord } from '../src/render/word-ids.ts';
import { type Desk, entriesOf, usageOf } from './look-up.ts';

/** Longer ones would not fit a custom_id beside the longest article id. */
const MAX_WORD = 30;

/** The custom_id that saves a word where it was met; null where it stands in no article. */
export function savingOf(side: Side, word: string, [met]: readonly Occurrence[]): string | null {
  if (met === undefined || word.length > MAX_WORD || word.includes(':')) return null;
  return saveWord.write(side, met.article.id, met.paragraph.number, word);
}

/** What a card of the word says, with the sentences where it was met; null where it is not there. */
export function cardTextOf(
  side: Side,
  word: string,
  { article, paragraph }: { readonly article: Article; readonly paragraph: Paragraph },
  desk: Desk,
): CardText | null {
  const { concordance, aids } = desk;
  const places =
    side === 'chinese'
      ? concordance.ofChinese([word], [article])
      : concordance.ofEnglish(word, [article]);
  const pair = (places.find((one) => one.paragraph === paragraph) ?? places[0])?.pair ?? null;
  const common = { kind: 'word', pair, articleId: article.id } as const;
  if (side === 'english') {
    const [facing] = concordance.counterparts(word, desk.articles, 1);
    const zh = facing?.word ?? aids.dictionary.byEnglish(word, 1)[0]?.traditional;
    if (zh === undefined) return null;
    return { ...common, learning: 'en', en: word, zh, pinyin: '', zhuyin: '' };
  }
  const [entry] = entriesOf(word, aids.dictionary);
  if (entry === undefined) return null;
  const reading = aids.readingOf(entry, usageOf(desk));
  return {
    ...common,
    learning: 'zh',
    zh: word,
    en: entry.glosses.slice(0, 2).join('; '),
    ...reading,
  };
}
