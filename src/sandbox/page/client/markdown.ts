import { html, type TemplateResult } from 'lit';
import { ansiRuns } from '../text/ansi.ts';
import type { Inline } from '../text/inline.ts';
import type { Block } from '../text/markdown.ts';
import { fullTime, timestamp } from '../text/times.ts';
import { withEmoji } from './emoji.ts';
import type { Page } from './page.ts';

type Shown = TemplateResult | string;

/** What a text needs to be shown: names, the time, and which spoilers are open. `at` names the text. */
export interface TextPlace {
  page: Page;
  at: string;
}

/** Discord's markdown as templates. Everything that is not a mark is text, never HTML. */
export function markdown(text: string, place: TextPlace): TemplateResult[] {
  let count = 0;
  const numbered = { ...place, next: () => `${place.at}/${count++}` };
  return place.page.parsed(text).map((each) => block(each, numbered));
}

interface Numbered extends TextPlace {
  next(): string;
}

function block(given: Block, place: Numbered): TemplateResult {
  switch (given.kind) {
    case 'paragraph':
      return html`<div class="md-text">${inlines(given.inner, place)}</div>`;
    case 'subtext':
      return html`<div class="md-small">${inlines(given.inner, place)}</div>`;
    case 'heading':
      // As in Discord a heading of a message is no heading of the page's outline.
      return html`<div class="md-heading" data-level=${given.level}>${inlines(given.inner, place)}</div>`;
    case 'quote':
      return html`<blockquote class="md-quote">${given.blocks.map((each) => block(each, place))}</blockquote>`;
    case 'list': {
      const items = given.items.map(
        ({ inner, nested }) =>
          html`<li>${inlines(inner, place)}${nested.map((each) => block(each, place))}</li>`,
      );
      return given.ordered
        ? html`<ol class="md-list" start=${given.start}>${items}</ol>`
        : html`<ul class="md-list">${items}</ul>`;
    }
    case 'code':
      return codeBlock(given.language, given.text);
  }
}

function codeBlock(language: string, text: string): TemplateResult {
  const content =
    language === 'ansi'
      ? ansiRuns(text).map(
          (run) =>
            html`<span
              class="ansi"
              data-color=${run.color ?? ''}
              data-background=${run.background ?? ''}
              ?data-bold=${run.bold}
              ?data-underline=${run.underline}
              >${run.text}</span
            >`,
        )
      : text;
  return html`<pre class="md-code" tabindex="0"><code>${content}</code></pre>`;
}

function inlines(parts: readonly Inline[], place: Numbered): Shown[] {
  return parts.flatMap((part) => inline(part, place));
}

function inline(part: Inline, place: Numbered): Shown[] {
  switch (part.kind) {
    case 'text':
      return withEmoji(part.text);
    case 'bold':
      return [html`<strong>${inlines(part.inner, place)}</strong>`];
    case 'italic':
      return [html`<em>${inlines(part.inner, place)}</em>`];
    case 'underline':
      return [html`<u>${inlines(part.inner, place)}</u>`];
    case 'strike':
      return [html`<s>${inlines(part.inner, place)}</s>`];
    case 'spoiler':
      return [spoiler(part.inner, place)];
    case 'code':
      return [html`<code class="md-inline">${part.text}</code>`];
    case 'link':
      return [
        html`<a href=${part.url} target="_blank" rel="noopener noreferrer">${inlines(part.inner, place)}</a>`,
      ];
    case 'mention':
      return [mention(part.what, part.id, place)];
    case 'command':
      return [html`<span class="mention">/${part.name}</span>`];
    case 'everyone':
      return [html`<span class="mention">${part.text}</span>`];
    case 'time':
      return [time(part.seconds, part.style, place)];
    case 'custom':
      return [`:${part.name}:`];
  }
}

function spoiler(inner: readonly Inline[], place: Numbered): TemplateResult {
  const id = place.next();
  const { page } = place;
  if (page.state.opened.has(id)) {
    return html`<span class="spoiler" data-open>${inlines(inner, place)}</span>`;
  }
  const open = () => {
    page.state.opened.add(id);
    page.draw();
  };
  const keys = (event: KeyboardEvent) => {
    if (event.key === 'Enter' || event.key === ' ') open();
  };
  return html`<span
    class="spoiler"
    role="button"
    tabindex="0"
    aria-label=${page.words.spoiler}
    aria-expanded="false"
    @click=${open}
    @keydown=${keys}
    ><span aria-hidden="true">${inlines(inner, place)}</span></span
  >`;
}

function mention(
  what: 'user' | 'role' | 'channel',
  id: string,
  { page }: TextPlace,
): TemplateResult {
  const { view } = page.state;
  const servers = view?.servers ?? [];
  if (what === 'channel') {
    const channel = servers.flatMap(({ channels }) => channels).find((each) => each.id === id);
    return html`<span class="mention">#${channel?.name ?? 'unknown'}</span>`;
  }
  if (what === 'role') {
    const role = servers.flatMap(({ roles }) => roles).find((each) => each.id === id);
    return html`<span class="mention">@${role?.name ?? 'unknown-role'}</span>`;
  }
  const name =
    view?.bot.id === id ? view.bot.name : view?.people.find((each) => each.id === id)?.name;
  return html`<span class="mention">@${name ?? 'unknown-user'}</span>`;
}

function time(seconds: number, style: string, { page }: TextPlace): TemplateResult {
  const locale = page.state.view?.locale ?? 'en-US';
  const shown = timestamp(seconds, style, page.now, locale);
  return html`<time class="md-time" title=${fullTime(seconds * 1000, locale)}>${shown}</time>`;
}
