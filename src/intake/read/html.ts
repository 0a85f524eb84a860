import { readMarkup } from './markup.ts';
import { joined, unwrap } from './wrapped.ts';

/** What ends a line when it begins and when it ends. */
const BLOCKS = new Set(
  (
    'address article aside blockquote body br caption center dd details dialog div dl dt fieldset ' +
    'figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li main nav ol option p pre ' +
    'section summary table tbody td tfoot th thead tr ul'
  ).split(' '),
);
/** What is not the text: programs, ways round the site, and the small readings beside characters. */
const SKIPPED = new Set(
  'head script style template noscript nav svg math iframe object select textarea button rt rp'.split(
    ' ',
  ),
);

export interface HtmlOptions {
  /** XHTML, as it stands in an .epub. */
  readonly xml?: boolean;
  /** A line end inside a paragraph parts the languages, as in Markdown. */
  readonly linesMatter?: boolean;
}

/** The lines of text in an HTML page, one a block: what a browser shows, without its looks. */
export function htmlLines(html: string, { xml = false, linesMatter = false }: HtmlOptions = {}) {
  const lines: string[] = [];
  const hidden: string[] = [];
  const text: string[] = [];
  let preformatted = 0;
  const flush = () => {
    const raw = text.splice(0).join('');
    if (preformatted > 0) lines.push(...raw.split('\n').map((line) => line.trim()));
    else if (linesMatter) lines.push(...unwrap(raw.split('\n')));
    else lines.push(joined(raw.split(/[\n\r]/)));
  };
  readMarkup(html, xml ? 'xml' : 'html', {
    open(name, attributes) {
      if (hidden.length > 0 || SKIPPED.has(name) || 'hidden' in attributes) hidden.push(name);
      else if (BLOCKS.has(name)) flush();
      if (name === 'pre') preformatted += 1;
    },
    close(name) {
      if (hidden.length === 0 && BLOCKS.has(name)) flush();
      if (name === 'pre') preformatted -= 1;
      hidden.pop();
    },
    text(piece) {
      if (hidden.length === 0) text.push(piece);
    },
  });
  flush();
  return lines.map((line) => line.replaceAll(/\s+/gu, ' ').trim()).filter((line) => line !== '');
}
