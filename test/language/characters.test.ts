import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { graphemesOf, languageOf, shorten } from '../../src/language/characters.ts';
import { findFolded } from '../../src/language/fold.ts';
import { scriptOf, simplifiedOnly, traditionalOnly } from '../../src/language/scripts.ts';

describe('languageOf', () => {
  it.each([
    ['Silicon is an element.', 'en'],
    ['矽是一種元素。', 'zh'],
    ['他在OpenAI和DeepSeek工作過。', 'zh'],
    ['The word 對讀 means reading side by side.', 'en'],
    ['— — —', null],
    ['2024', null],
  ])('%s', (text, language) => {
    expect(languageOf(text)).toBe(language);
  });
});

describe('scripts', () => {
  it.each([
    ['軟體與網路', 'traditional'],
    ['软件与网络', 'simplified'],
    ['皇后在公里外的台中', null],
    ['人山人海', null],
  ])('%s is %s', (text, script) => {
    expect(scriptOf(text)).toBe(script);
  });

  it('finds simplified characters, but not those that both scripts have', () => {
    expect(simplifiedOnly('皇后說这里的软件發大水')).toEqual(['这', '软']);
    expect(traditionalOnly('这里的軟體')).toEqual(['軟', '體']);
  });
});

describe('findFolded', () => {
  it.each([
    ['The Moon', 'moon', 4],
    ['Wait… the Moon', 'moon', 10],
    ['don’t', "don't", 0],
    ['ＡＢＣ', 'bc', 1],
    ['海水', '水', 1],
    ['海水', '火', -1],
    ['ﬁre', 'ire', 0],
  ])('%s has %s at %i', (text, wanted, place) => {
    expect(findFolded(text, wanted)).toBe(place);
  });
});

describe('shorten', () => {
  it('cuts between graphemes and never beyond the length', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme' }),
        fc.integer({ min: 1, max: 30 }),
        (text, length) => {
          const short = shorten(text, length);
          expect(short.length).toBeLessThanOrEqual(Math.max(length, 1));
          if (short === text) return;
          const kept = graphemesOf(short.slice(0, -1));
          expect(graphemesOf(text).slice(0, kept.length).join('')).toBe(kept.join(''));
        },
      ),
    );
  });
});
