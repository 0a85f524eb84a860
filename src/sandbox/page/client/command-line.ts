import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { PickOption } from '../text/commands.ts';
import { optionalPopup, tail } from './command-tail.ts';
import {
  ATTACHMENT,
  type CommandComposer,
  goToOption,
  leave,
  nextMissing,
  offered,
  optionOf,
  removeOption,
  sendCommand,
  take,
  takeFile,
  typeOption,
} from './composing.ts';
import { withEmoji } from './emoji.ts';
import { ICONS } from './icons.ts';
import type { Page } from './page.ts';
import type { Choice } from './state.ts';

/** A command in the composer: its name, its options one after another, and the end of the line. */
export function commandLine(page: Page, now: CommandComposer): TemplateResult {
  const list = offered(page, now);
  return html`${popup(page, now, list)}
    <div class="command-line">
      <span class="command-name">/${now.picked.title}</span>
      ${now.line.map((name) => {
        const option = optionOf(now, name);
        return option ? field(page, now, option, list) : nothing;
      })}
      ${tail(page, now)}
    </div>
    <button class="send" aria-label="Send" @click=${() => sendCommand(page)}>${ICONS.send}</button>`;
}

function field(
  page: Page,
  now: CommandComposer,
  option: PickOption,
  list: Choice[] | null,
): TemplateResult {
  const { name, title, description, type } = option;
  const given = now.given.get(name);
  const isCurrent = now.current === name;
  const wrong = isCurrent && now.problem !== null;
  if (type === ATTACHMENT) return fileField(page, now, option, wrong);
  const shown = given?.shown ?? '';
  const open = isCurrent && list !== null;
  return html`<label class="option" ?data-current=${isCurrent} ?data-wrong=${wrong}>
    <span class="option-name">${title}</span>
    <input
      id="option-${name}"
      class="option-value"
      autocomplete="off"
      spellcheck="false"
      style="width: ${Math.max(2, width(shown)) + 1}ch"
      role="combobox"
      aria-label="${title}: ${description}"
      aria-required=${option.required ? 'true' : 'false'}
      aria-invalid=${wrong ? 'true' : 'false'}
      aria-autocomplete="list"
      aria-expanded=${open ? 'true' : 'false'}
      aria-controls=${open ? 'choices' : nothing}
      aria-activedescendant=${open && list[now.active] ? `choice-${now.active}` : nothing}
      .value=${live(shown)}
      @focus=${() => now.current === name || goToOption(page, name)}
      @input=${(event: InputEvent) => {
        if (event.target instanceof HTMLInputElement) typeOption(page, name, event.target.value);
      }}
      @keydown=${(event: KeyboardEvent) => optionKeys(page, event, name)}
    />
  </label>`;
}

/** A Chinese character takes the room of two letters. */
const width = (text: string) =>
  [...text].reduce((sum, char) => sum + ((char.codePointAt(0) ?? 0) > 0x2e7f ? 2 : 1), 0);

function fileField(page: Page, now: CommandComposer, { name, title }: PickOption, wrong: boolean) {
  const given = now.given.get(name);
  return html`<label class="option" ?data-current=${now.current === name} ?data-wrong=${wrong}>
    <span class="option-name">${title}</span>
    <span class="option-file">${given?.shown ?? page.words.chooseFile}</span>
    <input
      id="option-${name}"
      class="option-file-input"
      type="file"
      aria-label=${title}
      @focus=${() => now.current === name || goToOption(page, name)}
      @change=${(event: Event) => {
        const file = event.target instanceof HTMLInputElement ? event.target.files?.[0] : undefined;
        if (file) takeFile(page, name, file);
      }}
      @keydown=${(event: KeyboardEvent) => optionKeys(page, event, name)}
    />
  </label>`;
}

function optionKeys(page: Page, event: KeyboardEvent, name: string): void {
  const { composer: now } = page.state;
  if (now.mode !== 'command' || event.isComposing) return;
  const list = offered(page, now);
  const active = list?.[now.active];
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step !== undefined && list && list.length > 0) {
    event.preventDefault();
    const next = (now.active + step + list.length) % list.length;
    page.change({ composer: { ...now, active: next } });
  } else if (event.key === 'Enter' && !isFileField(event)) {
    event.preventDefault();
    if (active) take(page, active);
    else enter(page, name);
  } else if (event.key === 'Tab' && !event.shiftKey) {
    if (active) take(page, active);
    const at = now.line.indexOf(name);
    event.preventDefault();
    goToOption(page, now.line[at + 1] ?? null);
  } else if (event.key === 'Escape') {
    if (list) page.change({ composer: { ...now, closed: true } });
    else leave(page);
  } else if (event.key === 'Backspace' && (now.given.get(name)?.shown ?? '') === '') {
    event.preventDefault();
    removeOption(page, name);
  }
}

const isFileField = ({ target }: Event) =>
  target instanceof HTMLInputElement && target.type === 'file';

/** Enter in a field without a list: on to what is missing, or away with the command. */
function enter(page: Page, name: string): void {
  const missing = nextMissing(page);
  if (missing !== null && missing !== name) goToOption(page, missing);
  else void sendCommand(page);
}

/** Over the composer: what the current option is, and what can be chosen for it. */
function popup(page: Page, now: CommandComposer, list: Choice[] | null) {
  const option = optionOf(now, now.current);
  if (!option) return optionalPopup(page, now);
  const waiting = option.autocomplete && now.offered === null && !now.closed;
  return html`<div class="popup">
    <div class="popup-head">
      <b>${option.title}</b><span class="popup-about">${option.description}</span>
    </div>
    ${now.problem === null ? nothing : html`<div class="popup-problem" role="alert">${now.problem}</div>`}
    ${
      list === null && !waiting
        ? nothing
        : html`<div class="popup-list" role="listbox" id="choices" aria-label=${option.title}>
            ${(list ?? []).map((choice, index) => choiceRow(page, now, choice, index))}
            ${
              list === null || list.length === 0
                ? html`<div class="pick-none" role="option" aria-selected="false">
                    ${waiting ? page.words.loading : page.words.noMatches}
                  </div>`
                : nothing
            }
          </div>`
    }
  </div>`;
}

function choiceRow(page: Page, now: CommandComposer, choice: Choice, index: number) {
  return html`<div
    class="choice"
    role="option"
    id="choice-${index}"
    aria-selected=${index === now.active ? 'true' : 'false'}
    @mousedown=${(event: Event) => event.preventDefault()}
    @click=${() => take(page, choice)}
  >
    <span>${withEmoji(choice.name)}</span>
    ${choice.about ? html`<span class="choice-about">${choice.about}</span>` : nothing}
  </div>`;
}
