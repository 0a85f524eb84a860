import { expect, it } from 'vitest';
import type { Round } from '../../src/quiz/round.ts';
import { step } from '../../src/quiz/round-step.ts';
import { ANSWER, KEY, QUESTION, roundOf } from '../quiz/fixtures.ts';
import { onBoth } from './on-both.ts';

const RACE = roundOf('race');
const SOLO: Round = { ...roundOf('solo', 5, null), id: 's1' };
const over = (round: Round): Round => step(round, { kind: 'lost' }, 2000).round;

/** A race whose question stands in message m1, answered by `readerId`. */
function asked(readerId: string): Round {
  const chosen = step(RACE, { kind: 'chosen', number: 1, key: KEY }, 1000).round;
  const posted = step(chosen, { kind: 'posted', number: 1, messageId: 'm1' }, 1100).round;
  return step(posted, { kind: 'answered', number: 1, readerId, right: false, worth: 0 }, 1200)
    .round;
}

onBoth('rounds', ({ open, address, openAt }) => {
  it('gives back what was added, over a restart', async () => {
    const at = await address();
    const before = await openAt(at);
    expect(await before.rounds.add(RACE)).toBe(true);
    await before.close();
    const { rounds } = await openAt(at);
    expect(await rounds.byId('r1')).toEqual({ round: RACE, version: 1 });
    expect(await rounds.inChannel('3')).toEqual({ round: RACE, version: 1 });
    expect(await rounds.goingOn()).toEqual([RACE]);
    expect(await rounds.byId('nobody')).toBeNull();
    expect(await rounds.inChannel('9')).toBeNull();
  });

  it('has one round a channel, and one solo round a reader beside it', async () => {
    const { rounds } = await open();
    const starts = ['a', 'b', 'c', 'd'].map((id) => rounds.add({ ...RACE, id }));
    expect((await Promise.all(starts)).filter(Boolean)).toHaveLength(1);
    expect(await rounds.add({ ...RACE, id: 'e', channelId: '4' })).toBe(true);
    expect(await rounds.add(SOLO)).toBe(true);
    expect(await rounds.add({ ...SOLO, id: 's2' })).toBe(false);
    expect((await rounds.soloOf('1'))?.round.id).toBe('s1');
    expect(await rounds.soloOf('9')).toBeNull();
    expect((await rounds.goingOn()).map(({ id }) => id)).not.toContain('s1');
  });

  it('makes room when a round is over', async () => {
    const { rounds } = await open();
    await rounds.add(RACE);
    expect(await rounds.save(over(RACE), 1, [])).toBe(true);
    expect(await rounds.inChannel('3')).toBeNull();
    expect(await rounds.goingOn()).toEqual([]);
    expect(await rounds.add({ ...RACE, id: 'r2' })).toBe(true);
  });

  it('takes the faster of two changes, and the other’s answers not at all', async () => {
    const { rounds, scores } = await open();
    await rounds.add(RACE);
    const saved = await Promise.all([
      rounds.save(asked('1001'), 1, [ANSWER]),
      rounds.save(asked('1002'), 1, [{ ...ANSWER, readerId: '1002' }]),
    ]);
    expect(saved.filter(Boolean)).toHaveLength(1);
    expect(await scores.tally('r1')).toEqual({ answered: 1, right: 1 });
    expect((await rounds.byId('r1'))?.version).toBe(2);
    expect(await rounds.save(over(RACE), 1, [])).toBe(false);
  });

  it('finds a question by its message, also when it was answered long ago', async () => {
    const { rounds } = await open();
    await rounds.add(RACE);
    await rounds.save(asked('1001'), 1, []);
    await rounds.save(over(asked('1001')), 2, []);
    expect(await rounds.byMessage('m1')).toEqual({ id: 'r1', number: 1 });
    expect(await rounds.byMessage('m2')).toBeNull();
  });

  it('keeps what a round asked as it was asked, and the first question of a number only', async () => {
    const at = await address();
    const before = await openAt(at);
    await before.rounds.add(RACE);
    expect(await before.rounds.keepQuestion('r1', 2, QUESTION)).toEqual(QUESTION);
    const other = { ...QUESTION, right: 'other' };
    expect(await before.rounds.keepQuestion('r1', 2, other)).toEqual(QUESTION);
    expect(await before.rounds.keepQuestion('r1', 1, other)).toEqual(other);
    await before.close();
    const { rounds } = await openAt(at);
    expect(await rounds.question('r1', 2)).toEqual(QUESTION);
    expect(await rounds.question('r1', 3)).toBeNull();
    expect(await rounds.questions('r1')).toEqual([
      { number: 1, question: other },
      { number: 2, question: QUESTION },
    ]);
    await rounds.forgetServer('2');
    expect(await rounds.questions('r1')).toEqual([]);
  });

  it('deletes what is old and over', async () => {
    const { rounds } = await open();
    await rounds.add(RACE);
    await rounds.save(over(asked('1001')), 1, []);
    await rounds.add({ ...RACE, id: 'r2' });
    await rounds.add(SOLO);
    await rounds.prune(RACE.startedAt);
    expect(await rounds.byMessage('m1')).not.toBeNull();
    await rounds.prune(RACE.startedAt + 1);
    expect([await rounds.byId('r1'), await rounds.byId('s1')]).toEqual([null, null]);
    expect(await rounds.byMessage('m1')).toBeNull();
    expect(await rounds.byId('r2')).not.toBeNull();
  });

  it('shows a person the rounds they started, and forgets them in every round', async () => {
    const { rounds } = await open();
    await rounds.add(RACE);
    await rounds.save(asked('1001'), 1, []);
    await rounds.add(SOLO);
    expect(await rounds.exportOf('1')).toMatchObject([{ id: 'r1' }, { id: 's1' }]);
    expect(await rounds.exportOf('1001')).toEqual([]);
    await rounds.forget('1001');
    expect(JSON.stringify(await rounds.byId('r1'))).not.toContain('1001');
    await rounds.forget('1');
    expect(await rounds.exportOf('1')).toEqual([]);
    expect(await rounds.byId('s1')).toBeNull();
    expect((await rounds.inChannel('3'))?.round.startedBy).toBe('');
  });

  it('forgets a server', async () => {
    const { rounds } = await open();
    await rounds.add(RACE);
    await rounds.add({ ...RACE, id: 'r2', guildId: '9', channelId: '8' });
    await rounds.forgetServer('2');
    expect(await rounds.byId('r1')).toBeNull();
    expect(await rounds.byId('r2')).not.toBeNull();
  });
});
