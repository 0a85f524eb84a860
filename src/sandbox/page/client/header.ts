import { html, nothing, type TemplateResult } from 'lit';
import type { View } from '../protocol.ts';
import { clockButton } from './clock.ts';
import { ICONS } from './icons.ts';
import type { Page } from './page.ts';
import { channelIcon } from './side.ts';

function setTheme(page: Page): void {
  const theme = page.state.theme === 'dark' ? 'light' : 'dark';
  localStorage.setItem('theme', theme);
  page.change({ theme });
}

/** The bar over the messages: where one is, the clock, the theme, and what happened. */
export function header(page: Page, view: View): TemplateResult {
  const { channel } = view;
  const { state } = page;
  const refused = [...state.exchanges.values()].filter(({ refusal }) => refusal).length;
  const other = state.theme === 'dark' ? 'Light theme' : 'Dark theme';
  return html`<header class="header">
    <button
      class="tool side-button"
      aria-label="Channels"
      aria-expanded=${state.panel === 'channels' ? 'true' : 'false'}
      @click=${() => page.change({ panel: state.panel === 'channels' ? null : 'channels' })}
    >
      ${ICONS.menu}
    </button>
    <span class="header-channel">${channelIcon(channel)}<b>${channel.name}</b></span>
    <span class="header-gap"></span>
    ${clockButton(page)}
    <button class="tool" aria-label=${other} title=${other} @click=${() => setTheme(page)}>
      ${state.theme === 'dark' ? ICONS.sun : ICONS.moon}
    </button>
    <button
      class="tool drawer-button"
      aria-label=${refused > 0 ? `What happened, ${refused} refused` : 'What happened'}
      title="What happened between bot and Discord"
      aria-expanded=${state.drawer ? 'true' : 'false'}
      @click=${() => page.change({ drawer: !state.drawer })}
    >
      ${ICONS.list}${refused > 0 ? html`<span class="badge">${refused}</span>` : nothing}
    </button>
  </header>`;
}
