import type { APIRole, GuildMemberFlags, RoleFlags } from 'discord-api-types/v10';
import type { Guild, Person } from './model.ts';
import { fullMemberView, gatewayGuildView } from './views.ts';
import type { World } from './world.ts';

export interface NewGuild {
  name: string;
  ownerId: string;
  preferredLocale: string;
  everyone: bigint;
}

export function addRole(
  world: World,
  guild: Guild,
  given: { name: string; permissions: bigint; color?: number; id?: string; mentionable?: boolean },
): APIRole {
  const color = given.color ?? 0;
  const role: APIRole = {
    id: given.id ?? world.snowflake(),
    name: given.name,
    color,
    colors: { primary_color: color, secondary_color: null, tertiary_color: null },
    hoist: false,
    position: guild.roles.size,
    permissions: given.permissions.toString(),
    managed: false,
    mentionable: given.mentionable ?? false,
    flags: 0 as RoleFlags,
  };
  guild.roles.set(role.id, role);
  const d = { guild_id: guild.id, role };
  world.emit({ t: 'GUILD_ROLE_CREATE', d, guildId: guild.id, channelId: null });
  return role;
}

export function addGuild(world: World, given: NewGuild): Guild {
  const guild: Guild = {
    id: world.snowflake(),
    name: given.name,
    ownerId: given.ownerId,
    preferredLocale: given.preferredLocale,
    roles: new Map(),
    members: new Map(),
    unavailable: false,
  };
  world.guilds.set(guild.id, guild);
  addRole(world, guild, { id: guild.id, name: '@everyone', permissions: given.everyone });
  return guild;
}

export function addPerson(
  world: World,
  given: { username: string; name: string; locale: string; installed?: boolean },
): Person {
  const person: Person = {
    user: {
      id: world.snowflake(),
      username: given.username,
      global_name: given.name,
      discriminator: '0',
      avatar: null,
    },
    locale: given.locale,
    installed: given.installed ?? false,
  };
  world.people.set(person.user.id, person);
  return person;
}

/** Lets somebody join a server; when it is the bot, the server is announced to it as a new one. */
export function join(world: World, guild: Guild, userId: string, roleIds: string[] = []): void {
  const member = { userId, nick: null, roleIds, joinedAt: world.isoNow() };
  guild.members.set(userId, member);
  const own = userId === world.bot.id;
  const d = own
    ? gatewayGuildView(world, guild)
    : { ...fullMemberView(world, member), guild_id: guild.id, flags: 0 as GuildMemberFlags };
  world.emit({
    t: own ? 'GUILD_CREATE' : 'GUILD_MEMBER_ADD',
    d,
    guildId: guild.id,
    channelId: null,
  });
}

/** Takes the bot out of a server: GUILD_DELETE without `unavailable`. */
export function removeBot(world: World, guild: Guild): void {
  world.emit({ t: 'GUILD_DELETE', d: { id: guild.id }, guildId: guild.id, channelId: null });
  guild.members.delete(world.bot.id);
  world.commands.delete(guild.id);
}

/** An outage of a server, or its end. During one the bot must not forget anything. */
export function setUnavailable(world: World, guild: Guild, unavailable: boolean): void {
  if (guild.unavailable === unavailable) return;
  guild.unavailable = unavailable;
  const d = unavailable ? { id: guild.id, unavailable: true } : gatewayGuildView(world, guild);
  const t = unavailable ? 'GUILD_DELETE' : 'GUILD_CREATE';
  world.emit({ t, d, guildId: guild.id, channelId: null });
}

/** Changes a role's permissions and announces it. */
export function setRolePermissions(world: World, guild: Guild, role: APIRole, bits: bigint): void {
  role.permissions = bits.toString();
  const d = { guild_id: guild.id, role };
  world.emit({ t: 'GUILD_ROLE_UPDATE', d, guildId: guild.id, channelId: null });
}
