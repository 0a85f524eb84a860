import type { Sandbox } from '../sandbox.ts';
import type { FaultName, FaultsView } from './protocol.ts';

/** Seconds that a 429 of the sandbox asks to wait. */
const RETRY_AFTER = 2;

/** The sandbox's faults as switches, each with its "off". One set for all visitors. */
export class FaultSwitches {
  readonly #sandbox: Sandbox;
  readonly #off = new Map<string, () => void>();
  #latency = 0;

  constructor(sandbox: Sandbox) {
    this.#sandbox = sandbox;
  }

  /** What is on, with the permission of this channel. */
  view(channelId: string): FaultsView {
    const names: FaultName[] = ['error-500', 'error-429', 'no-permission'];
    const on = names.filter((name) => this.#off.has(keyOf(name, channelId)));
    return { on, latency: this.#latency };
  }

  set(name: FaultName, on: boolean, channelId: string): void {
    const key = keyOf(name, channelId);
    this.#off.get(key)?.();
    this.#off.delete(key);
    if (on) this.#off.set(key, this.#turnOn(name, channelId));
  }

  /** Every answer comes this many milliseconds later; 0 for at once. */
  setLatency(milliseconds: number): void {
    this.#off.get('latency')?.();
    this.#off.delete('latency');
    this.#latency = milliseconds;
    if (milliseconds > 0) this.#off.set('latency', this.#sandbox.faults.latency(milliseconds));
  }

  #turnOn(name: FaultName, channelId: string): () => void {
    const { faults } = this.#sandbox;
    switch (name) {
      case 'error-500':
        return faults.rest({ status: 500 });
      case 'error-429':
        return faults.rest({ status: 429, retryAfter: RETRY_AFTER });
      case 'no-permission':
        return faults.losePermission(channelId, 'SendMessages', 'SendMessagesInThreads');
    }
  }
}

const keyOf = (name: FaultName, channelId: string) =>
  name === 'no-permission' ? `${name} ${channelId}` : name;
