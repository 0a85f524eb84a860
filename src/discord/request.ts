import type {
  AutocompleteInteraction,
  BaseInteraction,
  ChatInputCommandInteraction,
  CommandInteractionOption,
  Message,
  MessageComponentInteraction,
  MessageContextMenuCommandInteraction,
  ModalData,
  ModalSubmitInteraction,
} from 'discord.js';
import {
  ApplicationCommandOptionType,
  ChannelFlags,
  ComponentType,
  MessageFlags,
  PermissionFlagsBits,
} from 'discord-api-types/v10';
import {
  type AnswerRequest,
  type Attachment,
  type ChosenChannel,
  type ChosenRole,
  type CommandRequest,
  type CompletionRequest,
  type ComponentRequest,
  type MenuRequest,
  type ModalRequest,
  optionsFrom,
  type Request,
} from '../../commands/command.ts';
import type { Preferences } from '../reader/preferences.ts';
import { type Words, wordsFor } from '../words/index.ts';
import { languageFor } from '../words/language.ts';

/** Whoever may do one of these looks after a channel. */
const MODERATES = PermissionFlagsBits.ManageMessages | PermissionFlagsBits.ManageGuild;

/** What discord.js knows of an interaction, as our commands read it. */
function requestOf(
  interaction: Pick<
    BaseInteraction,
    'user' | 'guildId' | 'channelId' | 'createdTimestamp' | 'locale' | 'memberPermissions'
  >,
  preferences: Preferences,
): Request {
  return {
    userId: interaction.user.id,
    guildId: interaction.guildId,
    channelId: interaction.channelId,
    now: interaction.createdTimestamp,
    preferences,
    locale: interaction.locale,
    words: wordsIn(interaction.locale, preferences),
    managesServer: interaction.memberPermissions?.has(PermissionFlagsBits.ManageGuild) ?? false,
  };
}

/** What the bot says to a reader whose Discord is set to `locale`, unless they chose otherwise. */
export function wordsIn(locale: string, { language }: Preferences): Words {
  return wordsFor(language === 'discord' ? languageFor(locale) : language);
}

export function commandRequest(
  interaction: ChatInputCommandInteraction | AutocompleteInteraction,
  preferences: Preferences,
): CommandRequest {
  const [first] = interaction.options.data;
  const nested = first?.type === ApplicationCommandOptionType.Subcommand;
  const given = nested ? (first.options ?? []) : interaction.options.data;
  return {
    ...requestOf(interaction, preferences),
    botPermissions: interaction.appPermissions.bitfield,
    moderates: interaction.memberPermissions?.any(MODERATES) ?? false,
    subcommand: nested ? first.name : null,
    options: optionsFrom(
      valuesOf(given),
      channelsOf(given, interaction),
      attachmentsOf(given),
      rolesOf(given),
    ),
  };
}

export function completionRequest(
  interaction: AutocompleteInteraction,
  preferences: Preferences,
): CompletionRequest {
  const { name, value } = interaction.options.getFocused(true);
  return { ...commandRequest(interaction, preferences), focused: { name, text: String(value) } };
}

export function componentRequest(
  interaction: MessageComponentInteraction,
  preferences: Preferences,
): ComponentRequest {
  return {
    ...requestOf(interaction, preferences),
    botPermissions: interaction.appPermissions.bitfield,
    own: isOwn(interaction.message, interaction.user.id),
    values: interaction.isAnySelectMenu() ? interaction.values : [],
  };
}

export function modalRequest(
  interaction: ModalSubmitInteraction,
  preferences: Preferences,
): ModalRequest {
  const { message, fields } = interaction;
  return {
    ...requestOf(interaction, preferences),
    own: message !== null && isOwn(message, interaction.user.id),
    fields: Object.fromEntries(fields.fields.map((field) => [field.customId, fieldText(field)])),
  };
}

export function menuRequest(
  interaction: MessageContextMenuCommandInteraction,
  preferences: Preferences,
): MenuRequest {
  const { targetMessage: message } = interaction;
  return {
    ...requestOf(interaction, preferences),
    message: { id: message.id, text: textOf(message), authorIsBot: message.author.bot },
  };
}

/** A message to the bot. Discord does not tell its author's language: the server's stands in. */
export function answerRequest(message: Message, preferences: Preferences): AnswerRequest {
  const locale = message.guild?.preferredLocale ?? 'en-US';
  return {
    userId: message.author.id,
    guildId: message.guildId,
    channelId: message.channelId,
    now: message.createdTimestamp,
    preferences,
    locale,
    words: wordsIn(locale, preferences),
    managesServer: message.member?.permissions.has(PermissionFlagsBits.ManageGuild) ?? false,
    messageId: message.id,
    repliedTo: message.reference?.messageId ?? null,
    text: withoutMention(message.content, message.client.user.id),
  };
}

/** What was written beside the mention of the bot; null where nothing can be seen. */
function withoutMention(content: string, botId: string): string | null {
  return content === '' ? null : content.replaceAll(new RegExp(`<@!?${botId}>`, 'g'), '').trim();
}

/** The texts of a message, whichever kind it is: content, embeds, or text displays. */
function textOf({ content, embeds, components }: Message): string {
  const texts = [
    content,
    ...embeds.flatMap(({ title, description }) => [title ?? '', description ?? '']),
    ...components.flatMap((component) => textsIn(component.toJSON())),
  ];
  return texts.filter((text) => text !== '').join('\n');
}

function textsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap(textsIn);
  if (typeof value !== 'object' || value === null) return [];
  const own =
    'type' in value && value.type === ComponentType.TextDisplay && 'content' in value
      ? [String(value.content)]
      : [];
  return 'components' in value ? [...own, ...textsIn(value.components)] : own;
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

/** The channels that were chosen: while an option is still typed, only the gateway knows them. */
function channelsOf(
  options: readonly CommandInteractionOption[],
  { guild }: Pick<BaseInteraction, 'guild'>,
): Record<string, ChosenChannel> {
  return Object.fromEntries(
    options.flatMap(({ name, type, value, ...option }): [string, ChosenChannel][] => {
      if (type !== ApplicationCommandOptionType.Channel) return [];
      const channel = option.channel ?? guild?.channels.cache.get(String(value));
      if (!channel) return [];
      // Interactions carry what the bot may do in a channel that was chosen: no look-up is needed.
      const known = 'appPermissions' in channel ? channel.appPermissions : null;
      const botPermissions = known?.bitfield ?? 0n;
      const named = { id: channel.id, type: channel.type, name: channel.name ?? '' };
      return [[name, { ...named, botPermissions, ...forumOf(channel) }]];
    }),
  );
}

/** What only a forum has, and only the gateway tells: its tags, and whether a post needs one. */
function forumOf(channel: NonNullable<CommandInteractionOption['channel']>) {
  const known = 'availableTags' in channel ? channel : null;
  return {
    tags: known?.availableTags.map(({ id, name }) => ({ id, name })) ?? [],
    needsTag: known?.flags.has(ChannelFlags.RequireTag) ?? false,
  };
}

function rolesOf(options: readonly CommandInteractionOption[]): Record<string, ChosenRole> {
  return Object.fromEntries(
    options.flatMap(({ name, role }): [string, ChosenRole][] =>
      role ? [[name, { id: role.id, mentionable: role.mentionable ?? false }]] : [],
    ),
  );
}

function attachmentsOf(options: readonly CommandInteractionOption[]): Record<string, Attachment> {
  return Object.fromEntries(
    options.flatMap(({ name: option, attachment }): [string, Attachment][] => {
      if (!attachment) return [];
      const { url, name, size, contentType } = attachment;
      return [[option, { url, name, size, contentType }]];
    }),
  );
}
