/** Something that passed between the bot and the sandbox's Discord. */
export interface Traffic {
  id: number;
  /** By the sandbox's clock, Unix milliseconds. */
  at: number;
  kind: 'rest' | 'gateway';
  /** Who spoke first. */
  from: 'bot' | 'discord';
  /** `POST /channels/…/messages`, or the gateway event's or opcode's name. */
  name: string;
  /** Real milliseconds to the answer: of a REST call, or to the first response to an interaction. */
  milliseconds: number | null;
  sent: unknown;
  answered: unknown;
  status: number | null;
  /** Discord's error when it refused; otherwise null. */
  refusal: Refusal | null;
  interactionId: string | null;
}

export interface Refusal {
  status: number;
  code: number;
  message: string;
  body: object;
  /** `METHOD path` of the refused call. */
  call: string;
}

const KEPT = 5000;

/** The list of all exchanges, oldest first; it forgets the oldest beyond some thousands. */
export class TrafficLog {
  readonly list: Traffic[] = [];
  readonly #now: () => number;
  readonly #listeners = new Set<(traffic: Traffic) => void>();
  #next = 1;

  constructor(now: () => number) {
    this.#now = now;
  }

  on(listener: (traffic: Traffic) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  add(given: Pick<Traffic, 'kind' | 'from' | 'name' | 'sent'> & Partial<Traffic>): Traffic {
    const blank = { milliseconds: null, answered: null, status: null, refusal: null };
    const traffic = { id: this.#next, at: this.#now(), interactionId: null, ...blank, ...given };
    this.#next += 1;
    this.list.push(traffic);
    if (this.list.length > KEPT) this.list.shift();
    this.tell(traffic);
    return traffic;
  }

  /** Tells listeners about an exchange, again when its answer is known. */
  tell(traffic: Traffic): void {
    for (const listener of this.#listeners) listener(traffic);
  }

  refusals(): Refusal[] {
    return this.list.flatMap(({ refusal }) => (refusal ? [refusal] : []));
  }
}
