import type { TextPair } from '../../article/article.ts';
import { readMarkup } from './markup.ts';

/**
 * The pairs of a translation memory (TMX 1.4b, LISA OSCAR 2005): each unit with an English and a
 * Chinese variant. Units without both, and codes inside a segment, are left out.
 */
export function tmxPairs(xml: string): TextPair[] {
  const pairs: TextPair[] = [];
  let unit: { en?: string; zh?: string } = {};
  let language: 'en' | 'zh' | null = null;
  let segment: string[] | null = null;
  let codes = 0;
  readMarkup(xml, 'xml', {
    open(name, attributes) {
      if (name === 'tu') unit = {};
      if (name === 'tuv') language = languageNamed(attributes['xml:lang'] ?? attributes.lang ?? '');
      if (name === 'seg') segment = [];
      if (CODES.has(name)) codes += 1;
    },
    close(name) {
      if (CODES.has(name)) codes -= 1;
      if (name === 'seg') {
        if (language !== null && segment !== null) unit[language] ??= segment.join('').trim();
        segment = null;
      }
      if (name === 'tu' && unit.en && unit.zh) pairs.push({ en: unit.en, zh: unit.zh });
    },
    text(piece) {
      if (codes === 0) segment?.push(piece);
    },
  });
  return pairs.map(({ en, zh }) => ({ en: oneLine(en), zh: oneLine(zh) }));
}

const CODES = new Set(['bpt', 'ept', 'ph', 'it', 'ut']);

function languageNamed(code: string): 'en' | 'zh' | null {
  const [language = ''] = code.toLowerCase().split(/[-_]/);
  return language === 'en' || language === 'zh' ? language : null;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}
