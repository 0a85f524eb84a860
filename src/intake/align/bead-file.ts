import { z } from 'zod';
import type { Bead } from './bead.ts';

/** A bead without its confidence, as a file says it: `[0]:[0,1]`. */
export type BareBead = Pick<Bead, 'en' | 'zh'>;

const indices = z.array(z.int().min(0));

export function formatBead({ en, zh }: BareBead): string {
  return `[${en.join(',')}]:[${zh.join(',')}]`;
}

/** The beads of a file, one a line; an empty side may be left out. Throws where a line is no bead. */
export function readBeads(text: string): BareBead[] {
  const side = (list = '') => indices.parse(JSON.parse(list.trim() || '[]'));
  return text
    .split('\n')
    .map((line) => line.split(':'))
    .filter((sides) => sides.length >= 2)
    .map(([en, zh]) => ({ en: side(en), zh: side(zh) }));
}

/** The segments of a file that holds one a line; the last line may end without a newline. */
export function segmentsIn(text: string): string[] {
  const lines = text.replace(/\r?\n$/, '').split(/\r?\n/);
  return lines.length === 1 && lines[0] === '' ? [] : lines;
}
