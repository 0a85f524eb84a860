import { describe, expect, it } from 'vitest';
import { UserError } from '../../commands/command.ts';
import { leaderboard } from '../../commands/leaderboard.ts';
import { score } from '../../commands/score.ts';
import { wordsFor } from '../../src/words/index.ts';
import { ANSWER } from '../quiz/fixtures.ts';
import { memberAt, NOON, table } from './table.ts';

const DAY = 86_400_000;
const text = (reply: unknown) => JSON.stringify(reply);

describe('/score and /leaderboard', () => {
  async function played() {
    const at = await table();
    const give = (readerId: string, number: number, right: boolean, ago: number, guildId = 'g1') =>
      at.store.scores.record({
        ...ANSWER,
        ...{
          readerId,
          number,
          right,
          points: right ? 1 : 0,
          guildId,
          channelId: `c of ${guildId}`,
        },
        at: NOON - ago * DAY,
      });
    for (const ago of [0, 1, 2, 9, 10]) await give('1001', ago + 1, ago !== 1, ago);
    await give('1002', 1, true, 3);
    await give('1001', 99, true, 0, 'g2');
    return at;
  }

  it('shows points, first tries, streaks, and a picture that is also told in words', async () => {
    const at = await played();
    const own = await memberAt(at).run(score);
    expect(text(own)).toContain('5 points');
    expect(text(own)).toContain('6 answered, 83% right the first time');
    expect(text(own)).toContain('Streak: 3 days');
    const [picture] = own?.kind === 'message' ? (own.files ?? []) : [];
    expect(
      Buffer.from(picture?.data ?? [])
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    expect(picture?.description).toContain('In all, 6 answers, 83% right.');
  });

  it('shows of another member only what they did in this server', async () => {
    const at = await played();
    const options = { member: '1001' };
    expect(text(await memberAt(at, '1002').run(score, { options }))).toContain('5 answered');
    for (const request of [
      { options, guildId: null },
      { options: { member: '7' } },
      { options: {} },
    ]) {
      await expect(memberAt(at, '7').run(score, request)).rejects.toThrow(UserError);
    }
  });

  it('ranks a server or a channel over a week, a month or all time', async () => {
    const at = await played();
    const board = async (options: Record<string, string>) =>
      text(await memberAt(at).run(leaderboard, { options, channelId: 'c of g1' }));
    expect(await board({})).toContain('🥇 <@1001> · 2 points, 67% right · 🔥3\\n🥈 <@1002>');
    const drawn = await memberAt(at).run(leaderboard, { channelId: 'c of g1' });
    const [picture] = drawn?.kind === 'message' ? (drawn.files ?? []) : [];
    expect(picture?.description).toContain('In all, 6 answers, 83% right.');
    expect(text(drawn)).toContain(wordsFor('en').score.everybody(30));
    expect(await board({ period: 'all', scope: 'channel' })).toContain('4 points, 80% right');
    expect(await board({ period: 'month' })).toContain('the last 30 days');
    expect(text(await memberAt(at).run(leaderboard, { guildId: 'g9' }))).toContain('Nobody');
    await expect(memberAt(at).run(leaderboard, { guildId: null })).rejects.toThrow(UserError);
  });
});
