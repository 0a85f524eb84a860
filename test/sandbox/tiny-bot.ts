import {
  ActionRowBuilder,
  ButtonBuilder,
  ButtonStyle,
  Client,
  Events,
  GatewayIntentBits,
  type Interaction,
  LabelBuilder,
  MessageFlags,
  ModalBuilder,
  Partials,
  StringSelectMenuBuilder,
  TextDisplayBuilder,
  TextInputBuilder,
  TextInputStyle,
  UserSelectMenuBuilder,
} from 'discord.js';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';

const COMMANDS = [
  {
    name: 'paragraph',
    description: 'Shows a paragraph',
    name_localizations: { 'zh-TW': '段落' },
    integration_types: [0, 1],
    contexts: [0, 1, 2],
    options: [
      {
        type: 4,
        name: 'number',
        description: 'Which',
        required: true,
        autocomplete: true,
        min_value: 1,
      },
      {
        type: 3,
        name: 'language',
        description: 'Language',
        name_localizations: { 'zh-TW': '語言' },
        choices: [
          { name: 'English', value: 'english', name_localizations: { 'zh-TW': '英文' } },
          { name: 'Chinese', value: 'chinese', name_localizations: { 'zh-TW': '中文' } },
        ],
      },
      { type: 7, name: 'channel', description: 'Where', channel_types: [0] },
    ],
  },
  { name: 'slow', description: 'Answers later', integration_types: [0] },
  { name: 'silent', description: 'Never answers' },
  { name: 'form', description: 'Opens a form' },
  { name: 'chatty', description: 'Follows up' },
  {
    name: 'article',
    description: 'Articles',
    options: [
      { type: 1, name: 'list', description: 'All of them' },
      {
        type: 1,
        name: 'show',
        description: 'One of them',
        options: [{ type: 3, name: 'id', description: 'Which', required: true }],
      },
    ],
  },
  { name: 'admin', description: 'For admins', default_member_permissions: '32' },
  { name: 'pick', description: 'Shows menus' },
  {
    name: 'everything',
    description: 'Takes every kind of option',
    options: [
      { type: 6, name: 'user', description: 'Who', required: true },
      { type: 8, name: 'role', description: 'Which role', required: true },
      { type: 7, name: 'channel', description: 'Where', required: true, channel_types: [0] },
      { type: 5, name: 'really', description: 'Or not', required: true },
      { type: 11, name: 'file', description: 'A file', required: true },
      { type: 10, name: 'share', description: 'A number', max_value: 1 },
    ],
  },
  { name: 'Quiz me on this', type: 3 },
];

function paragraph(number: number) {
  return {
    flags: MessageFlags.IsComponentsV2 as const,
    components: [
      new TextDisplayBuilder().setContent(`第 ${number} 段 Paragraph ${number}`),
      new ActionRowBuilder<ButtonBuilder>().addComponents(
        new ButtonBuilder()
          .setCustomId(`to:${number + 1}`)
          .setLabel('Next')
          .setStyle(ButtonStyle.Secondary),
        new ButtonBuilder()
          .setCustomId('never')
          .setLabel('Disabled')
          .setStyle(ButtonStyle.Secondary)
          .setDisabled(true),
      ),
    ],
  };
}

const form = new ModalBuilder()
  .setCustomId('form')
  .setTitle('A form')
  .addLabelComponents(
    new LabelBuilder()
      .setLabel('Your answer')
      .setTextInputComponent(
        new TextInputBuilder().setCustomId('answer').setStyle(TextInputStyle.Short),
      ),
  );

const menus = [
  new ActionRowBuilder<StringSelectMenuBuilder>().addComponents(
    new StringSelectMenuBuilder()
      .setCustomId('tea')
      .setPlaceholder('Which tea?')
      .setOptions(
        { label: '綠茶', value: 'green', description: 'Green tea' },
        { label: '紅茶', value: 'black' },
      ),
  ),
  new ActionRowBuilder<UserSelectMenuBuilder>().addComponents(
    new UserSelectMenuBuilder().setCustomId('guests').setPlaceholder('Who comes?').setMaxValues(3),
  ),
];

async function answer(interaction: Interaction): Promise<unknown> {
  if (interaction.isAutocomplete()) {
    const typed = interaction.options.getFocused();
    return interaction.respond([{ name: `Paragraph ${typed}`, value: Number(typed) || 1 }]);
  }
  if (interaction.isButton()) {
    return interaction.update(paragraph(Number(interaction.customId.split(':')[1])));
  }
  if (interaction.isAnySelectMenu()) {
    return interaction.reply(`Chosen: ${interaction.values.join(', ')}`);
  }
  if (interaction.isModalSubmit()) {
    const content = `You said ${interaction.fields.getTextInputValue('answer')}`;
    return interaction.reply({ content, flags: MessageFlags.Ephemeral });
  }
  if (interaction.isMessageContextMenuCommand()) {
    return interaction.reply(`Quiz on: ${interaction.targetMessage.content}`);
  }
  if (!interaction.isChatInputCommand()) return undefined;
  switch (interaction.commandName) {
    case 'paragraph':
      return interaction.reply({
        ...paragraph(interaction.options.getInteger('number', true)),
        withResponse: true,
      });
    case 'slow':
      await interaction.deferReply({ flags: MessageFlags.Ephemeral });
      return interaction.editReply('Here at last');
    case 'form':
      return interaction.showModal(form);
    case 'chatty':
      await interaction.reply('One');
      await interaction.followUp({ content: 'Two', flags: MessageFlags.Ephemeral });
      return interaction.followUp('Three');
    case 'article':
      return interaction.reply(
        interaction.options.getSubcommand() === 'list'
          ? 'Articles'
          : `Article ${interaction.options.getString('id', true)}`,
      );
    case 'pick':
      return interaction.reply({ content: 'Choose', components: menus });
    case 'everything':
      return interaction.reply({
        content: interaction.options.data.map(({ name, value }) => `${name}=${value}`).join(' '),
        allowedMentions: { parse: [] },
      });
    case 'admin':
      return interaction.reply(`${interaction.locale} ${interaction.inCachedGuild()}`);
    default:
      return undefined;
  }
}

/** A bot of a few lines on discord.js, connected to a sandbox, with its commands registered. */
export async function tinyBot(sandbox: Sandbox): Promise<Client<true>> {
  const client = new Client({
    intents: [
      GatewayIntentBits.Guilds,
      GatewayIntentBits.GuildMessages,
      GatewayIntentBits.DirectMessages,
    ],
    partials: [Partials.Channel],
    rest: { api: sandbox.apiUrl, retries: 0 },
  });
  client.on(Events.InteractionCreate, (interaction) => {
    // What Discord refuses is told by the sandbox; the bot only must not fall over it.
    answer(interaction).catch(() => {});
  });
  const ready = new Promise<Client<true>>((resolve) => client.once(Events.ClientReady, resolve));
  await client.login(sandbox.token);
  const connected = await ready;
  await connected.rest.put(`/applications/${connected.application.id}/commands`, {
    body: COMMANDS,
  });
  return connected;
}
