import type {
  AutocompleteInteraction,
  BaseInteraction,
  ChatInputCommandInteraction,
  CommandInteractionOption,
  Message,
  MessageComponentInteraction,
  ModalData,
  ModalSubmitInteraction,
} from 'discord.js';
import {
  ApplicationCommandOptionType,
  MessageFlags,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import {
  type ChosenChannel,
  type CommandRequest,
  type CompletionRequest,
  type ComponentRequest,
  type ModalRequest,
  optionsFrom,
  type Request,
} from '../../commands/command.ts';
import { wordsFor } from '../words/index.ts';
import { languageFor } from '../words/language.ts';

/** What discord.js knows of an interaction, as our commands read it. */
function requestOf(
  interaction: Pick<
    BaseInteraction,
    'user' | 'guildId' | 'channelId' | 'createdTimestamp' | 'locale' | 'memberPermissions'
  >,
): Request {
  return {
    userId: interaction.user.id,
    guildId: interaction.guildId,
    channelId: interaction.channelId,
    now: interaction.createdTimestamp,
    words: wordsFor(languageFor(interaction.locale)),
    managesServer: interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false,
  };
}

export function commandRequest(
  interaction: ChatInputCommandInteraction | AutocompleteInteraction,
): CommandRequest {
  const [first] = interaction.options.data;
  const nested = first?.type === ApplicationCommandOptionType.Subcommand;
  const given = nested ? (first.options ?? []) : interaction.options.data;
  return {
    ...requestOf(interaction),
    subcommand: nested ? first.name : null,
    options: optionsFrom(valuesOf(given), channelsOf(given)),
  };
}

export function completionRequest(interaction: AutocompleteInteraction): CompletionRequest {
  const { name, value } = interaction.options.getFocused(true);
  return { ...commandRequest(interaction), focused: { name, text: String(value) } };
}

export function componentRequest(interaction: MessageComponentInteraction): ComponentRequest {
  return {
    ...requestOf(interaction),
    own: isOwn(interaction.message, interaction.user.id),
    values: interaction.isAnySelectMenu() ? interaction.values : [],
  };
}

export function modalRequest(interaction: ModalSubmitInteraction): ModalRequest {
  const { message, fields } = interaction;
  return {
    ...requestOf(interaction),
    own: message !== null && isOwn(message, interaction.user.id),
    fields: Object.fromEntries(fields.fields.map((field) => [field.customId, fieldText(field)])),
  };
}

/** A private message, or one that answers the same reader's command, is theirs to change. */
function isOwn(message: Message, userId: string): boolean {
  return (
    message.flags.has(MessageFlags.Ephemeral) || message.interactionMetadata?.user.id === userId
  );
}

function fieldText(field: ModalData): string {
  if ('value' in field && typeof field.value === 'string') return field.value;
  return 'values' in field ? field.values.join(',') : '';
}

function valuesOf(options: readonly CommandInteractionOption[]): Record<string, unknown> {
  return Object.fromEntries(options.map((option) => [option.name, option.value]));
}

function channelsOf(options: readonly CommandInteractionOption[]): Record<string, ChosenChannel> {
  return Object.fromEntries(
    options.flatMap(({ name, channel }): [string, ChosenChannel][] => {
      if (!channel) return [];
      // Interactions carry what the bot may do in a channel that was chosen: no look-up is needed.
      const known = 'appPermissions' in channel ? channel.appPermissions : null;
      const botPermissions = known?.bitfield ?? 0n;
      return [
        [name, { id: channel.id, type: channel.type, name: channel.name ?? '', botPermissions }],
      ];
    }),
  );
}
