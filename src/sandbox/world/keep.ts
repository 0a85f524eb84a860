import { deserialize, serialize } from 'node:v8';
import type { APIApplicationCommand, APIUser } from 'discord-api-types/v10';
import * as z from 'zod';
import type { Channel, Guild, Person, StoredMessage } from './model.ts';
import { type Application, World } from './world.ts';

const isObject = (value: unknown) => typeof value === 'object' && value !== null;
const thing = <Thing>() => z.custom<Thing>(isObject);
const byId = <Value extends z.ZodType>(value: Value) => z.map(z.string(), value);

/** What is kept of a world. The parts are our own writing: only their kinds are looked at. */
const keptSchema = z.object({
  version: z.literal(1),
  clockOffset: z.number(),
  application: thing<Application>(),
  bot: thing<APIUser>(),
  people: byId(thing<Person>()),
  guilds: byId(thing<Guild>()),
  channels: byId(thing<Channel>()),
  messages: byId(byId(thing<StoredMessage>())),
  commands: byId(z.array(thing<APIApplicationCommand>())),
  files: byId(thing<{ filename: string; contentType: string; bytes: Uint8Array }>()),
});

/** A world as bytes, with how far its clock is ahead in milliseconds. */
export function packWorld(world: World, clockOffset: number): Uint8Array {
  const { application, bot, people, guilds, channels, messages, commands, files } = world;
  return serialize({
    version: 1,
    clockOffset,
    application,
    bot,
    people,
    guilds,
    channels,
    messages,
    commands,
    files,
  });
}

/** The world of `packWorld`; throws for any other bytes. */
export function unpackWorld(
  bytes: Uint8Array,
  now: () => number,
): { world: World; clockOffset: number } {
  const kept = keptSchema.parse(deserialize(bytes));
  const world = new World(now, kept.application.name, highestId(kept));
  Object.assign(world.application, kept.application);
  Object.assign(world.bot, kept.bot);
  fill(world.people, kept.people);
  fill(world.guilds, kept.guilds);
  fill(world.channels, kept.channels);
  fill(world.messages, kept.messages);
  fill(world.commands, kept.commands);
  fill(world.files, kept.files);
  return { world, clockOffset: kept.clockOffset };
}

function fill<Value>(into: Map<string, Value>, from: ReadonlyMap<string, Value>): void {
  for (const [id, value] of from) into.set(id, value);
}

/** New ids must be above all that were given, though the clock may have been put back. */
function highestId({ people, channels, messages, files }: z.infer<typeof keptSchema>): bigint {
  let highest = 0n;
  for (const each of [people, channels, files, ...messages.values()]) {
    for (const id of each.keys()) if (BigInt(id) > highest) highest = BigInt(id);
  }
  return highest;
}
