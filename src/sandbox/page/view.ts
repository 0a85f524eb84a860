import type { APIRole } from 'discord-api-types/v10';
import { ChannelType, PermissionFlagsBits as Flag } from 'discord-api-types/v10';
import type { Actor } from '../actor.ts';
import type { Sandbox } from '../sandbox.ts';
import type { Channel, Guild, Person, StoredMessage } from '../world/model.ts';
import { channelsOf, isForum, isThread } from '../world/views.ts';
import type { World } from '../world/world.ts';
import type {
  BotState,
  ChannelKind,
  ChannelView,
  FaultsView,
  MessageView,
  PageLocale,
  PersonView,
  ServerView,
  View,
} from './protocol.ts';

/** Messages beyond these, the newest, are not sent to the page. */
const SHOWN = 100;

const colorOf = ({ color }: APIRole) =>
  color === 0 ? null : `#${color.toString(16).padStart(6, '0')}`;

function rolesOf(world: World, personId: string): APIRole[] {
  const homes = world.botGuilds();
  const home = homes.find(({ members }) => members.has(personId));
  const ids = home?.members.get(personId)?.roleIds ?? [];
  return ids.flatMap((id) => home?.roles.get(id) ?? []);
}

function personView(world: World, { user, locale }: Person): PersonView {
  const roles = rolesOf(world, user.id);
  const color = roles.map(colorOf).find((each) => each !== null) ?? null;
  return {
    id: user.id,
    name: user.global_name ?? user.username,
    username: user.username,
    locale,
    roles: roles.map(({ name }) => name),
    color,
    outside: !world.botGuilds().some(({ members }) => members.has(user.id)),
  };
}

function kindOf(channel: Channel): ChannelKind {
  if (channel.guildId === null) return 'dm';
  if (isThread(channel)) return 'thread';
  if (isForum(channel)) return 'forum';
  return channel.type === ChannelType.GuildAnnouncement ? 'news' : 'text';
}

function channelView(world: World, channel: Channel): ChannelView {
  const { id, type, parentId, recipientIds } = channel;
  const bits = world.permissions(world.bot.id, channel);
  const needed =
    Flag.ViewChannel | (isThread(channel) ? Flag.SendMessagesInThreads : Flag.SendMessages);
  const withBot = recipientIds.includes(world.bot.id);
  const name = channel.guildId === null && withBot ? world.bot.username : channel.name;
  return {
    id,
    kind: kindOf(channel),
    type,
    name,
    parentId,
    botMayWrite: (bits & needed) === needed,
  };
}

function serverView(world: World, guild: Guild, personId: string): ServerView {
  const open = channelsOf(world, guild).filter(
    (channel) =>
      (world.permissions(personId, channel) & Flag.ViewChannel) !== 0n && !channel.thread?.archived,
  );
  return {
    id: guild.id,
    name: guild.name,
    hasBot: guild.members.has(world.bot.id),
    channels: open.map((channel) => channelView(world, channel)),
    roles: [...guild.roles.values()].map((role) => ({
      id: role.id,
      name: role.name,
      color: colorOf(role),
    })),
  };
}

function messageView(world: World, stored: StoredMessage): MessageView {
  const { message, readerId } = stored;
  const thread = world.channels.get(message.id);
  const { interaction } = message;
  return {
    message,
    private: readerId !== null,
    used: interaction ? { user: interaction.user.id, name: interaction.name } : null,
    thread: thread?.thread
      ? { id: thread.id, name: thread.name, messages: thread.thread.messageCount }
      : null,
  };
}

function may(world: World, actor: Actor, permission: bigint): boolean {
  return (world.permissions(actor.person.user.id, actor.channel) & permission) !== 0n;
}

/** What a person sees in a channel, with everything around it that the page shows. */
export function viewOf(
  { world, clock }: Pick<Sandbox, 'world' | 'clock'>,
  actor: Actor,
  { locale, bot, faults }: { locale: PageLocale; bot: BotState; faults: FaultsView },
): View {
  const { person, channel } = actor;
  const guilds = [...world.guilds.values()].filter(({ members }) => members.has(person.user.id));
  const stored = [...(world.messages.get(channel.id)?.values() ?? [])];
  const seen = stored.filter(({ message }) => actor.sees(message)).slice(-SHOWN);
  const inThread = isThread(channel);
  return {
    me: personView(world, person),
    locale,
    people: [...world.people.values()].map((each) => personView(world, each)),
    bot: { id: world.bot.id, name: world.bot.username, state: bot },
    faults,
    clockOffset: clock.offset,
    servers: guilds.map((guild) => serverView(world, guild, person.user.id)),
    channel: channelView(world, channel),
    mayWrite:
      !isForum(channel) &&
      may(world, actor, inThread ? Flag.SendMessagesInThreads : Flag.SendMessages),
    mayOpenThreads:
      channel.guildId !== null && !inThread && may(world, actor, Flag.CreatePublicThreads),
    messages: seen.map((each) => messageView(world, each)),
    commands: actor.commands(),
  };
}
