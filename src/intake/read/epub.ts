import path from 'node:path';
import { htmlLines } from './html.ts';
import { readMarkup } from './markup.ts';
import { decodeXml } from './xml.ts';
import type { Packed } from './zip.ts';

const CONTAINER = 'META-INF/container.xml';

/** Whether a packed file is an EPUB. */
export function isEpub(packed: Packed): boolean {
  return packed.names.includes(CONTAINER);
}

/**
 * The lines of an EPUB's chapters in reading order (EPUB 3.3, §5: container, package, spine). The
 * table of contents and what stands outside the reading order are left out.
 */
export async function epubLines(packed: Packed): Promise<string[]> {
  const container = await packed.read(CONTAINER);
  const root = container === null ? null : rootFile(decodeXml(container));
  const description = root === null ? null : await packed.read(root);
  if (root === null || description === null) return [];
  const lines: string[] = [];
  for (const chapter of chaptersOf(decodeXml(description), path.posix.dirname(root))) {
    const page = await packed.read(chapter);
    if (page !== null) lines.push(...htmlLines(decodeXml(page), { xml: true }));
  }
  return lines;
}

function rootFile(container: string): string | null {
  const found: string[] = [];
  readMarkup(container, 'xml', {
    open: (name, attributes) => {
      if (name === 'rootfile') found.push(attributes['full-path'] ?? '');
    },
    close: () => {},
    text: () => {},
  });
  return found[0] ?? null;
}

function chaptersOf(description: string, folder: string): string[] {
  const files = new Map<string, string>();
  const order: string[] = [];
  readMarkup(description, 'xml', {
    open: (name, attributes) => {
      const { id, href, idref, linear, properties = '' } = attributes;
      const contents = properties.split(/\s/).includes('nav');
      if (name === 'item' && id !== undefined && href !== undefined && !contents) {
        files.set(id, href);
      }
      if (name === 'itemref' && idref !== undefined && linear !== 'no') order.push(idref);
    },
    close: () => {},
    text: () => {},
  });
  // A chapter is read once, however often the reading order names it.
  return [...new Set(order)].flatMap((id) => {
    const href = files.get(id);
    return href === undefined ? [] : [path.posix.normalize(path.posix.join(folder, plain(href)))];
  });
}

function plain(href: string): string {
  const [file = ''] = href.split('#');
  try {
    return decodeURIComponent(file);
  } catch {
    return file;
  }
}
