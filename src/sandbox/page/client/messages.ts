import { html, nothing, type TemplateResult } from 'lit';
import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import type { MessageView, View } from '../protocol.ts';
import { goTo } from './acts.ts';
import { greeting } from './greeting.ts';
import { ICONS } from './icons.ts';
import { message } from './message.ts';
import type { Page } from './page.ts';

/** Discord leaves out the head of a message that follows within seven minutes. */
const TOGETHER_MS = 7 * 60_000;

function follows(before: MessageView | undefined, shown: MessageView): boolean {
  const { message: next, used } = shown;
  if (!before || used || next.referenced_message || before.private !== shown.private) return false;
  const { message: last } = before;
  const near = Date.parse(next.timestamp) - Date.parse(last.timestamp) < TOGETHER_MS;
  return near && last.author.id === next.author.id;
}

function day(page: Page, instant: string): string {
  const locale = page.state.view?.locale ?? 'en-US';
  return new Intl.DateTimeFormat(locale, { dateStyle: 'long' }).format(Date.parse(instant));
}

/** The messages of the channel, day by day, with what only this visitor is told at the end. */
export function messages(page: Page, view: View): TemplateResult {
  if (view.channel.kind === 'forum') return forum(page, view);
  const shown = view.messages.filter(({ message: { id } }) => !page.state.dismissed.has(id));
  const notes = page.state.notes.filter(
    ({ channel, person }) => channel === view.channel.id && person === view.me.id,
  );
  return html`<div
    class="messages"
    id="messages"
    role="log"
    aria-label=${view.channel.name}
    tabindex="0"
    @scroll=${(event: Event) => page.stick.scrolled(event.target)}
  >
    <div class="messages-inner" ${ref(page.stick.watch)}>
      ${shown.length === 0 ? greeting(page, view) : nothing}
      <discord-messages no-background ?light-theme=${page.state.theme === 'light'}>
        ${repeat(
          shown,
          (each) => each.message.id,
          (each, index) => {
            const before = shown[index - 1];
            const date = day(page, each.message.timestamp);
            const newDay = before === undefined || date !== day(page, before.message.timestamp);
            return html`${newDay ? html`<div class="day"><span>${date}</span></div>` : nothing}${message(
              page,
              each,
              !newDay && follows(before, each),
            )}`;
          },
        )}
      </discord-messages>
      ${notes.map(
        ({ id, text }) => html`<div class="note" role="alert">
          <div>${text}</div>
          <div class="only-you">
            ${ICONS.eye}<span>${page.words.onlyYou} •</span>
            <button
              class="link"
              @click=${() => page.change({ notes: page.state.notes.filter((each) => each.id !== id) })}
            >
              ${page.words.dismiss}
            </button>
          </div>
        </div>`,
      )}
    </div>
  </div>`;
}

function forum(page: Page, view: View): TemplateResult {
  const posts = view.servers
    .flatMap(({ channels }) => channels)
    .filter(({ parentId }) => parentId === view.channel.id);
  return html`<div class="messages" id="messages" tabindex="0" role="region" aria-label=${view.channel.name}>
    <div class="forum">
      ${
        posts.length === 0
          ? html`<p class="forum-none">${page.words.noPosts}</p>`
          : posts.map(
              ({ id, name }) =>
                html`<button class="post" @click=${() => goTo(page, id)}>${ICONS.thread}<b>${name}</b></button>`,
            )
      }
    </div>
  </div>`;
}
