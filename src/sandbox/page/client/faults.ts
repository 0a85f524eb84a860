import { html, nothing, type TemplateResult } from 'lit';
import type { FaultName } from '../protocol.ts';
import { ICONS } from './icons.ts';
import type { Page } from './page.ts';

const LATENCIES = [0, 500, 1000, 2000, 4000];

/** What can go wrong between bot and Discord, to be switched on; and the bot itself, to be started again. */
export function faultControls(page: Page): TemplateResult | typeof nothing {
  const { view } = page.state;
  if (!view) return nothing;
  const { channel, faults } = view;
  const inServer = channel.kind !== 'dm' && channel.kind !== 'thread';
  const on = faults.on.length > 0 || faults.latency > 0;
  return html`<details class="faults" ?data-on=${on}>
    <summary>Faults${on ? html` <span class="badge-text">on</span>` : nothing}</summary>
    <div class="faults-body">
      ${tick(page, 'error-500', 'Discord answers 500')} ${tick(page, 'error-429', 'Discord answers 429 (rate limited)')}
      ${inServer ? tick(page, 'no-permission', `${view.bot.name} may not write in #${channel.name}`) : nothing}
      <label class="tick-row"
        ><span>Every answer is late by</span>
        <select
          class="small-select"
          @change=${(event: Event) => {
            if (!(event.target instanceof HTMLSelectElement)) return;
            void page.ask({ do: 'latency', milliseconds: Number(event.target.value) });
          }}
        >
          ${LATENCIES.map(
            (each) =>
              html`<option value=${each} .selected=${each === faults.latency}>${each} ms</option>`,
          )}
        </select>
      </label>
      <div class="panel-buttons">
        ${act('The gateway drops', () => page.ask({ do: 'drop', resumable: true }))}
        ${act('… and forgets the session', () => page.ask({ do: 'drop', resumable: false }))}
        ${
          channel.kind === 'dm'
            ? nothing
            : act(`Delete #${channel.name}`, () =>
                page.ask({ do: 'delete-channel', channel: channel.id }),
              )
        }
      </div>
    </div>
  </details>
  <button
    class="button restart"
    data-style="secondary"
    ?disabled=${view.bot.state === 'starting'}
    @click=${() => page.ask({ do: 'restart' })}
  >
    ${ICONS.restart}<span>Restart ${view.bot.name}</span>
  </button>`;
}

function tick(page: Page, fault: FaultName, label: string): TemplateResult {
  const on = page.state.view?.faults.on.includes(fault) ?? false;
  return html`<label class="tick-row">
    <input
      type="checkbox"
      .checked=${on}
      data-fault=${fault}
      @change=${() => page.ask({ do: 'fault', fault, on: !on })}
    /><span>${label}</span>
  </label>`;
}

const act = (label: string, run: () => unknown): TemplateResult =>
  html`<button class="button" data-style="secondary" @click=${run}>${label}</button>`;
