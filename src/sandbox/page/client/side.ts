import { html, nothing, type TemplateResult } from 'lit';
import type { ChannelView, ServerView, View } from '../protocol.ts';
import { goTo } from './acts.ts';
import { avatar } from './avatar.ts';
import { ICONS } from './icons.ts';
import type { Page } from './page.ts';
import { userPanel } from './who.ts';

const KINDS = {
  text: ICONS.hash,
  news: ICONS.news,
  forum: ICONS.forum,
  thread: ICONS.thread,
  dm: ICONS.at,
} as const;

/** The icon of a kind of channel. */
export const channelIcon = ({ kind }: ChannelView): TemplateResult => KINDS[kind];

/** The left of the page: servers, the channels of the present one, and who one is. */
export function side(page: Page, view: View): TemplateResult {
  const here = view.servers.find(({ channels }) =>
    channels.some(({ id }) => id === view.channel.id),
  );
  return html`<div class="side-back" @click=${() => page.change({ panel: null })}></div>
    <nav class="side" aria-label="Servers and channels">
      <div class="side-main">
        <div class="rail">
          <button
            class="server"
            aria-label=${page.words.directMessages}
            title=${page.words.directMessages}
            aria-current=${here ? 'false' : 'true'}
            @click=${() => goTo(page, 'DM')}
          >
            ${ICONS.at}
          </button>
          <div class="rail-line"></div>
          ${view.servers.map((server) => serverButton(page, server, server === here))}
        </div>
        <div class="channels">
          <div class="channels-head">${here?.name ?? page.words.directMessages}</div>
          ${here ? channelList(page, view, here) : directList(page, view)}
        </div>
      </div>
      ${userPanel(page, view)}
    </nav>`;
}

function serverButton(page: Page, { name, channels }: ServerView, current: boolean) {
  const first = channels[0];
  return html`<button
    class="server"
    title=${name}
    aria-label=${name}
    aria-current=${current ? 'true' : 'false'}
    @click=${() => first && goTo(page, first.id)}
  >
    <span>${[...name][0] ?? '?'}</span>
  </button>`;
}

function channelList(page: Page, view: View, { channels }: ServerView): TemplateResult {
  const tops = channels.filter(({ kind }) => kind !== 'thread');
  return html`<ul class="channel-list">
    ${tops.map((channel) => {
      const threads = channels.filter(({ parentId }) => parentId === channel.id);
      return html`<li>
        ${channelButton(page, view, channel)}
        ${
          threads.length > 0
            ? html`<ul class="thread-list">
                ${threads.map((thread) => html`<li>${channelButton(page, view, thread)}</li>`)}
              </ul>`
            : nothing
        }
      </li>`;
    })}
  </ul>`;
}

function channelButton(page: Page, view: View, channel: ChannelView): TemplateResult {
  const current = channel.id === view.channel.id;
  const closed = !channel.botMayWrite && channel.kind !== 'dm';
  return html`<button
    class="channel"
    aria-current=${current ? 'page' : 'false'}
    @click=${() => goTo(page, channel.id)}
  >
    ${channelIcon(channel)}<span class="channel-name">${channel.name}</span>
    ${closed ? html`<span class="channel-note" title="${view.bot.name} may not write here">no bot</span>` : nothing}
  </button>`;
}

function directList(page: Page, view: View): TemplateResult {
  return html`<ul class="channel-list">
    <li>
      <button
        class="channel direct"
        aria-current=${view.channel.kind === 'dm' ? 'page' : 'false'}
        @click=${() => goTo(page, 'DM')}
      >
        ${avatar(view.bot.id, view.people)}<span class="channel-name">${view.bot.name}</span>
      </button>
    </li>
  </ul>`;
}
