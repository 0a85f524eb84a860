import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { charactersInScript } from '../../src/language/scripts.ts';
import { searchMatches, searchPhrases, searchTokens } from '../../src/language/search-terms.ts';

/** Whether an index that keeps `searchTokens` of `text` finds it for `query`. */
function finds(text: string, query: string): boolean {
  const tokens = searchTokens(text);
  const phrases = searchPhrases(query);
  return (
    phrases.length > 0 &&
    phrases.every((phrase) =>
      tokens.some((_, start) =>
        phrase.tokens.every((wanted, index) => {
          const token = tokens[start + index] ?? '';
          const last = index === phrase.tokens.length - 1;
          return phrase.prefix && last ? token.startsWith(wanted) : token === wanted;
        }),
      ),
    )
  );
}

const found = (text: string, query: string) =>
  searchMatches(text, query).map(({ start, end }) => text.slice(start, end));

const han = fc
  .array(fc.constantFrom(...'茶的兩個名字软件軟體后後皇着著'), { minLength: 1, maxLength: 12 })
  .map((characters) => characters.join(''));

describe('search terms', () => {
  it.each([
    ['The ships carried tea.', 'ship', true],
    ['The ships carried tea.', 'carrying SHIPS', true],
    ['The colours of tea', 'color', true],
    ['The ships carried tea.', 'shipment', false],
    ['茶的兩個名字', '名字', true],
    ['茶的兩個名字', '两个', true],
    ['茶的兩個名字', '字', true],
    ['茶的兩個名字', '茶名', false],
    ['茶，名字', '茶名', false],
    ['用DeepSeek寫作', 'deepseek', true],
    ['用DeepSeek寫作', 'deepseek 写作', true],
    ['ＤｅｅｐＳｅｅｋ', 'DeepSeek', true],
    ['In 1610 the first tea came', '1610', true],
    ['anything', '', false],
    ['anything', '?!', false],
  ])('“%s” is found for “%s”: %s', (text, query, expected) => {
    expect(finds(text, query)).toBe(expected);
    expect(found(text, query).length > 0).toBe(expected);
  });

  it('marks each match where it stands', () => {
    expect(found('Tea, teas and TEA; steak', 'tea')).toEqual(['Tea', 'teas', 'TEA']);
    expect(found('軟體和軟體', '软体')).toEqual(['軟體', '軟體']);
    expect(found('說說說', '說說')).toEqual(['說說']);
    expect(found('茶 tea', '茶 茶 tea')).toEqual(['茶', 'tea']);
  });

  it('finds any substring of Chinese, in either script, and nothing else', () => {
    fc.assert(
      fc.property(han, han, (text, query) => {
        const fold = (one: string) => charactersInScript(one, 'simplified');
        const stands = fold(text).includes(fold(query));
        expect(finds(text, query)).toBe(stands);
        expect(found(text, query).length > 0).toBe(stands);
      }),
    );
  });

  it('gives matches in order, inside the text, without overlap', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.string({ unit: 'grapheme' }),
        (text, query) => {
          let before = 0;
          for (const { start, end } of searchMatches(text + query, query)) {
            expect(start).toBeGreaterThanOrEqual(before);
            expect(end).toBeGreaterThan(start);
            before = end;
          }
          expect(before).toBeLessThanOrEqual(text.length + query.length);
        },
      ),
    );
  });
});
