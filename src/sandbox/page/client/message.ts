import type { APIMessage } from 'discord-api-types/v10';
import { MessageFlags, MessageType } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import type { MessageView } from '../protocol.ts';
import { messageTime } from '../text/times.ts';
import { goTo } from './acts.ts';
import { avatarOf } from './avatar.ts';
import { attachmentCard, components } from './components.ts';
import { embed } from './embed.ts';
import { withEmoji } from './emoji.ts';
import { ICONS } from './icons.ts';
import { markdown } from './markdown.ts';
import { mediaItem } from './media.ts';
import { toolbar } from './message-menu.ts';
import type { Page } from './page.ts';

const isByBot = (page: Page, { author }: APIMessage): boolean =>
  author.id === page.state.view?.bot.id;

/** What somebody is called here. */
export const nameOf = ({ author }: APIMessage): string => author.global_name ?? author.username;

/** The colour of somebody's role, mixed with the text's so that it can be read on either theme. */
function colorOf(page: Page, userId: string): string | null {
  const color = page.state.view?.people.find(({ id }) => id === userId)?.color;
  return color ? `color-mix(in oklab, ${color} 65%, var(--text-strong))` : null;
}

/** One message. `grouped`: it follows another one of the same author, so its head is left out. */
export function message(page: Page, shown: MessageView, grouped: boolean): TemplateResult {
  const { message: given } = shown;
  const { view } = page.state;
  const locale = view?.locale ?? 'en-US';
  const at = messageTime(Date.parse(given.timestamp), page.now, locale, page.words.yesterday);
  const pinged = given.mentions.some(({ id }) => id === view?.me.id) || given.mention_everyone;
  return html`<discord-message
    id="message-${given.id}"
    class="message"
    role="article"
    aria-label="${nameOf(given)}, ${at}"
    author=${nameOf(given)}
    avatar=${avatarOf(given.author.id, view?.people ?? [])}
    timestamp=${at}
    role-color=${colorOf(page, given.author.id) ?? nothing}
    ?bot=${isByBot(page, given)}
    ?ephemeral=${shown.private}
    ?highlight=${pinged && !shown.private}
    ?message-body-only=${grouped}
    ?light-theme=${page.state.theme === 'light'}
    @contextmenu=${(event: MouseEvent) => {
      event.preventDefault();
      page.change({ menu: { message: given.id, x: event.clientX, y: event.clientY } });
    }}
    >${head(page, shown)}${body(page, shown)}${foot(page, shown)}${toolbar(page, shown)}</discord-message
  >`;
}

/** Above a message: which command it answers, or which message. */
function head(page: Page, { used, message: given }: MessageView) {
  const { view } = page.state;
  const people = view?.people ?? [];
  if (used) {
    const person = people.find(({ id }) => id === used.user);
    return html`<discord-command
      slot="reply"
      author=${person?.name ?? ''}
      avatar=${avatarOf(used.user, people)}
      role-color=${colorOf(page, used.user) ?? nothing}
      command=${used.name}
    ></discord-command>`;
  }
  const target = given.referenced_message;
  const isReply = given.type === MessageType.Reply || given.message_reference !== undefined;
  if (!isReply || !target) return nothing;
  const pings = given.mentions.some(({ id }) => id === target.author.id);
  return html`<discord-reply
    slot="reply"
    author=${nameOf(target)}
    avatar=${avatarOf(target.author.id, people)}
    role-color=${colorOf(page, target.author.id) ?? nothing}
    ?bot=${isByBot(page, target)}
    ?mentions=${pings}
    >${excerpt(target)}</discord-reply
  >`;
}

/** The beginning of a message in one line, without marks. */
function excerpt(given: APIMessage): string {
  const texts = [given.content, ...textsIn(given.components ?? [])];
  const first = texts.find((text) => text !== '') ?? '…';
  return first
    .replace(/^-# |\*\*|\\(?=\W)/g, '')
    .replace(/\s+/g, ' ')
    .slice(0, 120);
}

function textsIn(parts: readonly object[]): string[] {
  return parts.flatMap((part) => [
    ...('content' in part && typeof part.content === 'string' ? [part.content] : []),
    ...('components' in part && Array.isArray(part.components) ? textsIn(part.components) : []),
  ]);
}

function body(page: Page, { message: given }: MessageView) {
  const flags = given.flags ?? 0;
  const { words } = page;
  if (flags & MessageFlags.Loading) {
    return html`<div class="thinking">
      <span class="dots" aria-hidden="true"><i></i><i></i><i></i></span>${words.thinking(nameOf(given))}
    </div>`;
  }
  const edited =
    given.edited_timestamp && given.content !== ''
      ? html`<span class="edited">${words.edited}</span>`
      : nothing;
  return html`${
    given.content === ''
      ? nothing
      : html`<div class="text">${markdown(given.content, { page, at: given.id })}${edited}</div>`
  }${given.embeds.map((each, index) => embed(each, page, `${given.id}/embed-${index}`))}`;
}

/** Below the text: files, components, reactions, the thread, and who can see it. */
function foot(page: Page, shown: MessageView) {
  const { message: given } = shown;
  const own = (given.flags ?? 0) & MessageFlags.IsComponentsV2 ? [] : given.attachments;
  return html`<div slot="components" class="parts">
    ${own.map(({ id, url, filename, size, description, content_type }) =>
      content_type?.startsWith('image/')
        ? mediaItem(page, `${given.id}/${id}`, url, {
            description: description ?? '',
            spoiler: false,
          })
        : attachmentCard(url, filename, size),
    )}
    ${components(given.components ?? [], { page, messageId: given.id })}
    ${reactions(given)} ${threadLink(page, shown)} ${shown.private ? onlyYou(page, given.id) : nothing}
  </div>`;
}

function reactions({ reactions: given = [] }: APIMessage) {
  if (given.length === 0) return nothing;
  return html`<div class="reactions">
    ${given.map(
      ({ emoji, count }) =>
        html`<span class="reaction">${withEmoji(emoji.name ?? '')}<b>${count}</b></span>`,
    )}
  </div>`;
}

function threadLink(page: Page, { thread }: MessageView) {
  if (!thread) return nothing;
  return html`<button class="thread-link" @click=${() => goTo(page, thread.id)}>
    ${ICONS.thread}<b>${thread.name}</b><span>${page.words.messages(thread.messages)} ›</span>
  </button>`;
}

function onlyYou(page: Page, id: string) {
  const dismiss = () => {
    page.state.dismissed.add(id);
    page.draw();
  };
  return html`<div class="only-you">
    ${ICONS.eye}<span>${page.words.onlyYou} •</span>
    <button class="link" @click=${dismiss}>${page.words.dismiss}</button>
  </div>`;
}
