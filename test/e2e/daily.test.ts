import type { APIMessage } from 'discord-api-types/v10';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/sandbox/exchange.ts';
import { printMessage } from '../../src/sandbox/print.ts';
import { channelChanged } from '../../src/sandbox/world/channels.ts';
import { findChannel } from '../../src/sandbox/world/names.ts';
import { wordsFor } from '../../src/words/index.ts';
import { languageFor } from '../../src/words/language.ts';
import { house } from './house.ts';

const home = house({ process: true });
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** A bot’s look at what is owed and the post that comes of it, on a slow machine. */
const PATIENCE = 25_000;

/** 07:00 in Taipei, where every test begins, a fortnight after the one before. */
let morning = Date.UTC(2027, 0, 3, 23);

beforeAll(() => home.sandbox.clock.set(morning));
afterAll(() => {
  expect(home.sandbox.refusals()).toEqual([]);
});

const shown = ({ message }: Exchange): string => {
  if (message === undefined) throw new Error('no message came');
  return printMessage(message);
};
const messageOf = ({ message }: Exchange): APIMessage => {
  if (message === undefined) throw new Error('no message came');
  return message;
};

/** What the bot posted in a channel, oldest first; all channels opened from it are not its own. */
function posts(channel: string): APIMessage[] {
  const { world } = home.sandbox;
  const { id } = findChannel(world, channel);
  const all = [...(world.messages.get(id)?.values() ?? [])].map(({ message }) => message);
  return all.filter(({ author, flags }) => author.id === world.bot.id && !((flags ?? 0) & 64));
}

async function untilPosts(channel: string, count: number): Promise<APIMessage[]> {
  await home.sandbox.until(() => posts(channel).length >= count, PATIENCE);
  return posts(channel);
}

/** What a command says once `wanted` fits: a post is noted a moment after it stands. */
async function eventually(
  command: () => Promise<Exchange>,
  wanted: (text: string) => boolean,
): Promise<string> {
  for (;;) {
    const text = shown(await command());
    if (wanted(text)) return text;
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}

function clockTo(instant: number): void {
  home.sandbox.clock.set(instant);
}

/** A new morning, so that no test sees the days of another. */
function newMorning(): number {
  morning += 14 * DAY;
  clockTo(morning);
  return morning;
}

/** No test finds the schedules of another, even of one that failed. */
afterEach(async () => {
  const ada = home.sandbox.as('Ada');
  while (shown(await ada.command('/daily list')).includes('**1. ')) {
    const asked = await ada.command('/daily remove schedule:1');
    await ada.press(messageOf(asked), wordsFor('en').schedule.removeIt);
  }
});

describe.each([
  ['en-US', 'daily'],
  ['zh-TW', 'reading'],
  ['zh-CN', 'announcements'],
])('the whole conversation in %s', (locale, channel) => {
  const words = wordsFor(languageFor(locale));
  const ada = () => home.sandbox.as('Ada', { locale });

  it('sets up, previews, posts once a day for a week, and tells of it', async () => {
    const start = newMorning();
    const added = await ada().command(`/daily add channel:${channel} time:8:00 zone:Asia/Taipei`);
    expect(added.ephemeral).toBe(true);
    expect(shown(added)).toContain(words.schedule.added);
    for (const day of [0, 1, 2]) {
      expect(shown(added)).toContain(`<t:${(start + HOUR + day * DAY) / 1000}:F>`);
    }
    const preview = await ada().press(messageOf(added), words.schedule.preview);
    expect(preview.ephemeral).toBe(true);
    expect(shown(preview)).toContain('-# 1 / 26');
    expect(posts(channel)).toEqual([]);

    for (let day = 0; day < 7; day += 1) {
      clockTo(start + HOUR + day * DAY);
      const sent = await untilPosts(channel, day + 1);
      expect(sent).toHaveLength(day + 1);
      expect(printMessage(sent[day] ?? messageOf(added))).toContain(`-# ${day + 1} / 26`);
      // The minutes after it bring nothing more: the next day's post is the next message.
      clockTo(start + HOUR + day * DAY + MINUTE);
      clockTo(start + 5 * HOUR + day * DAY);
    }
    const [first] = posts(channel);
    const previewed = shown(preview).split('\n').slice(0, 5).join('\n');
    expect(printMessage(first ?? messageOf(added))).toContain(previewed);

    const history = await eventually(
      () => ada().command('/daily history'),
      (text) => text.match(/discord\.com\/channels/g)?.length === 7,
    );
    expect(history).toContain(`- <t:${(start + HOUR) / 1000}:f>`);
    expect(history).toContain(`${first?.channel_id}/${first?.id}`);

    const lin = home.sandbox.as('Lin', { locale, channel });
    const { hideChinese, hideEnglish } = words.daily;
    const hide = words.language === 'en' ? hideEnglish : hideChinese;
    const own = await lin.press(first ?? messageOf(added), hide);
    expect(own.ephemeral).toBe(true);
    const next = await lin.press(first ?? messageOf(added), words.paragraph.next);
    expect(next.ephemeral).toBe(true);
    expect(shown(next)).toContain('-# 2 / 26');
  });

  it('takes back, pauses, goes on, skips and posts now', async () => {
    const start = newMorning();
    const before = posts(channel).length;
    const undone = await ada().command(`/daily add channel:${channel} time:8am zone:taipei`);
    expect(shown(await ada().press(messageOf(undone), words.schedule.undo))).toContain(
      words.schedule.undone,
    );
    await ada().command(`/daily add channel:${channel} time:8am zone:taipei days:weekdays`);
    const paused = shown(await ada().command('/daily pause'));
    expect(paused).toContain(words.daily.resume.name);
    clockTo(start + 2 * HOUR);
    expect(shown(await ada().command('/daily resume'))).toContain(words.schedule.resumed);
    await ada().command('/daily skip');
    await ada().command('/daily now');
    // The bot looks every minute; the clock does not have to wait for it.
    clockTo(start + 2 * HOUR + MINUTE);
    const sent = await untilPosts(channel, before + 1);
    expect(printMessage(sent.at(-1) ?? messageOf(undone))).toContain('-# 1 / 26');
    const history = shown(await ada().command('/daily history'));
    expect(history).toContain(words.schedule.reasons['by-hand']);
    const tested = await ada().command('/daily edit show:english-first');
    const test = await (await ada().press(messageOf(tested), words.schedule.test)).settled();
    expect(shown(test)).toContain('discord.com/channels');
    expect(posts(channel)).toHaveLength(before + 2);
  });

  it('says what is wrong and what to do', async () => {
    newMorning();
    const line = (rest: string) => ada().command(`/daily add ${rest}`);
    const closed = await line('channel:no-entry time:8:00 zone:Asia/Taipei');
    expect(closed.ephemeral).toBe(true);
    expect(shown(closed)).toContain(words.delivery.permissions.send);
    const hour = await line(`channel:${channel} time:24:05 zone:Asia/Taipei`);
    expect(shown(hour)).toContain(words.scheduleRefusal.time.hour(24));
    const zone = await line(`channel:${channel} time:8:00 zone:+8`);
    expect(shown(zone)).toContain('Asia/Taipei');
    const found = await ada().autocomplete(
      `/daily add channel:${channel} time:8:00 zone:台北`,
      'zone',
    );
    expect(found.choices?.[0]?.value).toBe('Asia/Taipei');
    expect(shown(await ada().command('/daily list'))).toContain(words.schedule.none);
  });
});

describe('posts', () => {
  const ada = () => home.sandbox.as('Ada');

  it('a time that the clocks skip comes after the gap, one that comes twice comes once', async () => {
    const before = posts('quiz').length;
    clockTo(Date.parse('2028-03-12T06:00Z'));
    await ada().command('/daily add channel:quiz time:2:30 zone:America/New_York');
    clockTo(Date.parse('2028-03-12T07:00Z'));
    expect(await untilPosts('quiz', before + 1)).toHaveLength(before + 1);
    clockTo(Date.parse('2028-11-05T04:00Z'));
    await ada().command('/daily edit time:1:30');
    clockTo(Date.parse('2028-11-05T05:30Z'));
    expect(await untilPosts('quiz', before + 2)).toHaveLength(before + 2);
    clockTo(Date.parse('2028-11-05T06:30Z'));
    clockTo(Date.parse('2028-11-06T06:30Z'));
    expect(await untilPosts('quiz', before + 3)).toHaveLength(before + 3);
    morning = Date.UTC(2028, 11, 1, 23);
  });

  it('a bot that was down posts when it is back, once', { timeout: 120_000 }, async () => {
    const start = newMorning();
    const before = posts('daily').length;
    await ada().command('/daily add channel:daily time:8:00 zone:Asia/Taipei');
    await home.bot.stop('SIGKILL');
    clockTo(start + 3 * HOUR);
    await home.restart();
    expect(await untilPosts('daily', before + 1)).toHaveLength(before + 1);
    clockTo(start + HOUR + DAY);
    expect(await untilPosts('daily', before + 2)).toHaveLength(before + 2);
  });

  it('go into forums with a name and a number, open threads, and mention one role', async () => {
    const start = newMorning();
    const { world } = home.sandbox;
    const threads = () => [...world.channels.values()].filter(({ parentId }) => parentId !== null);
    const before = posts('daily').length;
    const had = threads().length;
    await ada().command('/daily add channel:articles time:8:00 zone:Asia/Taipei');
    await ada().command(
      '/daily add channel:daily time:8:00 zone:Asia/Taipei role:Reader thread:true paragraphs:3',
    );
    clockTo(start + HOUR);
    const [post] = (await untilPosts('daily', before + 1)).slice(-1);
    await home.sandbox.until(() => threads().length >= had + 2, PATIENCE);
    const names = threads().map(({ name }) => name);
    expect(names).toContain('The Two Names of Tea　茶的兩個名字 · 1 / 26');
    expect(names).toContain('The Two Names of Tea　茶的兩個名字 · 1–3 / 26');
    expect(post?.mention_roles).toHaveLength(1);
    expect(post?.mention_everyone).toBe(false);
  });

  it('offer the tags of the forum that was chosen, as they are now', async () => {
    const { world } = home.sandbox;
    const forum = findChannel(world, 'articles');
    const before = forum.tags;
    const tag = { id: world.snowflake(), name: 'Tea', moderated: false };
    forum.tags = [...before, { ...tag, emoji_id: null, emoji_name: null }];
    channelChanged(world, forum);
    const found = await ada().autocomplete('/daily add channel:articles time:8:00 tag:te', 'tag');
    expect(found.choices).toEqual([{ name: 'Tea', value: tag.id }]);
    forum.tags = before;
    channelChanged(world, forum);
  });

  it('two admins at once do each other no harm', async () => {
    newMorning();
    const mo = () => home.sandbox.as('Mo');
    const added = await Promise.all([
      ada().command('/daily add channel:daily time:8:00 zone:Asia/Taipei'),
      mo().command('/daily add channel:daily time:9:00 zone:Asia/Taipei'),
    ]);
    for (const one of added) expect(shown(one)).toContain('Set up');
    expect(shown(await mo().command('/daily list'))).toContain('**2. ');
    const asked = await ada().command('/daily remove schedule:1');
    await mo().press(
      messageOf(await mo().command('/daily remove schedule:1')),
      wordsFor('en').schedule.removeIt,
    );
    const late = await ada().press(messageOf(asked), wordsFor('en').schedule.removeIt);
    expect(shown(late)).toContain('somebody removed it');
  });

  it('are not for everybody to set up', () => {
    const offered = (name: string) =>
      home.sandbox
        .as(name)
        .commands()
        .map((command) => command.name);
    expect(offered('Mo')).toContain('daily');
    expect(offered('Lin')).not.toContain('daily');
    expect(home.sandbox.as('Mo', { channel: 'DM' }).commands()).not.toContainEqual(
      expect.objectContaining({ name: 'daily' }),
    );
  });
});
