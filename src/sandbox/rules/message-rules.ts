import { MessageFlags } from 'discord-api-types/v10';
import type { Problem } from '../errors.ts';
import {
  type AnyComponent,
  componentRules,
  everyComponent,
  lengthOf,
  MAX_COMPONENTS,
  MAX_CONTENT,
  MAX_EMBED_TEXT,
  MAX_ROWS,
  needsV2,
  totalTextProblems,
} from './rules.ts';

interface EmbedText {
  title?: string | undefined;
  description?: string | undefined;
  footer?: { text: string } | undefined;
  author?: { name: string } | undefined;
  fields?: readonly { name: string; value: string }[] | undefined;
  image?: unknown;
  thumbnail?: unknown;
}

/** The parts of a message that the rules read, after an edit has been laid over the old message. */
export interface MessageState {
  content: string;
  embeds: readonly EmbedText[];
  components: readonly AnyComponent[];
  poll: boolean;
  stickers: number;
  flags: number;
}

const V2_FLAG: number = MessageFlags.IsComponentsV2;

const isV2 = (flags: number): boolean => (flags & V2_FLAG) !== 0;

function legacyProblems(state: MessageState): Problem[] {
  const used = [
    state.content !== '' && 'content',
    state.embeds.length > 0 && 'embeds',
    state.poll && 'poll',
    state.stickers > 0 && 'sticker_ids',
  ].filter((field) => field !== false);
  return used.map((field) => ({
    path: [field],
    code: 'MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2',
    message: `The '${field}' field cannot be used when using MessageFlags.IS_COMPONENTS_V2`,
  }));
}

function v2Problems(state: MessageState): Problem[] {
  const problems = legacyProblems(state);
  const { length } = everyComponent(state.components);
  if (length > MAX_COMPONENTS) {
    const message = `The total number of components (${length}) must be ${MAX_COMPONENTS} or fewer.`;
    problems.push({ path: ['components'], code: 'BASE_TYPE_BAD_LENGTH', message });
  }
  return [...problems, ...totalTextProblems(state.components)];
}

function embedLength(embed: EmbedText): number {
  const fields = (embed.fields ?? []).flatMap(({ name, value }) => [name, value]);
  const texts = [embed.title, embed.description, embed.footer?.text, embed.author?.name, ...fields];
  return texts.reduce((sum, text) => sum + lengthOf(text ?? ''), 0);
}

function embedProblems(embeds: readonly EmbedText[]): Problem[] {
  const total = embeds.reduce((sum, embed) => sum + embedLength(embed), 0);
  if (total <= MAX_EMBED_TEXT) return [];
  const message = `Embed size exceeds maximum size of ${MAX_EMBED_TEXT}`;
  return [{ path: ['embeds'], code: 'MAX_EMBED_SIZE_EXCEEDED', message }];
}

function classicProblems(state: MessageState): Problem[] {
  const problems = embedProblems(state.embeds);
  if (needsV2(state.components)) {
    state.components.forEach(({ type }, index) => {
      if (type === 1) return;
      const message = 'Value of field "type" must be one of (1,).';
      problems.push({ path: ['components', index], code: 'UNION_TYPE_CHOICES', message });
    });
  }
  if (state.components.length > MAX_ROWS) {
    const message = `Must be ${MAX_ROWS} or fewer in length.`;
    problems.push({ path: ['components'], code: 'BASE_TYPE_BAD_LENGTH', message });
  }
  if (lengthOf(state.content) > MAX_CONTENT) {
    const message = `Must be ${MAX_CONTENT} or fewer in length.`;
    problems.push({ path: ['content'], code: 'BASE_TYPE_MAX_LENGTH', message });
  }
  return problems;
}

/** All rules for a message as it would stand after a create or an edit. */
export function messageProblems(state: MessageState): Problem[] {
  const kind = isV2(state.flags) ? v2Problems(state) : classicProblems(state);
  return [...kind, ...componentRules(state.components)];
}

/** Discord refuses a message with nothing to show (50006). */
export function isEmpty(state: MessageState, attachments: number): boolean {
  const { content, embeds, components, poll, stickers } = state;
  return (
    content.trim() === '' &&
    !embeds.length &&
    !components.length &&
    !poll &&
    !stickers &&
    !attachments
  );
}

/** Flags an app may set when it creates a message, by where it does so. */
const CREATE_FLAGS: number =
  MessageFlags.SuppressEmbeds | MessageFlags.SuppressNotifications | MessageFlags.IsComponentsV2;
export const CHANNEL_FLAGS: number = CREATE_FLAGS;
export const RESPONSE_FLAGS: number = CREATE_FLAGS | MessageFlags.Ephemeral;
/** A deferred response takes the ephemeral flag and no other. */
export const DEFER_FLAGS: number = MessageFlags.Ephemeral;

export function flagProblems(flags: number, allowed: number): Problem[] {
  if ((flags & ~allowed) === 0) return [];
  const message = `Flags ${flags & ~allowed} cannot be set here.`;
  return [{ path: ['flags'], code: 'BASE_TYPE_CHOICES', message }];
}

/** An edit can set SUPPRESS_EMBEDS and IS_COMPONENTS_V2, and may repeat what is set. */
export function editedFlagProblems(before: number, flags: number): Problem[] {
  if (isV2(before) && !isV2(flags)) {
    const message = 'MessageFlags.IS_COMPONENTS_V2 cannot be removed';
    return [{ path: ['flags'], code: 'MESSAGE_COMPONENTS_V2_FLAG_REMOVED', message }];
  }
  return flagProblems(flags, before | MessageFlags.SuppressEmbeds | MessageFlags.IsComponentsV2);
}

/** `parse` together with an explicit list of the same kind is refused; so is a repeated id. */
export function mentionProblems(
  mentions:
    | {
        parse?: readonly unknown[] | null | undefined;
        users?: readonly unknown[] | null | undefined;
        roles?: readonly unknown[] | null | undefined;
      }
    | null
    | undefined,
): Problem[] {
  const problems: Problem[] = [];
  for (const kind of ['users', 'roles'] as const) {
    const ids = mentions?.[kind] ?? [];
    if (ids.length > 0 && mentions?.parse?.includes(kind)) {
      const message = `parse:["${kind}"] and ${kind}: [ids...] are mutually exclusive.`;
      const path = ['allowed_mentions'];
      problems.push({ path, code: 'MESSAGE_ALLOWED_MENTIONS_PARSE_EXCLUSIVE', message });
    }
    if (new Set(ids).size < ids.length) {
      const message = 'The list must not contain duplicates.';
      problems.push({
        path: ['allowed_mentions', kind],
        code: 'SET_TYPE_ALREADY_CONTAINS',
        message,
      });
    }
  }
  return problems;
}
