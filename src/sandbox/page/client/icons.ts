import { html, type TemplateResult } from 'lit';

const icon = (path: string): TemplateResult =>
  html`<svg class="icon" viewBox="0 0 24 24" aria-hidden="true"><path fill="currentColor" d=${path} /></svg>`;

/** Our own drawings in the manner of Discord's. */
export const ICONS = {
  hash: icon(
    'M9.6 3 9.1 8H4.5v2h4.4l-.4 4H4v2h4.3l-.5 5h2l.5-5h4l-.5 5h2l.5-5h4.2v-2h-4l.4-4H21V8h-4.4l.5-5h-2l-.5 5h-4l.5-5h-1.5Zm.8 7h4l-.4 4h-4l.4-4Z',
  ),
  news: icon(
    'M18 4 8 8H4.5A1.5 1.5 0 0 0 3 9.5v4A1.5 1.5 0 0 0 4.5 15H5l1.2 5h2.6L7.7 15H8l10 4V4Zm2 5v5a2.5 2.5 0 0 0 0-5Z',
  ),
  forum: icon(
    'M4 4h16a2 2 0 0 1 2 2v9a2 2 0 0 1-2 2h-9l-5 4v-4H4a2 2 0 0 1-2-2V6c0-1.1.9-2 2-2Zm3 4v2h10V8H7Zm0 4v2h7v-2H7Z',
  ),
  thread: icon('M5 4h2v7h12v2H7v3a2 2 0 0 0 2 2h10v2H9a4 4 0 0 1-4-4V4Z'),
  at: icon(
    'M12 2a10 10 0 1 0 5.5 18.4l-1.1-1.7A8 8 0 1 1 20 12v1.2a1.3 1.3 0 0 1-2.6 0V7.5h-2v.8A5 5 0 1 0 16 15.5a3.3 3.3 0 0 0 6-1.9V12A10 10 0 0 0 12 2Zm0 13a3 3 0 1 1 0-6 3 3 0 0 1 0 6Z',
  ),
  clock: icon(
    'M12 2a10 10 0 1 0 0 20 10 10 0 0 0 0-20Zm0 18a8 8 0 1 1 0-16 8 8 0 0 1 0 16Zm1-13h-2v6l4.7 2.9 1-1.7L13 12V7Z',
  ),
  list: icon(
    'M3 5h3v3H3V5Zm5 .5h13v2H8v-2ZM3 10.5h3v3H3v-3Zm5 .5h13v2H8v-2ZM3 16h3v3H3v-3Zm5 .5h13v2H8v-2Z',
  ),
  sun: icon(
    'M12 7a5 5 0 1 0 0 10 5 5 0 0 0 0-10Zm-1-6h2v3h-2V1Zm0 19h2v3h-2v-3ZM1 11h3v2H1v-2Zm19 0h3v2h-3v-2ZM3.5 4.9l1.4-1.4L7 5.6 5.6 7 3.5 4.9ZM17 18.4l1.4-1.4 2.1 2.1-1.4 1.4-2.1-2.1ZM3.5 19.1 5.6 17 7 18.4l-2.1 2.1-1.4-1.4ZM17 5.6l2.1-2.1 1.4 1.4L18.4 7 17 5.6Z',
  ),
  moon: icon('M20.5 14.5A9 9 0 0 1 9.5 3.5a9 9 0 1 0 11 11Z'),
  menu: icon('M3 5h18v2H3V5Zm0 6h18v2H3v-2Zm0 6h18v2H3v-2Z'),
  close: icon(
    'm5.6 4.2 6.4 6.4 6.4-6.4 1.4 1.4-6.4 6.4 6.4 6.4-1.4 1.4-6.4-6.4-6.4 6.4-1.4-1.4 6.4-6.4-6.4-6.4 1.4-1.4Z',
  ),
  reply: icon('M10 8.3V4L2 12l8 8v-4.4c5.5 0 9.3 1.7 12 5.4-1-6.3-4.7-11.5-12-12.7Z'),
  more: icon(
    'M4 12a2 2 0 1 1 4 0 2 2 0 0 1-4 0Zm6 0a2 2 0 1 1 4 0 2 2 0 0 1-4 0Zm6 0a2 2 0 1 1 4 0 2 2 0 0 1-4 0Z',
  ),
  apps: icon('M4 4h7v7H4V4Zm9 0h7v7h-7V4ZM4 13h7v7H4v-7Zm12.5-.5 4 4-4 4-4-4 4-4Z'),
  eye: icon(
    'M12 5C6.5 5 2.5 9 1 12c1.5 3 5.5 7 11 7s9.5-4 11-7c-1.5-3-5.5-7-11-7Zm0 11a4 4 0 1 1 0-8 4 4 0 0 1 0 8Zm0-2a2 2 0 1 0 0-4 2 2 0 0 0 0 4Z',
  ),
  down: icon('m5.3 9.3 1.4-1.4 5.3 5.3 5.3-5.3 1.4 1.4-6.7 6.7-6.7-6.7Z'),
  file: icon('M6 2h8l6 6v12a2 2 0 0 1-2 2H6a2 2 0 0 1-2-2V4c0-1.1.9-2 2-2Zm7 2v5h5l-5-5Z'),
  link: icon('M10 5H5v14h14v-5h2v7H3V3h7v2Zm4-2h7v7h-2V6.4l-8.3 8.3-1.4-1.4L17.6 5H14V3Z'),
  restart: icon(
    'M12 4a8 8 0 0 1 7.7 6h-2.1A6 6 0 1 0 18 12.7l2 .3A8 8 0 1 1 12 4Zm3 6h6V4l-2 2-1.5 1.5L15 10Z',
  ),
  send: icon('M3 3.5 22 12 3 20.5l2.5-7L14 12 5.5 10.5 3 3.5Z'),
  slash: icon(
    'M5 3h14a2 2 0 0 1 2 2v14a2 2 0 0 1-2 2H5a2 2 0 0 1-2-2V5c0-1.1.9-2 2-2Zm9.6 4L7.7 17h2L16.5 7h-1.9Z',
  ),
} as const;
