/** How a segment begins and ends, as far as both languages write it alike. */
export interface Marks {
  readonly opens: boolean;
  readonly closes: boolean;
  /** The last mark that is no quotation mark: a question, a cry, a colon, or anything else. */
  readonly last: '?' | '!' | ':' | '';
}

const OPENING = /^[\s(（]*["'“‘「『]/u;
const OPENED_ANYWHERE = /["“「『]/u;
const CLOSING = /["'”’」』]\s*$/u;
const LAST = /([?？!！:：])["'”’」』)）\s]*$/u;
const MARK = { '?': '?', '？': '?', '!': '!', '！': '!', ':': ':', '：': ':' } as const;

/** English has the speaker behind what is said, Chinese before it: 「…」 may begin anywhere. */
export function marksOf(text: string, language: 'en' | 'zh'): Marks {
  const last = LAST.exec(text)?.[1];
  return {
    opens: (language === 'en' ? OPENING : OPENED_ANYWHERE).test(text),
    closes: CLOSING.test(text),
    last: last !== undefined && last in MARK ? MARK[last as keyof typeof MARK] : '',
  };
}
