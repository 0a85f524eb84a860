import { GatewayIntentBits as Intent } from 'discord-api-types/v10';

/** Intents that an application must be granted; asking for one closes the connection with 4014. */
export const PRIVILEGED: number =
  Intent.GuildMembers | Intent.GuildPresences | Intent.MessageContent;

/** The intents that bring an event, by its name. Events that are not listed come to everybody. */
const NEEDED: Record<string, { guild: number; direct: number }> = {
  MESSAGE_CREATE: { guild: Intent.GuildMessages, direct: Intent.DirectMessages },
  MESSAGE_UPDATE: { guild: Intent.GuildMessages, direct: Intent.DirectMessages },
  MESSAGE_DELETE: { guild: Intent.GuildMessages, direct: Intent.DirectMessages },
  MESSAGE_REACTION_ADD: {
    guild: Intent.GuildMessageReactions,
    direct: Intent.DirectMessageReactions,
  },
  MESSAGE_REACTION_REMOVE: {
    guild: Intent.GuildMessageReactions,
    direct: Intent.DirectMessageReactions,
  },
  TYPING_START: { guild: Intent.GuildMessageTyping, direct: Intent.DirectMessageTyping },
  CHANNEL_PINS_UPDATE: { guild: Intent.Guilds, direct: Intent.DirectMessages },
  GUILD_MEMBER_ADD: { guild: Intent.GuildMembers, direct: 0 },
  GUILD_MEMBER_UPDATE: { guild: Intent.GuildMembers, direct: 0 },
  GUILD_MEMBER_REMOVE: { guild: Intent.GuildMembers, direct: 0 },
};

const GUILD_EVENT = /^(GUILD_(CREATE|UPDATE|DELETE|ROLE)|CHANNEL_|THREAD_)/;

/** Whether a session with these intents is sent an event of a guild or, without one, of a conversation. */
export function wants(intents: number, event: string, inGuild: boolean): boolean {
  const needed = NEEDED[event];
  if (needed) return (intents & (inGuild ? needed.guild : needed.direct)) !== 0;
  return GUILD_EVENT.test(event) ? (intents & Intent.Guilds) !== 0 : true;
}
