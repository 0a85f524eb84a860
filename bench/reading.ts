/**
 * `node --expose-gc bench/reading.ts`: what the language part of the reading aids costs. Figures
 * only; nothing fails. The dictionary file is prepared before the clock starts.
 */
import { fileURLToPath } from 'node:url';
import { line, percentiles } from './figures.ts';

// A bot that runs has long grown its young generation; a fresh process has not and seems to pay for
// it with the first work of any kind (about 40 MB).
for (let round = 0; round < 60; round += 1) {
  Array.from({ length: 60_000 }, (_, index) => ({ index, text: `x${index}` }));
}

const before = memory();
const importing = performance.now();
const { openDictionary } = await import('../src/language/dictionary.ts');
const { readingsOf } = await import('../src/language/readings.ts');
const { plainReading, readingLines } = await import('../src/language/reading-lines.ts');
const { inScript, writtenText } = await import('../src/language/scripts.ts');
const { wordsIn } = await import('../src/language/words.ts');
const { default: sentences } = await import('../test/language/data/segmentation.json', {
  with: { type: 'json' },
});
line('importing the modules', `${since(importing)} ms, ${grown()}`);

const folder = fileURLToPath(new URL('../.cache/', import.meta.url));
(await openDictionary(folder)).close();
const opening = performance.now();
const dictionary = await openDictionary(folder);
line('opening the prepared dictionary', `${since(opening)} ms, ${grown()}`);

const paragraphs = Array.from({ length: 200 }, (_, index) =>
  Array.from(
    { length: 6 },
    (_, step) => sentences[(index * 7 + step * 31) % sentences.length] ?? '',
  )
    .join('')
    .replaceAll('/', ''),
);
const characters = paragraphs.reduce((sum, text) => sum + text.length, 0) / paragraphs.length;
line('a paragraph', `${characters.toFixed(0)} characters on average`);

const first = performance.now();
readingsOf(paragraphs[0] ?? '', dictionary, 'taiwan');
line('the first reading', `${since(first)} ms, ${grown()}`);
for (const text of paragraphs) readingsOf(text, dictionary, 'taiwan');
line('200 paragraphs read', grown());
perSecond('paragraphs cut into words', (text) => wordsIn(text, dictionary));
perSecond('paragraphs with readings', (text) => readingsOf(text, dictionary, 'taiwan'));
const tokens = readingsOf(paragraphs[0] ?? '', dictionary, 'taiwan');
perSecond('paragraphs laid out line under line', () => readingLines(tokens, 'pinyin'));
perSecond('plain readings', () => plainReading(tokens, 'zhuyin'));
line('memory so far', grown());

for (const script of ['simplified', 'traditional'] as const) {
  const converting = performance.now();
  inScript(writtenText(paragraphs[0] ?? '', null), script);
  line(`the first conversion to ${script}`, `${since(converting)} ms, ${grown()}`);
  perSecond(`paragraphs to ${script}`, (text) => inScript(writtenText(text, null), script));
}

timesOf('look-ups by headword', ['銀行', '软件', '研究', '了'], (query) =>
  dictionary.lookup(query),
);
timesOf('look-ups by pinyin', ['b', 'be', 'beij', 'sh', 'shi', 'zhong', 'lüxing'], (query) =>
  dictionary.byPinyin(query, 25),
);
timesOf(
  'look-ups by English',
  ['book', 'envy', 'to run', 'artificial intelligence', 'person'],
  (query) => dictionary.byEnglish(query, 25),
);
line('memory with everything in use', grown());
dictionary.close();

interface Memory {
  readonly resident: number;
  readonly held: number;
}

function memory(): Memory {
  globalThis.gc?.();
  const { rss, heapUsed, external } = process.memoryUsage();
  return { resident: rss / 1e6, held: (heapUsed + external) / 1e6 };
}

function grown(): string {
  const now = memory();
  const resident = (now.resident - before.resident).toFixed(1);
  return `+${resident} MB resident, +${(now.held - before.held).toFixed(1)} MB held`;
}

function since(start: number): string {
  return (performance.now() - start).toFixed(1);
}

function perSecond(name: string, work: (text: string) => unknown): void {
  for (const text of paragraphs.slice(0, 20)) work(text);
  const start = performance.now();
  for (const text of paragraphs) work(text);
  const seconds = (performance.now() - start) / 1000;
  line(name, `${Math.round(paragraphs.length / seconds)} a second`);
}

function timesOf(name: string, queries: readonly string[], work: (query: string) => unknown): void {
  const times: number[] = [];
  for (let round = 0; round < 100; round += 1) {
    for (const query of queries) {
      const start = performance.now();
      work(query);
      times.push(performance.now() - start);
    }
  }
  line(name, percentiles(times));
}
