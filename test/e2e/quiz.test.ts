import type { APIMessage } from 'discord-api-types/v10';
import { afterAll, describe, expect, it } from 'vitest';
import { KINDS, type Kind } from '../../src/quiz/question.ts';
import type { Actor } from '../../src/sandbox/actor.ts';
import { printMessage } from '../../src/sandbox/print.ts';
import { wordsFor } from '../../src/words/index.ts';
import { languageFor } from '../../src/words/language.ts';
import { house } from './house.ts';
import { type Asked, messageOf, playing, shown } from './playing.ts';

const ENGINES = ['sqlite', 'postgres'] as const;
const LOCALES = ['en-US', 'zh-TW', 'zh-CN'] as const;
const words = wordsFor('en');

type Home = ReturnType<typeof house>;
type Room = ReturnType<typeof room>;

/** What a test of a house has at hand: its members in #quiz, and what stands there. */
function room(home: Home) {
  const play = playing(home);
  afterAll(() => {
    expect(home.sandbox.refusals()).toEqual([]);
    expect(home.bot.output).not.toContain('"level":50');
  });
  const as = (name: string, locale?: string): Actor =>
    home.sandbox.as(name, { channel: 'quiz', ...(locale === undefined ? {} : { locale }) });
  const all = () => as('Ada').messages();
  return {
    play,
    as,
    all,
    /** Starts a round in the channel; its questions stay open long on slow machines. */
    async start(by: Actor, options: string): Promise<string> {
      await by.command(`/quiz start seconds:300 ${options}`);
      return (await play.inChannel(by.channel.id)).id;
    },
    /** The message in which a question stands. */
    posted({ round }: Asked): APIMessage {
      const found = all().find(({ id }) => id === round.question?.messageId);
      if (found === undefined) throw new Error('the question does not stand in the channel');
      return found;
    },
    /** What the bot replied to a message, once it did. */
    async repliesTo({ id }: APIMessage) {
      const replies = () => all().filter(({ message_reference: to }) => to?.message_id === id);
      await home.sandbox.until(() => replies().length > 0, 60_000);
      return replies();
    },
    /** What the bot reacted to a message with: its reply may stand there sooner. */
    async reactionTo({ id }: APIMessage) {
      const reactions = () => all().find((one) => one.id === id)?.reactions ?? [];
      await home.sandbox.until(() => reactions().length > 0, 60_000);
      return reactions()[0]?.emoji.name;
    },
    last: () => printMessage(all().at(-1) ?? expect.fail('the channel is empty')),
  };
}

describe.each(ENGINES)('over %s', (engine) => {
  const inside = room(house({ engine }));
  describe('a round', () => aRound(inside));
  describe.each(KINDS)('a round of the kind %s', (kind) => everyMode(kind, inside));
  describe('after a wrong answer', () => afterMisses(inside));
});

function aRound({ play, as, start, posted, repliesTo, reactionTo, last, all }: Room): void {
  it('is a race: of two right answers in the same moment one takes the point', async () => {
    const id = await start(as('Ada'), 'kind:match rounds:1 mode:race');
    const asked = await play.asked(id);
    const message = posted(asked);
    const said = await Promise.all(
      ['Ada', 'Mo'].map((name) => as(name).press(message, asked.right)),
    );
    expect(said.every(({ ephemeral }) => ephemeral)).toBe(true);
    const texts = said.map(shown);
    expect(texts.filter((text) => text.includes(words.quiz.takesPoint))).toHaveLength(1);
    expect(texts.filter((text) => text.includes(words.quiz.late))).toHaveLength(1);
    const { standings, ending } = await play.over(id);
    expect(ending).toBe('complete');
    expect(standings.map(({ points }) => points)).toEqual([1]);
    expect(last()).toContain('🥇');
  });

  it('reads replies that ping it, and explains once why it cannot read another', async () => {
    const id = await start(as('Ada'), 'kind:recall rounds:1 mode:race');
    const asked = await play.asked(id);
    const replyTo = posted(asked);
    const explained = await repliesTo(as('Mo').say(asked.typed, { replyTo, ping: false }));
    expect(explained.map(printMessage).join()).toContain('pings me');
    const silent = as('Mo').say(asked.typed, { replyTo, ping: false });
    const wrong = await reactionTo(as('Ada').say('qqqqqqqqqqqq', { replyTo }));
    expect(wrong).toBe('❌');
    const again = await reactionTo(as('Ada').say(asked.typed, { replyTo }));
    expect(again).toBe('☝️');
    expect(await reactionTo(as('Mo').say(asked.typed, { replyTo }))).toBe('✅');
    expect(all().some(({ message_reference: to }) => to?.message_id === silent.id)).toBe(false);
    const { standings } = await play.over(id);
    expect(standings.map(({ answered, points }) => [answered, points])).toEqual([
      [1, 0],
      [1, 1],
    ]);
  });
}

const STARTERS = [
  ['Ada', 'en-US'],
  ['Lin', 'zh-TW'],
  ['Wei', 'zh-CN'],
] as const;

/** A kind of question in every mode and every way to answer it, in one of the languages. */
function everyMode(kind: Kind, { play, as, start, posted, reactionTo, last, all }: Room): void {
  const [name, locale] = STARTERS[KINDS.indexOf(kind) % STARTERS.length] ?? ['Ada', 'en-US'];
  const own = wordsFor(languageFor(locale)).quiz;

  /** By the button of the right choice or, where it is typed, by the field. */
  async function answer(by: Actor, message: APIMessage, asked: Asked) {
    if (asked.question.choices !== null) return by.press(message, asked.right);
    return by.submit(await by.press(message, asked.type), { answer: asked.typed });
  }

  it('in a race, by a reply, and by a button or the field', async () => {
    const id = await start(as(name), `kind:${kind} rounds:2 mode:race`);
    const first = await play.asked(id);
    const replyTo = posted(first);
    expect(await reactionTo(as('Mo').say(first.typed, { replyTo }))).toBe('✅');
    const second = await play.asked(id, 2);
    const said = await answer(as(name), posted(second), second);
    expect(shown(said)).toContain(own.takesPoint);
    const { standings } = await play.over(id);
    expect(standings).toMatchObject([
      { points: 1, right: 1 },
      { points: 1, right: 1 },
    ]);
    expect(last()).toContain(own.playAgain);
    expect(printMessage(posted(first))).toContain('🏅');
  });

  it('for everyone, by a button or the field, and by a reply', async () => {
    const id = await start(as(name), `kind:${kind} rounds:1 mode:everyone`);
    const asked = await play.asked(id);
    const message = posted(asked);
    const said = await answer(as(name), message, asked);
    expect(said.ephemeral).toBe(true);
    expect(shown(said)).toContain(own.counted);
    const mine = as('Mo').say('x', { replyTo: message });
    expect(await reactionTo(mine)).toBe('📥');
    const { standings } = await play.over(id);
    expect(all().some(({ message_reference: to }) => to?.message_id === mine.id)).toBe(false);
    expect(standings.map(({ points }) => points)).toEqual([1, 0]);
    expect(printMessage(posted(asked))).toContain(own.rightOnes(1, 2));
  });

  it('alone, in private', async () => {
    const lone = as(name);
    const began = await lone.command(`/quiz start kind:${kind} rounds:1 mode:solo`);
    const question = messageOf(await began.settled());
    expect(began.ephemeral).toBe(true);
    const asked = await play.asked((await play.soloOf(lone.person.user.id)).id);
    const verdict = await answer(lone, question, asked);
    expect(shown(verdict)).toContain(wordsFor(languageFor(locale)).question.right);
    const result = await lone.press(messageOf(verdict), own.seeResult);
    expect(shown(result)).toContain(own.resultSolo(1, 1));
    expect((await lone.press(messageOf(result), own.myMisses)).ephemeral).toBe(true);
    const shared = await lone.press(messageOf(result), own.share);
    expect(shared.ephemeral).toBe(false);
    expect(shown(shared)).toContain('🟩');
  });
}

describe.each(ENGINES)('a round over %s, when the bot is killed', (engine) => {
  const home = house({ engine, process: true });
  const { play, as, start, posted, last } = room(home);

  it('goes on in the middle of its question, with its points and who has answered', async () => {
    const id = await start(as('Ada'), 'kind:match rounds:2 mode:race');
    const first = await play.asked(id);
    await as('Mo').press(posted(first), first.right);
    const second = await play.asked(id, 2);
    await as('Ada').press(posted(second), second.wrong);

    await home.restart('SIGKILL');
    const again = await as('Ada').press(posted(second), second.right);
    expect(shown(again)).toContain(words.quiz.again);
    const { question } = await play.roundOf(id);
    expect(question).toEqual(second.round.question);
    const won = await as('Mo').press(posted(second), second.right);
    expect(shown(won)).toContain(words.quiz.takesPoint);
    const { ending, standings } = await play.over(id);
    expect(ending).toBe('complete');
    const points = new Map(standings.map((one) => [one.readerId, one.points]));
    expect(points.get(as('Mo').person.user.id)).toBe(2);
    expect(points.get(as('Ada').person.user.id)).toBe(0);
    expect(last()).toContain(words.quiz.place(2, 2, 2));
  });

  it('closes a question whose time ran out meanwhile', async () => {
    const id = await start(as('Ada'), 'kind:word rounds:1 mode:everyone');
    const asked = await play.asked(id);
    await as('Ada').press(posted(asked), asked.right);
    await home.bot.stop('SIGKILL');
    home.sandbox.clock.advance(3_600_000);
    await home.restart();
    const { ending, standings } = await play.over(id);
    expect(ending).toBe('complete');
    expect(standings).toMatchObject([{ points: 1, right: 1 }]);
    expect(printMessage(posted(asked))).toContain(words.quiz.rightOnes(1, 1));
  });
});

function afterMisses({ play, as }: Room): void {
  it.each(LOCALES)('/review asks it; /score and /leaderboard count it, in %s', async (locale) => {
    const own = wordsFor(languageFor(locale));
    const lin = as('Lin', locale);
    const began = await lin.command('/quiz start kind:word rounds:1 mode:solo');
    const question = messageOf(await began.settled());
    const asked = await play.asked((await play.soloOf(lin.person.user.id)).id);
    const verdict = await lin.press(question, asked.wrong);
    expect(shown(verdict)).toContain(own.question.wrong);

    const due = await lin.command('/review due');
    expect(due.ephemeral).toBe(true);
    const text = JSON.stringify(messageOf(due).components);
    const choice = /"custom_id":"(review-a:[^"]+)"/.exec(text)?.[1] ?? '';
    const graded = await lin.press(messageOf(due), choice);
    expect(shown(graded)).toContain(own.review.undo);
    const stopped = await lin.press(messageOf(graded), own.review.stop);
    expect(shown(stopped)).toContain(own.review.stopped(0));
    expect(shown(await lin.command('/review list'))).toContain(own.review.title(1));
    await lin.command({ name: 'review remove', options: { card: asked.question.word?.zh ?? '' } });

    const score = await lin.command('/score');
    expect(messageOf(score).attachments).toMatchObject([{ content_type: 'image/png' }]);
    expect(messageOf(score).attachments[0]?.description).toContain('30');
    const board = await lin.command('/leaderboard');
    expect(shown(board)).toContain('🥇');
    expect(shown(board)).toContain(own.score.periods.week);
  });
}
