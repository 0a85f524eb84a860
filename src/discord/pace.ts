/** A second, and the millisecond by which a timer may come early. */
const SECOND = 1001;

/** `urgent`: a reader is waiting for it. */
export type Urgency = 'urgent' | 'ordinary';

/**
 * Keeps all requests of the process within Discord's limit of so many a second, whatever delays
 * there are on the way: a place is free again one second after the *answer* came, so no second as
 * Discord counts it ever has more requests than places. Urgent requests pass the others; those are
 * spread over the second.
 */
export class Pace {
  readonly #gap: number;
  readonly #waiting: Record<Urgency, (() => void)[]> = { urgent: [], ordinary: [] };
  #free: number;
  #lastStart = Number.NEGATIVE_INFINITY;
  #timer: NodeJS.Timeout | undefined;

  constructor(perSecond: number) {
    this.#free = perSecond;
    // A little less than an equal share, so that the places and not the gaps are what limits.
    this.#gap = (1000 / perSecond) * 0.8;
  }

  async run<Result>(urgency: Urgency, work: () => Promise<Result>): Promise<Result> {
    await new Promise<void>((start) => {
      this.#waiting[urgency].push(start);
      this.#startNext();
    });
    try {
      return await work();
    } finally {
      setTimeout(() => {
        this.#free += 1;
        this.#startNext();
      }, SECOND).unref();
    }
  }

  #startNext(): void {
    while (this.#free > 0) {
      const urgent = this.#waiting.urgent.shift();
      if (urgent === undefined && !this.#mayStartOrdinary()) return;
      const start = urgent ?? this.#waiting.ordinary.shift();
      if (start === undefined) return;
      this.#free -= 1;
      this.#lastStart = performance.now();
      start();
    }
  }

  #mayStartOrdinary(): boolean {
    if (this.#waiting.ordinary.length === 0) return false;
    const early = this.#lastStart + this.#gap - performance.now();
    if (early <= 0) return true;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#startNext(), early);
    return false;
  }
}
