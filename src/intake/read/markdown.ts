import { marked } from 'marked';
import { htmlLines } from './html.ts';

/** The lines of text in a Markdown document, one a block; front matter and HTML comments are left out. */
export function markdownLines(text: string): string[] {
  const body = text.replace(/^\s*---\n[\s\S]{0,10000}?\n---\n/, '');
  return htmlLines(marked.parse(body, { async: false, gfm: true }), { linesMatter: true });
}
