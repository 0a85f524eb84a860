import type { Request, Services } from './command.ts';

/** The zone in which a reader's days are counted: the one they or their server chose, or else UTC. */
export async function zoneOf(
  readerId: string,
  { guildId, now }: Pick<Request, 'guildId' | 'now'>,
  { readers }: Services,
): Promise<string> {
  const { timeZone } = await readers.preferencesOf(readerId, guildId, now);
  return timeZone ?? 'UTC';
}
