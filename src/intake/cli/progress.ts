import type { WriteStream } from 'node:tty';
import { type Progress, SILENT } from './terminal.ts';

/** As much of a stream as is needed to draw on it; `isTTY` is true for a person's terminal only. */
export type Drawn = Pick<WriteStream, 'write'> & Partial<Pick<WriteStream, 'isTTY' | 'columns'>>;

/** The widest bar, in columns. */
const WIDEST = 40;
/** Some terminals do not say how wide they are, or say 0. */
const USUAL = 80;
/** What stands beside the bar: `100 %` and spaces. */
const BESIDE = 8;
/** To the start of the line, and what stands there away. */
const CLEAR = '\r\u001b[K';

/** A bar on one line of a terminal; silent where nobody sits at it. */
export function progressBar(stream: Drawn): Progress {
  if (stream.isTTY !== true) return SILENT;
  let shown = '';
  return {
    show(doing, share) {
      const width = Math.min(WIDEST, (stream.columns || USUAL) - doing.length - BESIDE);
      const full = Math.round(Math.max(0, width) * share);
      const bar = '█'.repeat(full).padEnd(Math.max(0, width), '░');
      const line = `${doing} ${bar} ${String(Math.floor(share * 100)).padStart(3)} %`;
      // Drawn only when it looks otherwise than before.
      if (line !== shown) stream.write(`${CLEAR}${line}`);
      shown = line;
    },
    end() {
      if (shown !== '') stream.write(CLEAR);
      shown = '';
    },
  };
}
