import { type Paragraph, sentencePairs, type TextPair } from '../article/article.ts';
import type { Steps } from '../article/steps.ts';
import type { ReadingAids } from '../language/reading-aids.ts';
import type { Word } from '../language/words.ts';
import { anchorsOf } from './anchors.ts';
import { type EnglishSentence, englishSentence } from './english-sentence.ts';
import { englishNames, isChineseName } from './names.ts';

/** A sentence pair of an article, read once for all questions that are made of it. */
export interface StudiedPair extends TextPair {
  readonly article: string;
  readonly paragraph: number;
  /** Its place in the paragraph, from 0. */
  readonly place: number;
  readonly words: readonly Word[];
  readonly english: EnglishSentence;
  /** Names in lower case, English and Chinese. */
  readonly names: ReadonlySet<string>;
  readonly anchors: readonly string[];
}

/** The longest sentence pair that is studied, in characters: with a question it fits a message. */
const LONGEST = { en: 600, zh: 250 };

/** Whether a sentence pair and a question about it fit a message together. */
export function isShowable({ en, zh }: TextPair): boolean {
  return en.length <= LONGEST.en && zh.length <= LONGEST.zh;
}

/** The sentence pairs of paragraphs of the article `id`; longer ones than can be shown are left out. */
export function* studiedPairs(
  { id, paragraphs }: { readonly id: string; readonly paragraphs: readonly Paragraph[] },
  { words: wordsOf, dictionary }: Pick<ReadingAids, 'dictionary' | 'words'>,
): Steps<StudiedPair[]> {
  const studied: StudiedPair[] = [];
  const namesOf = englishNames(paragraphs.map(({ en }) => en));
  for (const paragraph of paragraphs) {
    for (const [place, { en, zh }] of sentencePairs(paragraph).entries()) {
      if (!isShowable({ en, zh })) continue;
      yield;
      const words = wordsOf(zh);
      const chinese = words.filter((word) => isChineseName(word, dictionary));
      const english = englishSentence(en);
      const names = new Set([
        ...namesOf(en).filter((name) => !isCommonNoun(name, words, dictionary)),
        ...chinese.map(({ text }) => text),
      ]);
      const anchors = anchorsOf({ en, zh }, names);
      const texts = { en, zh, words, english };
      const where = { article: id, paragraph: paragraph.number, place };
      studied.push({ ...where, ...texts, names, anchors });
    }
  }
  return studied;
}

/** Sun, Moon and Earth are written like names; where the Chinese says 太陽 they are none. */
function isCommonNoun(
  name: string,
  words: readonly Word[],
  { lookup }: ReadingAids['dictionary'],
): boolean {
  return words.some(
    ({ text, kind }) =>
      kind === 'chinese' &&
      text.length > 1 &&
      lookup(text).some(
        ({ glosses, pinyin }) =>
          /^\p{Ll}/u.test(pinyin) &&
          glosses.some((gloss) => /^(?:the )?(.*)$/.exec(gloss)?.[1] === name),
      ),
  );
}
