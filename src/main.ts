import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { loadEnvFile } from 'node:process';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { commands, menus } from '../commands/index.ts';
import type { Outbox } from '../commands/outbox.ts';
import { quizStage } from '../commands/quiz/stage.ts';
import { reminderBy } from '../commands/review-reminder.ts';
import { concordanceOver } from './article/concordance.ts';
import { type ArticleFolder, readArticleFolder } from './article/folder.ts';
import { Libraries } from './article/libraries.ts';
import { Library } from './article/library.ts';
import { indexedArticle } from './article/search.ts';
import { type Clock, systemClock } from './clock/clock.ts';
import { type Config, ConfigError, readConfig } from './config.ts';
import { postLook, startDailyPosts } from './daily-posts.ts';
import { attachmentFetcher } from './discord/attachments.ts';
import {
  type Connection,
  connect,
  createClient,
  type OnLost,
  StartError,
} from './discord/client.ts';
import { createOutbox } from './discord/outbox.ts';
import { Pace } from './discord/pace.ts';
import { createPosts } from './discord/posts.ts';
import { followServers } from './discord/presence.ts';
import { Router } from './discord/router.ts';
import { Workshop } from './intake/workshop.ts';
import { readingAids } from './language/reading-aids.ts';
import { prepareWordPairs } from './language/word-pairs.ts';
import { createLog, type Log, type LogTarget, withoutSecrets } from './log.ts';
import { Questions } from './play/questions.ts';
import { startReminders } from './play/reminders.ts';
import { Rounds } from './play/rounds.ts';
import { StorageError } from './storage/migrate.ts';
import { openStore, type Store } from './storage/store.ts';
import { followArticles } from './tick/follow-articles.ts';

/** With the program; with the data where the program may not be written. */
const DICTIONARY_DIR = fileURLToPath(new URL('../.cache/', import.meta.url));

/** config → log → library → router → Discord: the one place where the parts are put together. */
export async function startBot(
  config: Config,
  log: Log,
  clock: Clock,
  onLost: OnLost,
): Promise<Connection> {
  const library = await openLibrary(config.articlesDir, log);
  const store = await openStore(config.store);
  const libraries = new Libraries(library, store.serverArticles, store.search);
  await libraries.refresh();
  await store.drafts.expire(clock.now());
  await store.search.follow(null, library.articles.map(indexedArticle));
  const pace = new Pace(config.requestsPerSecond);
  const client = createClient(config.discord, pace);
  followServers(client, store.servers, { now: () => clock.now(), log });
  const outbox = createOutbox(client.rest);
  const typeOf = (channelId: string) => client.channels.cache.get(channelId)?.type ?? null;
  const libraryFor = (guildId: string | null) => libraries.for(guildId);
  const folders = [DICTIONARY_DIR, path.join(config.dataDir, '.cache')];
  const { open: aids, prepare } = readingAids(...folders);
  const quiz = quizServices({
    store,
    outbox,
    clock,
    log,
    questions: new Questions(libraryFor, aids),
  });
  const services = {
    ...store,
    library,
    libraryFor,
    libraries,
    workshop: new Workshop(folders),
    fetchAttachment: attachmentFetcher(config.discord.apiUrl),
    random: Math.random,
    version: await ownVersion(),
    clock,
    outbox,
    aids,
    concordance: concordanceOver(aids),
    ...quiz,
    posts: createPosts(client.rest, postLook({ store, libraryFor, clock, aids }), typeOf),
  };
  const offer = { commands, menus };
  const router = new Router(offer, services, log, (id, now) => store.turns.begin(id, now));
  const connection = await connect(client, { config: config.discord, offer, router, log, onLost });
  prepare()
    .then(() => prepareWordPairs(folders))
    .catch((error: unknown) => {
      log.error({ err: error }, 'the dictionary cannot be prepared: no readings and no words');
    });
  await quiz.rounds.resume();
  const stopFollowing = followArticles({ libraries, drafts: store.drafts, clock, log });
  const posting = await startDailyPosts({
    ...{ config, store, pace, outbox, typeOf, clock, log, libraryFor, aids },
  });
  const stopReminders = remindOfCards({ store, outbox, clock, log });
  return {
    close: async () => {
      await stopFollowing();
      await posting.stop();
      await connection.close();
      await quiz.rounds.close();
      await stopReminders();
      await store.close();
    },
  };
}

/** What playing rounds needs, and what is kept of them. */
function quizServices({ store, outbox, clock, log, questions }: Playing) {
  const { rounds: roundStore, scores, cards } = store;
  const stage = quizStage(outbox, clock);
  const rounds = new Rounds({
    ...{ store: roundStore, cards, questions, stage, clock },
    warn: (error, round) => log.warn({ err: error, round }, 'round'),
    ended: ({ id, ending }) => log.info({ round: id, ending }, 'round over'),
  });
  return { rounds, roundStore, questions, scores, cards };
}

/** Tells readers who want it when cards are due. */
function remindOfCards({ store, outbox, clock, log }: Omit<Playing, 'questions'>) {
  const { cards, rounds } = store;
  const warn = (error: unknown) => log.warn({ err: error }, 'reminders');
  return startReminders({ cards, rounds, clock, warn, tell: reminderBy(outbox, warn) });
}

interface Playing {
  readonly store: Store;
  readonly outbox: Outbox;
  readonly clock: Clock;
  readonly log: Log;
  readonly questions: Questions;
}

async function openLibrary(dir: string, log: Log): Promise<Library> {
  let folder: ArticleFolder;
  try {
    folder = await readArticleFolder(dir);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new StartError(`The articles in ARTICLES_DIR cannot be read: ${reason}`);
  }
  for (const { file, reasons } of folder.bad) log.error({ file, reasons }, 'article not loaded');
  if (folder.articles.length === 0) {
    const files = folder.bad.map(({ file, reasons }) => `${file}: ${reasons.join('; ')}`);
    const why = files.length > 0 ? files.join(' | ') : 'the folder has no .json file';
    throw new StartError(`There is no sound article in ${dir}, so there is nothing to say. ${why}`);
  }
  log.info({ articles: folder.articles.length, bad: folder.bad.length }, 'library');
  return new Library(folder);
}

async function ownVersion(): Promise<string> {
  const file = await readFile(new URL('../package.json', import.meta.url), 'utf8');
  return z.object({ version: z.string() }).parse(JSON.parse(file)).version;
}

/**
 * Runs the bot that `environment` describes until `stop` resolves (the process is told to stop) or
 * Discord ends the connection for good, which rejects with a StartError.
 */
export async function run(
  environment: Readonly<Record<string, string | undefined>>,
  stop: Promise<null>,
  { clock = systemClock, target }: { clock?: Clock; target?: LogTarget } = {},
): Promise<void> {
  const config = readConfig(environment);
  const log = createLog(config, target);
  const lost = Promise.withResolvers<null>();
  const ended = Promise.race([stop, lost.promise]);
  const starting = startBot(config, log, clock, (error) => lost.reject(error));
  const connection = await Promise.race([starting, ended]);
  await ended;
  log.info('stopping');
  await connection?.close();
  log.info('stopped');
}

/**
 * What is said when the bot ends by an error. What the operator can mend is told without a stack; a
 * bug keeps its stack.
 */
export function complaint(
  error: unknown,
  environment: Readonly<Record<string, string | undefined>>,
): string {
  const known = [ConfigError, StartError, StorageError].some((kind) => error instanceof kind);
  const said = error instanceof Error ? (known ? error.message : error.stack) : error;
  const secrets = [environment.DISCORD_TOKEN, environment.DATABASE_URL];
  return withoutSecrets(
    String(said),
    secrets.flatMap((secret) => secret || []),
  );
}

/** Runs the bot until the process is told to stop, and ends the process. */
export async function runProcess(clock: Clock = systemClock): Promise<never> {
  if (existsSync('.env')) loadEnvFile('.env');
  const stop = Promise.withResolvers<null>();
  for (const signal of ['SIGTERM', 'SIGINT'] as const)
    process.once(signal, () => stop.resolve(null));
  try {
    await run(process.env, stop.promise, { clock });
    process.exit(0);
  } catch (error) {
    process.stderr.write(`${complaint(error, process.env)}\n`);
    process.exit(1);
  }
}

if (import.meta.main) await runProcess();
