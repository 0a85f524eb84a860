import { html, nothing, type TemplateResult } from 'lit';
import type { MessageView } from '../protocol.ts';
import { menuNames } from '../text/commands.ts';
import { goTo } from './acts.ts';
import { ICONS } from './icons.ts';
import type { Page } from './page.ts';

function reply(page: Page, shown: MessageView): void {
  page.change({ menu: null, replyTo: { message: shown, ping: true } });
  page.focus('composer');
}

/** The small bar that appears on a message under the mouse or the keyboard. */
export function toolbar(page: Page, shown: MessageView): TemplateResult {
  const { id } = shown.message;
  const { words, state } = page;
  const canReply = !shown.private && (state.view?.mayWrite ?? false);
  const open = (event: MouseEvent) => {
    const button = event.currentTarget;
    if (!(button instanceof HTMLElement)) return;
    const { left, bottom } = button.getBoundingClientRect();
    page.change({ menu: { message: id, x: left, y: bottom } });
    page.focus('menu-first');
  };
  return html`<div slot="thread" class="toolbar" role="group" aria-label=${words.more}>
    ${
      canReply
        ? html`<button aria-label=${words.reply} title=${words.reply} @click=${() => reply(page, shown)}>
            ${ICONS.reply}
          </button>`
        : nothing
    }
    <button
      aria-label=${words.more}
      title=${words.more}
      aria-haspopup="menu"
      aria-expanded=${state.menu?.message === id ? 'true' : 'false'}
      @click=${open}
    >
      ${ICONS.more}
    </button>
  </div>`;
}

/** The menu of a message: reply, a thread, and Apps ▸ with the bot's own commands. */
export function messageMenu(page: Page): TemplateResult | typeof nothing {
  const { menu, view } = page.state;
  const shown = view?.messages.find(({ message }) => message.id === menu?.message);
  if (!menu || !view || !shown) return nothing;
  const { words } = page;
  const { id } = shown.message;
  const close = () => page.change({ menu: null });
  const apps = menuNames(view.commands, view.locale);
  const item = (label: string | TemplateResult, act: () => void, first = false) =>
    html`<button role="menuitem" id=${first ? 'menu-first' : nothing} @click=${act}>${label}</button>`;
  const use = (name: string) => {
    close();
    void page.ask({ do: 'menu', name, message: id });
  };
  const canReply = !shown.private && view.mayWrite;
  const canOpen = !shown.private && view.mayOpenThreads && !shown.thread;
  const items = [
    ...(canReply ? [{ label: words.reply, act: () => reply(page, shown) }] : []),
    ...(canOpen ? [{ label: words.thread, act: () => void openThread(page, id) }] : []),
  ];
  return html`<div class="menu-back" @click=${close} @contextmenu=${(event: Event) => {
    event.preventDefault();
    close();
  }}></div>
    <div
      class="menu"
      role="menu"
      aria-label=${words.more}
      style="--x: ${menu.x}px; --y: ${menu.y}px"
      @keydown=${(event: KeyboardEvent) => menuKeys(event, close)}
    >
      ${items.map(({ label, act }, index) => item(label, act, index === 0))}
      <div class="menu-title" role="presentation">${words.apps} ▸</div>
      ${
        apps.length === 0
          ? html`<div class="menu-none" role="presentation">${words.noApps}</div>`
          : apps.map(({ name, title }, index) =>
              item(title, () => use(name), items.length === 0 && index === 0),
            )
      }
    </div>`;
}

async function openThread(page: Page, message: string): Promise<void> {
  page.change({ menu: null, naming: message });
  page.focus('thread-name');
}

/** Asks for the name of a thread that is to begin at a message. */
export function threadDialog(page: Page): TemplateResult | typeof nothing {
  const { naming } = page.state;
  if (naming === null) return nothing;
  const close = () => page.change({ naming: null });
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    const input = document.getElementById('thread-name');
    const name = input instanceof HTMLInputElement ? input.value.trim() : '';
    if (name === '') return;
    close();
    const answer = await page.ask({ do: 'thread', message: naming, name });
    if (answer?.channel) await goTo(page, answer.channel);
  };
  return html`<div class="modal-back">
    <form
      class="modal"
      role="dialog"
      aria-modal="true"
      aria-labelledby="thread-title"
      @submit=${submit}
      @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && close()}
    >
      <h2 id="thread-title">${page.words.thread}</h2>
      <label class="field"
        ><span class="field-label">${page.words.threadName}</span
        ><input id="thread-name" class="input" maxlength="100" required
      /></label>
      <div class="modal-actions">
        <button class="button" data-style="secondary" type="button" @click=${close}>
          ${page.words.cancel}
        </button>
        <button class="button" data-style="primary">${page.words.submit}</button>
      </div>
    </form>
  </div>`;
}

function menuKeys(event: KeyboardEvent, close: () => void): void {
  if (event.key === 'Escape' || event.key === 'Tab') {
    event.preventDefault();
    close();
  }
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const menu = event.currentTarget;
  if (step === undefined || !(menu instanceof HTMLElement)) return;
  event.preventDefault();
  const items = [...menu.querySelectorAll('button')];
  const { activeElement } = document;
  const at = activeElement instanceof HTMLButtonElement ? items.indexOf(activeElement) : -1;
  items[(at + step + items.length) % items.length]?.focus();
}
