import { readFile, writeFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { formatBead, segmentsIn } from '../align/bead-file.ts';
import { alignEitherWay, turnedBead } from '../align-either-way.ts';
import { decode } from '../decode.ts';
import { openEvidence } from '../evidence.ts';
import { reviewPage } from '../review/page.ts';
import { reviewOfBeads } from '../review/review.ts';
import { sayExchanged } from './files.ts';
import { CACHE, checked } from './options.ts';
import { placeIn } from './report.ts';
import type { Terminal } from './terminal.ts';

const alignOptions = z.strictObject({
  en: z.string('name the English file with --en'),
  zh: z.string('name the Chinese file with --zh'),
  beads: z.string('say with --beads where the beads are to be written'),
  review: z.string().optional(),
});

/** `align`: bare beads, one a line, of two texts that hold one segment a line: `[0]:[0,1]`. */
export async function alignFiles(
  args: readonly string[],
  { say, progress }: Terminal,
): Promise<number> {
  const { values } = parseArgs({
    args: [...args],
    options: {
      en: { type: 'string' },
      zh: { type: 'string' },
      beads: { type: 'string' },
      review: { type: 'string' },
    },
  });
  const options = checked(alignOptions, values);
  progress.show('Reading', 0);
  const segments = async (file: string) => segmentsIn(decode(await readFile(file)));
  const [en, zh] = await Promise.all([segments(options.en), segments(options.zh)]);
  const evidence = await openEvidence(CACHE);
  const { beads, turned } = alignEitherWay({ en, zh }, evidence, (share) =>
    progress.show('Aligning', share),
  );
  evidence.close();
  progress.end();
  if (turned) sayExchanged(options, say);
  await writeFile(options.beads, beads.map((bead) => `${formatBead(bead)}\n`).join(''));
  say(`${beads.length} beads of ${en.length} and ${zh.length} segments: ${options.beads}`);
  if (options.review !== undefined) {
    const files = turned ? { en: options.zh, zh: options.en } : options;
    const texts = turned ? { en: zh, zh: en } : { en, zh };
    const review = reviewOfBeads(
      `${files.en}, ${files.zh}`,
      texts,
      turned ? beads.map(turnedBead) : beads,
    );
    await writeFile(options.review, reviewPage(review, placeIn(files)));
    say(`Look through it: ${options.review}`);
  }
  return 0;
}
