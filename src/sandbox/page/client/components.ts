import type {
  APIButtonComponent,
  APIContainerComponent,
  APIMessageTopLevelComponent,
  APISectionComponent,
  APIUnfurledMediaItem,
} from 'discord-api-types/v10';
import { ButtonStyle, ComponentType as Type } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { press } from './acts.ts';
import { withEmoji } from './emoji.ts';
import { ICONS } from './icons.ts';
import { markdown } from './markdown.ts';
import { mediaItem, ownPath } from './media.ts';
import type { Page } from './page.ts';
import { selectMenu } from './select.ts';

/** The message in which a component stands. */
export interface Place {
  page: Page;
  messageId: string;
}

type Component =
  | APIMessageTopLevelComponent
  | APIContainerComponent['components'][number]
  | APISectionComponent['accessory'];

/** The components of a message, V2 and classic ones. */
export function components(
  given: readonly APIMessageTopLevelComponent[],
  place: Place,
): TemplateResult {
  return html`${given.map((each) => component(each, place))}`;
}

function component(given: Component, place: Place): TemplateResult | typeof nothing {
  switch (given.type) {
    case Type.ActionRow:
      return html`<div class="row">
        ${given.components.map((each) =>
          each.type === Type.Button ? button(each, place) : selectMenu(each, place),
        )}
      </div>`;
    case Type.Button:
      return button(given, place);
    case Type.Section:
      return section(given, place);
    case Type.TextDisplay:
      return html`<div class="text-display">
        ${markdown(given.content, { page: place.page, at: `${place.messageId}/${given.id ?? 0}` })}
      </div>`;
    case Type.Thumbnail:
      return html`<div class="thumbnail">${media(given, place)}</div>`;
    case Type.MediaGallery:
      return html`<div class="gallery" data-count=${given.items.length}>
        ${given.items.map((item) => media(item, place))}
      </div>`;
    case Type.File:
      return fileCard(given.file, given.name, given.size);
    case Type.Separator:
      return html`<div
        class="separator"
        data-spacing=${given.spacing ?? 1}
        ?data-line=${given.divider ?? true}
      ></div>`;
    case Type.Container:
      return container(given, place);
    default:
      return nothing;
  }
}

function media(
  item: {
    media: APIUnfurledMediaItem;
    description?: string | null;
    spoiler?: boolean;
    id?: number;
  },
  { page, messageId }: Place,
): TemplateResult {
  return mediaItem(page, `${messageId}/${item.media.url}`, item.media.url, {
    description: item.description ?? '',
    spoiler: item.spoiler ?? false,
  });
}

function container(given: APIContainerComponent, place: Place): TemplateResult {
  const { page, messageId } = place;
  const id = `${messageId}/container/${given.id ?? 0}`;
  const covered = given.spoiler === true && !page.state.opened.has(id);
  const color = given.accent_color;
  const accent =
    color === undefined || color === null ? '' : `#${color.toString(16).padStart(6, '0')}`;
  const open = () => {
    page.state.opened.add(id);
    page.draw();
  };
  return html`<div
    class="container"
    ?data-accent=${accent !== ''}
    ?data-covered=${covered}
    style=${accent === '' ? '' : `--accent: ${accent}`}
  >
    <div class="container-inner" ?inert=${covered}>
      ${given.components.map((each) => component(each, place))}
    </div>
    ${
      covered
        ? html`<button class="cover" @click=${open}><span>${page.words.spoiler}</span></button>`
        : nothing
    }
  </div>`;
}

function section({ components: texts, accessory }: APISectionComponent, place: Place) {
  return html`<div class="section">
    <div class="section-texts">${texts.map((each) => component(each, place))}</div>
    <div class="section-accessory">${component(accessory, place)}</div>
  </div>`;
}

function fileCard(file: APIUnfurledMediaItem, name = '', size = 0): TemplateResult {
  const path = ownPath(file.url);
  const shown = name || (path ?? file.url).split('/').at(-1) || '';
  return html`<div class="file">
    ${ICONS.file}
    <div>
      ${
        path === null
          ? html`<span class="file-name">${shown}</span>`
          : html`<a class="file-name" href=${path} download=${shown}>${shown}</a>`
      }
      <div class="file-size">${bytes(size)}</div>
    </div>
  </div>`;
}

const bytes = (size: number) =>
  size < 1024 ? `${size} bytes` : `${(size / 1024).toFixed(size < 10_240 ? 2 : 1)} KB`;

/** A file that stands at the end of a classic message. */
export const attachmentCard = (url: string, name: string, size: number): TemplateResult =>
  fileCard({ url }, name, size);

const STYLES: Readonly<Record<number, string>> = {
  [ButtonStyle.Primary]: 'primary',
  [ButtonStyle.Secondary]: 'secondary',
  [ButtonStyle.Success]: 'success',
  [ButtonStyle.Danger]: 'danger',
  [ButtonStyle.Link]: 'secondary',
};

const DOTS = html`<span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>`;

function button(given: APIButtonComponent, place: Place): TemplateResult {
  if (given.style === ButtonStyle.Premium)
    return html`<button class="button" disabled>Premium</button>`;
  const emoji = given.emoji?.id === undefined ? (given.emoji?.name ?? '') : '';
  const face = html`${emoji ? withEmoji(emoji) : nothing}${
    given.label ? html`<span>${withEmoji(given.label)}</span>` : nothing
  }`;
  if (given.style === ButtonStyle.Link) {
    return html`<a class="button" data-style="secondary" href=${given.url} target="_blank" rel="noopener noreferrer"
      >${face}${ICONS.link}</a
    >`;
  }
  const { page, messageId } = place;
  const { custom_id } = given;
  const busy = page.state.busy.has(`${messageId} ${custom_id}`);
  return html`<button
    class="button"
    type="button"
    data-style=${STYLES[given.style] ?? 'secondary'}
    data-custom-id=${custom_id}
    ?data-busy=${busy}
    ?disabled=${given.disabled ?? false}
    aria-label=${given.label || emoji}
    @click=${() => busy || press(page, messageId, custom_id)}
  >
    <span class="face">${face}</span>${busy ? DOTS : nothing}
  </button>`;
}
