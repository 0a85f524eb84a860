import { DiscordAPIError } from '@discordjs/rest';
import { describe, expect, it } from 'vitest';
import { UserError } from '../../commands/command.ts';
import { quiz } from '../../commands/quiz.ts';
import { Library } from '../../src/article/library.ts';
import { traditionalOnly } from '../../src/language/scripts.ts';
import { KINDS, type Question } from '../../src/quiz/question.ts';
import type { Round } from '../../src/quiz/round.ts';
import { STANDARD } from '../../src/reader/preferences.ts';
import { wordsFor } from '../../src/words/index.ts';
import { TIDES } from '../article/fixtures.ts';
import { onBoth } from '../storage/on-both.ts';
import { idsIn, memberAt, type Table, table } from './table.ts';

const text = (value: unknown) => JSON.stringify(value);
const start = (options: Record<string, unknown>) => ({ subcommand: 'start', options });

async function roundIn(at: Table): Promise<Round> {
  const stored = await at.store.rounds.inChannel('c1');
  if (stored === null) throw new Error('no round goes on');
  return stored.round;
}

/** Moves the clock on until the round asks its question `number`; gives it with its round. */
async function asked(
  at: Table,
  number = 1,
): Promise<{ round: Round; question: Question; wrong: number }> {
  const isAsked = async () => {
    const { phase, question, wakeAt } = await roundIn(at);
    if (phase === 'between' && wakeAt !== null && wakeAt > at.clock.now()) at.clock.set(wakeAt);
    return phase === 'asking' && question?.number === number;
  };
  await expect.poll(isAsked, { timeout: 20_000 }).toBe(true);
  const round = await roundIn(at);
  const { question: open } = round;
  const question = open === null ? null : await at.store.rounds.question(round.id, open.number);
  if (question === null) throw new Error('the question cannot be made');
  return { round, question, wrong: question.choices?.right === 0 ? 1 : 0 };
}

const id = ({ round }: { round: Round }, place: number) =>
  `quiz:${round.id}:${round.question?.number}:${place}`;
const right = ({ question }: { question: Question }) => question.choices?.right ?? 0;

async function over(at: Table): Promise<void> {
  await expect.poll(() => at.endings.length, { timeout: 20_000 }).toBe(1);
}

onBoth('a round', ({ open }) => {
  it('is a race: two right answers in the same millisecond give one point', async () => {
    const at = await table(await open());
    const [ada, mo] = [memberAt(at), memberAt(at, '1002')];
    const began = await ada.run(quiz, start({ kind: 'match', rounds: 1 }));
    expect(began).toMatchObject({ kind: 'message', private: false });
    const now = await asked(at);
    const said = await Promise.all([
      ada.press(quiz, id(now, right(now))),
      mo.press(quiz, id(now, right(now))),
    ]);
    expect(said.filter((one) => text(one).includes('The point is yours'))).toHaveLength(1);
    expect(said.filter((one) => text(one).includes('Too late'))).toHaveLength(1);
    await over(at);
    expect(at.endings).toEqual(['complete']);
    const ranking = await at.store.scores.ranking({ channelId: 'c1' }, 0, 9);
    expect(ranking).toHaveLength(1);
    expect(ranking[0]).toMatchObject({ points: 1, answered: 1, right: 1 });
    expect(at.sent.at(-1)?.body).toContain('🥇');
    expect(at.warnings).toEqual([]);
  });

  it('survives a restart in the middle of a question: clock, points and who has answered', async () => {
    const store = await open();
    const before = await table(store);
    await memberAt(before).run(quiz, start({ kind: 'match', rounds: 2, mode: 'everyone' }));
    const first = await asked(before);
    await memberAt(before).press(quiz, id(first, right(first)));
    await before.services.rounds.close();

    const after = await table(store);
    after.clock.set(before.clock.now());
    await after.services.rounds.resume();
    expect(text(await memberAt(after).press(quiz, id(first, first.wrong)))).toContain('already');
    await memberAt(after, '1002').press(quiz, id(first, first.wrong));
    after.clock.advance(30_000);
    const second = await asked(after, 2);
    expect(second.round.standings).toMatchObject([
      { readerId: '1001', points: 1 },
      { readerId: '1002', points: 0 },
    ]);
    expect(second.round.question?.number).toBe(2);
    await after.services.rounds.close();
    // While nobody looks the second question's time runs out; it is closed at the next start.
    const late = await table(store);
    late.clock.set(after.clock.now() + 3_600_000);
    await late.services.rounds.resume();
    await over(late);
    expect(late.endings).toEqual(['complete']);
  });

  it('takes answers by reply, explains once that it needs a ping, and tells a second from a first', async () => {
    const at = await table(await open());
    const ada = memberAt(at);
    await ada.run(quiz, start({ kind: 'recall', rounds: 1, mode: 'race' }));
    const { round, question } = await asked(at);
    const message = round.question?.messageId ?? '';
    expect(text(await ada.say(quiz, message, null))).toContain('pings me');
    expect(await ada.say(quiz, message, null)).toEqual({});
    const wrong = await ada.say(quiz, message, 'qqqqqqqqqqqq');
    expect(wrong).toMatchObject({ reaction: '❌' });
    expect(text(await ada.say(quiz, message, question.right))).toContain('already answered');
    const won = await memberAt(at, '1002').say(quiz, message, question.right);
    expect(won).toMatchObject({ reaction: '✅' });
    await over(at);
    expect(await memberAt(at, '1003').say(quiz, message, 'x')).toEqual({ reaction: '⌛' });
    expect(await ada.say(quiz, 'another message', 'x')).toBeNull();
    expect(await ada.say(quiz, null, 'x')).toBeNull();
    expect(await at.store.cards.of('1001')).toHaveLength(1);
  });

  it('takes an answer that is typed into a field', async () => {
    const at = await table(await open());
    const ada = memberAt(at);
    await ada.run(quiz, start({ kind: 'recall', rounds: 1 }));
    const { round, question } = await asked(at);
    const modal = await ada.press(quiz, `quiz-type:${round.id}:1`);
    expect(modal?.kind).toBe('modal');
    const said = await ada.submit(quiz, idsIn(modal, 'quiz-typed')[0] ?? '', question.right);
    expect(text(said)).toContain('The point is yours');
    await over(at);
    await expect(ada.press(quiz, `quiz-type:${round.id}:1`)).rejects.toThrow(UserError);
    await expect(ada.press(quiz, 'quiz-type:gone:1')).rejects.toThrow(UserError);
    await expect(ada.press(quiz, 'quiz:gone:1:0')).rejects.toThrow(UserError);
  });
});

describe('a round', () => {
  it('for everyone tells nobody what is right before it closes', async () => {
    const at = await table();
    await memberAt(at).run(quiz, start({ kind: 'word', rounds: 1, mode: 'everyone' }));
    const now = await asked(at);
    for (const place of [right(now), now.wrong]) {
      const said = await memberAt(at, `100${place + 5}`).press(quiz, id(now, place));
      expect(text(said)).toContain('Your answer is in');
    }
    const message = now.round.question?.messageId ?? '';
    expect(await memberAt(at, '1009').say(quiz, message, 'x')).toEqual({ reaction: '📥' });
    at.clock.advance(30_000);
    await over(at);
    const reveal = at.sent.find(({ method }) => method === 'patch')?.body ?? '';
    expect(reveal).toContain('1 of 3 answered right');
    expect(idsIn(reveal, 'quiz')).toEqual([]);
  });

  it('alone is private, has no clock, and shows the answer at once', async () => {
    const at = await table();
    const lin = memberAt(at);
    let reply = await lin.run(quiz, start({ kind: 'match', rounds: 2, mode: 'solo' }));
    expect(reply).toMatchObject({ kind: 'message', private: true });
    for (const expected of ['next', 'result']) {
      const [choice = ''] = idsIn(reply, 'quiz');
      const verdict = await lin.press(quiz, choice);
      expect(text(verdict)).toContain('Answer:');
      expect(text(await lin.press(quiz, choice))).not.toContain('Answer:');
      const [on = ''] = idsIn(verdict, 'quiz-round');
      expect(on).toContain(expected);
      reply = await lin.press(quiz, on);
    }
    expect(text(reply)).toMatch(/[0-2] of 2 right/);
    expect(at.sent).toEqual([]);
    const [again = '', misses = '', share = ''] = idsIn(reply, 'quiz-round');
    expect(text(await lin.press(quiz, misses))).toMatch(/You missed/);
    expect(await lin.press(quiz, share)).toMatchObject({ kind: 'message', private: false });
    await expect(memberAt(at, '9').press(quiz, share)).rejects.toThrow(UserError);
    expect(idsIn(await lin.press(quiz, again), 'quiz')).toHaveLength(4);
    await lin.run(quiz, start({ mode: 'solo' }));
    expect(text(await lin.run(quiz, { subcommand: 'status' }))).toContain('solo');
    expect(text(await lin.run(quiz, { subcommand: 'stop' }))).toContain('The round was stopped.');
    await expect(lin.press(quiz, 'quiz-round:again:gone')).rejects.toThrow(UserError);
  });

  it('alone is hurried too, and what was open when it stops is no miss', async () => {
    const at = await table();
    const lin = memberAt(at);
    const preferences = { ...STANDARD, script: 'simplified' } as const;
    const skip = { subcommand: 'skip', preferences };
    const first = await lin.run(quiz, {
      ...start({ kind: 'match', rounds: 3, mode: 'solo' }),
      preferences,
    });
    expect(traditionalOnly(text(first))).toEqual([]);
    const skipped = await lin.run(quiz, skip);
    expect(skipped).toMatchObject({ kind: 'message', private: true });
    expect(text(skipped)).toMatch(/Skipped.*Answer: [A-D]/);
    expect(idsIn(await lin.run(quiz, skip), 'quiz')).toHaveLength(4);
    const result = text(await lin.run(quiz, { subcommand: 'stop' }));
    expect(result).toContain('0 of 1 right');
    await lin.run(quiz, start({ kind: 'match', rounds: 1, mode: 'solo' }));
    await lin.run(quiz, skip);
    await expect(lin.run(quiz, skip)).rejects.toThrow(UserError);
    await lin.run(quiz, start({ kind: 'match', mode: 'solo' }));
    expect(text(await lin.run(quiz, { subcommand: 'stop' }))).not.toContain('You missed these');
  });

  it('is stopped and hurried by who started it or by a moderator', async () => {
    const at = await table();
    const [ada, mo] = [memberAt(at), memberAt(at, '1002')];
    for (const subcommand of ['stop', 'skip', 'status']) {
      await expect(ada.run(quiz, { subcommand })).rejects.toThrow(UserError);
    }
    await ada.run(quiz, start({ kind: 'match' }));
    await expect(mo.run(quiz, start({}))).rejects.toThrow(UserError);
    await asked(at);
    await expect(mo.run(quiz, { subcommand: 'skip' })).rejects.toThrow(UserError);
    expect(text(await mo.run(quiz, { subcommand: 'status' }))).toContain('Question 1 of 10');
    await ada.run(quiz, { subcommand: 'skip' });
    await expect.poll(async () => (await roundIn(at)).phase).toBe('between');
    expect((await asked(at, 2)).round.question?.number).toBe(2);
    await mo.run(quiz, { subcommand: 'stop', moderates: true });
    await over(at);
    expect(at.endings).toEqual(['stopped']);
  });

  it('is refused where the bot may not write, and outside servers', async () => {
    const at = await table();
    const ada = memberAt(at);
    await expect(ada.run(quiz, { ...start({}), botPermissions: 1024n })).rejects.toThrow(UserError);
    await expect(ada.run(quiz, { ...start({ mode: 'race' }), guildId: null })).rejects.toThrow(
      UserError,
    );
    const solo = await ada.run(quiz, { ...start({}), guildId: null, words: wordsFor('zh-TW') });
    expect(solo).toMatchObject({ private: true });
  });

  it.each(['chinese', 'english'] as const)(
    'asks for %s alone, if who starts it wants that',
    async (one) => {
      const at = await table();
      const preferences = { ...STANDARD, quiz: one };
      await memberAt(at).run(quiz, { ...start({ kind: 'word', rounds: 3 }), preferences });
      for (const number of [1, 2, 3]) {
        const { round, question } = await asked(at, number);
        expect(question.key.learning).toBe(one === 'chinese' ? 'zh' : 'en');
        await memberAt(at).press(quiz, id({ round }, right({ question })));
      }
      await over(at);
    },
  );

  it('says so where the article has nothing of its kind', async () => {
    const at = await table(undefined, new Library({ articles: [TIDES], bad: [] }));
    const ada = memberAt(at);
    // No paragraph of it has three sentences to put in order.
    const alone = ada.run(quiz, start({ kind: 'order', mode: 'solo' }));
    await expect(alone).rejects.toThrow(UserError);
    await ada.run(quiz, start({ kind: 'order', mode: 'race' }));
    const { wakeAt } = await roundIn(at);
    at.clock.set(wakeAt ?? 0);
    await over(at);
    expect(at.endings.at(-1)).toBe('no-question');
    expect(at.sent.at(-1)?.body).toContain(wordsFor('en').quiz.endings['no-question']);
    expect(at.warnings).toEqual([]);
  });

  it('ends quietly in a channel that is gone, and after many tries where Discord is down', async () => {
    for (const [status, code] of [
      [404, 10_003],
      [503, 0],
    ] as const) {
      const at = await table();
      at.answerWith(() => {
        throw new DiscordAPIError({ code, message: 'no' }, code, status, 'POST', 'x', {});
      });
      await memberAt(at).run(quiz, start({ kind: 'match' }));
      for (let turn = 0; at.endings.length === 0; turn += 1) {
        expect(turn).toBeLessThan(200);
        at.clock.advance(11_000);
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      expect(at.endings).toEqual(['lost']);
      expect(at.warnings).toEqual([]);
    }
  });

  it.each(KINDS)(
    'asks, reveals and counts questions of the kind %s in every language',
    async (kind) => {
      for (const language of ['en', 'zh-TW', 'zh-CN'] as const) {
        const at = await table();
        const words = wordsFor(language);
        await memberAt(at).run(quiz, { ...start({ kind, rounds: 2, difficulty: 'hard' }), words });
        for (const number of [1, 2]) {
          const now = await asked(at, number);
          expect(now.round.question?.number).toBe(number);
          const message = now.round.question?.messageId ?? '';
          const answer = kind === 'match' ? 'ABCD'[right(now)] : now.question.right;
          expect(await memberAt(at).say(quiz, message, answer ?? '')).toMatchObject({
            reaction: '✅',
          });
          await expect
            .poll(async () => (await at.store.rounds.byId(now.round.id))?.round.past.length)
            .toBe(number);
          if (number === 1)
            await expect.poll(async () => (await roundIn(at)).phase).toBe('between');
        }
        await over(at);
        expect(at.sent.at(-1)?.body).toContain(words.quiz.playAgain);
      }
    },
  );
});
