import { describe, expect, it } from 'vitest';
import { capitalized, joined, marked, toneless } from '../../src/language/pinyin.ts';
import { zhuyin } from '../../src/language/zhuyin.ts';
import { testDictionary } from './opened-dictionary.ts';

const dictionary = await testDictionary();

describe('pinyin', () => {
  it.each([
    ['lu:4', 'lǜ'],
    ['nu:3', 'nǚ'],
    ['de5', 'de'],
    ['xiong2', 'xióng'],
    ['gui4', 'guì'],
    ['liu2', 'liú'],
    ['Ou1', 'Ōu'],
    ['e2', 'é'],
    ['lu:e4', 'lüè'],
    ['OK', 'OK'],
    ['zhuang4', 'zhuàng'],
    ['mou3', 'mǒu'],
  ])('marks %s as %s', (numbered, expected) => expect(marked(numbered)).toBe(expected));

  it.each([
    ['Xi1 an1', "Xī'ān"],
    ['Bei3 jing1', 'Běijīng'],
    ['na3 r5', 'nǎr'],
    ['nu:3 er2', "nǚ'ér"],
    ['Tai2 wan1 Da4 xue2', 'Táiwān Dàxué'],
    ['ka3 la1 O K', 'kǎlā OK'],
    ['T xu4', 'T xù'],
  ])('writes %s as %s', (numbered, expected) => expect(joined(numbered.split(' '))).toBe(expected));

  it('makes the first letter a capital, once', () => {
    expect(capitalized('ānquán')).toBe('Ānquán');
    expect(capitalized('Wáng')).toBe('Wáng');
  });

  it('makes one key of all ways to write a reading', () => {
    const keys = ['lǚxíng', 'lu:3 xing2', 'lv3xing2', 'Lü xing', "lǚ'xíng"].map(toneless);
    expect(new Set(keys)).toEqual(new Set(['lvxing']));
  });
});

describe('zhuyin', () => {
  it.each([
    ['lu:4', 'ㄌㄩˋ'],
    ['nu:3', 'ㄋㄩˇ'],
    ['de5', '˙ㄉㄜ'],
    ['zhong1', 'ㄓㄨㄥ'],
    ['xue2', 'ㄒㄩㄝˊ'],
    ['yuan2', 'ㄩㄢˊ'],
    ['er2', 'ㄦˊ'],
    ['r5', 'ㄦ'],
    ['yai2', 'ㄧㄞˊ'],
    ['shi4', 'ㄕˋ'],
    ['weng1', 'ㄨㄥ'],
    ['lu:e4', 'ㄌㄩㄝˋ'],
    ['jun1', 'ㄐㄩㄣ'],
  ])('writes %s as %s', (numbered, expected) => expect(zhuyin(numbered)).toBe(expected));

  it('is known for every syllable of the dictionary’s characters', () => {
    const { headwords } = dictionary;
    const unknown = new Set<string>();
    for (let index = 0; index < headwords.size; index += 1) {
      const word = headwords.at(index);
      if (word.length > 1) continue;
      for (const { pinyin } of dictionary.lookup(word)) {
        if (/^(?!xx5)[a-zü:]+[1-5]$/i.test(pinyin) && zhuyin(pinyin) === null) unknown.add(pinyin);
      }
    }
    expect([...unknown]).toEqual([]);
  });
});
