import { readMarkup } from './markup.ts';
import { decodeXml } from './xml.ts';
import type { Packed } from './zip.ts';

const DOCUMENT = 'word/document.xml';

/** Whether a packed file is a Word document. */
export function isDocx(packed: Packed): boolean {
  return packed.names.includes(DOCUMENT);
}

/**
 * The paragraphs of a Word document, in order (Office Open XML, ECMA-376 part 1, §17.3). A line
 * break inside a paragraph ends a line too; what was deleted, moved away, or is an older Word's
 * copy of a drawing is left out. The cells of a table come row by row, so a table with a language a
 * column comes out interleaved.
 */
export async function docxLines(packed: Packed): Promise<string[]> {
  const document = await packed.read(DOCUMENT);
  return document === null ? [] : paragraphsOf(decodeXml(document));
}

/** What holds text that is not part of the document as it reads now. */
const LEFT_OUT = new Set([
  'del',
  'movefrom',
  'fallback',
  'instrtext',
  'deltext',
  'rpr',
  'ppr',
  'rt',
]);

function paragraphsOf(xml: string): string[] {
  const lines: string[] = [];
  let leftOut = 0;
  let inText = 0;
  let text: string[] = [];
  const flush = () => {
    lines.push(text.join('').trim());
    text = [];
  };
  readMarkup(xml, 'xml', {
    open(name) {
      if (LEFT_OUT.has(name)) leftOut += 1;
      if (name === 't') inText += 1;
      if (leftOut > 0) return;
      if (name === 'p' || name === 'br' || name === 'cr') flush();
      else if (name === 'tab') text.push(' ');
      else if (name === 'nobreakhyphen') text.push('-');
    },
    close(name) {
      if (LEFT_OUT.has(name)) leftOut -= 1;
      if (name === 't') inText -= 1;
      if (name === 'p' && leftOut === 0) flush();
    },
    text(piece) {
      if (inText > 0 && leftOut === 0) text.push(piece);
    },
  });
  flush();
  return lines.map((line) => line.replaceAll(/\s+/gu, ' ')).filter((line) => line !== '');
}
