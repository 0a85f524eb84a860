import { html, type TemplateResult } from 'lit';
import { ICONS } from './icons.ts';
import type { Page } from './page.ts';

const HOUR_MS = 3_600_000;

/** Tomorrow at 08:00 by the visitor's own time zone. */
function tomorrowAtEight(now: number): number {
  const date = new Date(now);
  return new Date(date.getFullYear(), date.getMonth(), date.getDate() + 1, 8).getTime();
}

/** `2026-11-24T08:00`, as an input of the kind datetime-local wants it. */
function localValue(instant: number): string {
  const date = new Date(instant);
  return new Date(instant - date.getTimezoneOffset() * 60_000).toISOString().slice(0, 16);
}

const shown = (page: Page, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(page.state.view?.locale, options).format(page.now);

/** The sandbox's time; a press opens what moves it. */
export function clockButton(page: Page): TemplateResult {
  const isMoved = (page.state.view?.clockOffset ?? 0) !== 0;
  const open = page.state.panel === 'clock';
  const time = shown(page, { hour: '2-digit', minute: '2-digit' });
  const date = shown(page, { weekday: 'short', day: 'numeric', month: 'short' });
  return html`<button
    class="tool clock"
    title="The sandbox's clock"
    aria-haspopup="true"
    aria-expanded=${open ? 'true' : 'false'}
    ?data-moved=${isMoved}
    @click=${() => page.change({ panel: open ? null : 'clock' })}
  >
    ${ICONS.clock}<span class="clock-time">${time}</span><span class="clock-date">${date}</span>
  </button>`;
}

/** Moves the sandbox's clock; the bot's follows it. */
export function clockPanel(page: Page): TemplateResult {
  const close = () => page.change({ panel: null });
  const set = (to: number) => page.ask({ do: 'clock', to });
  const advance = (by: number) => page.ask({ do: 'advance', by });
  const choose = (event: Event) => {
    if (!(event.target instanceof HTMLInputElement)) return;
    const to = event.target.valueAsNumber;
    if (Number.isNaN(to)) return;
    void set(to + new Date(to).getTimezoneOffset() * 60_000);
  };
  return html`<div class="panel-back" @click=${close}></div>
    <div
      class="panel clock-panel"
      role="dialog"
      aria-label="The sandbox's clock"
      @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && close()}
    >
      <h2>The sandbox's clock</h2>
      <p>${shown(page, { dateStyle: 'full', timeStyle: 'medium' })}</p>
      <div class="panel-buttons">
        <button class="button" data-style="secondary" @click=${() => advance(60_000)}>+ 1 minute</button>
        <button class="button" data-style="secondary" @click=${() => advance(HOUR_MS)}>+ 1 hour</button>
        <button class="button" data-style="secondary" @click=${() => advance(24 * HOUR_MS)}>+ 1 day</button>
        <button class="button" data-style="primary" @click=${() => set(tomorrowAtEight(page.now))}>
          Tomorrow 08:00
        </button>
        <button class="button" data-style="secondary" @click=${() => set(Date.now())}>Back to now</button>
      </div>
      <label class="field"
        ><span class="field-label">Set it to</span
        ><input class="input" type="datetime-local" .value=${localValue(page.now)} @change=${choose}
      /></label>
      <p class="hint">The bot's clock follows: what is due by then happens now.</p>
    </div>`;
}
