import type {
  AutocompleteInteraction,
  BaseInteraction,
  ChatInputCommandInteraction,
  CommandInteractionOption,
  MessageComponentInteraction,
} from 'discord.js';
import { ApplicationCommandOptionType, PermissionFlagsBits } from 'discord-api-types/v10';
import {
  type CommandRequest,
  type CompletionRequest,
  type ComponentRequest,
  optionsFrom,
  type Request,
} from '../../commands/command.ts';
import { wordsFor } from '../words/index.ts';
import { languageFor } from '../words/language.ts';

/** What discord.js knows of an interaction, as our commands read it. */
function requestOf(
  interaction: Pick<BaseInteraction, 'user' | 'locale' | 'memberPermissions'>,
): Request {
  return {
    userId: interaction.user.id,
    words: wordsFor(languageFor(interaction.locale)),
    managesServer: interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false,
  };
}

export function commandRequest(
  interaction: ChatInputCommandInteraction | AutocompleteInteraction,
): CommandRequest {
  const [first] = interaction.options.data;
  const nested = first?.type === ApplicationCommandOptionType.Subcommand;
  return {
    ...requestOf(interaction),
    subcommand: nested ? first.name : null,
    options: optionsFrom(valuesOf(nested ? (first.options ?? []) : interaction.options.data)),
  };
}

export function completionRequest(interaction: AutocompleteInteraction): CompletionRequest {
  const { name, value } = interaction.options.getFocused(true);
  return { ...commandRequest(interaction), focused: { name, text: String(value) } };
}

export function componentRequest(interaction: MessageComponentInteraction): ComponentRequest {
  const { message } = interaction;
  const asker = message.interactionMetadata?.user.id;
  return {
    ...requestOf(interaction),
    own: message.flags.has('Ephemeral') || asker === interaction.user.id,
    values: interaction.isStringSelectMenu() ? interaction.values : [],
  };
}

function valuesOf(options: readonly CommandInteractionOption[]): Record<string, unknown> {
  return Object.fromEntries(options.map((option) => [option.name, option.value]));
}
