import { type Article, sentencePairs } from './article.ts';

/** A file to be downloaded: its name and its text. */
export interface ExportedFile {
  readonly name: string;
  readonly text: string;
}

/** The kinds of files that an article can be had as. */
export const EXPORTS = ['json', 'texts', 'tmx'] as const;
export type ExportKind = (typeof EXPORTS)[number];

/** The article as files of one kind; each can be imported again. `version` is that of this bot. */
export function exportArticle(article: Article, kind: ExportKind, version: string): ExportedFile[] {
  const { id, paragraphs } = article;
  if (kind === 'json')
    return [{ name: `${id}.json`, text: `${JSON.stringify(article, null, 2)}\n` }];
  if (kind === 'tmx') return [{ name: `${id}.tmx`, text: tmxOf(article, version) }];
  return (['en', 'zh'] as const).map((language) => ({
    name: `${id}.${language}.txt`,
    text: paragraphs.map((paragraph) => `${paragraph[language]}\n`).join('\n'),
  }));
}

/** The language codes of the two scripts, as translators' tools have them. */
const CHINESE = { traditional: 'zh-TW', simplified: 'zh-CN' } as const;

/**
 * A translation memory of the sentence pairs, TMX 1.4b (LISA OSCAR, 2005; DTD tmx14.dtd). Units of
 * one paragraph carry its number, by which an import puts them together again.
 */
function tmxOf(article: Article, version: string): string {
  const chinese = CHINESE[article.script];
  const units = article.paragraphs.flatMap((paragraph) =>
    sentencePairs(paragraph).map(
      ({ en, zh }) =>
        `    <tu><prop type="x-paragraph">${paragraph.number}</prop>` +
        `<tuv xml:lang="en"><seg>${escapeXml(en)}</seg></tuv>` +
        `<tuv xml:lang="${chinese}"><seg>${escapeXml(zh)}</seg></tuv></tu>`,
    ),
  );
  const { title, rights } = article;
  const note = `${title.en} / ${title.zh}. ${rights.holder}, ${rights.licence}`;
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE tmx SYSTEM "tmx14.dtd">',
    '<tmx version="1.4">',
    `  <header creationtool="Duidu" creationtoolversion="${version}" segtype="sentence" o-tmf="Duidu" adminlang="en" srclang="en" datatype="plaintext"><note>${escapeXml(note)}</note></header>`,
    '  <body>',
    ...units,
    '  </body>',
    '</tmx>',
    '',
  ].join('\n');
}

function escapeXml(text: string): string {
  return text
    .replaceAll(/[\ufffe\uffff]/g, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;');
}
