/**
 * `npm run bench:import`: how fast the bot answers /random while it reads, aligns and saves an article
 * of 2,000 paragraphs that a server brings. The real bot against the sandbox; milliseconds from the
 * interaction to the first response. Figures only; nothing fails.
 */

import { sentencePairs } from '../src/article/article.ts';
import { readArticleFolder } from '../src/article/folder.ts';
import type { Actor } from '../src/sandbox/actor.ts';
import { BotProcess } from '../src/sandbox/bot-process.ts';
import { startSandbox } from '../src/sandbox/sandbox.ts';
import { percentiles } from './figures.ts';

const PARAGRAPHS = 2000;
/** The text may have 1 MiB at most. */
const SENTENCES = 2;

const { articles } = await readArticleFolder('data/articles');
const pairs = articles.flatMap(({ paragraphs }) => paragraphs.flatMap(sentencePairs));
const text = Array.from({ length: PARAGRAPHS }, (_, number) => {
  const chosen = Array.from(
    { length: SENTENCES },
    (_, at) => pairs[(number * 7 + at * 31 + ((number * at) % 13)) % pairs.length],
  );
  const of = (language: 'en' | 'zh', space: string) =>
    chosen.map((pair) => pair?.[language] ?? '').join(space);
  return `Part ${number}: ${of('en', ' ')}\n第${number}部分：${of('zh', '')}`;
}).join('\n');
say(`${PARAGRAPHS} paragraphs, ${(Buffer.byteLength(text) / 1024).toFixed(0)} KiB`);

const sandbox = await startSandbox();
const bot = new BotProcess(sandbox);
await sandbox.ready(30_000);
const lin = sandbox.as('Lin');
const ada = sandbox.as('Ada', { locale: 'en-US' });
// The first answers and the first import pay for what is loaded once.
for (let times = 0; times < 50; times += 1) await lin.command('/random');
await importing('It rains.\n下雨了。').then((added) => added.settled(120_000));

await measure('alone', lin, async () => {
  for (let times = 0; times < 200; times += 1) await lin.command('/random');
});
const added = await importing(text);
await measure('while it is read and aligned', lin, () => added.settled(300_000));
const { message } = added;
if (message === undefined) throw new Error('no draft came');
const saving = await ada.press(message, 'Save');
await measure('while it is saved', lin, () => saving.settled(300_000));
say(`refused by Discord: ${sandbox.refusals().length}`);
await bot.stop();
await sandbox.close();

function importing(content: string) {
  const options = { file: 'a.txt', title: 'Long', rights: 'own-work', holder: 'Ada' };
  return ada.command({ name: 'article add', options }, [{ filename: 'a.txt', content }]);
}

/** Asks for a paragraph again and again until `work` is done. */
async function measure(name: string, actor: Actor, work: () => Promise<unknown>): Promise<void> {
  const times: number[] = [];
  const started = performance.now();
  let busy = true;
  const working = work().finally(() => {
    busy = false;
  });
  while (busy) {
    const { milliseconds } = await actor.command('/random');
    times.push(milliseconds);
  }
  await working;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  say(
    `${name.padEnd(32)} ${seconds} s, ${times.length} times /random: ${percentiles(times)}, slowest ${Math.max(...times).toFixed(1)} ms`,
  );
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}
