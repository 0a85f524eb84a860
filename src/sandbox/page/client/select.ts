import type { APISelectMenuComponent } from 'discord-api-types/v10';
import { ComponentType as Type } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import { choose } from './acts.ts';
import { channelChoices, personChoices, roleChoices } from './choices.ts';
import { withEmoji } from './emoji.ts';
import { ICONS } from './icons.ts';
import type { Page } from './page.ts';
import type { Choice } from './state.ts';

/** What a select offers: its own options, or the people, roles and channels that are there. */
export function selectChoices(page: Page, select: APISelectMenuComponent): Choice[] {
  switch (select.type) {
    case Type.StringSelect:
      return select.options.map(({ label, value, description }) => ({
        name: label,
        value,
        ...(description && { about: description }),
      }));
    case Type.UserSelect:
      return personChoices(page);
    case Type.RoleSelect:
      return roleChoices(page);
    case Type.MentionableSelect:
      return [...personChoices(page), ...roleChoices(page)];
    case Type.ChannelSelect:
      return channelChoices(page, select.channel_types ?? []);
  }
}

function chosenAtFirst(select: APISelectMenuComponent): string[] {
  if (select.type !== Type.StringSelect) return [];
  return select.options.filter((option) => option.default).map(({ value }) => value);
}

/** A select menu of a message, for mouse and keyboard. One choice is sent at once, several when it closes. */
export function selectMenu(
  select: APISelectMenuComponent,
  { page, messageId }: { page: Page; messageId: string },
): TemplateResult {
  const { custom_id, placeholder, disabled } = select;
  const most = select.max_values ?? 1;
  const id = `select-${messageId}-${custom_id}`;
  const choices = selectChoices(page, select);
  const first = chosenAtFirst(select);
  const { select: opened } = page.state;
  const isOpen = opened?.message === messageId && opened.customId === custom_id;
  const chosen = isOpen ? opened.chosen : first;
  const names = choices.filter(({ value }) => chosen.includes(value)).map(({ name }) => name);
  const busy = page.state.busy.has(`${messageId} ${custom_id}`);

  const close = () => page.change({ select: null });
  const send = (values: string[]) => {
    close();
    page.focus(id);
    if (values.join('\n') !== first.join('\n')) void choose(page, messageId, custom_id, values);
  };
  const toggle = () => {
    if (isOpen) {
      if (most > 1) send(opened.chosen);
      else close();
    } else {
      page.change({
        select: { message: messageId, customId: custom_id, active: 0, chosen: first },
      });
    }
  };
  const pick = (value: string) => {
    if (most === 1) {
      send([value]);
      return;
    }
    const has = chosen.includes(value);
    const next = has ? chosen.filter((each) => each !== value) : [...chosen, value].slice(-most);
    if (opened) page.change({ select: { ...opened, chosen: next } });
  };
  const keys = (event: KeyboardEvent) => {
    if (!isOpen) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      const active = (opened.active + step + choices.length) % Math.max(1, choices.length);
      page.change({ select: { ...opened, active } });
    } else if (event.key === 'Enter' || event.key === ' ') {
      event.preventDefault();
      const active = choices[opened.active];
      if (active) pick(active.value);
    } else if (event.key === 'Escape' || event.key === 'Tab') {
      toggle();
    }
  };

  return html`<div class="select" ?data-open=${isOpen}>
    <button
      class="select-face"
      type="button"
      id=${id}
      role="combobox"
      aria-haspopup="listbox"
      aria-expanded=${isOpen ? 'true' : 'false'}
      aria-controls="${id}-list"
      aria-activedescendant=${isOpen ? `${id}-${opened.active}` : ''}
      aria-label=${names.join(', ') || placeholder || page.words.choose}
      data-custom-id=${custom_id}
      ?disabled=${(disabled ?? false) || busy}
      @click=${toggle}
      @keydown=${keys}
    >
      <span class=${names.length > 0 ? '' : 'placeholder'}
        >${withEmoji(names.join(', ') || placeholder || page.words.choose)}</span
      >
      ${ICONS.down}
    </button>
    <div class="select-list" role="listbox" id="${id}-list" aria-label=${placeholder || page.words.choose} ?hidden=${!isOpen}>
      ${
        isOpen
          ? choices.map(
              (choice, index) => html`<div
                class="select-option"
                role="option"
                id="${id}-${index}"
                aria-selected=${chosen.includes(choice.value) ? 'true' : 'false'}
                ?data-active=${index === opened.active}
                @click=${() => pick(choice.value)}
              >
                <span>
                  <span class="select-name">${withEmoji(choice.name)}</span>
                  ${choice.about ? html`<span class="select-about">${choice.about}</span>` : nothing}
                </span>
                ${chosen.includes(choice.value) ? html`<span class="tick" aria-hidden="true">✓</span>` : nothing}
              </div>`,
            )
          : nothing
      }
    </div>
  </div>`;
}
