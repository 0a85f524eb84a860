import type { APIMessage } from 'discord-api-types/v10';
import { InteractionType, MessageReferenceType } from 'discord-api-types/v10';
import * as z from 'zod';
import type { Interaction } from '../interactions.ts';
import type { World } from '../world/world.ts';

/** What a message that answers an interaction carries beside its content. */
export function interactionMessageParts(
  world: World,
  interaction: Interaction,
): Partial<APIMessage> {
  const { payload, userId, guildId, sourceMessageId, channelId } = interaction;
  const user = world.people.get(userId)?.user;
  if (!user) return {};
  const owners = guildId === null ? { '1': userId } : { '0': guildId };
  const metadata = { id: payload.id, user, authorizing_integration_owners: owners };
  const common = { application_id: world.application.id, webhook_id: world.application.id };
  const about: Partial<APIMessage> = sourceMessageId
    ? {
        message_reference: {
          type: MessageReferenceType.Default,
          channel_id: channelId,
          message_id: sourceMessageId,
          ...(guildId !== null && { guild_id: guildId }),
        },
      }
    : {};
  if (payload.type === InteractionType.MessageComponent) {
    const interacted_message_id = sourceMessageId ?? '';
    const type = InteractionType.MessageComponent;
    return {
      ...common,
      ...about,
      interaction_metadata: { ...metadata, type, interacted_message_id },
    };
  }
  if (payload.type === InteractionType.ModalSubmit) return { ...common, ...about };
  const type = InteractionType.ApplicationCommand;
  const { id } = payload;
  return {
    ...common,
    interaction_metadata: { ...metadata, type },
    // Deprecated, but Discord still sends it, and nothing else tells the command's name.
    interaction: { id, type, name: commandName(payload.data), user },
  };
}

const usedSchema = z.object({
  name: z.string(),
  type: z.number(),
  options: z.unknown().optional(),
});
const innerSchema = z.array(usedSchema);

/** The name of a command with its group and subcommand: `article show`. */
function commandName(data: unknown): string {
  const { name, options } = usedSchema.parse(data);
  const inner = innerSchema.safeParse(options);
  const [first] = inner.success ? inner.data : [];
  return first && first.type <= 2 ? `${name} ${commandName(first)}` : name;
}
