import { strToU8, zipSync } from 'fflate';

/** A Word document of `paragraphs`, as small as Word takes it. */
export function docx(body: string, more: Record<string, Uint8Array> = {}): Uint8Array {
  const types = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>';
  const document = `<?xml version="1.0" encoding="UTF-8"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`;
  return zipSync({
    '[Content_Types].xml': strToU8(types),
    'word/document.xml': strToU8(document),
    ...more,
  });
}

/** A paragraph of a Word document. */
export function wordParagraph(...runs: readonly string[]): string {
  const text = runs.map((run) => `<w:r><w:t xml:space="preserve">${escapeXml(run)}</w:t></w:r>`);
  return `<w:p><w:pPr><w:tabs><w:tab w:val="left"/></w:tabs></w:pPr>${text.join('')}</w:p>`;
}

/** An EPUB with one chapter a page. */
export function epub(pages: readonly string[]): Uint8Array {
  const items = pages.map((_, index) => `<item id="c${index}" href="text/c%20${index}.xhtml"/>`);
  const refs = pages.map((_, index) => `<itemref idref="c${index}"/>`);
  const chapters = pages.map((page, index) => [
    `OEBPS/text/c ${index}.xhtml`,
    strToU8(`<?xml version="1.0"?><html><head><title>no</title></head><body>${page}</body></html>`),
  ]);
  return zipSync({
    mimetype: strToU8('application/epub+zip'),
    'META-INF/container.xml': strToU8(
      '<container><rootfiles><rootfile full-path="OEBPS/book.opf"/></rootfiles></container>',
    ),
    'OEBPS/book.opf': strToU8(
      `<package><manifest><item id="toc" href="toc.xhtml" properties="nav"/>${items.join('')}</manifest><spine><itemref idref="toc"/>${refs.reverse().join('')}<itemref idref="gone"/></spine></package>`,
    ),
    ...Object.fromEntries(chapters),
  });
}

function escapeXml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}

/** `text` in a two-byte encoding that Node only decodes: by the table that its decoder gives. */
export function encoded(text: string, encoding: 'big5' | 'gb18030'): Uint8Array {
  const decoder = new TextDecoder(encoding, { fatal: true });
  const table = new Map<string, number[]>();
  for (let high = 0x81; high <= 0xfe; high += 1) {
    for (let low = 0x40; low <= 0xfe; low += 1) {
      try {
        table.set(decoder.decode(Uint8Array.of(high, low)), [high, low]);
      } catch {
        // Not every pair of bytes is a character.
      }
    }
  }
  return Uint8Array.from(
    [...text].flatMap((character) =>
      character < '\u0080' ? [character.charCodeAt(0)] : (table.get(character) ?? [0x3f]),
    ),
  );
}
