import {
  IncomingWebhookRequestPartialSchema,
  IncomingWebhookUpdateRequestPartialSchema,
} from 'discord-api-spec/zod';
import { InteractionResponseType, MessageFlags, MessageType } from 'discord-api-types/v10';
import { refusal } from '../errors.ts';
import type { Interaction } from '../interactions.ts';
import { RESPONSE_FLAGS } from '../rules/message-rules.ts';
import { checked } from '../rules/schema-check.ts';
import { createMessage, type Draft, deleteMessage, editMessage } from '../world/messages.ts';
import type { StoredMessage } from '../world/model.ts';
import { interactionMessageParts } from './interaction-message.ts';
import {
  type Answer,
  type Discord,
  noContent,
  ok,
  param,
  type RestRequest,
  type Route,
} from './route.ts';

/** Follow-ups where the app itself is not installed (only with the user). */
const MAX_FOLLOW_UPS = 5;

/** Token answers: unknown or of another app 10015, older than 15 minutes 50027, not yet answered 10015. */
function interactionOf(request: RestRequest, { world, interactions }: Discord): Interaction {
  const interaction = interactions.byToken(param(request, 'token'));
  if (!interaction || param(request, 'application_id') !== world.application.id) {
    throw refusal.unknownWebhook();
  }
  if (interactions.isExpired(interaction)) throw refusal.invalidToken();
  if (interaction.responses.length === 0) throw refusal.unknownWebhook();
  return interaction;
}

function find(request: RestRequest, { world }: Discord, interaction: Interaction): StoredMessage {
  const asked = param(request, 'message_id');
  const id = asked === '@original' ? interaction.originalId : asked;
  const own = id === interaction.originalId || interaction.followUpIds.includes(id ?? '');
  const stored = id === null || !own ? undefined : world.message(interaction.channelId, id);
  if (!stored) throw refusal.unknownMessage();
  return stored;
}

/** The message of a deferred reply that is still "thinking". */
function waiting({ world }: Discord, interaction: Interaction): StoredMessage | undefined {
  const [first] = interaction.responses;
  if (first?.type !== InteractionResponseType.DeferredChannelMessageWithSource) return undefined;
  const stored = world.message(interaction.channelId, interaction.originalId ?? '');
  return ((stored?.message.flags ?? 0) & MessageFlags.Loading) === 0 ? undefined : stored;
}

/** After a deferred reply the first follow-up fills that reply; its ephemeral flag is ignored (documented). */
function followUp(request: RestRequest, discord: Discord): Answer {
  const { world, interactions } = discord;
  const interaction = interactionOf(request, discord);
  const draft: Draft = checked(IncomingWebhookRequestPartialSchema, request.body);
  const thinking = waiting(discord, interaction);
  if (thinking) {
    const flags = (draft.flags ?? 0) & ~MessageFlags.Ephemeral;
    const stored = editMessage(world, thinking, { ...draft, flags }, request.files);
    interactions.edited(interaction);
    return ok(stored.message);
  }
  if (!interaction.appIsInstalledThere && interaction.followUpIds.length >= MAX_FOLLOW_UPS) {
    throw refusal.tooManyFollowUps();
  }
  const channel = world.channels.get(interaction.channelId);
  if (!channel) throw refusal.unknownChannel();
  const ephemeral = ((draft.flags ?? 0) & MessageFlags.Ephemeral) !== 0;
  const original = world.message(channel.id, interaction.originalId ?? '') ?? null;
  const stored = createMessage(world, {
    channel,
    author: world.bot,
    draft,
    files: request.files,
    allowedFlags: RESPONSE_FLAGS,
    readerId: ephemeral ? interaction.userId : null,
    interactionId: interaction.payload.id,
    replyTo: original,
    type: original ? MessageType.Reply : MessageType.Default,
    extra: interactionMessageParts(world, interaction),
  });
  interaction.followUpIds.push(stored.message.id);
  interactions.edited(interaction);
  return ok(stored.message);
}

function edit(request: RestRequest, discord: Discord): Answer {
  const interaction = interactionOf(request, discord);
  const draft: Draft = checked(IncomingWebhookUpdateRequestPartialSchema, request.body);
  const stored = editMessage(
    discord.world,
    find(request, discord, interaction),
    draft,
    request.files,
  );
  discord.interactions.edited(interaction);
  return ok(stored.message);
}

function remove(request: RestRequest, discord: Discord): Answer {
  const interaction = interactionOf(request, discord);
  deleteMessage(discord.world, find(request, discord, interaction));
  discord.interactions.edited(interaction);
  return noContent;
}

const ROOT = '/webhooks/:application_id/:token';

/** Follow-ups to interactions, and their messages. `@original` may arrive encoded as `%40original`. */
export const webhookRoutes: readonly Route[] = [
  { method: 'POST', path: ROOT, access: 'open', run: followUp },
  {
    method: 'GET',
    path: `${ROOT}/messages/:message_id`,
    access: 'open',
    run: (request, discord) => ok(find(request, discord, interactionOf(request, discord)).message),
  },
  { method: 'PATCH', path: `${ROOT}/messages/:message_id`, access: 'open', run: edit },
  { method: 'DELETE', path: `${ROOT}/messages/:message_id`, access: 'open', run: remove },
];
