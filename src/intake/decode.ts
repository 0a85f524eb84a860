import { markOf } from './read/encoding.ts';

/** The encodings an import can be told: UTF-8 and UTF-16 are seen by themselves when marked. */
export const ENCODINGS = ['utf-8', 'utf-16le', 'utf-16be', 'big5', 'gb18030'] as const;
export type Encoding = (typeof ENCODINGS)[number];

/** A text that cannot be imported as it is. The message says what is wrong and what to do. */
export class IntakeError extends Error {}

/**
 * The text in `bytes`. A byte order mark wins over `encoding` (default UTF-8) and is left out.
 * Throws an IntakeError when a byte does not belong to the encoding: nothing is replaced in silence.
 */
export function decode(bytes: Uint8Array, encoding: Encoding = 'utf-8'): string {
  const name = markOf(bytes) ?? encoding;
  try {
    return new TextDecoder(name, { fatal: true }).decode(bytes);
  } catch {
    throw new IntakeError(
      `The file is not valid ${name}. Say how it is encoded with --encoding ${ENCODINGS.join(' | ')}.`,
    );
  }
}
