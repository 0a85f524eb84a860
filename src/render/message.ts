import {
  type APIActionRowComponent,
  type APIButtonComponentWithCustomId,
  type APIComponentInContainer,
  type APIComponentInMessageActionRow,
  type APIMessageTopLevelComponent,
  type APITextDisplayComponent,
  ButtonStyle,
  ComponentType,
  MessageFlags,
} from 'discord-api-types/v10';

/** The room for the texts of one message: all its text displays together, in UTF-16 units. */
export const MAX_TEXT = 4000;
/**
 * Discord also fails (500) once the UTF-8 bytes of all text displays, and 12 more for each, exceed
 * 10,170: measured in discord/discord-api-docs#8554, not documented. Chinese takes three bytes a
 * character, so this is the limit that a Chinese text meets first. Some room is kept.
 */
const MAX_BYTES = 10_000;
const BYTES_A_DISPLAY = 12;

/** The share of a message's room that `texts` take, each in a text display; above 1 is too much. */
export function fillOf(texts: readonly string[]): number {
  const characters = texts.reduce((sum, text) => sum + text.length, 0);
  const bytes = texts.reduce((sum, text) => sum + Buffer.byteLength(text) + BYTES_A_DISPLAY, 0);
  return Math.max(characters / MAX_TEXT, bytes / MAX_BYTES);
}

/** A message as it leaves the bot: components only, and nobody is ever mentioned unasked. */
export interface MessageBody {
  readonly flags: MessageFlags.IsComponentsV2;
  /** `roles` are the ones that an admin chose to have mentioned. */
  readonly allowed_mentions: { readonly parse: []; readonly roles?: string[] };
  readonly components: APIMessageTopLevelComponent[];
}

/** A file that goes with a message; a component shows it as `attachment://NAME`. */
export interface MessageFile {
  readonly name: string;
  readonly data: Uint8Array;
  /** What a picture shows, for those who cannot see it. */
  readonly description?: string;
}

/** The accent colours of our messages: ink blue for reading, vermilion for what needs a look. */
export const COLOUR = { reading: 0x2f5d8a, notice: 0xc8553d } as const;

export function messageOf(components: APIMessageTopLevelComponent[]): MessageBody {
  return { flags: MessageFlags.IsComponentsV2, allowed_mentions: { parse: [] }, components };
}

export function container(
  components: APIComponentInContainer[],
  colour: number = COLOUR.reading,
): APIMessageTopLevelComponent {
  return { type: ComponentType.Container, accent_color: colour, components };
}

export function textDisplay(content: string): APITextDisplayComponent {
  return { type: ComponentType.TextDisplay, content };
}

export function divider(): APIComponentInContainer {
  return { type: ComponentType.Separator, divider: true };
}

export function row<Component extends APIComponentInMessageActionRow>(
  ...components: Component[]
): APIActionRowComponent<Component> {
  return { type: ComponentType.ActionRow, components };
}

export interface ButtonLook {
  readonly emoji?: string;
  readonly disabled?: boolean;
  readonly primary?: boolean;
}

export function button(
  customId: string,
  label: string,
  { emoji, disabled = false, primary = false }: ButtonLook = {},
): APIButtonComponentWithCustomId {
  return {
    type: ComponentType.Button,
    style: primary ? ButtonStyle.Primary : ButtonStyle.Secondary,
    custom_id: customId,
    label,
    ...(emoji === undefined ? {} : { emoji: { name: emoji } }),
    ...(disabled ? { disabled } : {}),
  };
}

/** A short message of the bot itself: an explanation or an error. */
export function renderNotice(text: string): MessageBody {
  return messageOf([container([textDisplay(text)], COLOUR.notice)]);
}
