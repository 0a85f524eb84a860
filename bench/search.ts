/**
 * `node bench/search.ts`: the search over 100,000 paragraphs, made by recombining the sentences of
 * the shipped articles, on SQLite and on a PostgreSQL of its own. Figures only; nothing fails.
 */
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { sql } from 'kysely';
import { type Article, sentencePairs } from '../src/article/article.ts';
import { readArticleFolder } from '../src/article/folder.ts';
import { indexedArticle } from '../src/article/search.ts';
import { searchPhrases } from '../src/language/search-terms.ts';
import { openDatabase, type StoreAddress } from '../src/storage/database.ts';
import { openStore } from '../src/storage/store.ts';
import { postgresAt, stop } from '../test/storage/postgres.ts';
import { line, percentiles } from './figures.ts';

const ARTICLES = 1000;
const PARAGRAPHS = 100;
const SENTENCES = 4;
const ROUNDS = 200;

/** What readers look for: all but the last have hits in the shipped articles. */
const QUERIES = {
  'an English word': ['harbour', 'ships', 'names', 'working', 'clock', 'the'],
  'two Chinese characters': ['時鐘', '名字', '大海', '手藝', '世界', '人們'],
  'four Chinese characters': ['格林威治', '天文學家', '英國商人', '福建南部', '兩種語言'],
  'an English word and Chinese': ['tea 茶', 'clock 時鐘', 'sea 海'],
  'nothing that is there': ['zyzzyva', '龘龘'],
};

const { articles } = await readArticleFolder('data/articles');
const pairs = articles.flatMap(({ paragraphs }) => paragraphs).flatMap(sentencePairs);
const made = recombined();
line('paragraphs', `${ARTICLES * PARAGRAPHS} of ${SENTENCES} sentence pairs each`);

const folder = await mkdtemp(path.join(tmpdir(), 'duidu-search-'));
await measure('SQLite', { file: path.join(folder, 'search.sqlite') });
await rm(folder, { recursive: true });
const server = await mkdtemp(path.join(tmpdir(), 'duidu-search-'));
await measure('PostgreSQL', { url: `${await postgresAt(server)}/postgres` });
await stop(server);

/** Articles of sentence pairs in an order of their own: the same ones at every run. */
function recombined(): Article[] {
  let state = 1;
  const random = () => {
    state = (state * 48_271) % 2_147_483_647;
    return state;
  };
  const [pattern] = articles;
  if (pattern === undefined) throw new Error('no article to recombine');
  return Array.from({ length: ARTICLES }, (_, article) => ({
    ...pattern,
    id: `made-${article}`,
    paragraphs: Array.from({ length: PARAGRAPHS }, (__, index) => {
      const chosen = Array.from({ length: SENTENCES }, () => pairs[random() % pairs.length]);
      return {
        number: index + 1,
        en: chosen.map((pair) => pair?.en ?? '').join(' '),
        zh: chosen.map((pair) => pair?.zh ?? '').join(''),
        pairs: [],
      };
    }),
  }));
}

async function measure(name: string, address: StoreAddress): Promise<void> {
  const store = await openStore(address);
  const building = performance.now();
  await store.search.follow(null, made.map(indexedArticle));
  line(`${name}: built in`, `${((performance.now() - building) / 1000).toFixed(1)} s`);
  line(`${name}: size`, `${((await sizeOf(address)) / 1e6).toFixed(0)} MB`);
  const following = performance.now();
  await store.search.follow(null, made.map(indexedArticle));
  const again = ((performance.now() - following) / 1000).toFixed(1);
  line(`${name}: followed again, nothing changed`, `${again} s`);
  for (const [kind, queries] of Object.entries(QUERIES)) {
    const times: number[] = [];
    let fewest = Number.POSITIVE_INFINITY;
    // The first of each kind only warms up, as a database that runs is warm.
    for (let round = -queries.length; round < ROUNDS; round += 1) {
      const phrases = searchPhrases(queries.at(round % queries.length) ?? '');
      const started = performance.now();
      const hits = await store.search.find({ phrases, guildId: '1', articleId: null, limit: 101 });
      fewest = Math.min(fewest, hits.length);
      if (round >= 0) times.push(performance.now() - started);
    }
    line(`${name}: ${kind}`, `${percentiles(times)}, ${fewest} hits or more`);
  }
  await store.close();
}

async function sizeOf(address: StoreAddress): Promise<number> {
  const { db, engine } = openDatabase(address);
  const size =
    engine === 'sqlite'
      ? sql<{ size: number }>`select page_count * page_size as size
          from pragma_page_count, pragma_page_size`
      : sql<{ size: number }>`select pg_database_size(current_database()) as size`;
  const { rows } = await size.execute(db);
  await db.destroy();
  return rows[0]?.size ?? 0;
}
