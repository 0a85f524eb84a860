import {
  CreateMessageInteractionCallbackRequestSchema,
  InteractionApplicationCommandAutocompleteCallbackIntegerDataSchema as IntegerChoices,
  ModalInteractionCallbackRequestSchema,
  InteractionApplicationCommandAutocompleteCallbackNumberDataSchema as NumberChoices,
  InteractionApplicationCommandAutocompleteCallbackStringDataSchema as StringChoices,
  UpdateMessageInteractionCallbackRequestSchema,
} from 'discord-api-spec/zod';
import type { APIMessage } from 'discord-api-types/v10';
import {
  InteractionType,
  MessageFlags,
  MessageType,
  ApplicationCommandOptionType as OptionType,
  InteractionResponseType as Response,
} from 'discord-api-types/v10';
import { DiscordError, invalidForm, refusal } from '../errors.ts';
import { type Choice, type Interaction, isDeferred } from '../interactions.ts';
import { choiceProblems } from '../rules/choice-rules.ts';
import { DEFER_FLAGS, flagProblems, RESPONSE_FLAGS } from '../rules/message-rules.ts';
import { modalProblems } from '../rules/modal-rules.ts';
import { checked } from '../rules/schema-check.ts';
import { createMessage, type Draft, editMessage } from '../world/messages.ts';
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

const { ApplicationCommand, ApplicationCommandAutocomplete, MessageComponent, ModalSubmit } =
  InteractionType;

/** Which responses each kind of interaction takes. */
const TAKES: Record<number, readonly Response[]> = {
  [ApplicationCommand]: [
    Response.ChannelMessageWithSource,
    Response.DeferredChannelMessageWithSource,
    Response.Modal,
  ],
  [ApplicationCommandAutocomplete]: [Response.ApplicationCommandAutocompleteResult],
  [MessageComponent]: [
    Response.ChannelMessageWithSource,
    Response.DeferredChannelMessageWithSource,
    Response.DeferredMessageUpdate,
    Response.UpdateMessage,
    Response.Modal,
  ],
  [ModalSubmit]: [
    Response.ChannelMessageWithSource,
    Response.DeferredChannelMessageWithSource,
    Response.DeferredMessageUpdate,
    Response.UpdateMessage,
  ],
};

const UPDATES: readonly Response[] = [Response.DeferredMessageUpdate, Response.UpdateMessage];

function typeOf(body: unknown, interaction: Interaction): Response {
  const type = typeof body === 'object' && body !== null && 'type' in body ? body.type : undefined;
  const possible = (TAKES[interaction.payload.type] ?? []).filter(
    // A modal that a command opened has no message to update.
    (each) => !UPDATES.includes(each) || interaction.sourceMessageId !== null,
  );
  const chosen = possible.find((each) => each === type);
  if (chosen !== undefined) return chosen;
  const message = `Value must be one of {${possible.join(', ')}}.`;
  throw invalidForm([{ path: ['type'], code: 'BASE_TYPE_CHOICES', message }]);
}

function channel({ world }: Discord, interaction: Interaction) {
  const found = world.channels.get(interaction.channelId);
  if (!found) throw refusal.unknownChannel();
  return found;
}

function source({ world }: Discord, interaction: Interaction): StoredMessage {
  const { channelId, sourceMessageId } = interaction;
  const found = sourceMessageId === null ? undefined : world.message(channelId, sourceMessageId);
  if (!found) throw refusal.unknownMessage();
  return found;
}

/** Sends the first message, or the "is thinking" one of a deferred response. */
function reply(request: RestRequest, discord: Discord, interaction: Interaction, defer: boolean) {
  const body = checked(CreateMessageInteractionCallbackRequestSchema, request.body);
  const draft: Draft = body.data ?? {};
  const flags = draft.flags ?? 0;
  if (defer) {
    const problems = flagProblems(flags, DEFER_FLAGS);
    if (problems.length > 0) {
      throw invalidForm(problems.map((each) => ({ ...each, path: ['data', ...each.path] })));
    }
  }
  const ephemeral = (flags & MessageFlags.Ephemeral) !== 0;
  const stored = createMessage(discord.world, {
    channel: channel(discord, interaction),
    author: discord.world.bot,
    draft: defer ? { flags } : draft,
    files: request.files,
    allowedFlags: RESPONSE_FLAGS,
    extraFlags: defer ? MessageFlags.Loading : 0,
    readerId: ephemeral ? interaction.userId : null,
    interactionId: interaction.payload.id,
    type:
      interaction.payload.type === ApplicationCommand
        ? commandType(interaction)
        : MessageType.Default,
    extra: interactionMessageParts(discord.world, interaction),
    at: ['data'],
  });
  interaction.originalId = stored.message.id;
  return stored.message;
}

function commandType({ payload }: Interaction): MessageType {
  const slash = !('target_id' in payload.data);
  return slash ? MessageType.ChatInputCommand : MessageType.ContextMenuCommand;
}

function update(request: RestRequest, discord: Discord, interaction: Interaction, now: boolean) {
  const body = checked(UpdateMessageInteractionCallbackRequestSchema, request.body);
  const stored = source(discord, interaction);
  const draft: Draft = body.data ?? {};
  if (now) editMessage(discord.world, stored, draft, request.files, ['data']);
  interaction.originalId = stored.message.id;
  return stored.message;
}

const dataOf = (body: unknown): unknown =>
  typeof body === 'object' && body !== null && 'data' in body ? body.data : undefined;

/** The schema of the choices goes by the option that is being filled in. */
function choicesOf(data: unknown, { focusedType }: Interaction): readonly Choice[] {
  const at = ['data'];
  if (data === undefined) return [];
  if (focusedType === OptionType.Integer) return checked(IntegerChoices, data, at).choices ?? [];
  if (focusedType === OptionType.Number) return checked(NumberChoices, data, at).choices ?? [];
  return checked(StringChoices, data, at).choices ?? [];
}

function suggest(request: RestRequest, interaction: Interaction): void {
  const choices = choicesOf(dataOf(request.body), interaction);
  const problems = choiceProblems(choices, interaction.focusedType);
  if (problems.length > 0) throw invalidForm(problems);
  interaction.choices = choices.map(({ name, value }) => ({ name, value }));
}

function openModal(request: RestRequest, interaction: Interaction): void {
  const { data } = checked(ModalInteractionCallbackRequestSchema, request.body);
  const problems = modalProblems(data);
  if (problems.length > 0) {
    throw invalidForm(problems.map((each) => ({ ...each, path: ['data', ...each.path] })));
  }
  interaction.modal = data;
}

function respond(
  type: Response,
  request: RestRequest,
  discord: Discord,
  interaction: Interaction,
): APIMessage | null {
  switch (type) {
    case Response.ChannelMessageWithSource:
      return reply(request, discord, interaction, false);
    case Response.DeferredChannelMessageWithSource:
      return reply(request, discord, interaction, true);
    case Response.UpdateMessage:
      return update(request, discord, interaction, true);
    case Response.DeferredMessageUpdate:
      return update(request, discord, interaction, false);
    case Response.ApplicationCommandAutocompleteResult:
      suggest(request, interaction);
      return null;
    case Response.Modal:
      openModal(request, interaction);
      return null;
    default:
      throw new DiscordError(400, 50035, 'Invalid Form Body');
  }
}

function resource(type: Response, interaction: Interaction, message: APIMessage | null) {
  const { id, type: kind } = interaction.payload;
  const loading = isDeferred(interaction);
  return {
    interaction: {
      id,
      type: kind,
      ...(message && {
        response_message_id: message.id,
        response_message_loading: loading,
        response_message_ephemeral: ((message.flags ?? 0) & MessageFlags.Ephemeral) !== 0,
      }),
    },
    resource: { type, ...(message && { message }) },
  };
}

function callback(request: RestRequest, discord: Discord): Answer {
  const { interactions } = discord;
  const interaction = interactions.find(
    param(request, 'interaction_id'),
    param(request, 'interaction_token'),
  );
  const late = !interaction || interaction.failed || interactions.isExpired(interaction);
  if (late || discord.callbacksRefused()) throw refusal.unknownInteraction();
  if (interaction.responses.length > 0) throw refusal.alreadyAcknowledged();
  const type = typeOf(request.body, interaction);
  const message = respond(type, request, discord, interaction);
  interactions.answered(interaction, { type, data: dataOf(request.body) });
  if (request.query.get('with_response') !== 'true') return noContent;
  return ok(resource(type, interaction, message));
}

/** The first response to an interaction: within 3 seconds, once. */
export const callbackRoutes: readonly Route[] = [
  {
    method: 'POST',
    path: '/interactions/:interaction_id/:interaction_token/callback',
    access: 'open',
    unlimited: true,
    run: callback,
  },
];
