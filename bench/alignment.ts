/**
 * `npm run bench:align -- FOLDER [BEADS]`: how well and how fast the aligner does on gold alignments:
 * NAME.src (English) and NAME.tgt (Chinese), one segment a line, NAME.gold one bead a line
 * (`[0]:[0,1]`); what stands before the first hyphen of NAME is the set. Prints the strict F1 of each
 * set, segments a second without loading, the calibration of the confidence, and the peak memory
 * with 12,000 segments in one text. With BEADS the beads are written there as NAME.hyp.
 */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { alignSegments } from '../src/intake/align/align.ts';
import type { Bead } from '../src/intake/align/bead.ts';
import { type BareBead, formatBead, readBeads, segmentsIn } from '../src/intake/align/bead-file.ts';
import { openEvidence } from '../src/intake/evidence.ts';
import { countsOf, scoreOf } from './alignment-score.ts';
import { line } from './figures.ts';

const LARGE = 12_000;
const [folder, out] = process.argv.slice(2);
if (folder === undefined) throw new Error('usage: npm run bench:align -- FOLDER [BEADS]');

interface Document {
  readonly name: string;
  readonly en: readonly string[];
  readonly zh: readonly string[];
  readonly gold: readonly BareBead[];
}

const documents = await readDocuments(folder);
const evidence = await openEvidence(fileURLToPath(new URL('../.cache/', import.meta.url)));
const [warm] = documents;
if (warm !== undefined) alignSegments(warm.en, warm.zh, evidence);

const start = process.cpuUsage();
const results = documents.map((document) => ({
  document,
  beads: alignSegments(document.en, document.zh, evidence),
}));
const seconds = secondsSince(start);

const sets = Map.groupBy(results, ({ document }) => document.name.split('-')[0] ?? '');
for (const [set, members] of sets) {
  const counts = members.map(({ document, beads }) => countsOf(document.gold, beads));
  const { precision, recall, f1 } = scoreOf(counts);
  const figures = `P ${precision.toFixed(4)}  R ${recall.toFixed(4)}  F1 ${f1.toFixed(4)}`;
  line(`${set} (${members.length} documents)`, figures);
}
const segments = documents.reduce((sum, { en, zh }) => sum + en.length + zh.length, 0);
line(`${segments} segments`, `${Math.round(segments / seconds)} a second`);
printCalibration();
alignLarge();
line('peak memory', `${Math.round(process.resourceUsage().maxRSS / 1024)} MB`);
if (out !== undefined) await writeBeads(out);
evidence.close();

async function readDocuments(from: string): Promise<Document[]> {
  const names = (await readdir(from)).filter((file) => file.endsWith('.gold')).toSorted();
  const read = (file: string) => readFile(path.join(from, file), 'utf8');
  return Promise.all(
    names.map(async (file) => {
      const name = file.slice(0, -'.gold'.length);
      return {
        name,
        en: segmentsIn(await read(`${name}.src`)),
        zh: segmentsIn(await read(`${name}.tgt`)),
        gold: readBeads(await read(file)),
      };
    }),
  );
}

/** Of the beads said to be so sure, how many are right. */
function printCalibration(): void {
  const judged = results.flatMap(({ document, beads }) => {
    const gold = new Set(document.gold.map(formatBead));
    return beads.map((bead) => ({ sure: bead.confidence, right: gold.has(formatBead(bead)) }));
  });
  for (const [from, to] of [
    [0.9, 1.01],
    [0.7, 0.9],
    [0.5, 0.7],
    [0, 0.5],
  ] as const) {
    const these = judged.filter(({ sure }) => sure >= from && sure < to);
    const right = these.filter((one) => one.right).length;
    const share = ((100 * right) / Math.max(1, these.length)).toFixed(1);
    line(`beads ${from} sure or more`, `${these.length}, ${share} % right`);
  }
}

/** All documents one behind the other, as often as it takes. */
function alignLarge(): void {
  const en: string[] = [];
  const zh: string[] = [];
  const gold: BareBead[] = [];
  while (documents.length > 0 && en.length + zh.length < LARGE) {
    for (const document of documents) {
      const from = { en: en.length, zh: zh.length };
      gold.push(
        ...document.gold.map((bead) => ({
          en: bead.en.map((at) => at + from.en),
          zh: bead.zh.map((at) => at + from.zh),
        })),
      );
      en.push(...document.en);
      zh.push(...document.zh);
      if (en.length + zh.length >= LARGE) break;
    }
  }
  const begun = process.cpuUsage();
  const beads = alignSegments(en, zh, evidence);
  const rate = Math.round((en.length + zh.length) / secondsSince(begun));
  const f1 = scoreOf([countsOf(gold, beads)]).f1.toFixed(4);
  line(`one text of ${en.length + zh.length} segments`, `F1 ${f1}, ${rate} a second`);
}

/** Of one core, whatever else the machine does meanwhile. */
function secondsSince(start: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(start);
  return (user + system) / 1e6;
}

async function writeBeads(to: string): Promise<void> {
  await mkdir(to, { recursive: true });
  const text = (beads: readonly Bead[]) => beads.map((bead) => `${formatBead(bead)}\n`).join('');
  await Promise.all(
    results.map(({ document, beads }) =>
      writeFile(path.join(to, `${document.name}.hyp`), text(beads)),
    ),
  );
}
