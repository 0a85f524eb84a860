import type { APIMessage } from 'discord-api-types/v10';
import type { StoredMessage } from './model.ts';
import { memberView } from './views.ts';
import type { World } from './world.ts';

/**
 * Whether a message's content reaches the bot, which has not got the privileged MESSAGE_CONTENT
 * intent: its own messages, direct messages, messages that mention it, and replies with ping to a
 * regular message of the bot (not to an answer to an interaction).
 */
function seesContent(world: World, stored: StoredMessage): boolean {
  const { message, guildId, pingsReplied } = stored;
  if (message.author.id === world.bot.id || guildId === null) return true;
  if (new RegExp(`<@!?${world.bot.id}>`).test(message.content)) return true;
  const replied = message.message_reference?.message_id;
  const target = replied === undefined ? undefined : world.message(stored.channelId, replied);
  const regular = target?.message.author.id === world.bot.id && target.interactionId === null;
  return pingsReplied && regular;
}

/** A message as the bot gets it by gateway and REST: without what only the privileged intent shows. */
export function asBotSees(world: World, stored: StoredMessage): APIMessage {
  const { message } = stored;
  const replied = message.message_reference?.message_id;
  const target = replied === undefined ? undefined : world.message(stored.channelId, replied);
  const whole: APIMessage = {
    ...message,
    ...(target &&
      !message.interaction_metadata && { referenced_message: asBotSees(world, target) }),
  };
  if (seesContent(world, stored)) return whole;
  return { ...whole, content: '', embeds: [], attachments: [], components: [] };
}

/** The data of MESSAGE_CREATE and MESSAGE_UPDATE: a message with its guild and its author's membership. */
export function messageEventData(world: World, stored: StoredMessage): object {
  const guild = stored.guildId === null ? undefined : world.guilds.get(stored.guildId);
  const member = guild?.members.get(stored.message.author.id);
  return {
    ...asBotSees(world, stored),
    ...(guild && { guild_id: guild.id }),
    ...(member && { member: memberView(member) }),
  };
}
