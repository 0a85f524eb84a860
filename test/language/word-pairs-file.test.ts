import { describe, expect, it } from 'vitest';
import type { CedictEntry } from '../../src/language/dictionary-file.ts';
import { packWordPairs, unpackWordPairs } from '../../src/language/word-pairs-file.ts';

function entry(simplified: string, pinyin: string, english: readonly string[]): CedictEntry {
  return { traditional: simplified, simplified, pinyin, english };
}

/** What `packWordPairs` makes of the entries, read again as from a file. */
function pairsOf(entries: readonly CedictEntry[]) {
  const pairs = unpackWordPairs(new Uint8Array(packWordPairs(entries)));
  return {
    ...pairs,
    /** The stems of a word, and how surely each translates it. */
    meanings: (word: string) =>
      Object.fromEntries(
        pairs
          .stemsOf(pairs.chinese.indexOf(word))
          .map(({ stem, share }) => [pairs.stems.at(stem), Number(share.toFixed(2))]),
      ),
  };
}

describe('word pairs', () => {
  const pairs = pairsOf([
    entry('读', 'du2', ['to read', 'to study (a subject)']),
    entry('读书', 'du2 shu1', ['to read a book', 'to study', 'CL:本[ben3]']),
    entry('施', 'shi1', ['surname Shi', 'to bestow']),
    entry('施', 'yi2', ['old variant of 移[yi2]']),
    entry('的', 'de5', ['of', '(used after an attribute)']),
    entry('3C', 'san1 C', ['computers, communications and consumer electronics']),
    entry('很久', 'hen3 jiu3', ['a time that seems as long as an age to who waits']),
  ]);

  it('count a meaning of several words as a part of each', () => {
    expect(pairs.meanings('读')).toEqual({ read: 1, studi: 1 });
    expect(pairs.meanings('读书')).toEqual({ read: 0.5, book: 0.5, studi: 1 });
  });

  it('leave out words that say nothing, and meanings that describe', () => {
    expect(pairs.chinese.indexOf('的')).toBe(-1);
    expect(pairs.chinese.indexOf('很久')).toBe(-1);
    expect(pairs.stems.indexOf('of')).toBe(-1);
  });

  it('know Chinese words alone', () => {
    expect(pairs.chinese.indexOf('3C')).toBe(-1);
  });

  it('know of how many words a stem is a translation', () => {
    expect(pairs.frequencyOf(pairs.stems.indexOf('read'))).toBe(2);
    expect(pairs.frequencyOf(pairs.stems.indexOf('book'))).toBe(1);
    expect(pairs.frequencyOf(9999)).toBe(0);
  });

  it('know how a character is read: its first reading', () => {
    expect(pairs.soundOf('读')).toBe('du');
    expect(pairs.soundOf('施')).toBe('shi');
    expect(pairs.soundOf('龘')).toBe('');
  });

  it('are empty when nothing is put in', () => {
    const none = pairsOf([]);
    expect(none.chinese.indexOf('读')).toBe(-1);
    expect(none.soundOf('读')).toBe('');
  });
});
