import type { TextPair } from '../article/article.ts';
import { readingLines } from '../language/reading-lines.ts';
import type { Aid, Token } from '../language/readings.ts';
import { inScript, type Script, writtenText } from '../language/scripts.ts';
import type { Usage } from '../language/word-syllables.ts';
import { type Preferences, STANDARD } from '../reader/preferences.ts';
import { escapeMarkdown } from './escape.ts';

/** How a reader wants to see texts, with the means for it. */
export interface Look {
  readonly preferences: Preferences;
  /** The words of a Chinese text with their readings; null where no aid is wanted. */
  readonly read: ((text: string, usage: Usage) => readonly Token[]) | null;
}

export const STANDARD_LOOK: Look = { preferences: STANDARD, read: null };

/** The aid that is wanted, or null. */
export function aidOf({ preferences: { aid } }: Look): Aid | null {
  return aid === 'none' ? null : aid;
}

/** Whose readings go with a text in `script`. */
export function usageFor({ usage }: Preferences, script: Script): Usage {
  if (usage !== 'script') return usage;
  return script === 'simplified' ? 'mainland' : 'taiwan';
}

/** The script in which a text written in `written` is shown. */
export function scriptShown({ script }: Pick<Preferences, 'script'>, written: Script): Script {
  return script === 'written' ? written : script;
}

/** A Chinese text in the script that is wanted, not yet escaped. Converts at most once. */
export function inWantedScript(
  text: string,
  written: Script,
  preferences: Pick<Preferences, 'script'>,
): string {
  const wanted = scriptShown(preferences, written);
  return wanted === written ? text : inScript(writtenText(text, written), wanted).text;
}

/**
 * Both languages of a text as its reader wants them: the order, the script, and the reading under
 * each line where `aided`. Escaped for Discord; an empty text of the pair is left out.
 */
export function textsFor(texts: TextPair, written: Script, look: Look, aided: boolean): string[] {
  const en = escapeMarkdown(texts.en);
  const zh = chineseFor(texts.zh, written, look, aided);
  const inOrder = look.preferences.first === 'english' ? [en, zh] : [zh, en];
  return inOrder.filter((text) => text !== '');
}

function chineseFor(text: string, written: Script, look: Look, aided: boolean): string {
  const { preferences, read } = look;
  const shown = inWantedScript(text, written, preferences);
  const aid = aidOf(look);
  if (!aided || aid === null || read === null) return escapeMarkdown(shown);
  const tokens = read(shown, usageFor(preferences, scriptShown(preferences, written)));
  return linesWithReading(tokens, aid);
}

/** Line under line, each with its reading below in small letters; escaped. */
export function linesWithReading(tokens: readonly Token[], aid: Aid): string {
  return readingLines(tokens, aid)
    .map(({ text, reading }) =>
      reading === ''
        ? escapeMarkdown(text)
        : `${escapeMarkdown(text)}\n-# ${escapeMarkdown(spaced(reading))}`,
    )
    .join('\n');
}

/** Discord may run spaces together: words in zhuyin are kept apart by a wide space. */
function spaced(reading: string): string {
  return reading.replaceAll('  ', '\u3000');
}
