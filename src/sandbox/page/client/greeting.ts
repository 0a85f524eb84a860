import { html, type TemplateResult } from 'lit';
import type { View } from '../protocol.ts';
import { type Pickable, pickables } from '../text/commands.ts';
import { ICONS } from './icons.ts';
import type { Page } from './page.ts';

/** Three commands with which a visitor begins; those that the bot has not got are left out. */
const FIRST: readonly { path: string; options: Readonly<Record<string, number>> }[] = [
  { path: 'random', options: {} },
  { path: 'paragraph', options: { number: 3 } },
  { path: 'help', options: {} },
];

function lineOf({ title, options }: Pickable, given: Readonly<Record<string, number>>): string {
  const parts = Object.entries(given).map(([name, value]) => {
    const option = options.find((each) => each.name === name);
    return `${option?.title ?? name}:${value}`;
  });
  return [`/${title}`, ...parts].join(' ');
}

/** What stands in an empty channel: where one is, and three commands to press. */
export function greeting(page: Page, view: View): TemplateResult {
  const { words } = page;
  const { kind, name } = view.channel;
  const all = pickables(view.commands, view.locale);
  const first = FIRST.flatMap(({ path, options }) => {
    const picked = all.find((each) => each.path === path);
    return picked ? [{ line: lineOf(picked, options), about: picked.description }] : [];
  });
  return html`<section class="greeting">
    <div class="greeting-icon">${kind === 'dm' ? ICONS.at : ICONS.hash}</div>
    <h1>${kind === 'dm' ? name : words.greeting(name)}</h1>
    ${kind === 'dm' ? html`<p>${words.greetingDirect(name)}</p>` : ''}
    <p>${words.greetingAbout}</p>
    <div class="greeting-commands">
      ${first.map(
        ({ line, about }) => html`<button @click=${() => page.ask({ do: 'line', line })}>
          <b>${line}</b><span>${about}</span>
        </button>`,
      )}
    </div>
  </section>`;
}
