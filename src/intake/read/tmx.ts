import type { TextPair } from '../../article/article.ts';
import { readMarkup } from './markup.ts';
import { joined } from './wrapped.ts';

/**
 * The pairs of a translation memory (TMX 1.4b, LISA OSCAR 2005): each unit with an English and a
 * Chinese variant; consecutive units that our export says are of one paragraph make one pair. Units
 * without both, and codes inside a segment, are left out.
 */
export function tmxPairs(xml: string): TextPair[] {
  const paragraphs: { readonly number: string | null; readonly units: TextPair[] }[] = [];
  let unit: { en?: string; zh?: string } = {};
  let number: string[] | null = null;
  let inNumber = false;
  let language: 'en' | 'zh' | null = null;
  let segment: string[] | null = null;
  let codes = 0;
  readMarkup(xml, 'xml', {
    open(name, attributes) {
      if (name === 'tu') {
        unit = {};
        number = null;
      }
      if (name === 'prop' && attributes.type === 'x-paragraph') {
        number = [];
        inNumber = true;
      }
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
      if (name === 'prop') inNumber = false;
      if (name !== 'tu' || !unit.en || !unit.zh) return;
      const found = number?.join('') ?? null;
      const last = paragraphs.at(-1);
      const pair = { en: unit.en, zh: unit.zh };
      if (last !== undefined && found !== null && last.number === found) last.units.push(pair);
      else paragraphs.push({ number: found, units: [pair] });
    },
    text(piece) {
      if (inNumber) number?.push(piece);
      else if (codes === 0) segment?.push(piece);
    },
  });
  return paragraphs.map(({ units }) => ({
    en: oneLine(joined(units.map(({ en }) => en))),
    zh: oneLine(joined(units.map(({ zh }) => zh))),
  }));
}

const CODES = new Set(['bpt', 'ept', 'ph', 'it', 'ut']);

function languageNamed(code: string): 'en' | 'zh' | null {
  const [language = ''] = code.toLowerCase().split(/[-_]/);
  return language === 'en' || language === 'zh' ? language : null;
}

function oneLine(text: string): string {
  return text.replaceAll(/\s+/gu, ' ').trim();
}
