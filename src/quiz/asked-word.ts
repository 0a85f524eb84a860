import type { Language } from '../language/characters.ts';
import { joined, type NumberedSyllable } from '../language/pinyin.ts';
import { zhuyin } from '../language/zhuyin.ts';
import type { ArticleWord, WordUse } from './article-words.ts';
import type { Material } from './material.ts';
import type { Made } from './question.ts';

/** Syllables as a reader sees them: `Běijīng`, or `ㄅㄟˇ ㄐㄧㄥ`. */
export function shownReading(
  syllables: readonly NumberedSyllable[],
  aid: 'pinyin' | 'zhuyin',
): string {
  if (aid === 'pinyin') return joined(syllables);
  return syllables.map((syllable) => zhuyin(syllable) ?? syllable).join(' ');
}

/** What every question about a word says of it, read as the article's region reads it. */
export function aboutWord(
  word: ArticleWord,
  { pair, en }: WordUse,
  { article }: Material,
): Pick<Made, 'pairs' | 'paragraph' | 'word'> {
  const syllables = word.readings[article.script === 'traditional' ? 'taiwan' : 'mainland'];
  return {
    pairs: [{ en: pair.en, zh: pair.zh }],
    paragraph: { article: pair.article, number: pair.paragraph },
    word: {
      zh: word.zh,
      en,
      gloss: word.meaning.text,
      pinyin: shownReading(syllables, 'pinyin'),
      zhuyin: shownReading(syllables, 'zhuyin'),
    },
  };
}

/** What a typed answer is judged against: the word in both scripts, or the English text. */
export function wordAnswer(
  { entry }: ArticleWord,
  language: Language,
  text: string,
): Made['answer'] {
  if (language === 'en') return { form: 'english', text };
  return { form: 'chinese', traditional: entry.traditional, simplified: entry.simplified };
}
