/**
 * `npm run fuzz:intake -- [COUNT] [SEED]`: reads hostile files (damaged, mislabelled, made up) as if
 * members had sent them, and drafts what can be read of one in fifty. Prints how many were read and
 * how many refused, by reason, and the slowest; exits with 1 when anything crashed.
 */
import { fileURLToPath } from 'node:url';
import { openEvidence } from '../src/intake/evidence.ts';
import { finishDraft } from '../src/intake/finish-draft.ts';
import { makeDraft } from '../src/intake/make-draft.ts';
import { readFileText } from '../src/intake/read/read.ts';
import { RefusedFile } from '../src/intake/read/refused.ts';
import { hostileFile } from '../test/intake/read/hostile.ts';

const [count = 100_000, first = 1] = process.argv.slice(2).map(Number);
const evidence = await openEvidence(fileURLToPath(new URL('../.cache/', import.meta.url)));
const outcomes = new Map<string, number>();
const slowest: { seed: number; milliseconds: number; bytes: number }[] = [];
let crashes = 0;
const add = (name: string) => outcomes.set(name, (outcomes.get(name) ?? 0) + 1);
const started = performance.now();

for (let seed = first; seed < first + count; seed += 1) {
  const file = hostileFile(seed);
  const begun = performance.now();
  try {
    const read = await readFileText(file);
    add('read');
    if (seed % 50 === 0) draft({ ...read, name: file.name });
  } catch (error) {
    if (error instanceof RefusedFile) add(`refused: ${error.refusal}`);
    else {
      crashes += 1;
      add('CRASHED');
      say(`seed ${seed}: ${error instanceof Error ? error.stack : error}`);
    }
  }
  const milliseconds = performance.now() - begun;
  slowest.push({ seed, milliseconds, bytes: file.bytes.length });
  slowest.sort((one, other) => other.milliseconds - one.milliseconds);
  slowest.splice(5);
}

evidence.close();
const seconds = (performance.now() - started) / 1000;
say(`${count} files in ${seconds.toFixed(0)} s, from seed ${first}: ${crashes} crashes`);
for (const [name, times] of [...outcomes].toSorted(([, a], [, b]) => b - a)) {
  say(`${String(times).padStart(8)}  ${name}`);
}
for (const { seed, milliseconds, bytes } of slowest) {
  say(`slow: seed ${seed}, ${bytes} bytes, ${milliseconds.toFixed(0)} ms`);
}
say(`most memory: ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MiB`);
process.exitCode = crashes > 0 ? 1 : 0;

/** What can be read can be drafted, and every draft can be saved. */
function draft(text: Parameters<typeof makeDraft>[0][number]): void {
  const { draft: made, script } = makeDraft([text], evidence);
  const rights = { holder: 'a', licence: 'own-work' };
  const about = { title: { en: 'a', zh: 'a' }, rights, level: 'easy', script } as const;
  finishDraft({ id: 'a', about, pairs: made.pairs }, evidence);
  add('drafted and saved');
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
