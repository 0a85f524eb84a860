import { html, nothing, type TemplateResult } from 'lit';
import { ICONS } from './icons.ts';
import type { Page } from './page.ts';

/** The path of a file that this sandbox serves itself; null for an address elsewhere, which is not loaded. */
export function ownPath(url: string): string | null {
  const found = /^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\]):\d+(\/attachments\/\S+)$/.exec(url);
  return found?.[1] ?? null;
}

/** A picture, covered when it is a spoiler. One from elsewhere is named instead of loaded. */
export function mediaItem(
  page: Page,
  id: string,
  url: string,
  { description, spoiler }: { description: string; spoiler: boolean },
): TemplateResult {
  const path = ownPath(url);
  if (path === null) {
    return html`<div class="media media-elsewhere">${ICONS.link}<span>${description || url}</span></div>`;
  }
  const covered = spoiler && !page.state.opened.has(id);
  const open = () => {
    page.state.opened.add(id);
    page.draw();
  };
  return html`<div class="media" ?data-covered=${covered}>
    <img src=${path} alt=${description} />
    ${covered ? html`<button class="cover" @click=${open}><span>${page.words.spoiler}</span></button>` : nothing}
  </div>`;
}
