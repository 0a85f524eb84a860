import { html, nothing, type TemplateResult } from 'lit';
import { LOCALE_NAMES, type PersonView, type View } from '../protocol.ts';
import { avatar } from './avatar.ts';
import { ICONS } from './icons.ts';
import type { Page } from './page.ts';

const toggle = (page: Page) =>
  page.change({ panel: page.state.panel === 'members' ? null : 'members' });

/** Who one is and in which language, at the lower left; a press changes the person. */
export function userPanel(page: Page, view: View): TemplateResult {
  const { me } = view;
  return html`<div class="user-panel">
    <button
      class="user"
      aria-haspopup="true"
      aria-expanded=${page.state.panel === 'members' ? 'true' : 'false'}
      title="Act as somebody else"
      @click=${() => toggle(page)}
    >
      ${avatar(me.id, view.people)}
      <span class="user-names"><b>${me.name}</b><span>${roleOf(me)}</span></span>
      ${ICONS.down}
    </button>
    <select
      class="locale"
      aria-label=${page.words.language}
      @change=${(event: Event) => {
        if (!(event.target instanceof HTMLSelectElement)) return;
        const { value } = event.target;
        const locale = LOCALE_NAMES.find(([each]) => each === value)?.[0];
        if (locale) void page.ask({ do: 'look', locale });
      }}
    >
      ${LOCALE_NAMES.map(
        ([locale, name]) =>
          html`<option value=${locale} .selected=${locale === view.locale}>${name}</option>`,
      )}
    </select>
  </div>`;
}

const roleOf = ({ roles, outside }: PersonView): string =>
  outside ? 'Outside; installed the app' : (roles[0] ?? 'Member');

const localeName = (locale: string): string =>
  LOCALE_NAMES.find(([each]) => each === locale)?.[1] ?? locale;

/** The people as whom one can act. */
export function membersPanel(page: Page, view: View): TemplateResult {
  const close = () => page.change({ panel: null });
  const become = async ({ id }: PersonView) => {
    page.change({ panel: null, replyTo: null, select: null, menu: null });
    await page.ask({ do: 'look', person: id });
  };
  return html`<div class="panel-back" @click=${close}></div>
    <div
      class="panel members-panel"
      role="dialog"
      aria-label="Act as"
      @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && close()}
    >
      <h2>Act as</h2>
      <ul>
        ${view.people.map(
          (person) => html`<li>
            <button class="member" aria-current=${person.id === view.me.id ? 'true' : 'false'} @click=${() => become(person)}>
              ${avatar(person.id, view.people)}
              <span class="user-names"><b>${person.name}</b><span>${roleOf(person)} · ${localeName(person.locale)}</span></span>
              ${person.id === view.me.id ? html`<span class="tick" aria-hidden="true">✓</span>` : nothing}
            </button>
          </li>`,
        )}
      </ul>
    </div>`;
}
