import { html, nothing, type TemplateResult } from 'lit';
import type { ExchangeView } from '../protocol.ts';
import { faultControls } from './faults.ts';
import { ICONS } from './icons.ts';
import type { Page } from './page.ts';

/** What Discord gives a bot for its first response. */
const PATIENCE_MS = 3000;

/** What passed between the bot and Discord, newest first. */
export function drawer(page: Page): TemplateResult {
  const { state } = page;
  const all = [...state.exchanges.values()].toReversed();
  const shown = state.onlyRefusals ? all.filter(({ refusal }) => refusal) : all;
  return html`<aside class="drawer" aria-label="What happened">
    <div class="drawer-head">
      <h2>What happened</h2>
      <button class="tool" aria-label="Close" @click=${() => page.change({ drawer: false })}>${ICONS.close}</button>
    </div>
    ${faultControls(page)}
    <h3>Exchanges</h3>
    <label class="tick-row">
      <input
        type="checkbox"
        .checked=${state.onlyRefusals}
        @change=${() => page.change({ onlyRefusals: !state.onlyRefusals })}
      /><span>Only what Discord refused</span>
    </label>
    <ol class="exchanges" reversed>
      ${shown.slice(0, 200).map((each) => row(page, each))}
    </ol>
  </aside>`;
}

const BOT_SPEAKS = 'bot → Discord';
const DISCORD_SPEAKS = 'Discord → bot';

function row(page: Page, exchange: ExchangeView): TemplateResult {
  const { id, at, kind, from, name, milliseconds, status, refusal, interaction } = exchange;
  const { detail } = page.state;
  const open = detail?.id === id;
  const time = new Intl.DateTimeFormat('en-GB', { timeStyle: 'medium' }).format(at);
  const toggle = async () => {
    if (open) {
      page.change({ detail: null });
      return;
    }
    const answer = await page.ask({ do: 'detail', exchange: id });
    if (answer?.detail) page.change({ detail: { id, ...answer.detail } });
  };
  return html`<li class="exchange" ?data-refused=${refusal !== null}>
    <button class="exchange-row" aria-expanded=${open ? 'true' : 'false'} @click=${toggle}>
      <span class="exchange-time">${time}</span>
      <span class="exchange-kind" data-kind=${kind} title=${from === 'bot' ? BOT_SPEAKS : DISCORD_SPEAKS}>
        ${from === 'bot' ? '→' : '←'} ${kind === 'rest' ? 'REST' : 'Gateway'}
      </span>
      <span class="exchange-name" title=${name}>${brief(name)}</span>
      <span class="exchange-took">
        ${status === null ? nothing : html`<span class="exchange-status">${status}</span>`}
        ${milliseconds === null ? nothing : html`<span>${milliseconds.toFixed(0)} ms</span>`}
      </span>
      ${interaction ? bar(milliseconds) : nothing}
      ${refusal ? html`<span class="exchange-refusal">${refusal.code}: ${refusal.message}</span>` : nothing}
    </button>
    ${open && detail ? bodies(detail, from) : nothing}
  </li>`;
}

/** A call's path without what only a machine reads. */
const brief = (name: string) =>
  name.replace(/interaction-token-\d+/g, '…').replace(/\d{13,16}(?=\d{4}\b)/g, '…');

/** How much of the 3 seconds a first response took. */
function bar(milliseconds: number | null): TemplateResult {
  const share = milliseconds === null ? 1 : Math.min(1, milliseconds / PATIENCE_MS);
  const text =
    milliseconds === null
      ? 'no response yet, of 3 s'
      : `${(share * 100).toFixed(0)} % of the 3 s that Discord waits`;
  return html`<span class="bar" role="img" aria-label=${text} title=${text} ?data-waiting=${milliseconds === null}>
    <span style="width: ${share * 100}%"></span>
  </span>`;
}

function bodies({ sent, answered }: { sent: unknown; answered: unknown }, from: 'bot' | 'discord') {
  const other = from === 'bot' ? 'Discord' : 'the bot';
  const one = from === 'bot' ? 'The bot' : 'Discord';
  return html`<div class="bodies">
    <h3>${one} sent</h3>
    <pre tabindex="0">${JSON.stringify(sent, null, 2)}</pre>
    ${
      answered === null
        ? nothing
        : html`<h3>${other === 'Discord' ? other : 'The bot'} answered</h3>
            <pre tabindex="0">${JSON.stringify(answered, null, 2)}</pre>`
    }
  </div>`;
}
