import type { APIOverwrite } from 'discord-api-types/v10';
import { PermissionFlagsBits as Flag, OverwriteType } from 'discord-api-types/v10';
import type { Channel, Guild, GuildMember } from './model.ts';

export const ALL_PERMISSIONS: bigint = Object.values(Flag).reduce((all, bit) => all | bit, 0n);

/** What the app may do in a direct message, where no role decides. */
export const DM_PERMISSIONS: bigint =
  Flag.ViewChannel |
  Flag.SendMessages |
  Flag.EmbedLinks |
  Flag.AttachFiles |
  Flag.ReadMessageHistory |
  Flag.AddReactions |
  Flag.UseExternalEmojis |
  Flag.MentionEveryone;

/** Discord takes these away together with SEND_MESSAGES ("implicit permissions" in its documentation). */
const NEED_SENDING =
  Flag.MentionEveryone | Flag.SendTTSMessages | Flag.AttachFiles | Flag.EmbedLinks;

function rolePermissions(guild: Guild, member: GuildMember): bigint {
  let bits = BigInt(guild.roles.get(guild.id)?.permissions ?? '0');
  for (const id of member.roleIds) bits |= BigInt(guild.roles.get(id)?.permissions ?? '0');
  return bits;
}

function applied(bits: bigint, overwrites: readonly APIOverwrite[]): bigint {
  let allow = 0n;
  let deny = 0n;
  for (const overwrite of overwrites) {
    allow |= BigInt(overwrite.allow);
    deny |= BigInt(overwrite.deny);
  }
  return (bits & ~deny) | allow;
}

/**
 * A member's permissions in a guild, or in one of its channels: roles, then the overwrites of
 * @everyone, of the roles and of the member, in Discord's documented order. For a thread, give its
 * parent: threads have no overwrites of their own.
 */
export function permissionsOf(guild: Guild, member: GuildMember, channel: Channel | null): bigint {
  if (guild.ownerId === member.userId) return ALL_PERMISSIONS;
  let bits = rolePermissions(guild, member);
  if (bits & Flag.Administrator) return ALL_PERMISSIONS;
  if (!channel) return bits;
  const of = (matches: (overwrite: APIOverwrite) => boolean) => channel.overwrites.filter(matches);
  bits = applied(
    bits,
    of(({ id }) => id === guild.id),
  );
  bits = applied(
    bits,
    of(({ id, type }) => type === OverwriteType.Role && member.roleIds.includes(id)),
  );
  bits = applied(
    bits,
    of(({ id, type }) => type === OverwriteType.Member && id === member.userId),
  );
  if (!(bits & Flag.ViewChannel)) return 0n;
  return bits & Flag.SendMessages ? bits : bits & ~NEED_SENDING;
}
