/** A run of text in one style of an `ansi` block. Colours are 0 to 7, as in ESC[30m to ESC[37m. */
export interface AnsiRun {
  text: string;
  bold: boolean;
  underline: boolean;
  color: number | null;
  background: number | null;
}

const PLAIN = { bold: false, underline: false, color: null, background: null } as const;
// biome-ignore lint/suspicious/noControlCharactersInRegex: an ANSI sequence begins with ESC.
const SEQUENCE = /\u001b\[([\d;]*)m/;

type Style = Omit<AnsiRun, 'text'>;

function styleAfter(style: Style, code: number): Style {
  if (code === 0) return PLAIN;
  if (code === 1) return { ...style, bold: true };
  if (code === 4) return { ...style, underline: true };
  if (code >= 30 && code <= 37) return { ...style, color: code - 30 };
  if (code >= 40 && code <= 47) return { ...style, background: code - 40 };
  return style;
}

/** Splits the text of a code block in the language `ansi` into its coloured runs. */
export function ansiRuns(text: string): AnsiRun[] {
  const [first = '', ...parts] = text.split(SEQUENCE);
  const runs: AnsiRun[] = [{ text: first, ...PLAIN }];
  let style: Style = PLAIN;
  for (let at = 0; at < parts.length; at += 2) {
    const codes = (parts[at] ?? '').split(';').map(Number);
    style = codes.reduce(styleAfter, style);
    runs.push({ text: parts[at + 1] ?? '', ...style });
  }
  return runs.filter((run) => run.text !== '');
}
