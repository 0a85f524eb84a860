/**
 * discord-api-spec ships its zod schemas as JavaScript without types. This names the ones that the
 * sandbox uses and the shapes that they give back: of the parts that the sandbox reads.
 */
declare module 'discord-api-spec/zod' {
  import type * as API from 'discord-api-types/v10';
  import type { ZodMiniType } from 'zod/mini';

  type Body<Shape> = ZodMiniType<Shape>;

  interface AttachmentBody {
    id: string;
    filename?: string | null;
    description?: string | null;
  }

  interface MessageBody {
    content?: string | null;
    embeds?: API.APIEmbed[] | null;
    components?: API.APIMessageTopLevelComponent[] | null;
    flags?: number | null;
    attachments?: AttachmentBody[] | null;
    allowed_mentions?: {
      parse?: (string | null)[] | null;
      users?: (string | null)[] | null;
      roles?: (string | null)[] | null;
      replied_user?: boolean | null;
    } | null;
    poll?: object | null;
    sticker_ids?: string[] | null;
    tts?: boolean | null;
  }

  interface ChannelMessageBody extends MessageBody {
    nonce?: string | number | null;
    enforce_nonce?: boolean | null;
    message_reference?: {
      message_id: string;
      channel_id?: string | null;
      fail_if_not_exists?: boolean | null;
      type?: API.MessageReferenceType | null;
    } | null;
  }

  /** One shape for slash and menu commands; the rules say what each of them may have. */
  interface CommandBody {
    name: string;
    type?: API.ApplicationCommandType | null;
    name_localizations?: API.LocalizationMap | null;
    description?: string | null;
    description_localizations?: API.LocalizationMap | null;
    options?: API.APIApplicationCommandOption[] | null;
    default_member_permissions?: string | number | null;
    dm_permission?: boolean | null;
    contexts?: API.InteractionContextType[] | null;
    integration_types?: API.ApplicationIntegrationType[] | null;
    nsfw?: boolean | null;
  }

  interface ThreadBody {
    name: string;
    auto_archive_duration?: API.ThreadAutoArchiveDuration | null;
    rate_limit_per_user?: number | null;
  }

  interface ChannelChangeBody {
    name?: string | null;
    topic?: string | null;
    archived?: boolean | null;
    locked?: boolean | null;
    auto_archive_duration?: API.ThreadAutoArchiveDuration | null;
    rate_limit_per_user?: number | null;
    applied_tags?: string[] | null;
  }

  export const ApplicationCommandCreateRequestSchema: Body<CommandBody>;
  export const ApplicationCommandPatchRequestPartialSchema: Body<Partial<CommandBody>>;
  export const ApplicationCommandUpdateRequestSchema: Body<CommandBody>;
  export const InteractionApplicationCommandAutocompleteCallbackIntegerDataSchema: Body<{
    choices?: { name: string; value: number }[] | null;
  }>;
  export const InteractionApplicationCommandAutocompleteCallbackNumberDataSchema: Body<{
    choices?: { name: string; value: number }[] | null;
  }>;
  export const InteractionApplicationCommandAutocompleteCallbackStringDataSchema: Body<{
    choices?: { name: string; value: string }[] | null;
  }>;
  export const CreateMessageInteractionCallbackRequestSchema: Body<{ data?: MessageBody | null }>;
  export const UpdateMessageInteractionCallbackRequestSchema: Body<{ data?: MessageBody | null }>;
  export const ModalInteractionCallbackRequestSchema: Body<API.APIModalInteractionResponse>;
  export const IncomingWebhookRequestPartialSchema: Body<MessageBody>;
  export const IncomingWebhookUpdateRequestPartialSchema: Body<MessageBody>;
  export const MessageCreateRequestSchema: Body<ChannelMessageBody>;
  export const MessageEditRequestPartialSchema: Body<MessageBody>;
  export const CreatePrivateChannelRequestSchema: Body<{ recipient_id?: string | null }>;
  export const CreateTextThreadWithMessageRequestSchema: Body<ThreadBody>;
  export const CreateTextThreadWithoutMessageRequestSchema: Body<
    ThreadBody & { type?: 10 | 11 | 12 | null; invitable?: boolean | null }
  >;
  export const CreateForumThreadRequestSchema: Body<
    ThreadBody & { applied_tags?: string[] | null; message: MessageBody }
  >;
  export const UpdateThreadRequestPartialSchema: Body<ChannelChangeBody>;
  export const UpdateGuildChannelRequestPartialSchema: Body<ChannelChangeBody>;
}
