import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { indexedArticle } from '../../src/article/search.ts';
import { readable } from '../../src/privacy/owned-data.ts';
import { newCard } from '../../src/quiz/card.ts';
import { step } from '../../src/quiz/round-step.ts';
import { openDatabase, type StoreAddress } from '../../src/storage/database.ts';
import type { Store } from '../../src/storage/store.ts';
import { TIDES } from '../article/fixtures.ts';
import { DAILY } from '../daily/fixtures.ts';
import { ANSWER, KEY, roundOf, WORD } from '../quiz/fixtures.ts';
import { onBoth } from './on-both.ts';

/** Numbers that stand nowhere by chance. */
const USER = '777000000000000777';
const GUILD = '888000000000000888';
const NOW = 1_780_000_000_000;

/** Leaves something of the user and of the server in every place that can keep it. */
async function fill(store: Store): Promise<void> {
  const [paragraph] = TIDES.paragraphs;
  if (paragraph === undefined) throw new Error('no paragraph');
  await store.schedules.add({ ...DAILY, guildId: GUILD, createdBy: USER });
  await store.serverArticles.put(GUILD, TIDES, { by: USER, at: NOW });
  await store.search.follow(GUILD, [indexedArticle(TIDES)]);
  await store.drafts.add({
    id: 'draft',
    guildId: GUILD,
    userId: USER,
    version: 1,
    createdAt: NOW,
    about: { title: TIDES.title, rights: TIDES.rights, level: 'easy', script: 'traditional' },
    draft: { pairs: [{ en: 'A.', zh: '一。', sure: 1, findings: [] }], dropped: [] },
    invisible: 0,
  });
  await store.readers.choose(USER, { aid: 'zhuyin' });
  await store.readers.setDefaults(GUILD, { aid: 'zhuyin' });
  const round = { ...roundOf('race'), guildId: GUILD, startedBy: USER };
  await store.rounds.add(round);
  const chosen = step(round, { kind: 'chosen', number: 1, key: KEY }, 1000).round;
  const posted = step(chosen, { kind: 'posted', number: 1, messageId: 'm' }, 1100).round;
  const answered = { kind: 'answered', number: 1, readerId: USER, right: false, worth: 0 } as const;
  const counted = { ...ANSWER, readerId: USER, guildId: GUILD };
  expect(await store.rounds.save(step(posted, answered, 1200).round, 1, [counted])).toBe(true);
  await store.cards.save([newCard(USER, WORD, NOW)]);
  await store.cards.remind(USER, 'en');
  await store.progress.moveBookmark(USER, {
    articleId: 'tides',
    number: 1,
    finished: false,
    at: NOW,
  });
  await store.progress.noteDrawn(USER, { passage: { article: TIDES, paragraph }, anew: [] });
}

/** The tables in which `text` stands anywhere. */
async function tablesWith(text: string, address: StoreAddress): Promise<string[]> {
  const { db, engine } = openDatabase(address);
  const tables = await db.introspection.getTables();
  const found: string[] = [];
  for (const { name, columns } of tables) {
    if (name.startsWith('search_text')) continue;
    const values = columns.map((column) => sql.ref(column.name));
    const row =
      engine === 'sqlite'
        ? sql`json_array(${sql.join(values)})`
        : sql`json_build_array(${sql.join(values)})::text`;
    const { rows } = await sql`select 1 from ${sql.table(name)}
      where ${row} like ${`%${text}%`} limit 1`.execute(db);
    if (rows.length > 0) found.push(name);
  }
  await db.destroy();
  return found.toSorted();
}

onBoth('forgetting', ({ address, openAt }) => {
  it('leaves no row with a person’s number, and nothing of theirs unfilled by this test', async () => {
    const at = await address();
    const store = await openAt(at);
    await fill(store);
    for (const part of store.personal) {
      const entries = await part.exportOf(USER);
      expect(entries, part.section).not.toEqual([]);
      // No time is left in it that only a computer can read.
      expect(JSON.stringify(entries.map(readable)), part.section).not.toMatch(/[^"\d]\d{13}[^"\d]/);
    }
    expect((await tablesWith(USER, at)).length).toBeGreaterThan(8);
    for (const part of store.personal) await part.forget(USER);
    expect(await tablesWith(USER, at)).toEqual([]);
    for (const part of store.personal) expect(await part.exportOf(USER)).toEqual([]);
    // What belongs to the server stays there, without the name.
    expect(await store.schedules.ofServer(GUILD)).toHaveLength(1);
    expect(await store.serverArticles.stamps()).toHaveLength(1);
  });

  it('leaves no row with a server’s number, and of its members what is theirs', async () => {
    const at = await address();
    const store = await openAt(at);
    await fill(store);
    expect((await tablesWith(GUILD, at)).length).toBeGreaterThan(5);
    for (const part of store.serverData) await part.forgetServer(GUILD);
    expect(await tablesWith(GUILD, at)).toEqual([]);
    expect(await store.cards.of(USER)).toHaveLength(1);
    expect(await store.progress.bookmarksOf(USER)).toHaveLength(1);
  });
});
