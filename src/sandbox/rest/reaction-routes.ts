import type { APIReaction } from 'discord-api-types/v10';
import { refusal } from '../errors.ts';
import type { StoredMessage } from '../world/model.ts';
import {
  type Answer,
  channelOf,
  type Discord,
  demand,
  messageOf,
  noContent,
  ok,
  param,
  type RestRequest,
  type Route,
} from './route.ts';

const MAX_PINS = 250;

interface Emoji {
  id: string | null;
  name: string;
}

/** `📖` or `name:id`. Custom emojis do not exist here, so only Unicode ones are known. */
function emojiOf(request: RestRequest): Emoji {
  const given = param(request, 'emoji');
  if (!/^\p{RGI_Emoji}$/v.test(given)) throw refusal.unknownEmoji();
  return { id: null, name: given };
}

const same = (emoji: Emoji) => (reaction: APIReaction) => reaction.emoji.name === emoji.name;

function withReaction(
  reactions: readonly APIReaction[],
  emoji: Emoji,
  own: boolean,
): APIReaction[] {
  const found = reactions.find(same(emoji));
  const count = (found?.count ?? 0) + 1;
  const reaction: APIReaction = {
    emoji,
    count,
    count_details: { burst: 0, normal: count },
    me: own || (found?.me ?? false),
    me_burst: false,
    burst_colors: [],
  };
  return [...reactions.filter((each) => each !== found), reaction];
}

function tell({ world }: Discord, t: string, stored: StoredMessage, emoji: Emoji): void {
  const { message, channelId, guildId } = stored;
  const d = {
    user_id: world.bot.id,
    channel_id: channelId,
    message_id: message.id,
    ...(guildId !== null && { guild_id: guildId }),
    emoji,
    burst: false,
    type: 0,
  };
  world.emit({ t, d, guildId, channelId });
}

function add(request: RestRequest, discord: Discord): Answer {
  const channel = channelOf(request, discord);
  const stored = messageOf(request, discord, channel);
  const emoji = emojiOf(request);
  const { reactions = [] } = stored.message;
  const found = reactions.find(same(emoji));
  demand(discord.world, channel, 'ReadMessageHistory');
  if (!found) demand(discord.world, channel, 'AddReactions');
  if (found?.me) return noContent;
  stored.message.reactions = withReaction(reactions, emoji, true);
  tell(discord, 'MESSAGE_REACTION_ADD', stored, emoji);
  return noContent;
}

function remove(request: RestRequest, discord: Discord): Answer {
  const stored = messageOf(request, discord, channelOf(request, discord));
  const emoji = emojiOf(request);
  const { reactions = [] } = stored.message;
  const found = reactions.find(same(emoji));
  if (!found?.me) return noContent;
  const left = { ...found, count: found.count - 1, me: false };
  const others = reactions.filter((each) => each !== found);
  stored.message.reactions = left.count > 0 ? [...others, left] : others;
  tell(discord, 'MESSAGE_REACTION_REMOVE', stored, emoji);
  return noContent;
}

const pinsOf = ({ world }: Discord, channelId: string): StoredMessage[] =>
  [...(world.messages.get(channelId)?.values() ?? [])].filter(({ message }) => message.pinned);

function setPinned(pinned: boolean) {
  return (request: RestRequest, discord: Discord): Answer => {
    const channel = channelOf(request, discord);
    const stored = messageOf(request, discord, channel);
    if (channel.guildId !== null) demand(discord.world, channel, 'PinMessages');
    if (pinned && pinsOf(discord, channel.id).length >= MAX_PINS) throw refusal.tooManyPins();
    stored.message.pinned = pinned;
    const { guildId } = channel;
    const d = { channel_id: channel.id, ...(guildId !== null && { guild_id: guildId }) };
    discord.world.emit({ t: 'CHANNEL_PINS_UPDATE', d, guildId, channelId: channel.id });
    return noContent;
  };
}

function pins(request: RestRequest, discord: Discord): Answer {
  const channel = channelOf(request, discord);
  const items = pinsOf(discord, channel.id).map(({ message }) => ({
    pinned_at: message.timestamp,
    message,
  }));
  return ok({ items, has_more: false });
}

const REACTION = '/channels/:channel_id/messages/:message_id/reactions/:emoji/@me';
const PINS = '/channels/:channel_id/messages/pins';
const OLD_PINS = '/channels/:channel_id/pins';

/** The bot's own reactions, and pins by their present and their older address. */
export const reactionRoutes: readonly Route[] = [
  { method: 'PUT', path: REACTION, access: 'bot', run: add },
  { method: 'DELETE', path: REACTION, access: 'bot', run: remove },
  { method: 'GET', path: PINS, access: 'bot', run: pins },
  ...[PINS, OLD_PINS].flatMap((root): Route[] => [
    { method: 'PUT', path: `${root}/:message_id`, access: 'bot', run: setPinned(true) },
    { method: 'DELETE', path: `${root}/:message_id`, access: 'bot', run: setPinned(false) },
  ]),
];
