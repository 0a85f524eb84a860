import { ChannelType, PermissionFlagsBits as Flag, OverwriteType } from 'discord-api-types/v10';
import { addChannel } from './channels.ts';
import { addGuild, addPerson, addRole, join } from './guilds.ts';
import { World } from './world.ts';

const EVERYONE =
  Flag.ViewChannel |
  Flag.SendMessages |
  Flag.SendMessagesInThreads |
  Flag.CreatePublicThreads |
  Flag.EmbedLinks |
  Flag.AttachFiles |
  Flag.AddReactions |
  Flag.ReadMessageHistory |
  Flag.UseApplicationCommands |
  Flag.UseExternalApps;
const MODERATOR =
  Flag.ManageMessages |
  Flag.ManageThreads |
  Flag.ManageChannels |
  Flag.ModerateMembers |
  Flag.ManageGuild;
const BOT = EVERYONE | Flag.ManageThreads | Flag.PinMessages;

/**
 * The world that a visitor finds: one server with the bot and members of three locales, and Sam, who
 * is elsewhere and has the app installed for themself.
 */
export function defaultWorld(now: () => number): World {
  const world = new World(now, 'Duidu');
  const ada = addPerson(world, { username: 'ada', name: 'Ada', locale: 'en-US' });
  const mo = addPerson(world, { username: 'mo', name: 'Mo', locale: 'en-US' });
  const lin = addPerson(world, { username: 'lin', name: 'Lin 林', locale: 'zh-TW' });
  const wei = addPerson(world, { username: 'wei', name: 'Wei 伟', locale: 'zh-CN' });
  const sam = addPerson(world, { username: 'sam', name: 'Sam', locale: 'en-US', installed: true });

  const guild = addGuild(world, {
    name: 'Duidu 對讀',
    ownerId: ada.user.id,
    preferredLocale: 'en-US',
    everyone: EVERYONE,
  });
  const admin = addRole(world, guild, {
    name: 'Admin',
    permissions: Flag.Administrator,
    color: 0xe74c3c,
  });
  const moderator = addRole(world, guild, {
    name: 'Moderator',
    permissions: MODERATOR,
    color: 0x3498db,
  });
  const reader = addRole(world, guild, { name: 'Reader 讀者', permissions: 0n, mentionable: true });
  const bot = addRole(world, guild, { name: 'Duidu', permissions: BOT });
  for (const name of ['reading', 'daily', 'quiz']) {
    addChannel(world, guild, { type: ChannelType.GuildText, name });
  }
  addChannel(world, guild, { type: ChannelType.GuildAnnouncement, name: 'announcements' });
  addChannel(world, guild, { type: ChannelType.GuildForum, name: 'articles' });
  addChannel(world, guild, {
    type: ChannelType.GuildText,
    name: 'no-entry',
    overwrites: [
      {
        id: world.bot.id,
        type: OverwriteType.Member,
        allow: '0',
        deny: (Flag.ViewChannel | Flag.SendMessages).toString(),
      },
    ],
  });
  join(world, guild, world.bot.id, [bot.id]);
  join(world, guild, ada.user.id, [admin.id]);
  join(world, guild, mo.user.id, [moderator.id]);
  join(world, guild, lin.user.id, [reader.id]);
  join(world, guild, wei.user.id, [reader.id]);

  const elsewhere = addGuild(world, {
    name: 'Elsewhere',
    ownerId: sam.user.id,
    preferredLocale: 'en-US',
    everyone: EVERYONE,
  });
  addChannel(world, elsewhere, { type: ChannelType.GuildText, name: 'lounge' });
  join(world, elsewhere, sam.user.id);
  return world;
}
