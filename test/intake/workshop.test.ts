import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { Workshop } from '../../src/intake/workshop.ts';

const folders = [fileURLToPath(new URL('../../.cache/', import.meta.url))];
const file = (text: string) => [{ name: 'a.txt', bytes: Buffer.from(text) }];
const text = file('It rains.\n下雨了。\n');

describe('the workshop', () => {
  it('does one job at a time for a server, and one after the other for all', async () => {
    const workshop = new Workshop(folders);
    const first = workshop.makeDraft('1', text);
    await expect(workshop.makeDraft('1', text)).rejects.toMatchObject({ reason: 'server-busy' });
    const other = workshop.makeDraft('2', file(''));
    await expect(other).rejects.toMatchObject({ refusal: 'empty', file: 'a.txt' });
    const { draft } = await first;
    expect(draft.pairs).toMatchObject([{ en: 'It rains.', zh: '下雨了。' }]);
    // Free again, also after a refusal.
    const rights = { holder: 'Ada', licence: 'own-work' };
    const about = {
      title: { en: 'A', zh: '甲' },
      rights,
      level: 'easy',
      script: 'traditional',
    } as const;
    const article = await workshop.finish('2', { id: 'a', about, pairs: draft.pairs });
    expect(article.paragraphs[0]?.pairs).toEqual([{ en: [0], zh: [0] }]);
  });

  it('gives up what takes too long, and takes no more than it can do soon', async () => {
    const workshop = new Workshop(folders, 1);
    const jobs = Array.from({ length: 11 }, (_, at) => workshop.makeDraft(String(at), text));
    const ended = Promise.allSettled(jobs);
    await expect(workshop.makeDraft('late', text)).rejects.toMatchObject({ reason: 'host-busy' });
    const reasons = (await ended).map((one) => one.status === 'rejected' && one.reason.reason);
    expect(new Set(reasons)).toEqual(new Set(['too-slow']));
    await expect(workshop.makeDraft('late', text)).rejects.toMatchObject({ reason: 'too-slow' });
  });
});
