/** Western marks in pinyin for Chinese ones; a mark that stands here is written without a space before. */
export const CLOSING: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '，': ',',
    '、': ',',
    '。': '.',
    '；': ';',
    '：': ':',
    '！': '!',
    '？': '?',
    '」': '”',
    '』': '’',
    '）': ')',
    '》': '”',
    '〉': '’',
    '】': ']',
    '．': '.',
    '％': '%',
    '…': '…',
    '”': '”',
    '’': '’',
    ',': ',',
    '.': '.',
    ';': ';',
    ':': ':',
    '!': '!',
    '?': '?',
    ')': ')',
  }),
);
/** The same for a mark that is written without a space after. */
export const OPENING: ReadonlyMap<string, string> = new Map(
  Object.entries({
    '「': '“',
    '『': '‘',
    '（': '(',
    '《': '“',
    '〈': '‘',
    '【': '[',
    '“': '“',
    '‘': '‘',
    '(': '(',
  }),
);
