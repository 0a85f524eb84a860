import {
  AttachmentBuilder,
  type MessageComponentInteraction,
  MessageFlags,
  type ModalMessageModalSubmitInteraction,
  type ModalSubmitInteraction,
  type RepliableInteraction,
} from 'discord.js';
import type { Reply } from '../../commands/command.ts';
import type { MessageBody, MessageFile } from '../render/message.ts';

/** discord.js lists the kinds of components apart; to us they are one. */
export type Answerable = RepliableInteraction | MessageComponentInteraction;

/** The one way out: every reply of a command, component, modal or menu leaves here. */
export async function send(interaction: Answerable, reply: Reply): Promise<void> {
  if (reply.kind === 'modal') {
    if (!interaction.isModalSubmit()) await interaction.showModal(reply.modal);
    return;
  }
  if (reply.kind === 'later') {
    await interaction.deferReply(reply.private ? { flags: MessageFlags.Ephemeral } : {});
    await interaction.editReply(messageOf(await reply.work()));
    return;
  }
  const message = messageOf(reply);
  if (reply.kind === 'update' && isOnMessage(interaction)) {
    await interaction.update(message);
    return;
  }
  // Who asked was shown that the bot is at work: what comes of it goes there.
  if (interaction.deferred && !interaction.replied) {
    await interaction.editReply(message);
    return;
  }
  const visible = reply.kind === 'message' && reply.private ? MessageFlags.Ephemeral : 0;
  const all = { ...message, flags: message.flags | visible };
  await (interaction.replied ? interaction.followUp(all) : interaction.reply(all));
}

/** A message in discord.js's words. */
function messageOf({
  body,
  files,
}: {
  readonly body: MessageBody;
  readonly files?: readonly MessageFile[];
}) {
  const { components, allowed_mentions: allowedMentions, flags } = body;
  const attached = files?.map(
    ({ name, data, description }) =>
      new AttachmentBuilder(Buffer.from(data), {
        name,
        ...(description === undefined ? {} : { description }),
      }),
  );
  return { components, allowedMentions, flags, ...(attached && { files: attached }) };
}

function isOnMessage(
  interaction: Answerable,
): interaction is MessageComponentInteraction | ModalMessageModalSubmitInteraction {
  if (interaction.isModalSubmit()) return isFromMessage(interaction);
  return interaction.isMessageComponent();
}

function isFromMessage(
  interaction: ModalSubmitInteraction,
): interaction is ModalMessageModalSubmitInteraction {
  return interaction.isFromMessage();
}
