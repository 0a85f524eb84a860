import type { Aid } from '../language/readings.ts';
import type { Card } from './card.ts';

const COLUMNS = ['Front', 'Back', 'Reading', 'Sentence', 'Translation', 'Tags'];

/**
 * Cards as a text file that Anki imports (its manual, "Text files"): three header lines, the names
 * of the columns, then a card a line. Front is what is asked in the language being learnt; the
 * reading is in zhuyin for who reads with it, in pinyin for all others.
 */
export function ankiFile(cards: readonly Card[], aid: Aid | 'none' = 'pinyin'): string {
  const header = [
    '#separator:tab',
    '#html:false',
    `#columns:${COLUMNS.join('\t')}`,
    `#tags column:${COLUMNS.length}`,
  ];
  return `${[...header, ...cards.map((card) => line(card, aid))].join('\n')}\n`;
}

function line({ text }: Card, aid: Aid | 'none'): string {
  const { learning, zh, en, pair, kind, articleId } = text;
  const reading = aid === 'zhuyin' ? text.zhuyin : text.pinyin;
  const other = learning === 'zh' ? 'en' : 'zh';
  const sentences = pair === null ? ['', ''] : [pair[learning], pair[other]];
  const words = learning === 'zh' ? [zh, en] : [en, zh];
  const tags = ['duidu', kind, ...(articleId === null ? [] : [articleId])].join(' ');
  return [...words, reading, ...sentences, tags].map(field).join('\t');
}

/** One field: no tab or line break in it, and quotation marks as Anki reads them. */
function field(text: string): string {
  const plain = text.replaceAll(/\s+/gu, ' ').trim();
  return /["#]/.test(plain) ? `"${plain.replaceAll('"', '""')}"` : plain;
}
