import { type Article, sentencePairs, type TextPair } from '../article/article.ts';
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

export function studiedPairs(
  article: Article,
  { words: wordsOf, dictionary }: Pick<ReadingAids, 'dictionary' | 'words'>,
): StudiedPair[] {
  const namesOf = englishNames(article.paragraphs.map(({ en }) => en));
  return article.paragraphs.flatMap((paragraph) =>
    sentencePairs(paragraph).map(({ en, zh }, place) => {
      const words = wordsOf(zh);
      const chinese = words.filter((word) => isChineseName(word, dictionary));
      const english = englishSentence(en);
      const names = new Set([
        ...namesOf(en).filter((name) => !isCommonNoun(name, words, dictionary)),
        ...chinese.map(({ text }) => text),
      ]);
      const anchors = anchorsOf({ en, zh }, names);
      const { number } = paragraph;
      return {
        article: article.id,
        paragraph: number,
        place,
        en,
        zh,
        words,
        english,
        names,
        anchors,
      };
    }),
  );
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
