/**
 * `node bench/reading-bot.ts`: what the reading aids cost the real bot against the sandbox: how long
 * it takes to start, what its memory is before and after the aids are in use, and how long /word's
 * autocomplete takes from the key to the list. Figures only; nothing fails.
 */
import { readFile } from 'node:fs/promises';
import { BotProcess } from '../src/sandbox/bot-process.ts';
import { startSandbox } from '../src/sandbox/sandbox.ts';
import { line, percentile } from './figures.ts';

const STARTS = 11;
const WITHOUT_AIDS = new URL('./without-aids.ts', import.meta.url).href;
const ROUNDS = 60;
/** As one types: from two letters on, in each way of writing. */
const TYPED = [
  'yi',
  'yin',
  'yinh',
  'yinhang',
  'zh',
  'zhong',
  'ba',
  'bank',
  'clock',
  '銀',
  '銀行',
  '时',
];

const sandbox = await startSandbox();
await timedStart({}); // the first one compiles what the others find
const usual: number[] = [];
const costs: number[] = [];
for (let round = 0; round < STARTS; round += 1) {
  usual.push(await timedStart({}));
  const all = await timedStart({ NODE_OPTIONS: `--import=${WITHOUT_AIDS}?nothing` });
  costs.push(all - (await timedStart({ NODE_OPTIONS: `--import=${WITHOUT_AIDS}` })));
}
line('the bot starts', `${percentile(usual, 0.5).toFixed(0)} ms, the median of ${STARTS}`);
line('of it for the reading aids', `${percentile(costs, 0.5).toFixed(0)} ms`);

const bot = await begin();
const lin = sandbox.as('Lin');
const plain = lin.command.bind(lin);
// A bot that has been busy without the aids: what they cost is what comes on top.
for (let round = 0; round < ROUNDS; round += 1) {
  await plain('/random');
  for (const text of TYPED) {
    await lin.autocomplete({ name: 'paragraph', options: { article: text } }, 'article');
  }
}
const before = await memory();
const busy = `${ROUNDS} paragraphs and ${ROUNDS * TYPED.length} autocompletes`;
line('memory without the aids', `${before.toFixed(1)} MB resident after ${busy}`);

const settings = await lin.command('/settings');
if (settings.message === undefined) throw new Error('no settings came');
for (const aid of ['pinyin', 'zhuyin'])
  await lin.choose(settings.message, 'setting:reader:aid', [aid]);
line('memory with the first reading', grown(await memory()));
for (const script of ['simplified', 'traditional'])
  await lin.choose(settings.message, 'setting:reader:script', [script]);
for (let round = 0; round < ROUNDS; round += 1) await plain('/random');
await plain('/word text:銀行');
await plain('/word text:clock');
line(`memory after ${ROUNDS} more paragraphs`, grown(await memory()));

const times: number[] = [];
for (let round = 0; round < ROUNDS; round += 1) {
  for (const text of TYPED) {
    const started = performance.now();
    await lin.autocomplete({ name: 'word', options: { text } }, 'text');
    times.push(performance.now() - started);
  }
}
const [half, most] = [percentile(times, 0.5), percentile(times, 0.99)];
line('/word autocomplete, end to end', `p50 ${half.toFixed(1)} ms, p99 ${most.toFixed(1)} ms`);
line('memory with everything in use', grown(await memory()));
await bot.stop();
await sandbox.close();

async function timedStart(env: Readonly<Record<string, string>>): Promise<number> {
  const started = performance.now();
  const bot = await begin(env);
  const took = performance.now() - started;
  await bot.stop();
  return took;
}

async function begin(env: Readonly<Record<string, string>> = {}): Promise<BotProcess> {
  const process = new BotProcess(sandbox, { env });
  await sandbox.until(() => process.output.includes('"connected"'), 60_000);
  return process;
}

/** Resident memory of the bot in MB, by Linux's own count. */
async function memory(): Promise<number> {
  const status = await readFile(`/proc/${bot.pid}/status`, 'utf8');
  return Number(/VmRSS:\s+(\d+)/.exec(status)?.[1]) / 1000;
}

function grown(now: number): string {
  return `+${(now - before).toFixed(1)} MB resident`;
}
