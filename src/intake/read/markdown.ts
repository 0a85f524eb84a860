import { marked } from 'marked';
import { htmlLines } from './html.ts';
import { TooDeep } from './markup.ts';

/**
 * The lines of text in a Markdown document, one a block; front matter and HTML comments are left out.
 * Throws TooDeep where blocks stand inside each other without an end.
 */
export function markdownLines(text: string): string[] {
  const body = text.replace(/^\s*---\n[\s\S]{0,10000}?\n---\n/, '');
  return htmlLines(htmlOf(body), { linesMatter: true });
}

function htmlOf(body: string): string {
  try {
    return marked.parse(body, { async: false, gfm: true });
  } catch (error) {
    // Any text is Markdown, so what it cannot take is depth: it calls itself for each level.
    throw new TooDeep('', { cause: error });
  }
}
