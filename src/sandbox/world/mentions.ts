import type { APIUser } from 'discord-api-types/v10';
import { PermissionFlagsBits } from 'discord-api-types/v10';
import type { Channel } from './model.ts';
import type { World } from './world.ts';

export interface AllowedMentions {
  parse?: readonly (string | null)[] | null | undefined;
  users?: readonly (string | null)[] | null | undefined;
  roles?: readonly (string | null)[] | null | undefined;
  replied_user?: boolean | null | undefined;
}

export interface Mentions {
  users: APIUser[];
  roles: string[];
  everyone: boolean;
}

const ids = (text: string, pattern: RegExp): string[] => [
  ...new Set([...text.matchAll(pattern)].flatMap(([, id]) => (id === undefined ? [] : [id]))),
];

/** Who is pinged by a text. Without `allowed` a message parses everything, as Discord's default does. */
export function mentionsIn(
  world: World,
  text: string,
  allowed: AllowedMentions | null | undefined,
  place: { channel: Channel; authorId: string },
): Mentions {
  const may = (kind: 'users' | 'roles', id: string) =>
    !allowed || allowed.parse?.includes(kind) || allowed[kind]?.includes(id);
  const users = ids(text, /<@!?(\d+)>/g).filter((id) => may('users', id));
  const guild = world.guildOf(place.channel);
  const bits = world.permissions(place.authorId, place.channel);
  const anyone = (bits & PermissionFlagsBits.MentionEveryone) !== 0n;
  const roles = ids(text, /<@&(\d+)>/g).filter((id) => {
    const role = guild?.roles.get(id);
    return role && may('roles', id) && (role.mentionable || anyone);
  });
  const wanted = /@(everyone|here)\b/.test(text) && guild !== undefined;
  const everyone = wanted && anyone && (!allowed || Boolean(allowed.parse?.includes('everyone')));
  const known = users.map((id) => world.user(id)).filter((user) => user !== undefined);
  return { users: known, roles, everyone };
}
