import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  chineseVocabulary,
  englishVocabulary,
  lemmaOf,
  wordKey,
} from '../../src/language/vocabulary.ts';
import { testDictionary } from './opened-dictionary.ts';

const dictionary = await testDictionary();

describe('the vocabulary of a text', () => {
  it('has each Chinese word once, rarer ones first', () => {
    expect(chineseVocabulary('他的駱駝，是他的駱駝。', dictionary)).toEqual([
      '駱駝',
      '他',
      '是',
      '的',
    ]);
  });

  it('has English words in their base form, without those that only hold sentences together', () => {
    const text = 'The fishermen sailed to Amsterdam, and they were beloved by NASA. Tea sails.';
    expect(englishVocabulary(text, dictionary).toSorted()).toEqual(
      ['Amsterdam', 'NASA', 'beloved', 'fisherman', 'sail', 'tea'].toSorted(),
    );
  });

  it('is never more than the text has', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        for (const word of chineseVocabulary(text, dictionary)) expect(text).toContain(word);
        expect(new Set(englishVocabulary(text, dictionary)).size).toBe(
          englishVocabulary(text, dictionary).length,
        );
      }),
    );
  });
});

describe('one word', () => {
  it.each([
    ['mice', 'mouse'],
    ['went', 'gone'],
    ['colours', 'color'],
    ['sailed', 'sails'],
    ['Fishermen', 'fisherman'],
  ])('%s and %s have one key', (one, other) => {
    expect(wordKey(one)).toBe(wordKey(other));
  });

  it.each([
    ['went', 'go'],
    ['specimen', 'specimen'],
    ['NASA', 'NASA'],
    ['rhymes', 'rhyme'],
  ])('%s is looked up as %s', (word, lemma) => {
    expect(lemmaOf(word, dictionary)).toBe(lemma);
  });
});
