import { ChannelType, PermissionFlagsBits as Flag, OverwriteType } from 'discord-api-types/v10';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { addChannel } from '../../src/sandbox/world/channels.ts';
import { defaultWorld } from '../../src/sandbox/world/default-world.ts';
import { addRole, setRolePermissions } from '../../src/sandbox/world/guilds.ts';
import { mentionsIn } from '../../src/sandbox/world/mentions.ts';
import { findChannel, findGuild, findPerson, findRole } from '../../src/sandbox/world/names.ts';
import { ALL_PERMISSIONS, permissionsOf } from '../../src/sandbox/world/permissions.ts';
import { snowflakes, snowflakeTime } from '../../src/sandbox/world/snowflake.ts';

function setting() {
  const world = defaultWorld(() => 0);
  const guild = findGuild(world, '');
  const lin = findPerson(world, 'Lin').user.id;
  const member = guild.members.get(lin);
  if (!member) throw new Error('Lin is missing.');
  const overwrite = (id: string, type: OverwriteType, allow: bigint, deny: bigint) => ({
    id,
    type,
    allow: allow.toString(),
    deny: deny.toString(),
  });
  return { world, guild, lin, member, overwrite };
}

test('owners and admins may do everything', () => {
  const { world, guild } = setting();
  const ada = guild.members.get(guild.ownerId);
  expect(ada && permissionsOf(guild, ada, findChannel(world, 'no-entry'))).toBe(ALL_PERMISSIONS);
});

test('overwrites of the member go before those of roles, those before @everyone', () => {
  const { world, guild, lin, member, overwrite } = setting();
  const [role = ''] = member.roleIds;
  const channel = addChannel(world, guild, {
    type: ChannelType.GuildText,
    name: 'x',
    overwrites: [overwrite(guild.id, OverwriteType.Role, 0n, Flag.SendMessages)],
  });
  const may = () => (permissionsOf(guild, member, channel) & Flag.SendMessages) !== 0n;
  expect(may()).toBe(false);
  channel.overwrites.push(overwrite(role, OverwriteType.Role, Flag.SendMessages, 0n));
  expect(may()).toBe(true);
  channel.overwrites.push(overwrite(lin, OverwriteType.Member, 0n, Flag.SendMessages));
  expect(may()).toBe(false);
  expect(permissionsOf(guild, member, channel) & Flag.AttachFiles).toBe(0n);
  channel.overwrites = [overwrite(lin, OverwriteType.Member, 0n, Flag.ViewChannel)];
  expect(permissionsOf(guild, member, channel)).toBe(0n);
});

test('roles can be added and changed, and are announced', () => {
  const { world, guild, member } = setting();
  const heard: string[] = [];
  const stop = world.on(({ t }) => heard.push(t));
  const role = addRole(world, guild, { name: 'Extra', permissions: 0n });
  member.roleIds.push(role.id);
  setRolePermissions(world, guild, role, Flag.MentionEveryone);
  expect(permissionsOf(guild, member, null) & Flag.MentionEveryone).not.toBe(0n);
  stop();
  addRole(world, guild, { name: 'Unheard', permissions: 0n });
  expect(heard).toEqual(['GUILD_ROLE_CREATE', 'GUILD_ROLE_UPDATE']);
});

test('who is mentioned depends on the text, the permission and allowed_mentions', () => {
  const { world, guild, lin } = setting();
  const channel = findChannel(world, 'reading');
  const reader = findRole(guild, 'Reader').id;
  const admin = findRole(guild, 'Admin').id;
  const text = `<@${lin}> <@&${reader}> <@&${admin}> <@&1> @everyone`;
  const by = (authorId: string, allowed?: object) => {
    const { users, roles, everyone } = mentionsIn(world, text, allowed, { channel, authorId });
    return { users: users.map(({ id }) => id), roles, everyone };
  };
  // Only roles that are mentionable can be mentioned without MENTION_EVERYONE.
  expect(by(lin)).toEqual({ users: [lin], roles: [reader], everyone: false });
  expect(by(guild.ownerId)).toEqual({ users: [lin], roles: [reader, admin], everyone: true });
  expect(by(guild.ownerId, { parse: [] })).toEqual({ users: [], roles: [], everyone: false });
  const one = { parse: ['everyone'], roles: [reader] };
  expect(by(guild.ownerId, one)).toEqual({ users: [], roles: [reader], everyone: true });
});

test('snowflakes grow, whatever the clock does, and tell their time', () => {
  fc.assert(
    fc.property(
      fc.array(fc.integer({ min: 1_500_000_000_000, max: 1_900_000_000_000 })),
      (times) => {
        let at = 0;
        const next = snowflakes(() => times[at] ?? 0);
        const ids = times.map((_, index) => {
          at = index;
          return BigInt(next());
        });
        for (const [index, id] of ids.entries()) {
          expect(id > (ids[index - 1] ?? -1n)).toBe(true);
          const latest = Math.max(...times.slice(0, index + 1));
          expect(snowflakeTime(id.toString())).toBe(latest);
        }
      },
    ),
  );
});
