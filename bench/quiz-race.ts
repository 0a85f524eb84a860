/**
 * `node bench/quiz-race.ts`: 500 members press at the same moment, in a race and in a round for
 * everyone, and some answer by a reply: the real bot, a process of its own, against the sandbox.
 * Prints how many answers it handles in a second, what one costs its processor, how long the slowest
 * wait, and who took the points. Figures only; nothing fails. Takes about half a minute.
 */
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { APIMessage } from 'discord-api-types/v10';
import type { Mode, Round } from '../src/quiz/round.ts';
import { quizAnswerButton } from '../src/render/quiz.ts';
import type { Actor } from '../src/sandbox/actor.ts';
import { BotProcess } from '../src/sandbox/bot-process.ts';
import { printMessage } from '../src/sandbox/print.ts';
import { type Sandbox, startSandbox } from '../src/sandbox/sandbox.ts';
import { addPerson, join } from '../src/sandbox/world/guilds.ts';
import { openStore } from '../src/storage/store.ts';
import { wordsFor } from '../src/words/index.ts';
import { line, percentiles } from './figures.ts';

const MEMBERS = 500;
const QUESTIONS = 6;
const REPLIES = 100;
/** One in so many answers is right. */
const RIGHT = 4;
/** Discord waits so many milliseconds for an answer. */
const PATIENCE = 3000;
/** What Linux counts a process's time in. */
const TICK = 10;

// All are waited for here, however long they take; those Discord would not wait for are told.
const sandbox = await startSandbox({ patience: 60_000 });
const members = addMembers(sandbox);
const bot = new BotProcess(sandbox);
await sandbox.until(() => bot.output.includes('"connected"'), 120_000);
const store = await openStore({ file: path.join(sandbox.dataDir, 'duidu.sqlite') });

await play('race');
await play('everyone');
await replies();
line('refused by Discord', String(sandbox.refusals().length));
await store.close();
await bot.stop();
await sandbox.close();

/** All members press in every question of a round. */
async function play(mode: Mode): Promise<void> {
  const id = await start(mode, QUESTIONS);
  const spent = { milliseconds: 0, processor: 0, waits: [] as number[], taken: [] as number[] };
  for (let number = 1; number <= QUESTIONS; number += 1) {
    const { message, places } = await asked(id, number);
    const before = await processorTime();
    const started = performance.now();
    const said = await Promise.all(
      members.map((member, at) => {
        const place = at % RIGHT === number % RIGHT ? places.right : places.wrong;
        return member.press(message, quizAnswerButton.write(id, number, place));
      }),
    );
    spent.milliseconds += performance.now() - started;
    spent.processor += (await processorTime()) - before;
    spent.waits.push(...said.map(({ milliseconds }) => milliseconds));
    const point = wordsFor('en').quiz.takesPoint;
    const told = said.flatMap(({ message: answer }) => (answer === undefined ? [] : [answer]));
    spent.taken.push(told.filter((answer) => printMessage(answer).includes(point)).length);
  }
  const { past, standings } = await over(id);
  const answers = MEMBERS * QUESTIONS;
  line(`${mode}: answers`, `${answers} of ${MEMBERS} members, ${QUESTIONS} times all at once`);
  figures(mode, answers, spent);
  const late = spent.waits.filter((one) => one > PATIENCE).length;
  line(`${mode}: until the answer`, `${percentiles(spent.waits)}; ${late} over ${PATIENCE} ms`);
  const points = standings.reduce((sum, one) => sum + one.points, 0);
  const counted = past.map(({ answered }) => answered).join(' ');
  if (mode === 'race') line('race: points told, each question', spent.taken.join(' '));
  line(`${mode}: points kept`, `${points} for ${QUESTIONS} questions; answers counted: ${counted}`);
}

/** Some members reply to a question; each gets a reaction, at Discord's pace. */
async function replies(): Promise<void> {
  const id = await start('everyone', 1);
  const { message } = await asked(id, 1);
  const before = await processorTime();
  const started = performance.now();
  const said = members.slice(0, REPLIES).map((member) => member.say('x', { replyTo: message }));
  const reacted = () => {
    const all = new Map(members[0]?.messages().map((one) => [one.id, one.reactions]));
    return said.every(({ id: one }) => (all.get(one) ?? []).length > 0);
  };
  while (!reacted()) await wait(50);
  const milliseconds = performance.now() - started;
  figures('replies', REPLIES, { milliseconds, processor: (await processorTime()) - before });
  await over(id);
}

async function start(mode: Mode, count: number): Promise<string> {
  const [first] = members;
  await first?.command(`/quiz start kind:match rounds:${count} mode:${mode} seconds:300`);
  const stored = await store.rounds.inChannel(first?.channel.id ?? '');
  if (stored === null) throw new Error('no round goes on');
  return stored.round.id;
}

/** The message of a question once it is asked, and the places of the right choice and a wrong one. */
async function asked(id: string, number: number) {
  const round = await until(id, (one) => one.phase === 'asking' && one.question?.number === number);
  const question = await store.rounds.question(id, number);
  const message: APIMessage | undefined = members[0]
    ?.messages()
    .find((one) => one.id === round.question?.messageId);
  const right = question?.choices?.right;
  if (message === undefined || right === undefined) throw new Error('nothing is asked');
  return { message, places: { right, wrong: (right + 1) % 4 } };
}

function over(id: string): Promise<Round> {
  return until(id, ({ phase }) => phase === 'over');
}

/** Moves the clock on until the round is as wanted. */
async function until(id: string, wanted: (round: Round) => boolean): Promise<Round> {
  for (;;) {
    const round = (await store.rounds.byId(id))?.round;
    if (round === undefined) throw new Error('the round is gone');
    if (wanted(round)) return round;
    if (round.wakeAt !== null && round.wakeAt > sandbox.clock.now())
      sandbox.clock.set(round.wakeAt);
    await wait(20);
  }
}

function addMembers({ world, as }: Sandbox): Actor[] {
  const guild = [...world.guilds.values()].find(({ members: all }) => all.has(world.bot.id));
  return Array.from({ length: MEMBERS }, (_, index) => {
    const name = `Member ${index}`;
    const { user } = addPerson(world, { username: `member${index}`, name, locale: 'en-US' });
    if (guild !== undefined) join(world, guild, user.id);
    return as(name, { channel: 'quiz' });
  });
}

/** What the bot has used of its processor, in milliseconds. */
async function processorTime(): Promise<number> {
  const stat = await readFile(`/proc/${bot.pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * TICK;
}

function figures(
  what: string,
  count: number,
  { milliseconds, processor }: { readonly milliseconds: number; readonly processor: number },
): void {
  line(`${what}: handled`, `${Math.round((count * 1000) / milliseconds)} a second`);
  const each = processor / count;
  line(`${what}: the bot's processor`, `${each.toFixed(2)} ms an answer`);
  line(`${what}: so a whole core handles`, `${Math.round(1000 / each)} a second`);
}
