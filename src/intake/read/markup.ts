import { Parser } from 'htmlparser2';

/** What a reader of markup is told, in document order; names come without a prefix, in lower case. */
export interface MarkupEvents {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  close(name: string): void;
  text(text: string): void;
}

/** Markup in which elements stand inside each other as in no document that a person made. */
export class TooDeep extends Error {}

/** The parser's work grows with the square of the depth. */
const DEEPEST = 2000;

/**
 * Reads HTML or XML as it comes: nothing is built in memory, nothing outside is fetched, an entity
 * that a document defines itself is not expanded. Throws TooDeep, and nothing
 * else.
 */
export function readMarkup(markup: string, kind: 'html' | 'xml', events: MarkupEvents): void {
  let depth = 0;
  const parser = new Parser(
    {
      onopentag: (name, attributes) => {
        depth += 1;
        if (depth > DEEPEST) throw new TooDeep();
        events.open(localName(name), attributes);
      },
      onclosetag: (name) => {
        depth -= 1;
        events.close(localName(name));
      },
      ontext: (text) => events.text(text),
    },
    { xmlMode: kind === 'xml', decodeEntities: true },
  );
  parser.end(markup);
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1).toLowerCase();
}
