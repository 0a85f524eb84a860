import type { APIEmbed } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { markdown } from './markdown.ts';
import { mediaItem, ownPath } from './media.ts';
import type { Page } from './page.ts';

/** A classic embed. Pictures from elsewhere are named, not loaded. */
export function embed(given: APIEmbed, page: Page, at: string): TemplateResult {
  const { title, url, description, color, author, fields = [], footer, image, thumbnail } = given;
  const accent = color === undefined ? '' : `#${color.toString(16).padStart(6, '0')}`;
  const text = (part: string, of: string) => markdown(part, { page, at: `${at}/${of}` });
  return html`<discord-embed
    slot="embeds"
    color=${accent || nothing}
    embed-title=${title ?? nothing}
    url=${url ?? nothing}
    author-name=${author?.name ?? nothing}
    author-url=${author?.url ?? nothing}
    thumbnail=${(thumbnail && ownPath(thumbnail.url)) ?? nothing}
  >
    ${
      description || image
        ? html`<discord-embed-description slot="description">
            ${description ? text(description, 'description') : nothing}
            ${image ? mediaItem(page, `${at}/image`, image.url, { description: '', spoiler: false }) : nothing}
          </discord-embed-description>`
        : nothing
    }
    ${
      fields.length > 0
        ? html`<discord-embed-fields slot="fields">
            ${fields.map(
              ({ name, value, inline }, index) => html`<discord-embed-field
                field-title=${name}
                ?inline=${inline ?? false}
                inline-index=${inline ? (index % 3) + 1 : nothing}
                >${text(value, `field-${index}`)}</discord-embed-field
              >`,
            )}
          </discord-embed-fields>`
        : nothing
    }
    ${footer ? html`<discord-embed-footer slot="footer">${footer.text}</discord-embed-footer>` : nothing}
  </discord-embed>`;
}
