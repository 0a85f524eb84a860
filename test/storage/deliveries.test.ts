import { expect, it } from 'vitest';
import type { Claim, Schedule } from '../../src/daily/model.ts';
import type { Store } from '../../src/storage/store.ts';
import { DAILY, MORNING } from '../daily/fixtures.ts';
import { onBoth } from './on-both.ts';

const LEASE = 60_000;
const DAY = 86_400_000;
const NEXT = { day: '2026-11-25', at: MORNING + DAY };
const TODAY = { scheduleId: DAILY.id, day: '2026-11-24' };
const RUN = { day: '2026-11-24', at: MORNING, late: false };
const AFTER = { articleId: 'tides', last: 1, round: 0, seed: 7 };
const SENT = {
  placed: { channelId: '5', messageId: '6' },
  sentAt: MORNING + 1000,
  articleId: 'tides',
  paragraphs: [1],
  position: AFTER,
  reason: null,
  pause: null,
} as const;

/** A store with one schedule that owes today's post. */
async function owing(store: Store, schedule: Schedule = DAILY): Promise<Store> {
  await store.schedules.add(schedule);
  await store.deliveries.owe([{ schedule, runs: [RUN], next: NEXT }]);
  return store;
}

async function claimed(store: Store, now = MORNING): Promise<Claim> {
  const claim = await store.deliveries.claim(TODAY, now, now + LEASE);
  if (claim === null) throw new Error('nothing could be claimed');
  return claim;
}

const latest = async ({ schedules }: Store) => (await schedules.history(DAILY.id, 1))[0];

onBoth('deliveries', ({ open, address, openAt }) => {
  it('tells which schedules are due: not paused ones, not those of later', async () => {
    const { schedules, deliveries } = await open();
    await schedules.add(DAILY);
    await schedules.add({ ...DAILY, id: 'later', next: NEXT });
    await schedules.add({ ...DAILY, id: 'never', next: null });
    await schedules.add({ ...DAILY, id: 'rests', paused: { reason: 'by-hand', since: 1 } });
    expect(await deliveries.due(MORNING - 1, 9)).toEqual([]);
    expect(await deliveries.due(MORNING, 9)).toEqual([DAILY]);
    expect((await deliveries.due(NEXT.at, 9)).map(({ id }) => id)).toEqual([DAILY.id, 'later']);
    expect(await deliveries.due(NEXT.at, 1)).toHaveLength(1);
  });

  it('records each day once, whoever looks and how often', async () => {
    const store = await owing(await open());
    const late = { day: '2026-11-23', at: MORNING - DAY, late: true };
    await store.deliveries.owe([{ schedule: DAILY, runs: [late, RUN], next: NEXT }]);
    expect(await store.schedules.history(DAILY.id, 9)).toHaveLength(1);
    // An edit set the schedule back by a day: what was owed then is not owed again.
    await store.schedules.change(DAILY.id, { next: { day: late.day, at: late.at } });
    const read = await store.schedules.byId(DAILY.id);
    if (read === null) throw new Error('the schedule is gone');
    await store.deliveries.owe([{ schedule: read, runs: [late, RUN], next: NEXT }]);
    const states = (await store.schedules.history(DAILY.id, 9)).map(({ state, reason }) => [
      state,
      reason,
    ]);
    expect(states).toEqual([
      ['owed', null],
      ['missed', 'down'],
    ]);
    expect((await store.schedules.byId(DAILY.id))?.next).toEqual(NEXT);
  });

  it('gives a delivery to one of many', async () => {
    const store = await owing(await open());
    const tries = Array.from({ length: 8 }, () =>
      store.deliveries.claim(TODAY, MORNING, MORNING + LEASE),
    );
    expect((await Promise.all(tries)).filter((claim) => claim !== null)).toHaveLength(1);
    expect(await store.deliveries.ready(MORNING + LEASE - 1, 9)).toEqual([]);
    expect(await store.deliveries.ready(MORNING + LEASE, 9)).toEqual([TODAY]);
  });

  it('tells a claim what it is for, and since when there is doubt', async () => {
    const store = await owing(await open());
    await store.servers.mark([DAILY.guildId], 'present', 1);
    const first = await claimed(store);
    expect(first.schedule).toEqual({ ...DAILY, next: NEXT });
    expect(first.presence).toBe('present');
    expect(first.delivery).toMatchObject({ attempts: 1, doubtSince: null, claimedAt: MORNING });
    const second = await claimed(store, MORNING + LEASE);
    expect(second.delivery).toMatchObject({ attempts: 2, doubtSince: MORNING });
    const third = await claimed(store, MORNING + 2 * LEASE);
    expect(third.delivery).toMatchObject({ attempts: 3, doubtSince: MORNING });
  });

  it('records a post once, and moves the sequence with it', async () => {
    const store = await owing(await open());
    const claim = await claimed(store);
    await store.deliveries.sent(claim, SENT);
    await store.deliveries.sent(claim, { ...SENT, placed: { channelId: '7', messageId: '8' } });
    expect(await latest(store)).toMatchObject({
      state: 'sent',
      channelId: '5',
      messageId: '6',
      sentAt: SENT.sentAt,
      articleId: 'tides',
      paragraphs: [1],
    });
    expect(await store.schedules.byId(DAILY.id)).toEqual({ ...DAILY, next: NEXT, position: AFTER });
    expect(await store.deliveries.claim(TODAY, MORNING + DAY, MORNING + 2 * DAY)).toBeNull();
  });

  it('leaves alone the sequence that somebody began meanwhile, and pauses what has ended', async () => {
    const store = await owing(await open());
    const claim = await claimed(store);
    const chosen = { articleId: 'other', last: 0, round: 0, seed: 7 };
    await store.schedules.change(DAILY.id, { position: chosen });
    await store.deliveries.sent(claim, { ...SENT, pause: { reason: 'finished', since: 1 } });
    expect(await store.schedules.byId(DAILY.id)).toMatchObject({ position: chosen, paused: null });
    const other = { ...DAILY, id: 'ends' };
    await store.schedules.add(other);
    await store.deliveries.owe([{ schedule: other, runs: [RUN], next: null }]);
    const last = await store.deliveries.claim({ ...TODAY, scheduleId: 'ends' }, MORNING, NEXT.at);
    if (last === null) throw new Error('nothing could be claimed');
    await store.deliveries.sent(last, { ...SENT, pause: { reason: 'finished', since: 1 } });
    const paused = { reason: 'finished', since: 1 };
    expect(await store.schedules.byId('ends')).toMatchObject({ paused, position: AFTER });
  });

  it('gives a claim back, unless it has passed to another', async () => {
    const store = await owing(await open());
    const first = await claimed(store);
    const second = await claimed(store, MORNING + LEASE);
    await store.deliveries.postpone(first, MORNING + 5, { reason: 'network', doubtSince: null });
    await store.deliveries.end(first, 'failed', 'refused', { reason: 'refused', since: 1 });
    expect(await latest(store)).toMatchObject({ state: 'claimed', reason: null });
    const at = MORNING + 3 * LEASE;
    await store.deliveries.postpone(second, at, { reason: 'network', doubtSince: 4 });
    expect(await latest(store)).toMatchObject({
      state: 'owed',
      nextAttemptAt: at,
      reason: 'network',
      doubtSince: 4,
    });
    expect((await store.schedules.byId(DAILY.id))?.paused).toBeNull();
  });

  it('ends a claim, with a pause that is told once', async () => {
    const store = await owing(await open());
    const pause = { reason: 'missing-permissions', since: MORNING } as const;
    await store.deliveries.end(await claimed(store), 'failed', 'missing-permissions', pause);
    expect(await latest(store)).toMatchObject({ state: 'failed', reason: 'missing-permissions' });
    expect(await store.deliveries.untold(9)).toMatchObject([{ id: DAILY.id, paused: pause }]);
    await store.deliveries.told(DAILY.id);
    expect(await store.deliveries.untold(9)).toEqual([]);
    await store.schedules.change(DAILY.id, { paused: { reason: 'by-hand', since: 1 } });
    expect(await store.deliveries.untold(9)).toEqual([]);
  });

  it('adds an extra post, and skips a day before it comes', async () => {
    const store = await open();
    const { deliveries, schedules } = store;
    await schedules.add(DAILY);
    const extra = { scheduleId: DAILY.id, day: '2026-11-24+1' };
    expect(await deliveries.add(extra, MORNING, 'owed')).toBe(true);
    expect(await deliveries.add(extra, MORNING, 'owed')).toBe(false);
    expect(await deliveries.ready(MORNING, 9)).toEqual([extra]);
    expect(await deliveries.add(TODAY, MORNING, 'skipped')).toBe(true);
    await deliveries.owe([{ schedule: DAILY, runs: [RUN], next: NEXT }]);
    const history = await schedules.history(DAILY.id, 9);
    expect(history.map(({ state, reason }) => [state, reason])).toEqual([
      ['owed', null],
      ['skipped', 'by-hand'],
    ]);
  });

  it('hands out what has waited longest first', async () => {
    const store = await owing(await open());
    const early = { ...RUN, at: MORNING - 1, day: '2026-11-23' };
    const other = { ...DAILY, id: 'a-second' };
    await store.schedules.add(other);
    await store.deliveries.owe([{ schedule: other, runs: [early, RUN], next: NEXT }]);
    const ready = await store.deliveries.ready(MORNING, 9);
    expect(ready.map(({ scheduleId, day }) => `${scheduleId} ${day}`)).toEqual([
      'a-second 2026-11-23',
      'daily-1 2026-11-24',
    ]);
    expect(await store.deliveries.ready(MORNING, 1)).toHaveLength(1);
  });

  it('gives the posts of one schedule one after the other, since each moves the sequence', async () => {
    const { schedules, deliveries } = await open();
    await schedules.add(DAILY);
    const early = { ...RUN, at: MORNING - 1, day: '2026-11-23' };
    await deliveries.owe([{ schedule: DAILY, runs: [early, RUN], next: NEXT }]);
    const first = { scheduleId: DAILY.id, day: early.day };
    expect(await deliveries.claim(TODAY, MORNING, MORNING + LEASE)).toBeNull();
    const claim = await deliveries.claim(first, MORNING, MORNING + LEASE);
    expect(await deliveries.ready(MORNING, 9)).toEqual([]);
    expect(await deliveries.claim(TODAY, MORNING, MORNING + LEASE)).toBeNull();
    if (claim !== null) await deliveries.sent(claim, SENT);
    const second = await deliveries.claim(TODAY, MORNING, MORNING + LEASE);
    expect(second?.schedule.position).toEqual(AFTER);
  });

  it('is forgotten long after it was done with, and never before', async () => {
    const store = await owing(await open());
    const { deliveries, schedules } = store;
    const old = { scheduleId: DAILY.id, day: '2026-11-20' };
    await deliveries.add(old, MORNING - 4 * DAY, 'skipped');
    await deliveries.forgetBefore(MORNING - 4 * DAY - 1);
    expect(await schedules.history(DAILY.id, 9)).toHaveLength(2);
    // What is still owed stays, however old it is.
    await deliveries.forgetBefore(NEXT.at);
    expect(await schedules.history(DAILY.id, 9)).toMatchObject([{ day: TODAY.day }]);
    await deliveries.sent(await claimed(store), SENT);
    await deliveries.forgetBefore(MORNING + LEASE - 1);
    expect(await latest(store)).toMatchObject({ state: 'sent' });
    await deliveries.forgetBefore(MORNING + LEASE);
    expect(await latest(store)).toBeUndefined();
  });

  it('goes with its schedule', async () => {
    const store = await owing(await open());
    await store.schedules.remove(DAILY.id);
    expect(await store.deliveries.ready(NEXT.at, 9)).toEqual([]);
    expect(await store.deliveries.claim(TODAY, MORNING, NEXT.at)).toBeNull();
  });

  it('is claimed once by many connections to one database', async () => {
    const at = await address();
    const stores = [await openAt(at), await openAt(at), await openAt(at)];
    const [store] = stores;
    if (store === undefined) throw new Error('no store');
    await owing(store);
    const tries = stores.flatMap(({ deliveries }) =>
      Array.from({ length: 5 }, () => deliveries.claim(TODAY, MORNING, MORNING + LEASE)),
    );
    expect((await Promise.all(tries)).filter((claim) => claim !== null)).toHaveLength(1);
  });
});

onBoth('servers', ({ open }) => {
  it('keeps since when a server is present, away or left', async () => {
    const { servers } = await open();
    expect(await servers.presenceOf('1')).toBeNull();
    await servers.mark(['1', '2'], 'present', 10);
    await servers.mark(['2'], 'left', 20);
    await servers.mark(['2'], 'left', 30);
    await servers.mark([], 'away', 40);
    expect(await servers.presenceOf('2')).toBe('left');
    expect(await servers.leftBefore(19)).toEqual([]);
    expect(await servers.leftBefore(20)).toEqual(['2']);
    await servers.mark(['2'], 'away', 50);
    expect(await servers.leftBefore(99)).toEqual([]);
    expect((await servers.known()).toSorted()).toEqual(['1', '2']);
    await servers.forgetServer('2');
    expect(await servers.known()).toEqual(['1']);
  });

  it('takes thousands at once', async () => {
    const { servers } = await open();
    const all = Array.from({ length: 2500 }, (_, index) => String(index));
    await servers.mark(all, 'present', 1);
    await servers.mark(all, 'away', 2);
    expect(await servers.known()).toHaveLength(2500);
  });
});
