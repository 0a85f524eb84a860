import { ChannelType } from 'discord-api-types/v10';
import { directChannel } from '../world/channels.ts';
import type { Channel, Person } from '../world/model.ts';
import { findChannel } from '../world/names.ts';
import type { World } from '../world/world.ts';

/**
 * The channel that a name means to a person: `DM`, `private` (with somebody else), a channel's name;
 * without one the first text channel of their server, or the DM.
 */
export function channelFor(world: World, person: Person, name: string | undefined): Channel {
  const own = person.user.id;
  const homes = world.botGuilds().filter(({ members }) => members.has(own));
  const wanted = name ?? (homes.length > 0 ? undefined : 'DM');
  if (wanted === 'DM') return directChannel(world, [world.bot.id, own]);
  if (wanted === 'private') {
    const other = [...world.people.keys()].find((id) => id !== own) ?? own;
    return directChannel(world, [own, other]);
  }
  if (wanted !== undefined) return findChannel(world, wanted);
  const first = [...world.channels.values()].find(
    ({ guildId, type }) => guildId === homes[0]?.id && type === ChannelType.GuildText,
  );
  return first ?? directChannel(world, [world.bot.id, own]);
}
