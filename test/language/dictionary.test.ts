import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dictionaryFrom } from '../../src/language/dictionary.ts';
import { entryOf } from '../../src/language/dictionary-entry.ts';
import { meaningsIn, writeDictionaryFile } from '../../src/language/dictionary-file.ts';
import { stringTable } from '../../src/language/string-table.ts';
import { testDictionary } from './opened-dictionary.ts';

const dictionary = await testDictionary();
const headwords = (found: readonly { readonly traditional: string }[]) =>
  found.map(({ traditional }) => traditional);

describe('look-ups', () => {
  it('find a headword in both scripts', () => {
    expect(dictionary.lookup('銀行')).toEqual(dictionary.lookup('银行'));
    const [bank] = dictionary.lookup('銀行');
    expect(bank?.glosses).toEqual(['bank']);
    expect(bank?.measureWords.map(({ traditional, pinyin }) => `${traditional} ${pinyin}`)).toEqual(
      ['家 jia1', '個 ge4'],
    );
    expect(dictionary.lookup('不在字典裡的詞')).toEqual([]);
  });

  it('know which English words there are, in any form', () => {
    expect(dictionary.isMeaning('tailors')).toBe(true);
    expect(dictionary.isMeaning('loaves')).toBe(false);
    expect(['tailors', 'loaves', 'went'].every(dictionary.knowsEnglish)).toBe(true);
    expect(['sialor', 'definately', 'translater'].some(dictionary.knowsEnglish)).toBe(false);
    expect(dictionary.mentions('tea')).toBeGreaterThan(dictionary.mentions('sextant'));
    expect(dictionary.mentions('sialor')).toBe(0);
  });

  it('know what Taiwan says', () => {
    expect(dictionary.lookup('垃圾')[0]?.taiwanPinyin).toBe('le4 se4');
    expect(dictionary.lookup('下載')[0]?.taiwanPinyin).toBeNull();
  });

  it.each(['beijing', 'Běijīng', 'bei3 jing1', 'bei jing', 'beij'])('find 北京 by %s', (query) => {
    expect(headwords(dictionary.byPinyin(query, 5))).toContain('北京');
  });

  it.each(['lv4se4', 'lǜsè', 'lu:4 se4', 'lüse'])('find 綠色 by %s', (query) => {
    expect(headwords(dictionary.byPinyin(query, 5))).toContain('綠色');
  });

  it.each([
    ['book', '書'],
    ['books', '書'],
    ['to read', '讀'],
    ['bank', '銀行'],
    ['artificial intelligence', '人工智慧'],
    ['neighbour', '鄰居'],
    ['colour', '顏色'],
  ])('find %s', (query, expected) => {
    expect(headwords(dictionary.byEnglish(query, 8))).toContain(expected);
  });

  it('take anything for a query', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (query) => {
        expect(dictionary.byEnglish(query, 5).length).toBeLessThanOrEqual(5);
        expect(dictionary.byPinyin(query, 5).length).toBeLessThanOrEqual(5);
        dictionary.lookup(query);
      }),
    );
  });
});

describe('a dictionary file', () => {
  it('keeps what it was made of', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'duidu-'));
    const path = join(folder, 'small.sqlite');
    writeDictionaryFile(path, [
      { traditional: '書', simplified: '书', pinyin: 'shu1', english: ['book', 'CL:本[ben3]'] },
      { traditional: '書店', simplified: '书店', pinyin: 'shu1 dian4', english: ['bookshop'] },
      { traditional: '舒', simplified: '舒', pinyin: 'Shu1', english: ['surname Shu'] },
      { traditional: 'T恤', simplified: 'T恤', pinyin: 'T xu4', english: ['T-shirt'] },
    ]);
    const small = dictionaryFrom(path);
    expect(headwords(small.lookup('书'))).toEqual(['書']);
    expect(headwords(small.byPinyin('shu', 9))).toEqual(['書', '舒', '書店']);
    expect(headwords(small.byPinyin('shu', 1))).toEqual(['書']);
    expect(headwords(small.byPinyin('s', 2))).toHaveLength(2);
    expect(headwords(small.byEnglish('books', 9))).toEqual(['書']);
    expect(headwords(small.byEnglish('shirts', 9))).toEqual(['T恤']);
    expect(small.headwords.indexOf('T恤')).toBeGreaterThanOrEqual(0);
    expect(small.productivity(small.headwords.indexOf('書'))).toBe(1);
    small.close();
    await rm(folder, { recursive: true });
  });
});

describe('an entry', () => {
  it('has its measure words and its reading in Taiwan apart from the glosses', () => {
    const stored = { traditional: '期', simplified: '期', pinyin: 'qi1' };
    expect(
      entryOf({ ...stored, glosses: 'phase\nCL:個|个[ge4],期[qi1]\nTaiwan pr. [qi2]' }),
    ).toEqual({
      ...stored,
      glosses: ['phase'],
      measureWords: [
        { traditional: '個', simplified: '个', pinyin: 'ge4' },
        { traditional: '期', simplified: '期', pinyin: 'qi1' },
      ],
      taiwanPinyin: 'qi2',
    });
  });

  it('is found by its meanings', () => {
    expect(meaningsIn('(coll.) to read; to study (a subject)')).toEqual(['read', 'study']);
  });
});

describe('a string table', () => {
  it('finds every string and nothing else', () => {
    const word = fc.string({ unit: 'grapheme', minLength: 1 }).filter((one) => !one.includes('\n'));
    fc.assert(
      fc.property(fc.uniqueArray(word), word, (words, other) => {
        const table = stringTable(words.join('\n'));
        for (const [index, one] of words.entries()) {
          expect(table.indexOf(`x${one}y`, 1, one.length + 1)).toBe(index);
          expect(table.at(index)).toBe(one);
          expect(table.longestFrom(one, 0)).toBeGreaterThanOrEqual(Math.min(255, one.length));
        }
        expect(table.indexOf(other)).toBe(words.indexOf(other));
      }),
    );
  });
});
