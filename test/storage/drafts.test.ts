import { expect, it } from 'vitest';
import { DRAFT_LIFE, MAX_DRAFTS, type StoredDraft } from '../../src/intake/draft-store.ts';
import { onBoth } from './on-both.ts';

const NOW = 1_780_000_000_000;
const DRAFT: StoredDraft = {
  id: 'draft1',
  guildId: '1',
  userId: '7',
  version: 1,
  createdAt: NOW,
  about: {
    title: { en: 'The Harbour', zh: '港口' },
    rights: { holder: 'Mei Lin', licence: 'CC0 1.0' },
    level: 'middle',
    script: 'traditional',
  },
  draft: {
    pairs: [{ en: 'It rains.', zh: '下雨了。', sure: 0.25, findings: ['length'] }],
    dropped: [
      { text: '***', language: null, reason: 'no text' },
      { text: '廣告', language: 'zh', reason: 'repeated' },
    ],
  },
  invisible: 3,
};

onBoth('drafts', ({ open, address, openAt }) => {
  it('are found in their own server until they are too old', async () => {
    const at = await address();
    const before = await openAt(at);
    expect(await before.drafts.add(DRAFT)).toBe(true);
    await before.close();
    const { drafts } = await openAt(at);
    const late = NOW + DRAFT_LIFE - 1;
    expect(await drafts.find('1', 'draft1', late)).toEqual(DRAFT);
    expect(await drafts.ofServer('1', late)).toEqual([{ id: 'draft1', about: DRAFT.about }]);
    expect(await drafts.find('2', 'draft1', late)).toBeNull();
    expect(await drafts.find('1', 'draft1', late + 1)).toBeNull();
    expect(await drafts.ofServer('1', late + 1)).toEqual([]);
    await drafts.expire(late + 1);
    expect(await drafts.find('1', 'draft1', late)).toBeNull();
  });

  it('change step by step, and of two steps at once the first one counts', async () => {
    const { drafts } = await open();
    await drafts.add(DRAFT);
    const next = { ...DRAFT, version: 2, draft: { pairs: [], dropped: [] } };
    expect(await drafts.change({ ...next, guildId: '2' })).toBe(false);
    expect(await drafts.change(next)).toBe(true);
    expect(await drafts.change({ ...DRAFT, version: 2 })).toBe(false);
    expect(await drafts.find('1', 'draft1', NOW)).toEqual(next);
    await drafts.remove('2', 'draft1');
    expect(await drafts.find('1', 'draft1', NOW)).toEqual(next);
    await drafts.remove('1', 'draft1');
    expect(await drafts.find('1', 'draft1', NOW)).toBeNull();
  });

  it('are limited for each server', async () => {
    const { drafts } = await open();
    for (let number = 0; number < MAX_DRAFTS; number += 1) {
      expect(await drafts.add({ ...DRAFT, id: `d${number}` })).toBe(true);
    }
    expect(await drafts.add(DRAFT)).toBe(false);
    expect(await drafts.add({ ...DRAFT, guildId: '2' })).toBe(true);
    expect(await drafts.add({ ...DRAFT, id: 'later', createdAt: NOW + DRAFT_LIFE })).toBe(true);
  });

  it('go with the person and with the server', async () => {
    const { drafts, personal, serverData } = await open();
    expect(personal).toContain(drafts);
    expect(serverData).toContain(drafts);
    await drafts.add(DRAFT);
    await drafts.add({ ...DRAFT, id: 'other', userId: '8', createdAt: NOW + 1 });
    await drafts.add({ ...DRAFT, id: 'else', guildId: '2', userId: '8', createdAt: NOW + 2 });
    expect(await drafts.exportOf('7')).toEqual([DRAFT]);
    await drafts.forget('7');
    expect(await drafts.exportOf('7')).toEqual([]);
    await drafts.forgetServer('1');
    expect(await drafts.exportOf('8')).toMatchObject([{ id: 'else' }]);
  });
});
