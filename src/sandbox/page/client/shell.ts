import { html, nothing, type TemplateResult } from 'lit';
import type { View } from '../protocol.ts';
import { clockPanel } from './clock.ts';
import { composer } from './composer.ts';
import { drawer } from './drawer.ts';
import { header } from './header.ts';
import { messageMenu, threadDialog } from './message-menu.ts';
import { messages } from './messages.ts';
import { modal } from './modal.ts';
import type { Page } from './page.ts';
import { side } from './side.ts';
import { membersPanel } from './who.ts';

/** The whole page. */
export function shell(page: Page): TemplateResult {
  const { view } = page.state;
  return view
    ? app(page, view)
    : html`<main class="waiting"><h1>Duidu</h1><p>The sandbox is starting…</p></main>`;
}

function app(page: Page, view: View): TemplateResult {
  const { state } = page;
  const covered = state.modal !== null || state.naming !== null;
  return html`<div class="app" ?inert=${covered} ?data-drawer=${state.drawer} ?data-side=${state.panel === 'channels'}>
      ${side(page, view)}
      <main class="chat">
        ${header(page, view)} ${status(page, view)} ${messages(page, view)} ${composer(page, view)}
      </main>
      ${state.drawer ? drawer(page) : nothing} ${state.panel === 'members' ? membersPanel(page, view) : nothing}
      ${state.panel === 'clock' ? clockPanel(page) : nothing} ${messageMenu(page)}
    </div>
    ${modal(page)} ${threadDialog(page)}`;
}

/** A line over the messages when something is not as it should be. */
function status(page: Page, view: View): TemplateResult | typeof nothing {
  if (!page.state.connected)
    return html`<div class="status" role="status">The sandbox is not connected. Trying again…</div>`;
  if (view.bot.state === 'running') return nothing;
  const text =
    view.bot.state === 'starting'
      ? `${view.bot.name} is connecting…`
      : `${view.bot.name} has stopped.`;
  return html`<div class="status" role="status">
    ${text}
    ${
      view.bot.state === 'stopped'
        ? html`<button class="link" @click=${() => page.ask({ do: 'restart' })}>Start it again</button>`
        : nothing
    }
  </div>`;
}
