import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import {
  type CommandComposer,
  goToOption,
  leave,
  matching,
  remaining,
  sendCommand,
  typeTail,
} from './composing.ts';
import type { Page } from './page.ts';

/** The end of the line: from here a command is sent, or an optional part is added. */
export function tail(page: Page, now: CommandComposer): TemplateResult {
  const rest = matching(now);
  const others = remaining(now).length;
  const atEnd = now.current === null;
  const hint = others > 0 ? page.words.optional(others) : '';
  return html`<input
    id="composer"
    class="command-tail"
    autocomplete="off"
    placeholder=${hint}
    aria-label=${hint || `/${now.picked.title}`}
    role="combobox"
    aria-autocomplete="list"
    aria-expanded=${atEnd && rest.length > 0 ? 'true' : 'false'}
    aria-controls=${atEnd && rest.length > 0 ? 'choices' : nothing}
    aria-activedescendant=${atEnd && rest[now.active] ? `choice-${now.active}` : nothing}
    .value=${live(now.tail)}
    @focus=${() => atEnd || goToOption(page, null)}
    @input=${(event: InputEvent) => {
      if (event.target instanceof HTMLInputElement) typeTail(page, event.target.value);
    }}
    @keydown=${(event: KeyboardEvent) => tailKeys(page, event)}
  />`;
}

function tailKeys(page: Page, event: KeyboardEvent): void {
  const { composer: now } = page.state;
  if (now.mode !== 'command' || event.isComposing) return;
  const rest = matching(now);
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const chosen = rest[now.active];
  if (step !== undefined && rest.length > 0) {
    event.preventDefault();
    const from = now.active === -1 && step === -1 ? 0 : now.active;
    page.change({ composer: { ...now, active: (from + step + rest.length) % rest.length } });
  } else if (event.key === 'Enter') {
    event.preventDefault();
    if (chosen) goToOption(page, chosen.name);
    else if (now.tail.trim() === '') void sendCommand(page);
  } else if (event.key === 'Tab' && chosen) {
    event.preventDefault();
    goToOption(page, chosen.name);
  } else if (event.key === 'Backspace' && now.tail === '') {
    event.preventDefault();
    const last = now.line.at(-1);
    if (last === undefined) leave(page);
    else goToOption(page, last);
  } else if (event.key === 'Escape') {
    leave(page);
  }
}

/** Over the composer: the options that can be added, as far as they fit what is typed. */
export function optionalPopup(page: Page, now: CommandComposer) {
  const rest = matching(now);
  const others = remaining(now).length;
  return html`<div class="popup">
    <div class="popup-head"><b>/${now.picked.title}</b><span class="popup-about">${now.picked.description}</span></div>
    ${now.problem === null ? nothing : html`<div class="popup-problem" role="alert">${now.problem}</div>`}
    ${
      others === 0
        ? nothing
        : html`<div class="popup-list" role="listbox" id="choices" aria-label=${page.words.optional(others)}>
            ${rest.map(
              ({ name, title, description }, index) => html`<div
                class="choice"
                role="option"
                id="choice-${index}"
                aria-selected=${index === now.active ? 'true' : 'false'}
                @mousedown=${(event: Event) => event.preventDefault()}
                @click=${() => goToOption(page, name)}
              >
                <b>${title}</b><span class="choice-about">${description}</span>
              </div>`,
            )}
            ${
              rest.length === 0
                ? html`<div class="pick-none" role="option" aria-selected="false">
                    ${page.words.noMatches}
                  </div>`
                : nothing
            }
          </div>`
    }
  </div>`;
}
