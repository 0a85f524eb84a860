/** What starts a heading, subtext, quotation or list when a line begins with it. */
const LINE_START = /^(\s*)(#{1,3}\s|-#\s|>{1,3}\s|[-+]\s|\d+(?=[.)]\s))/gmu;

/**
 * Text from an article or a reader as Discord shows it letter by letter: nothing in it becomes
 * markdown, a mention, a timestamp or a link by accident. Discord shows any ASCII punctuation
 * behind a backslash as it stands.
 */
export function escapeMarkdown(text: string): string {
  return text
    .replaceAll(/[\\*_~`|<>[\]@]/gu, '\\$&')
    .replaceAll(/(?<=https?)(?=:\/\/)/giu, '\\')
    .replaceAll(LINE_START, (_, space: string, mark: string) =>
      /^\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
    );
}
