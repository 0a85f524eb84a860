import { charactersInScript } from '../language/scripts.ts';
import { type Card, type CardText, stageOf } from './card.ts';
import { chanceFrom } from './chance.ts';
import { sizeOf } from './hint.ts';
import type { Question } from './question.ts';

/** So many wrong choices stand beside the right one. */
const WRONG = 3;
/** Wrong choices are at most so many times as long as the right one, and as short, if there are such. */
const LENGTH_FACTOR = 2;

/** What wrong choices are drawn from: other cards, and words and sentences of the articles. */
export type Pool = readonly Pick<CardText, 'kind' | 'zh' | 'en'>[];

/** So many of the closest rivals are drawn from, where a card has them. */
const AMONG = 12;

/**
 * What a card asks now. To recognise: four choices, from `rivals` (the closest first) where there
 * are enough of them, else from `pool`; to produce: a word is typed. Null
 * where the reader can only judge for themself, since a whole sentence is too much to type or the
 * pool too small.
 */
export function cardQuestion(card: Card, pool: Pool, rivals: Pool = []): Question | null {
  const { text } = card;
  if (stageOf(card) === 'produce') return text.kind === 'word' ? recallOf(card) : null;
  const other = text.learning === 'zh' ? 'en' : 'zh';
  const chance = chanceFrom(`${card.id} ${card.memory.reps}`);
  const close = wrongChoices(text, other, chance.shuffled(rivals.slice(0, AMONG)));
  const wrong = close.length < WRONG ? wrongChoices(text, other, chance.shuffled(pool)) : close;
  if (wrong.length < WRONG) return null;
  const texts = chance.shuffled([text[other], ...wrong]);
  const { learning } = text;
  return {
    ...baseOf(card),
    prompt:
      text.kind === 'word'
        ? {
            task: 'meaning',
            language: learning,
            word: text[learning],
            sentence: text.pair?.[learning] ?? null,
          }
        : { task: 'match', language: learning, text: text[learning] },
    choices: { language: other, texts, right: texts.indexOf(text[other]) },
    answer: { form: 'choice' },
    right: text[other],
  };
}

function wrongChoices(text: CardText, other: 'en' | 'zh', pool: Pool): string[] {
  const right = text[other];
  const usable = pool
    .filter(({ kind }) => kind === text.kind)
    .map((one) => one[other])
    .filter((one) => one !== '' && !one.includes(right) && !right.includes(one));
  const distinct = [...new Set(usable)];
  const near = distinct.filter(
    (one) =>
      one.length <= right.length * LENGTH_FACTOR && right.length <= one.length * LENGTH_FACTOR,
  );
  return [...near, ...distinct.filter((one) => !near.includes(one))].slice(0, WRONG);
}

function recallOf(card: Card): Question {
  const { text } = card;
  const { learning, zh, en, pair } = text;
  const other = learning === 'zh' ? 'en' : 'zh';
  const word = text[learning];
  return {
    ...baseOf(card),
    prompt: {
      task: 'recall',
      language: learning,
      meaning: text[other],
      sentence: pair === null ? [null] : blanked(pair[learning], word, learning),
      translation: pair?.[other] ?? '',
      hint: { ...sizeOf(word), first: null },
    },
    choices: null,
    answer:
      learning === 'zh'
        ? {
            form: 'chinese',
            traditional: charactersInScript(zh, 'traditional'),
            simplified: charactersInScript(zh, 'simplified'),
          }
        : { form: 'english', text: en },
    right: word,
  };
}

/** What every question of a card has, whatever it asks; its key names no article's question. */
function baseOf({ text, memory }: Card) {
  const { kind, learning, zh, en, pinyin, zhuyin, pair, articleId } = text;
  const article = articleId ?? '';
  return {
    key: {
      article,
      revision: '',
      kind: kind === 'word' ? 'word' : 'match',
      difficulty: 'normal',
      learning,
      seed: memory.reps,
    },
    pairs: pair === null ? (kind === 'word' ? [] : [{ en, zh }]) : [pair],
    paragraph: { article, number: 1 },
    word: kind === 'word' ? { zh, en, gloss: en, pinyin, zhuyin } : null,
  } as const;
}

/** A sentence without the word, wherever it stands; one blank alone when it stands nowhere. */
function blanked(sentence: string, word: string, language: 'en' | 'zh'): (string | null)[] {
  const literal = RegExp.escape(word);
  const found = new RegExp(language === 'en' ? `\\b${literal}\\b` : literal, 'giu');
  const parts = sentence.split(found);
  if (parts.length === 1) return [null];
  return parts
    .flatMap((part, at) => (at === 0 ? [part] : [null, part]))
    .filter((part) => part !== '');
}
