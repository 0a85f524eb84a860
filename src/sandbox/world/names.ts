import type { APIRole } from 'discord-api-types/v10';
import type { Channel, Guild, Person } from './model.ts';
import type { World } from './world.ts';

/** Thrown when a test or a visitor names something that is not there. */
export class NotHere extends Error {}

const bare = (name: string) => name.replace(/^[#@<&!]+|>$/g, '').toLocaleLowerCase('en');

function pick<Thing>(
  kind: string,
  given: string,
  things: readonly Thing[],
  names: (thing: Thing) => string[],
): Thing {
  const wanted = bare(given);
  const exact = things.find((thing) => names(thing).some((name) => bare(name) === wanted));
  const first = things.find((thing) =>
    names(thing).some((name) => bare(name).startsWith(`${wanted} `)),
  );
  const found = exact ?? first;
  if (found) return found;
  const known = things.map((thing) => names(thing)[0]).join(', ');
  throw new NotHere(`There is no ${kind} “${given}”. There are: ${known || 'none'}.`);
}

/** A person by name, user name, id or mention; "Lin" finds "Lin 林". */
export function findPerson(world: World, name: string): Person {
  return pick('person', name, [...world.people.values()], ({ user }) => [
    user.global_name ?? user.username,
    user.username,
    user.id,
  ]);
}

/** A channel by name (with or without #), id or mention; the first one of that name. */
export function findChannel(world: World, name: string): Channel {
  const channels = [...world.channels.values()].filter(({ guildId }) => guildId !== null);
  return pick('channel', name, channels, (channel) => [channel.name, channel.id]);
}

/** A server by name or id; without a name the first one that the bot is in. */
export function findGuild(world: World, name: string): Guild {
  const guilds = [...world.guilds.values()];
  const first = world.botGuilds()[0] ?? guilds[0];
  if (name === '' && first) return first;
  return pick('server', name, guilds, (guild) => [guild.name, guild.id]);
}

export function findRole(guild: Guild, name: string): APIRole {
  return pick('role', name, [...guild.roles.values()], (role) => [role.name, role.id]);
}
