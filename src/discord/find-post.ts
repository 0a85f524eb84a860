import type { REST } from '@discordjs/rest';
import { Routes } from 'discord-api-types/v10';
import { z } from 'zod';
import type { Instant, Placed, Schedule } from '../daily/model.ts';

const PAGE = 100;
/** So many pages are looked through: a channel with more messages in a minute's doubt is unlikely. */
const MOST_PAGES = 20;
const DISCORD_EPOCH = 1_420_070_400_000;

const messages = z.array(
  z.object({ id: z.string(), channel_id: z.string(), components: z.unknown() }),
);
const channel = z.object({
  type: z.number(),
  last_message_id: z.string().nullish(),
});
const threads = z.object({
  threads: z.array(z.object({ id: z.string(), parent_id: z.string().nullish() })),
});

interface Span {
  readonly from: Instant;
  readonly until: Instant;
}

type Found = Placed | null | 'unreadable';
type Reading = Pick<REST, 'get'>;

/**
 * The message with `key` in one of its custom_ids, among those of a schedule's channel that were sent
 * in `span`. In a forum it is the first message of one of the channel's open posts.
 */
export async function findPost(
  rest: Reading,
  { channelId, guildId }: Schedule,
  key: string,
  span: Span,
): Promise<Found> {
  const { type, last_message_id: last } = channel.parse(await rest.get(Routes.channel(channelId)));
  if (FORUMS.has(type)) return findInForum(rest, { channelId, guildId }, key, span);
  // Without the permission to read the history Discord gives an empty list instead of a refusal.
  const nothingNew = last === null || last === undefined || BigInt(last) < snowflake(span.from);
  const found = await findInChannel(rest, channelId, key, span);
  return found === 'empty' ? (nothingNew ? null : 'unreadable') : found;
}

/** GUILD_FORUM and GUILD_MEDIA. */
const FORUMS: ReadonlySet<number> = new Set([15, 16]);

async function findInChannel(
  rest: Reading,
  channelId: string,
  key: string,
  { from, until }: Span,
): Promise<Placed | null | 'empty'> {
  let after = snowflake(from);
  for (let page = 0; page < MOST_PAGES; page += 1) {
    const query = new URLSearchParams({ after: String(after), limit: String(PAGE) });
    const list = messages.parse(await rest.get(Routes.channelMessages(channelId), { query }));
    if (page === 0 && list.length === 0) return 'empty';
    const ours = list.find(({ components }) => hasKey(components, key));
    if (ours !== undefined) return { channelId: ours.channel_id, messageId: ours.id };
    const newest =
      list
        .map(({ id }) => BigInt(id))
        .toSorted(bySize)
        .at(-1) ?? after;
    if (list.length < PAGE || newest > snowflake(until)) return null;
    after = newest;
  }
  return null;
}

/** The first message of a forum post has the id of its thread. */
async function findInForum(
  rest: Reading,
  { channelId, guildId }: Pick<Schedule, 'channelId' | 'guildId'>,
  key: string,
  { from, until }: Span,
): Promise<Found> {
  const active = threads.parse(await rest.get(Routes.guildActiveThreads(guildId)));
  const candidates = active.threads.filter(
    ({ id, parent_id: parent }) =>
      parent === channelId && BigInt(id) >= snowflake(from) && BigInt(id) <= snowflake(until),
  );
  for (const { id } of candidates) {
    const list = messages.parse(
      await rest.get(Routes.channelMessages(id), {
        query: new URLSearchParams({ around: id, limit: '1' }),
      }),
    );
    if (list.length === 0) return 'unreadable';
    if (list.some(({ components }) => hasKey(components, key))) {
      return { channelId: id, messageId: id };
    }
  }
  return null;
}

function hasKey(components: unknown, key: string): boolean {
  const ids = JSON.stringify(components ?? []).matchAll(/"custom_id":"([^"]*)"/g);
  return [...ids].some(([, id = '']) => `:${id}:`.includes(`:${key}:`));
}

function bySize(a: bigint, b: bigint): number {
  return Number(a - b);
}

/** The smallest id that Discord gives at `instant`. */
function snowflake(instant: Instant): bigint {
  return BigInt(Math.max(0, Math.floor(instant) - DISCORD_EPOCH)) << 22n;
}
