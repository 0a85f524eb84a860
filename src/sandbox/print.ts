import type {
  APIEmbed,
  APIMessage,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';
import { ButtonStyle, MessageFlags, ComponentType as Type } from 'discord-api-types/v10';
import type { Exchange } from './exchange.ts';
import type { AnyComponent } from './rules/rules.ts';

const RULE = '─'.repeat(40);

interface Shown extends AnyComponent {
  placeholder?: string | null;
  description?: string | null;
  divider?: boolean | null;
  title?: string | null;
  spoiler?: boolean | null;
  value?: string | null;
}

const emojiOf = ({ emoji }: Shown): string =>
  emoji && 'name' in emoji && typeof emoji.name === 'string' ? emoji.name : '';

function button(shown: Shown): string {
  const face = [emojiOf(shown), shown.label ?? ''].filter((part) => part !== '').join(' ');
  const link = shown.style === ButtonStyle.Link ? ` → ${shown.url}` : '';
  return `[ ${face} ]${link}${shown.disabled ? ' (disabled)' : ''}`;
}

function optionLine(option: object): string {
  const { label, description, ...rest } = {
    label: 'label' in option ? String(option.label) : '',
    description: 'description' in option && option.description ? ` (${option.description})` : '',
    chosen: 'default' in option && option.default === true,
  };
  return `    ${rest.chosen ? '●' : '○'} ${label}${description}`;
}

const KINDS: Record<number, string> = {
  [Type.UserSelect]: 'a person',
  [Type.RoleSelect]: 'a role',
  [Type.MentionableSelect]: 'a person or role',
  [Type.ChannelSelect]: 'a channel',
};

function select(shown: Shown): string[] {
  const hint = shown.placeholder ?? `choose ${KINDS[shown.type] ?? 'an option'}`;
  const head = `[ ${hint} ▾ ]${shown.disabled ? ' (disabled)' : ''}`;
  return [head, ...(shown.options ?? []).map(optionLine)];
}

function row(shown: Shown): string[] {
  const parts: readonly Shown[] = shown.components ?? [];
  const buttons = parts.filter(({ type }) => type === Type.Button);
  const others = parts.filter(({ type }) => type !== Type.Button);
  return [
    ...(buttons.length > 0 ? [buttons.map(button).join(' ')] : []),
    ...others.flatMap(component),
  ];
}

function section(shown: Shown): string[] {
  const texts = (shown.components ?? []).flatMap(component);
  const beside = shown.accessory ? component(shown.accessory) : [];
  return [...texts, ...beside];
}

function media(shown: Shown): string[] {
  const items = shown.items ?? (shown.media ? [shown] : []);
  return items.map((item) => {
    const about = 'description' in item && item.description ? `${item.description}: ` : '';
    return `🖼 ${about}${item.media?.url ?? ''}`;
  });
}

function container(shown: Shown): string[] {
  const inner = (shown.components ?? []).flatMap(component).join('\n').split('\n');
  const lines = inner.map((line) => (line === '' ? '│' : `│ ${line}`));
  return shown.spoiler ? ['│ (spoiler)', ...lines] : lines;
}

function component(shown: Shown): string[] {
  switch (shown.type) {
    case Type.ActionRow:
      return row(shown);
    case Type.Button:
      return [button(shown)];
    case Type.Section:
      return section(shown);
    case Type.TextDisplay:
      return [shown.content ?? ''];
    case Type.Thumbnail:
    case Type.MediaGallery:
      return media(shown);
    case Type.File:
      return [`📄 ${shown.file?.url ?? ''}`];
    case Type.Separator:
      return [shown.divider === false ? '' : RULE];
    case Type.Container:
      return container(shown);
    default:
      return select(shown);
  }
}

function embed({ author, title, description, fields, footer, image }: APIEmbed): string[] {
  const parts = [
    author?.name,
    title && `**${title}**`,
    description,
    ...(fields ?? []).map(({ name, value }) => `${name}: ${value}`),
    image && `🖼 ${image.url}`,
    footer?.text,
  ];
  const lines = parts
    .filter((part) => part !== undefined && part !== '')
    .join('\n')
    .split('\n');
  return lines.map((line) => `▌ ${line}`);
}

/** A message as readable text: V2 and classic, with its buttons, selects, embeds and files. */
export function printMessage(message: APIMessage): string {
  const flags = message.flags ?? 0;
  const lines = [
    ...(flags & MessageFlags.Loading ? [`${message.author.username} is thinking…`] : []),
    ...(message.content === '' ? [] : [message.content]),
    ...message.embeds.flatMap(embed),
    ...message.attachments.map(({ filename, size }) => `📄 ${filename} (${size} bytes)`),
    ...(message.components ?? []).flatMap(component),
    ...(flags & MessageFlags.Ephemeral ? ['(only you can see this)'] : []),
  ];
  return lines.join('\n');
}

function field(shown: Shown): string[] {
  if (shown.type === Type.TextInput) {
    const hint = shown.placeholder ? ` ${shown.placeholder}` : '';
    return [`${shown.label ? `${shown.label}: ` : ''}[${shown.value ?? `${hint} `}]`];
  }
  if (shown.type === Type.Checkbox) return ['[ ]'];
  if (shown.type === Type.FileUpload) return ['[ choose a file ]'];
  if (shown.options) return shown.options.map(optionLine);
  return component(shown);
}

/** A modal as readable text: its title and fields. */
export function printModal(modal: APIModalInteractionResponseCallbackData): string {
  const parts: readonly Shown[] = modal.components;
  const lines = parts.flatMap((part) => {
    const inner: readonly Shown[] = part.component ? [part.component] : (part.components ?? []);
    if (inner.length === 0) return component(part);
    const star = part.component?.required === false ? '' : ' *';
    const head = part.label ? [`${part.label}${part.component ? star : ''}`] : [];
    const about = part.description ? [`  ${part.description}`] : [];
    return [...head, ...about, ...inner.flatMap(field).map((line) => `  ${line}`)];
  });
  return [`┌ ${modal.title}`, ...lines.map((line) => `│ ${line}`), '└ [ Cancel ] [ Submit ]'].join(
    '\n',
  );
}

/** What a member is shown for one exchange: message, modal or choices, and what followed. */
export function printExchange(exchange: Exchange): string {
  const { message, modal, choices, followUps } = exchange;
  const parts = [
    ...(message ? [printMessage(message)] : []),
    ...(modal ? [printModal(modal)] : []),
    ...(choices ? [choices.map(({ name }) => `• ${name}`).join('\n') || '(no choices)'] : []),
    ...followUps.map(printMessage),
  ];
  return parts.join('\n\n');
}
