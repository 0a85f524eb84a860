import { DiscordAuthorInfo } from '@skyra/discord-components-core/discord-author-info.js';
import { DiscordCommand } from '@skyra/discord-components-core/discord-command.js';
import { DiscordEmbed } from '@skyra/discord-components-core/discord-embed.js';
import { DiscordEmbedDescription } from '@skyra/discord-components-core/discord-embed-description.js';
import { DiscordEmbedField } from '@skyra/discord-components-core/discord-embed-field.js';
import { DiscordEmbedFooter } from '@skyra/discord-components-core/discord-embed-footer.js';
import { DiscordMessage } from '@skyra/discord-components-core/discord-message.js';
import { DiscordMessages } from '@skyra/discord-components-core/discord-messages.js';
import { DiscordReply } from '@skyra/discord-components-core/discord-reply.js';
import { DiscordVerifiedAuthorTag } from '@skyra/discord-components-core/discord-verified-author-tag.js';
import { type CSSResult, css, type LitElement } from 'lit';

/**
 * The components draw Discord as it was some years ago, in colours of which some are too weak to be
 * read (WCAG AA). These rules, added behind theirs, give the present look and our colours, which are
 * custom properties and so follow the theme.
 */
const STYLES: readonly [typeof LitElement, CSSResult][] = [
  [
    DiscordMessages,
    css`
      :host {
        border: 0;
        color: var(--text);
        font-family: var(--font);
        line-height: 1.375;
      }
      ::slotted(discord-message:not(:first-child)) {
        margin-top: 17px;
      }
      ::slotted(discord-message[message-body-only]) {
        margin-top: 0;
      }
    `,
  ],
  [
    DiscordMessage,
    css`
      :host,
      :host([light-theme]) {
        color: var(--text);
        font-family: var(--font);
        font-size: 16px;
        line-height: 22px;
        padding: 2px 16px 2px 16px;
      }
      :host(:hover) {
        background-color: var(--hover);
      }
      :host([ephemeral]) {
        background-color: var(--private);
        padding-right: 16px;
      }
      :host([ephemeral]:hover) {
        background-color: var(--private-hover);
      }
      :host([ephemeral])::before {
        background-color: var(--brand);
      }
      :host([highlight]) {
        padding-right: 16px;
      }
      .discord-message-content {
        min-width: 0;
        line-height: 22px;
        padding-top: 0;
      }
      .discord-author-avatar {
        margin-top: 2px;
      }
      .discord-author-avatar img {
        cursor: default;
      }
      :host .discord-message-markup {
        display: block;
        font-size: 16px;
      }
      :host .discord-message-timestamp,
      :host([light-theme]) .discord-message-timestamp {
        color: var(--text-muted);
        font-size: 12px;
        line-height: 22px;
        margin-left: 4px;
        white-space: nowrap;
      }
      :host([message-body-only]) .discord-message-body-only-indent {
        flex: 0 0 56px;
        width: 56px;
        margin-left: 0;
        overflow: hidden;
        font-size: 11px;
      }
      :host .discord-message-body-only-indent::before {
        margin-left: 0;
      }
      .discord-message-inner-center {
        align-items: flex-start;
      }
      /* Our own mark stands below, with a button that the keyboard reaches. */
      .discord-message-ephemeral {
        display: none;
      }
    `,
  ],
  [
    DiscordAuthorInfo,
    css`
      :host .discord-author-username,
      :host([light-theme]) .discord-author-username {
        color: var(--text-strong);
        font-weight: 500;
        line-height: 22px;
      }
      :host .discord-author-username:hover {
        cursor: default;
      }
    `,
  ],
  [
    DiscordVerifiedAuthorTag,
    css`
      :host {
        background-color: var(--brand-solid);
        border-radius: 4px;
        font-size: 12px;
        font-weight: 500;
        letter-spacing: 0;
        height: 15px;
        padding: 0 4px;
      }
    `,
  ],
  [
    DiscordReply,
    css`
      :host,
      :host([light-theme]) {
        color: var(--text-muted);
        font-family: var(--font);
        min-width: 0;
      }
      :host::before {
        content: '';
        position: absolute;
        box-sizing: border-box;
        top: 50%;
        left: -36px;
        bottom: -4px;
        width: 32px;
        border-left: 2px solid var(--spine);
        border-top: 2px solid var(--spine);
        border-top-left-radius: 6px;
      }
      .discord-replied-message-username,
      :host([light-theme]) .discord-replied-message-username {
        color: var(--text-strong);
        opacity: 1;
      }
      .discord-application-tag {
        background-color: var(--brand-solid);
      }
      .discord-replied-message-content {
        color: var(--text-muted);
        overflow: hidden;
        text-overflow: ellipsis;
        min-width: 0;
      }
    `,
  ],
  [
    DiscordCommand,
    css`
      :host,
      :host([light-theme]) {
        color: var(--text-muted);
        font-family: var(--font);
      }
      :host::before {
        content: '';
        position: absolute;
        box-sizing: border-box;
        top: 50%;
        left: -36px;
        bottom: -4px;
        width: 32px;
        border-left: 2px solid var(--spine);
        border-top: 2px solid var(--spine);
        border-top-left-radius: 6px;
      }
      .discord-replied-message-username,
      :host([light-theme]) .discord-replied-message-username {
        color: var(--text-strong);
        opacity: 1;
      }
      :host .discord-slash-command-name,
      :host([light-theme]) .discord-slash-command-name {
        color: var(--mention-text) !important;
        background-color: var(--mention);
        border-radius: 4px;
        padding: 0 4px;
      }
    `,
  ],
  [
    DiscordEmbed,
    css`
      :host {
        color: var(--text);
        max-width: 100%;
      }
      :host .discord-left-border,
      :host([light-theme]) .discord-left-border {
        border-radius: 8px 0 0 8px;
      }
      :host .discord-embed-wrapper,
      :host([light-theme]) .discord-embed-wrapper {
        background-color: var(--surface);
        border-color: var(--border-strong);
        border-radius: 0 8px 8px 0;
      }
      :host .discord-embed-title,
      :host([light-theme]) .discord-embed-title,
      :host .discord-embed-author,
      :host([light-theme]) .discord-embed-author {
        color: var(--text-strong);
      }
    `,
  ],
  [
    DiscordEmbedDescription,
    css`
      :host {
        white-space: normal;
      }
    `,
  ],
  [
    DiscordEmbedField,
    css`
      :host .discord-field-title,
      :host([light-theme]) .discord-field-title {
        color: var(--text-strong);
      }
    `,
  ],
  [
    DiscordEmbedFooter,
    css`
      :host,
      :host([light-theme]) {
        color: var(--text-muted);
      }
    `,
  ],
];

/** Adds our styles to the components; before the first of them is drawn. */
export function restyle(): void {
  for (const [element, styles] of STYLES) element.elementStyles.push(styles);
}
