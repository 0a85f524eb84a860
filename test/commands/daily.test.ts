import { ChannelType, PermissionFlagsBits as Flag } from 'discord-api-types/v10';
import { beforeEach, describe, expect, it } from 'vitest';
import type { ChosenChannel } from '../../commands/command.ts';
import { UserError } from '../../commands/command.ts';
import { daily } from '../../commands/daily.ts';
import { wordsFor } from '../../src/words/index.ts';
import { LANGUAGES } from '../../src/words/language.ts';
import { MORNING } from '../daily/fixtures.ts';
import { complete, press, run, services, store, textOf } from './ask.ts';

const GUILD = '100000000000000009';
const CHANNEL = '200000000000000009';
const ALLOWED =
  Flag.ViewChannel |
  Flag.SendMessages |
  Flag.EmbedLinks |
  Flag.ReadMessageHistory |
  Flag.SendMessagesInThreads |
  Flag.CreatePublicThreads;

const channelOf = (changes: Partial<ChosenChannel> = {}): ChosenChannel => ({
  id: CHANNEL,
  type: ChannelType.GuildText,
  name: 'daily',
  botPermissions: ALLOWED,
  tags: [],
  needsTag: false,
  ...changes,
});

interface Asked {
  readonly options?: Readonly<Record<string, unknown>>;
  readonly channel?: ChosenChannel;
  readonly role?: { readonly id: string; readonly mentionable: boolean };
  readonly now?: number;
  readonly language?: (typeof LANGUAGES)[number];
  readonly managesServer?: boolean;
  readonly guildId?: string | null;
}

const requestOf = ({ now = MORNING, language = 'en', ...rest }: Asked) => ({
  userId: '300000000000000009',
  guildId: GUILD,
  managesServer: true,
  now,
  words: wordsFor(language),
  ...rest,
});

function use(subcommand: string, { channel, role, ...asked }: Asked = {}) {
  return run(daily, {
    ...requestOf(asked),
    subcommand,
    ...(channel ? { channels: { channel } } : {}),
    ...(role ? { roles: { role } } : {}),
  });
}

const add = (options: Readonly<Record<string, unknown>> = {}, asked: Asked = {}) =>
  use('add', {
    channel: channelOf(),
    ...asked,
    options: { time: '8:00', zone: 'Asia/Taipei', ...options },
  });

/** What a refusal says in English. */
async function refusal(asked: Promise<unknown>): Promise<string> {
  const error: unknown = await asked.then(
    () => null,
    (one: unknown) => one,
  );
  if (!(error instanceof UserError)) throw new Error(`no refusal: ${String(error)}`);
  for (const language of LANGUAGES) expect(error.explain(wordsFor(language))).not.toBe('');
  return error.explain(wordsFor('en'));
}

const all = () => services.schedules.ofServer(GUILD);
const only = async () => {
  const [schedule] = await all();
  if (schedule === undefined) throw new Error('there is no schedule');
  return schedule;
};

beforeEach(() => services.schedules.forgetServer(GUILD));

describe('/daily add', () => {
  it('keeps what was chosen, and tells the next three posts in Discord’s own time', async () => {
    const said = textOf(
      await add(
        {
          time: '8:30 pm',
          days: 'mon wed fri',
          article: 'The Tides',
          paragraphs: 3,
          show: 'hidden',
          order: 'shuffled',
          'at-end': 'again',
          thread: true,
        },
        { role: { id: '400000000000000001', mentionable: true } },
      ),
    );
    expect(await only()).toMatchObject({
      guildId: GUILD,
      channelId: CHANNEL,
      time: { hour: 20, minute: 30 },
      zone: 'Asia/Taipei',
      days: [1, 3, 5],
      articleId: 'tides',
      paragraphs: 3,
      show: 'hidden',
      order: 'shuffled',
      atEnd: 'again',
      thread: true,
      roleId: '400000000000000001',
      language: 'en',
      createdBy: '300000000000000009',
      paused: null,
      next: { day: '2026-11-25', at: Date.UTC(2026, 10, 25, 12, 30) },
    });
    for (const day of [25, 27, 30]) {
      expect(said).toContain(`<t:${Date.UTC(2026, 10, day, 12, 30) / 1000}:F>`);
    }
    expect(said).toContain('Mon, Wed, Fri at 20:30');
    expect(said).toContain('“The Tides” · 3 paragraphs a post · shuffled');
    for (const label of ['Preview', 'Post a test', 'Undo']) expect(said).toContain(label);
  });

  it('needs no more than a channel and a time, once the server has a zone', async () => {
    expect(await refusal(add({ zone: undefined }))).toContain('time zone');
    await add({ zone: 'london' });
    await add({ zone: undefined, time: '9' }, { now: MORNING + 1 });
    const [, second] = await all();
    expect(second).toMatchObject({ zone: 'Europe/London', days: [1, 2, 3, 4, 5, 6, 7] });
    expect(second).toMatchObject({ articleId: null, paragraphs: 1, show: 'settings' });
  });

  it.each([
    ['zh-TW', 'Asia/Taipei'],
    ['zh-CN', 'Asia/Shanghai'],
  ] as const)('takes the likely zone for %s', async (language, zone) => {
    await add({ zone: undefined }, { language });
    expect(await only()).toMatchObject({ zone, language, creatorLanguage: language });
  });

  it.each([
    [{ time: '24:05' }, 'no hour 24'],
    [{ time: '99:30' }, 'no hour 99'],
    [{ time: '8:75' }, 'no minute 75'],
    [{ time: '13pm' }, 'does not fit'],
    [{ time: '上午12點' }, 'noon or midnight'],
    [{ time: 'soon' }, 'the time “soon”'],
    [{ days: 'sometimes' }, 'the days “sometimes”'],
    [{ zone: 'atlantis' }, 'the time zone “atlantis”'],
    [{ zone: '+8' }, 'several time zones. Choose one in `zone`: Asia/Taipei'],
    [{ article: 'nothing' }, 'no article called'],
    [{ tag: 'news' }, 'has no tags'],
  ])('refuses %o with the reason', async (options, reason) => {
    expect(await refusal(add(options))).toContain(reason);
    expect(await all()).toEqual([]);
  });

  it('names the permissions that are missing, before anything is saved', async () => {
    const channel = channelOf({ botPermissions: Flag.ViewChannel | Flag.ReadMessageHistory });
    const said = await refusal(add({ thread: true }, { channel }));
    expect(said).toContain('I need: Send Messages, Embed Links, Create Public Threads');
    expect(said).toContain('settings of that channel');
    expect(said).not.toContain('View Channel');
    const inThread = channelOf({ type: ChannelType.PublicThread, botPermissions: 0n });
    expect(await refusal(add({}, { channel: inThread }))).toContain('Send Messages in Threads');
    const role = { id: '4', mentionable: false };
    expect(await refusal(add({}, { role }))).toContain('Mention @everyone');
    expect(await all()).toEqual([]);
  });

  it('knows forums, their tags, and that threads hold no threads', async () => {
    const tags = [{ id: '70', name: 'Reading' }];
    const forum = channelOf({ type: ChannelType.GuildForum, tags });
    await add({ tag: 'reading', thread: true }, { channel: forum });
    expect(await only()).toMatchObject({ tagId: '70', thread: false });
    expect(await refusal(add({ tag: 'news' }, { channel: forum }))).toContain('It has: Reading');
    const offered = (text: string, channels = {}) => complete(daily, 'tag', text, {}, { channels });
    const choice = { name: 'Reading', value: '70' };
    expect(await offered('', { channel: forum })).toEqual([choice]);
    expect(await offered(' ING', { channel: forum })).toEqual([choice]);
    expect(await offered('news', { channel: forum })).toEqual([]);
    expect(await offered('')).toEqual([]);
    const strict = { ...forum, needsTag: true };
    expect(await refusal(add({}, { channel: strict }))).toContain('needs a tag');
    const thread = channelOf({ type: ChannelType.PublicThread });
    expect(await refusal(add({ thread: true }, { channel: thread }))).toContain('cannot hold');
  });

  it('takes @everyone for nobody', async () => {
    await add({}, { role: { id: GUILD, mentionable: false } });
    expect(await only()).toMatchObject({ roleId: null });
  });

  it('stops at 25', async () => {
    for (let count = 0; count < 25; count += 1) await add({}, { now: MORNING + count });
    expect(await refusal(add({}, { now: MORNING + 25 }))).toContain('25 schedules');
    expect(await all()).toHaveLength(25);
    const list = textOf(await use('list'));
    expect(list).toContain('Page 1 of 4');
    expect(list).toContain('**8. Every day at 08:00');
    const next = await press(daily, 'daily-list:next:4', requestOf({}));
    expect(textOf(next)).toContain('**25. ');
  });

  it('is for those who manage the server, whatever Discord shows', async () => {
    for (const subcommand of ['add', 'list', 'edit', 'pause', 'remove', 'now', 'history']) {
      const asked = { managesServer: false, channel: channelOf(), options: { time: '8:00' } };
      expect(await refusal(use(subcommand, asked))).toContain('Manage Server');
      expect(await refusal(use(subcommand, { ...asked, guildId: null }))).toContain('in a server');
    }
    await add();
    const { id } = await only();
    for (const action of ['preview', 'test', 'undo', 'remove']) {
      const pressed = press(daily, `daily:${action}:${id}`, requestOf({ managesServer: false }));
      expect(await refusal(pressed)).toContain('Manage Server');
    }
    const elsewhere = press(daily, `daily:remove:${id}`, requestOf({ guildId: '5' }));
    expect(await refusal(elsewhere)).toContain('no longer there');
    expect(await all()).toHaveLength(1);
  });

  it('is taken back by a button', async () => {
    await add();
    const { id } = await only();
    const undone = await press(daily, `daily:undo:${id}`, requestOf({}));
    expect(textOf(undone)).toContain('Taken back');
    expect(await all()).toEqual([]);
    expect(await refusal(press(daily, `daily:undo:${id}`, requestOf({})))).toContain('removed it');
  });
});

describe('which schedule', () => {
  it('is asked where there are several, and known by number or id', async () => {
    expect(await refusal(use('pause'))).toContain('no daily excerpt');
    await add();
    await add({ time: '20:00' }, { now: MORNING + 1 });
    expect(await refusal(use('pause'))).toContain(`2. Every day at 20:00 in <#${CHANNEL}>`);
    await use('pause', { options: { schedule: '2' } });
    const [first, second] = await all();
    expect([first?.paused, second?.paused?.reason]).toEqual([null, 'by-hand']);
    await use('pause', { options: { schedule: first?.id } });
    expect((await all())[0]?.paused?.reason).toBe('by-hand');
    const choices = await complete(daily, 'schedule', '20:00', {}, requestOf({}));
    expect(choices).toEqual([
      { name: '2. 20:00, Taipei, every day, all articles', value: second?.id },
    ]);
    const stranger = requestOf({ managesServer: false });
    expect(await complete(daily, 'schedule', '', {}, stranger)).toEqual([]);
  });
});

describe('/daily edit', () => {
  it('changes what was chosen and nothing else', async () => {
    await add({ paragraphs: 2, thread: true });
    const before = await only();
    expect(await refusal(use('edit'))).toContain('Nothing was changed');
    const said = textOf(await use('edit', { options: { time: '9:15', show: 'chinese-first' } }));
    expect(said).toContain('at 09:15');
    expect(await only()).toEqual({
      ...before,
      time: { hour: 9, minute: 15 },
      show: 'chinese-first',
      next: { day: '2026-11-24', at: Date.UTC(2026, 10, 24, 1, 15) },
    });
  });

  it('never lets a day that was settled come again', async () => {
    await add({ time: '9:00' });
    const { id } = await only();
    await services.deliveries.add({ scheduleId: id, day: '2026-11-24' }, MORNING, 'skipped');
    await services.deliveries.add({ scheduleId: id, day: '2026-11-30+1' }, MORNING, 'skipped');
    await use('edit', { options: { time: '20:00' } });
    expect((await only()).next?.day).toBe('2026-11-25');
  });

  it('begins another article at its beginning, and another order anew', async () => {
    await add({ article: 'tides' });
    const { id, position } = await only();
    await services.schedules.change(id, { position: { ...position, last: 2 } });
    await use('edit', { options: { paragraphs: 2 } });
    expect((await only()).position.last).toBe(2);
    await use('edit', { options: { order: 'shuffled' } });
    expect((await only()).position.last).toBe(0);
    await services.schedules.change(id, { position: { ...position, last: 2 } });
    await use('edit', { options: { article: 'wind' } });
    expect(await only()).toMatchObject({
      articleId: 'wind',
      position: { articleId: 'wind', last: 0 },
    });
    await use('edit', { options: { article: '*' } });
    expect(await only()).toMatchObject({ articleId: null, position: { articleId: 'wind' } });
  });

  it('lets go on what stopped by itself, once that is mended', async () => {
    await add({ article: 'tides', 'at-end': 'stop' });
    const { id, position } = await only();
    const finished = { reason: 'finished', since: MORNING } as const;
    await services.schedules.change(id, { paused: finished, position: { ...position, last: 3 } });
    await use('edit', { options: { time: '10:00' } });
    expect((await only()).paused?.reason).toBe('finished');
    await use('edit', { options: { 'at-end': 'again' } });
    expect(await only()).toMatchObject({ paused: null, next: { day: '2026-11-24' } });
    const refused = { reason: 'missing-permissions', since: MORNING } as const;
    await services.schedules.change(id, { paused: refused });
    await use('edit', { options: { time: '11:00' } });
    expect((await only()).paused?.reason).toBe('missing-permissions');
    await use('edit', { channel: channelOf({ id: '77' }) });
    expect(await only()).toMatchObject({ paused: null, channelId: '77' });
    await services.schedules.change(id, { paused: { reason: 'by-hand', since: MORNING } });
    await use('edit', { channel: channelOf() });
    expect((await only()).paused?.reason).toBe('by-hand');
  });

  it('asks for the channel where something is to be checked in it', async () => {
    await add();
    const role = { id: '4', mentionable: false };
    for (const asked of [
      { options: { tag: 'x' } },
      { options: { thread: true } },
      { options: {}, role },
    ]) {
      expect(await refusal(use('edit', asked))).toContain('choose the channel');
    }
    await use('edit', { options: { thread: false }, role: { id: '4', mentionable: true } });
    expect(await only()).toMatchObject({ thread: false, roleId: '4' });
    await use('edit', { options: { thread: true }, channel: channelOf() });
    expect((await only()).thread).toBe(true);
  });
});

describe('pausing, going on, and removing', () => {
  it('loses nothing and posts nothing late', async () => {
    await add();
    expect(textOf(await use('resume'))).toContain('not paused');
    expect(textOf(await use('pause'))).toContain('Nothing is lost');
    expect(textOf(await use('pause'))).toContain('paused already');
    expect(textOf(await use('list'))).toContain('by hand');
    for (const subcommand of ['now', 'skip']) {
      expect(await refusal(use(subcommand))).toContain('It is paused');
    }
    const later = MORNING + 9 * 86_400_000 + 1;
    expect(textOf(await use('resume', { now: later }))).toContain('Resumed');
    expect(await only()).toMatchObject({ paused: null, next: { day: '2026-12-04' } });
  });

  it('does not go on where there is nothing to post', async () => {
    await add({ article: 'tides', 'at-end': 'stop' });
    const { id, position } = await only();
    const paused = { reason: 'finished', since: MORNING } as const;
    await services.schedules.change(id, { paused, position: { ...position, last: 3 } });
    expect(await refusal(use('resume'))).toContain('come to its end');
    expect(textOf(await use('list'))).toContain('the article is at its end');
    await services.schedules.change(id, { position: { ...position, articleId: 'gone' } });
    expect(await refusal(use('resume'))).toContain('no longer there');
    expect(await refusal(use('preview'))).toContain('no longer there');
  });

  it('asks once before it removes', async () => {
    await add();
    const { id } = await only();
    const asked = textOf(await use('remove'));
    expect(asked).toContain('Remove this for good?');
    expect(asked).toContain(`daily:remove:${id}`);
    expect(textOf(await press(daily, `daily:keep:${id}`, requestOf({})))).toContain('as it was');
    expect(await all()).toHaveLength(1);
    expect(textOf(await press(daily, `daily:remove:${id}`, requestOf({})))).toContain('Removed');
    expect(await all()).toEqual([]);
  });
});

describe('now, skip and history', () => {
  it('now owes one besides the daily posts, nine times a day', async () => {
    await add();
    const { id, next } = await only();
    for (let count = 1; count <= 9; count += 1) {
      expect(textOf(await use('now'))).toContain('within a minute');
    }
    expect(await refusal(use('now'))).toContain('nine times');
    expect((await only()).next).toEqual(next);
    const history = await services.schedules.history(id, 20);
    expect(history.map(({ day, state }) => `${day} ${state}`)).toContain('2026-11-24+9 owed');
    expect(textOf(await use('history'))).toContain('/daily now');
  });

  it('skip leaves the next day out, once', async () => {
    await add({ time: '9:00' });
    const said = textOf(await use('skip'));
    expect(said).toContain(`Skipped: the post of <t:${Date.UTC(2026, 10, 24, 1) / 1000}:F>`);
    expect((await only()).next?.day).toBe('2026-11-25');
    expect(textOf(await use('history'))).toContain('not sent, skipped by hand');
    const { id } = await only();
    await services.deliveries.add({ scheduleId: id, day: '2026-11-25' }, MORNING, 'owed');
    expect(await refusal(use('skip'))).toContain('on its way');
  });

  it('history says what is to come where nothing was', async () => {
    await add({ time: '9:00' });
    expect(textOf(await use('history'))).toContain('Nothing has been posted yet');
  });
});

describe('preview', () => {
  it('is the next post, for nobody else', async () => {
    await add({ article: 'tides' }, { role: { id: '4', mentionable: true } });
    const reply = await use('preview');
    expect(reply).toMatchObject({ private: true, body: { allowed_mentions: { parse: [] } } });
    expect(textOf(reply)).toContain('The sea comes in.');
    expect(textOf(reply)).toContain('1 / 3');
    const { id } = await only();
    expect(textOf(await press(daily, `daily:preview:${id}`, requestOf({})))).toContain('The sea');
  });

  it('has a question where that was chosen, and tells how the last one went', async () => {
    await add({ article: 'tides', quiz: true });
    const { id, position } = await only();
    expect(textOf(await use('list'))).toContain('with a question');
    const first = textOf(await use('preview'));
    expect(first).toContain('Quiz me');
    expect(first).not.toContain('The last quiz');
    const name = { scheduleId: id, day: '2026-11-24' };
    await services.deliveries.add(name, MORNING, 'owed');
    const claim = await store.deliveries.claim(name, MORNING, MORNING + 60_000);
    if (claim === null) throw new Error('it is there to be claimed');
    await store.deliveries.sent(claim, {
      placed: { channelId: CHANNEL, messageId: '9' },
      ...{ sentAt: MORNING, articleId: 'tides', paragraphs: [1], position },
      ...{ reason: null, pause: null },
    });
    const where = { guildId: GUILD, channelId: CHANNEL, at: MORNING, milliseconds: 0 };
    const answer = { roundId: `daily:${id}:2026-11-24`, number: 1, right: true, points: 1 };
    await services.scores.record({ ...answer, ...where, readerId: '5' });
    expect(textOf(await use('preview'))).toContain('-# The last quiz: 1 answered, 1 right');
    await use('edit', { options: { quiz: false } });
    expect(textOf(await use('preview'))).not.toContain('quiz');
  });

  it('a test that cannot be posted says why', async () => {
    await add();
    const reply = await press(daily, `daily:test:${(await only()).id}`, requestOf({}));
    if (reply?.kind !== 'later') throw new Error('a post takes its time');
    expect(JSON.stringify(await reply.work())).toContain('Discord could not be reached');
  });

  it('its buttons open the reader’s own copy', async () => {
    const open = (button: string) => press(daily, button, { ...requestOf({}), own: false });
    const both = await open('post:b:x:2026-11-24:tides:1.2');
    expect(both).toMatchObject({ kind: 'message', private: true });
    expect(textOf(both)).toContain('月亮牽引著海水。');
    const one = await press(daily, 'excerpt:show:tides:1.2:english:1', requestOf({}));
    expect(one).toMatchObject({ kind: 'update' });
    expect(textOf(one)).not.toContain('月亮');
    expect(await refusal(open('post:b:x:2026-11-24:gone:1'))).toContain('no longer here');
    expect(await refusal(open('post:b:x:2026-11-24:tides:99'))).toContain('out of date');
  });
});

describe('suggestions', () => {
  const names = async (option: string, text: string, language?: (typeof LANGUAGES)[number]) => {
    const asked = requestOf(language === undefined ? {} : { language });
    return (await complete(daily, option, text, {}, asked)).map(({ name }) => name);
  };

  it('zones by city, country and offset', async () => {
    expect(await names('zone', 'taipei')).toEqual(['Taipei, UTC+8, now 08:00']);
    expect(await names('zone', '台北', 'zh-TW')).toEqual(['台北，UTC+8，現在08:00']);
    expect((await names('zone', '+8', 'zh-CN'))[1]).toBe('上海，UTC+8，现在08:00');
    expect((await names('zone', ''))[0]).toContain('Taipei');
  });

  it('days and articles', async () => {
    expect(await names('days', '')).toEqual([
      'every day',
      'Monday to Friday',
      'Saturday and Sunday',
    ]);
    expect(await names('days', '一三五', 'zh-TW')).toEqual(['週一、週三、週五']);
    expect((await names('article', ''))[0]).toBe('All articles, one after the other');
    expect(await names('article', 'tid')).toEqual(['The Tides 潮汐']);
  });
});
