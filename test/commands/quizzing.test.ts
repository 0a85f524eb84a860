import { describe, expect, it } from 'vitest';
import { UserError } from '../../commands/command.ts';
import { leaderboard } from '../../commands/leaderboard.ts';
import { quiz } from '../../commands/quiz.ts';
import { dailyQuizLine } from '../../commands/quiz-daily.ts';
import { score } from '../../commands/score.ts';
import { quizMeButton } from '../../src/render/quiz-daily.ts';
import { wordsFor } from '../../src/words/index.ts';
import { ANSWER } from '../quiz/fixtures.ts';
import { idsIn, memberAt, NOON, type Table, table } from './table.ts';

const DAY = 86_400_000;
const text = (reply: unknown) => JSON.stringify(reply);

describe('“Quiz me” under a daily post', () => {
  const name = { scheduleId: 's1', day: '2026-11-24' };

  function quizMe({ services }: Table): string {
    const article = services.library.first;
    const paragraphs = article.paragraphs.slice(3, 5);
    return quizMeButton(wordsFor('en'), name, { article, paragraphs }).custom_id;
  }

  it('asks each reader the same question about that excerpt, once', async () => {
    const at = await table();
    const [lin, mo] = [memberAt(at), memberAt(at, '1002')];
    const asked = await lin.press(quiz, quizMe(at));
    expect(asked).toMatchObject({ kind: 'message', private: true });
    const choices = idsIn(asked, 'dquiz-a');
    expect(choices).toHaveLength(4);
    expect(idsIn(await mo.press(quiz, quizMe(at)), 'dquiz-a')).toEqual(choices);
    const verdicts = [];
    for (const [index, id] of choices.entries()) {
      verdicts.push(text(await memberAt(at, `20${index}`).press(quiz, id)));
    }
    expect(verdicts.filter((one) => one.includes('Right!'))).toHaveLength(1);
    const [first = ''] = choices;
    await lin.press(quiz, first);
    expect(text(await lin.press(quiz, first))).toContain('have answered the question');
    expect(text(await lin.press(quiz, quizMe(at)))).toContain('have answered the question');
    expect(await at.store.cards.of('203')).toHaveLength(verdicts[3]?.includes('Right!') ? 0 : 1);
  });

  it('tells the next post how it went', async () => {
    const at = await table();
    const words = wordsFor('en');
    expect(await dailyQuizLine(words, name, at.store.scores)).toBeNull();
    for (const [index, id] of idsIn(
      await memberAt(at).press(quiz, quizMe(at)),
      'dquiz-a',
    ).entries()) {
      await memberAt(at, `20${index}`).press(quiz, id);
    }
    expect(await dailyQuizLine(words, name, at.store.scores)).toBe(
      'The last quiz: 4 answered, 1 right',
    );
  });

  it('says when the article is no longer there', async () => {
    const at = await table();
    const gone = quizMe(at).replace(at.services.library.first.id, 'gone');
    await expect(memberAt(at).press(quiz, gone)).rejects.toThrow(UserError);
    const answer = 'dquiz-a:0:s1:2026-11-24:gone:3';
    await expect(memberAt(at).press(quiz, answer)).rejects.toThrow(UserError);
  });
});

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
    expect(text(own)).toContain('83% of 6 answered right at the first try');
    expect(text(own)).toContain('Streak: 3 days');
    const [picture] = own?.kind === 'message' ? (own.files ?? []) : [];
    expect(
      Buffer.from(picture?.data ?? [])
        .subarray(1, 4)
        .toString(),
    ).toBe('PNG');
    expect(picture?.description).toContain('In all 6 answers, 83% of them right.');
  });

  it('shows of another member only what they did in this server', async () => {
    const at = await played();
    const options = { member: '1001' };
    expect(text(await memberAt(at, '1002').run(score, { options }))).toContain('of 5 answered');
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
    expect(await board({ period: 'all', scope: 'channel' })).toContain('4 points, 80% right');
    expect(await board({ period: 'month' })).toContain('the last 30 days');
    expect(text(await memberAt(at).run(leaderboard, { guildId: 'g9' }))).toContain('Nobody');
    await expect(memberAt(at).run(leaderboard, { guildId: null })).rejects.toThrow(UserError);
  });
});
