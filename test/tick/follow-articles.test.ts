import { expect, it, vi } from 'vitest';
import { Libraries } from '../../src/article/libraries.ts';
import { Library } from '../../src/article/library.ts';
import { SettableClock } from '../../src/clock/clock.ts';
import { createLog } from '../../src/log.ts';
import { openStore } from '../../src/storage/store.ts';
import { followArticles } from '../../src/tick/follow-articles.ts';
import { articleOf, TIDES } from '../article/fixtures.ts';

const HARBOUR = articleOf([['The ferry leaves.', '渡輪開了。']], { id: 'harbour' });

it('takes over once a minute what another process stored, also after a failure', async () => {
  const lines: string[] = [];
  const log = createLog(
    { logLevel: 'info', discord: { token: 'no-token', apiUrl: '' } },
    { write: (line: string) => lines.push(line) },
  );
  const store = await openStore({ file: ':memory:' });
  const make = () =>
    new Libraries(new Library({ articles: [TIDES], bad: [] }), store.serverArticles, store.search);
  const [here, elsewhere] = [make(), make()];
  const clock = new SettableClock();
  let broken = true;
  const drafts = {
    expire: async (now: number) => {
      if (broken) throw new Error('the store is away');
      await store.drafts.expire(now);
    },
  };
  const stop = followArticles({ libraries: here, drafts, clock, log });
  await elsewhere.put('1', HARBOUR, { by: '7', at: 1 });
  expect(here.for('1').byId('harbour')).toBeNull();
  clock.advance(60_000);
  await vi.waitFor(() => expect(lines.join()).toContain('the store is away'));
  expect(here.for('1').byId('harbour')).toEqual(HARBOUR);
  broken = false;
  await elsewhere.remove('1', 'harbour');
  clock.advance(60_000);
  await vi.waitFor(() => expect(here.for('1').byId('harbour')).toBeNull());
  await stop();
  await store.close();
});
