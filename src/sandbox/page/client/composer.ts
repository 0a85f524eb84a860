import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { View } from '../protocol.ts';
import type { Pickable } from '../text/commands.ts';
import { avatar } from './avatar.ts';
import { commandLine } from './command-line.ts';
import { begin, picked, sendText, typeText } from './composing.ts';
import { ICONS } from './icons.ts';
import { nameOf } from './message.ts';
import type { Page } from './page.ts';

/** Where a visitor writes: a message, a reply, or a command. */
export function composer(page: Page, view: View): TemplateResult {
  const { words, state } = page;
  if (view.channel.kind === 'forum') return html``;
  const commandsOnly = !view.mayWrite;
  if (commandsOnly && view.commands.length === 0) {
    return html`<div class="composer-area"><div class="composer closed">${words.cannotWrite}</div></div>`;
  }
  return html`<div class="composer-area">
    ${replyBar(page)}
    <div class="composer" ?data-under-bar=${state.replyTo !== null}>
      ${state.composer.mode === 'command' ? commandLine(page, state.composer) : textLine(page, view, state.composer.text)}
    </div>
  </div>`;
}

function replyBar(page: Page) {
  const { replyTo } = page.state;
  if (!replyTo) return nothing;
  const { words } = page;
  const toggle = () => page.change({ replyTo: { ...replyTo, ping: !replyTo.ping } });
  const close = () => {
    page.change({ replyTo: null });
    page.focus('composer');
  };
  return html`<div class="reply-bar">
    <span class="reply-to">${words.replyingTo(nameOf(replyTo.message.message))}</span>
    <button class="ping" role="switch" aria-checked=${replyTo.ping ? 'true' : 'false'} @click=${toggle}>
      @ ${words.ping}
    </button>
    <button class="reply-close" aria-label=${words.cancel} @click=${close}>${ICONS.close}</button>
  </div>`;
}

function textLine(page: Page, view: View, text: string): TemplateResult {
  const list = picked(page);
  const { channel } = view;
  const { composer: now } = page.state;
  const active = now.mode === 'text' ? now.active : 0;
  const hint =
    channel.kind === 'dm' ? page.words.writeDirect(channel.name) : page.words.write(channel.name);
  const open = list !== null;
  const rows = Math.min(8, text.split('\n').length);
  return html`${open ? picker(page, list, active) : nothing}
    <textarea
      id="composer"
      class="composer-text"
      rows=${rows}
      maxlength="2000"
      placeholder=${hint}
      aria-label=${hint}
      role="combobox"
      aria-autocomplete="list"
      aria-haspopup="listbox"
      aria-expanded=${open ? 'true' : 'false'}
      aria-controls=${open ? 'picker' : nothing}
      aria-activedescendant=${open && list[active] ? `picker-${active}` : nothing}
      .value=${live(text)}
      @input=${(event: InputEvent) => {
        if (event.target instanceof HTMLTextAreaElement) typeText(page, event.target.value);
      }}
      @keydown=${(event: KeyboardEvent) => textKeys(page, event, list)}
    ></textarea>
    <button class="send" aria-label="Send" ?hidden=${text.trim() === ''} @click=${() => sendText(page)}>
      ${ICONS.send}
    </button>`;
}

function textKeys(page: Page, event: KeyboardEvent, list: Pickable[] | null): void {
  const { composer: now } = page.state;
  if (now.mode !== 'text' || event.isComposing) return;
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const chosen = list?.[now.active];
  if (step !== undefined && list && list.length > 0) {
    event.preventDefault();
    const active = (now.active + step + list.length) % list.length;
    page.change({ composer: { ...now, active } });
    page.focus('composer');
  } else if ((event.key === 'Enter' || event.key === 'Tab') && chosen) {
    event.preventDefault();
    begin(page, chosen);
  } else if (event.key === 'Enter' && !event.shiftKey) {
    event.preventDefault();
    void sendText(page);
  } else if (event.key === 'Escape') {
    if (list) page.change({ composer: { ...now, closed: true } });
    else page.change({ replyTo: null });
  }
}

function picker(page: Page, list: readonly Pickable[], active: number): TemplateResult {
  const { view } = page.state;
  return html`<div class="popup">
    <div class="popup-head">${avatar(view?.bot.id ?? '', [])}<span>${view?.bot.name ?? ''}</span></div>
    <div class="popup-list" role="listbox" id="picker" aria-label=${page.words.apps}>
      ${list.map(
        (each, index) => html`<div
          class="pick"
          role="option"
          id="picker-${index}"
          aria-selected=${index === active ? 'true' : 'false'}
          @click=${() => begin(page, each)}
        >
          <div class="pick-main">
            <span class="pick-name">/${each.title}</span>
            ${each.options.map(
              ({ title, required }) =>
                html`<span class="pick-option" ?data-required=${required}>${title}</span>`,
            )}
          </div>
          <div class="pick-about">${each.description}</div>
        </div>`,
      )}
      ${list.length === 0 ? html`<div class="pick-none" role="option" aria-selected="false">${page.words.noMatches}</div>` : nothing}
    </div>
  </div>`;
}
