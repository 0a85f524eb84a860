import { describe, expect, it } from 'vitest';
import { article } from '../../commands/article.ts';
import { AttachmentError } from '../../commands/attachment.ts';
import { type Reply, type Services, UserError } from '../../commands/command.ts';
import { Libraries } from '../../src/article/libraries.ts';
import { MAX_SERVER_ARTICLES } from '../../src/article/server-articles.ts';
import type { Draft } from '../../src/intake/draft.ts';
import { MAX_DRAFTS, type StoredDraft } from '../../src/intake/draft-store.ts';
import { draftButton, draftForm, draftSelect } from '../../src/render/draft/ids.ts';
import { removeButton } from '../../src/render/draft/saved.ts';
import { openStore } from '../../src/storage/store.ts';
import { wordsFor } from '../../src/words/index.ts';
import { articleOf, TIDES } from '../article/fixtures.ts';
import { DAILY } from '../daily/fixtures.ts';
import { asker, services as plain, textOf } from './ask.ts';

const PAIR = { en: 'It rains here. It snows there.', zh: '這裡下雨。那裡下雪。', sure: 0.4 };
const DRAFT: Draft = {
  pairs: [
    { ...PAIR, findings: ['length'] },
    { en: 'Nobody talks.', zh: '沒人說話。', sure: 1, findings: [] },
    { en: 'The sea is calm.', zh: '海很平靜。', sure: 0.95, findings: [] },
  ],
  dropped: [
    { text: '海面平靜。', language: 'zh', reason: 'no partner' },
    { text: '***', language: null, reason: 'no text' },
  ],
};
const STORED: StoredDraft = {
  id: 'draft1234567',
  guildId: '2',
  userId: '1',
  version: 1,
  createdAt: 0,
  about: {
    title: { en: 'The *Harbour*', zh: '港口' },
    rights: { holder: 'Mei', licence: 'own-work' },
    level: 'middle',
    script: 'traditional',
  },
  draft: DRAFT,
  invisible: 2,
};

/** A bot of its own for each test, with a draft and an article of the server 2 in it. */
async function begun(draft: StoredDraft = STORED) {
  const store = await openStore({ file: ':memory:' });
  const libraries = new Libraries(plain.library, store.serverArticles, store.search);
  const own = articleOf([['The net remembers.', '漁網記得。']], {
    id: 'net',
    title: { en: 'The Net', zh: '漁網' },
  });
  await libraries.put('2', own, { by: '1', at: 0 });
  await store.drafts.add(draft);
  const services: Services = {
    ...plain,
    libraries,
    drafts: store.drafts,
    schedules: store.schedules,
    library: libraries.for('2'),
    libraryFor: (guildId) => libraries.for(guildId),
  };
  const ask = asker(article, services);
  const manage = { managesServer: true, now: 1 };
  return {
    ...ask,
    services,
    store,
    libraries,
    run: (subcommand: string, options = {}, changes = {}) =>
      ask.run({ ...manage, subcommand, options, ...changes }),
    press: (id: string, values: readonly string[] = []) => ask.press(id, { ...manage, values }),
    submit: (id: string, fields: Record<string, string>) => ask.submit(id, { ...manage, fields }),
    now: () => store.drafts.find('2', STORED.id, 1),
  };
}

/** What came of a reply that does its work later. */
async function done(replying: Promise<Reply | null>): Promise<string> {
  const reply = await replying;
  if (reply?.kind !== 'later') throw new Error(`not later: ${textOf(reply)}`);
  return JSON.stringify(await reply.work());
}

async function refusal(work: () => unknown): Promise<string> {
  const error = await Promise.resolve()
    .then(work)
    .catch((thrown: unknown) => thrown);
  if (!(error instanceof UserError)) throw new Error(`no UserError but ${JSON.stringify(error)}`);
  return error.explain(wordsFor('en'));
}

type Button = Parameters<typeof draftButton.write>;
const to = (action: Button[0], at = 1, page = 1, version = 1) =>
  draftButton.write(action, STORED.id, version, at, page);

describe('who may bring articles', () => {
  it.each(['add', 'edit', 'remove', 'export'])('managers alone: /article %s', async (name) => {
    const { run } = await begun();
    expect(await refusal(() => run(name, {}, { managesServer: false }))).toContain('Manage Server');
    const inMessages = { guildId: null, managesServer: false };
    expect(await refusal(() => run(name, {}, inMessages))).toContain('in a server only');
  });

  it('and nobody from another server, by a button that was made up', async () => {
    const here = await begun();
    const elsewhere = { managesServer: true, now: 1, guildId: '3' };
    expect(textOf(await here.press(to('overview')))).toContain('Draft: The');
    const other = asker(article, here.services);
    expect(await refusal(() => other.press(to('overview'), elsewhere))).toContain(
      'no longer there',
    );
    expect(
      await refusal(() => other.press(removeButton.write('remove', 'net'), elsewhere)),
    ).toContain('no longer here');
    expect(here.libraries.ownArticle('2', 'net')).not.toBeNull();
  });
});

describe('/article add', () => {
  const said = { title: 'Rain', rights: 'permission', holder: 'Mei Lin' };

  it('tells every limit before it begins', async () => {
    const { run, libraries, services } = await begun();
    const free = { ...said, rights: 'free-licence' };
    expect(await refusal(() => run('add', free))).toContain('which free licence');
    for (let number = 1; number < MAX_SERVER_ARTICLES; number += 1) {
      await libraries.put('2', { ...TIDES, id: `a-${number}` }, { by: '1', at: 1 });
    }
    expect(await refusal(() => run('add', said))).toContain(`${MAX_SERVER_ARTICLES} articles`);
    expect(services.libraryFor('2').articles.length).toBeGreaterThan(MAX_SERVER_ARTICLES);
  });

  it('explains what it cannot fetch', async () => {
    const { services } = await begun();
    const problem = new AttachmentError('gone');
    const ask = asker(article, { ...services, fetchAttachment: () => Promise.reject(problem) });
    const attachments = { file: { url: 'u', name: 'a.txt', size: 1, contentType: null } };
    const asked = { managesServer: true, subcommand: 'add', options: said, attachments };
    expect(await refusal(() => done(ask.run(asked)))).toContain('does not have the file');
  });

  it('reads, refuses and keeps as many drafts as a server may have', async () => {
    const { services, store } = await begun();
    const texts = new Map([
      ['rain.txt', 'It rains here.\n這裡下雨。\nIt snows there.\n那裡下雪。'],
      ['english.txt', 'It rains here.\nIt snows.'],
    ]);
    const fetchAttachment = async ({ url }: { url: string }) => Buffer.from(texts.get(url) ?? '');
    const ask = asker(article, { ...services, fetchAttachment });
    const add = (url: string) =>
      done(
        ask.run({
          managesServer: true,
          now: 1,
          subcommand: 'add',
          options: said,
          attachments: { file: { url, name: `*${url}`, size: 1, contentType: null } },
        }),
      );
    expect(await add('rain.txt')).toContain('2 pairs');
    expect(await refusal(() => add('english.txt'))).toContain('\\*english.txt has a translation');
    const [, added] = await store.drafts.ofServer('2', 1);
    expect(added?.about).toMatchObject({
      title: { en: 'Rain', zh: 'Rain' },
      rights: { holder: 'Mei Lin', licence: 'permission' },
    });
    for (let number = 2; number < MAX_DRAFTS; number += 1) {
      await store.drafts.add({ ...STORED, id: `d${number}` });
    }
    expect(await refusal(() => add('rain.txt'))).toContain(`${MAX_DRAFTS} drafts`);
  });
});

describe('a draft', () => {
  it('is shown from all sides', async () => {
    const { press } = await begun();
    const overview = textOf(await press(to('overview')));
    expect(overview).toContain('The \\\\*Harbour\\\\*');
    expect(overview).toMatch(
      /3 pairs.*2 lines left out.*2 invisible.*lengths that do not fit.*: 1/,
    );
    expect(overview).toContain('40% sure');
    expect(textOf(await press(to('pairs')))).toContain('The sea is calm');
    expect(textOf(await press(to('pair', 2)))).toContain('Pair 2 of 3');
    expect(textOf(await press(to('after', 99)))).toContain('Pair 3 of 3');
    expect(textOf(await press(to('before', 1)))).toContain('Pair 1 of 3');
    expect(textOf(await press(to('dropped')))).toContain('no translation found');
    expect(textOf(await press(to('ask-split', 1)))).toContain('It rains here.');
    expect(textOf(await press(to('ask-split', 2)))).toContain('nowhere to cut');
    expect(textOf(await press(to('ask-swap', 2)))).toContain('海面平靜。');
    expect(textOf(await press(draftSelect.write('pair', STORED.id, 1, 1), ['3']))).toContain(
      '海很平靜',
    );
  });

  it('is corrected step by step', async () => {
    const { press, submit, now } = await begun();
    expect(textOf(await press(draftSelect.write('split', STORED.id, 1, 1), ['15-5']))).toContain(
      '1 of 4',
    );
    expect(textOf(await press(draftSelect.write('swap', STORED.id, 2, 4), ['1']))).toContain(
      '海面平靜',
    );
    expect(textOf(await press(to('merge', 1, 1, 3)))).toContain('It rains here. It snows there.');
    expect(textOf(await press(to('drop', 2, 1, 4)))).toContain('Pair 2 of 2');
    const form = await press(to('correct', 2, 1, 5));
    expect(textOf(form)).toContain('The sea is calm.');
    const id = draftForm.write(STORED.id, 5, 2);
    expect(await refusal(() => submit(id, { en: '\u200b ', zh: '海' }))).toContain('Both texts');
    expect(textOf(await submit(id, { en: 'The sea\u202e sleeps.', zh: '海睡了。' }))).toContain(
      'sleeps',
    );
    expect((await now())?.draft.pairs).toEqual([
      { en: PAIR.en, zh: PAIR.zh, sure: 1, findings: [] },
      { en: 'The sea sleeps.', zh: '海睡了。', sure: 1, findings: [] },
    ]);
  });

  it('takes no step that was asked for on an older version, or that cannot be done', async () => {
    const { press, now } = await begun();
    expect(textOf(await press(to('merge', 3)))).toContain('cannot be done');
    await press(to('drop', 1));
    expect(textOf(await press(to('drop', 1)))).toContain('changed meanwhile');
    expect(textOf(await press(to('save', 1)))).toContain('changed meanwhile');
    await press(to('drop', 1, 1, 2));
    expect(textOf(await press(to('drop', 1, 1, 3)))).toContain('only pair');
    expect((await now())?.draft.pairs).toHaveLength(1);
    expect(textOf(await press(to('correct', 9, 1, 3)))).toContain('cannot be done');
    expect(textOf(await press(draftSelect.write('swap', STORED.id, 3, 1), ['99']))).toContain(
      'cannot be',
    );
  });

  it('is saved as an article of the server', async () => {
    const { press, libraries, now } = await begun();
    expect(await done(press(to('save')))).toContain('is saved');
    expect(await now()).toBeNull();
    const saved = libraries.ownOf('2').find(({ title }) => title.zh === '港口');
    expect(saved?.id).toMatch(/^the-harbour-[a-z][a-z0-9]{5}$/);
    expect(saved?.paragraphs[0]?.pairs).toHaveLength(2);
    expect(await refusal(() => press(to('save')))).toContain('no longer there');
  });

  it('is thrown away when asked twice', async () => {
    const { press, now } = await begun();
    expect(textOf(await press(to('ask-cancel')))).toContain('cannot be brought back');
    expect(textOf(await press(to('cancel')))).toContain('Nothing was published');
    expect(await now()).toBeNull();
  });

  it('of long texts fits a message, and its form says what does not fit', async () => {
    const long = {
      en: 'The rain falls. '.repeat(900).trim(),
      zh: '雨落下來。'.repeat(900),
      sure: 0.5,
    };
    const draft = {
      pairs: Array.from({ length: 30 }, () => ({ ...long, findings: [] })),
      dropped: Array.from({ length: 60 }, () => ({
        text: long.zh,
        language: 'zh' as const,
        reason: 'dropped' as const,
      })),
    };
    const { press } = await begun({ ...STORED, draft });
    expect(textOf(await press(to('pair', 1)))).toContain('…');
    expect(textOf(await press(to('pairs', 2)))).toContain('Page 2 of 6');
    expect(textOf(await press(to('dropped', 3)))).toContain('Page 3 of 6');
    expect(textOf(await press(to('ask-swap', 1, 3)))).toContain('draft-choose:swap');
    expect(textOf(await press(to('ask-split', 1)))).toContain('…');
    expect(await refusal(() => press(to('correct', 1)))).toContain('4,000');
    expect(textOf(await press(to('merge', 1)))).toContain('cannot be done');
  });
});

describe('/article edit', () => {
  it('goes on with a draft, which is offered with the articles', async () => {
    const { run, complete } = await begun();
    const changes = { managesServer: true, now: 1, subcommand: 'edit' };
    expect(await complete('article', 'net', changes)).toEqual([
      { name: 'Draft: The *Harbour*', value: `draft:${STORED.id}` },
      { name: 'The Net 漁網', value: 'net' },
    ]);
    expect(await complete('article', 'net', { ...changes, managesServer: false })).toEqual([]);
    expect(textOf(await run('edit', { article: `draft:${STORED.id}` }))).toContain('3 pairs');
    expect(await refusal(() => run('edit', { article: 'draft:x' }))).toContain('no longer there');
  });

  it('changes what is said of an article', async () => {
    const { run, libraries } = await begun();
    expect(await refusal(() => run('edit', { article: 'net' }))).toContain('what is to be changed');
    expect(await refusal(() => run('edit', { article: 'tides' }))).toContain('comes with the bot');
    expect(await refusal(() => run('edit', { article: 'x' }))).toContain('“The Net”');
    const options = { article: 'the net', title: 'A Net\u202e', level: 'hard', rights: 'own-work' };
    expect(textOf(await run('edit', options))).toContain('is changed');
    expect(libraries.ownArticle('2', 'net')).toMatchObject({
      title: { en: 'A Net', zh: '漁網' },
      level: 'hard',
      rights: { holder: 'The Duidu authors', licence: 'own-work' },
    });
  });

  it('corrects one paragraph', async () => {
    const { run, submit, libraries } = await begun();
    expect(await refusal(() => run('edit', { article: 'net', paragraph: 2 }))).toContain('1 to 1');
    const form = await run('edit', { article: 'net', paragraph: 1 });
    if (form?.kind !== 'modal') throw new Error('a form was expected');
    const { custom_id: id } = form.modal;
    expect(await refusal(() => submit(id, { en: ' ', zh: '一' }))).toContain('Both texts');
    const texts = { en: 'The net forgets.\nIt is old.', zh: '漁網忘了。它老了。' };
    expect(await done(submit(id, texts))).toContain('is changed');
    expect(libraries.ownArticle('2', 'net')?.paragraphs).toEqual([
      {
        number: 1,
        en: 'The net forgets. It is old.',
        zh: '漁網忘了。它老了。',
        pairs: [
          { en: [0], zh: [0] },
          { en: [1], zh: [1] },
        ],
      },
    ]);
    expect(textOf(await submit(id, texts))).toContain('has been revised');
    await libraries.remove('2', 'net');
    expect(await refusal(() => submit(id, texts))).toContain('no longer here');
    expect(await refusal(() => run('edit', { article: 'net' }))).toContain('no article of its own');
  });
});

describe('/article remove', () => {
  it('asks, pauses what reads the article, and removes it', async () => {
    const { run, press, services, libraries } = await begun();
    const schedule = { ...DAILY, guildId: '2', articleId: 'net', paused: null };
    await services.schedules.add(schedule);
    await services.schedules.add({ ...schedule, id: 'other', articleId: null });
    expect(textOf(await run('remove', { article: 'net' }))).toContain('will pause: 1');
    expect(textOf(await press(removeButton.write('keep', 'net')))).toContain('Nothing was changed');
    expect(textOf(await press(removeButton.write('remove', 'net')))).toContain('is gone');
    expect(libraries.ownOf('2')).toEqual([]);
    expect(await services.schedules.byId(schedule.id)).toMatchObject({
      paused: { reason: 'article-gone', since: 1 },
    });
    expect((await services.schedules.byId('other'))?.paused).toBeNull();
    expect(await refusal(() => press(removeButton.write('remove', 'net')))).toContain('no longer');
  });

  it('offers the server’s own articles only', async () => {
    const { complete } = await begun();
    const found = await complete('article', '', { subcommand: 'remove' });
    expect(found).toEqual([{ name: 'The Net 漁網', value: 'net' }]);
    expect(await complete('article', '', { subcommand: 'remove', guildId: null })).toEqual([]);
    expect(await complete('article', '', { subcommand: 'show' })).toHaveLength(3);
  });
});

describe('/article export', () => {
  it.each([
    ['json', ['net.json'], '"paragraphs"'],
    ['texts', ['net.en.txt', 'net.zh.txt'], 'The net remembers.\n'],
    ['tmx', ['net.tmx'], '<seg>The net remembers.</seg>'],
  ])('%s', async (format, names, content) => {
    const { run } = await begun();
    const reply = await run('export', { article: 'net', format });
    if (reply?.kind !== 'message') throw new Error('a message was expected');
    expect(reply.private).toBe(true);
    expect(reply.files?.map(({ name }) => name)).toEqual(names);
    expect(Buffer.from(reply.files?.[0]?.data ?? []).toString()).toContain(content);
  });
});
