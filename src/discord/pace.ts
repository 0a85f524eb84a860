/** A second, and the milliseconds by which clocks may be wrong. */
const HELD = 1002;
/** A request is believed to be on its way back for no longer than this, in milliseconds. */
const MOST_TRUSTED = 250;
/** So many requests may start at once after a delay. */
const CATCHING_UP = 5;
/** So many answers tell how long the quickest way there and back takes. */
const ANSWERS = 100;

/** `urgent`: a reader is waiting for it. */
export type Urgency = 'urgent' | 'ordinary';

/**
 * Keeps all requests of the process within Discord's limit of so many a second. Discord counts them
 * as they arrive, which nobody here sees: a request arrived before its answer by at least what the
 * way takes at its quickest, so its place is free again one second after *that*. Slow answers cost
 * only by how much they are slower than the quickest ones, and no second as Discord counts it has
 * more requests than places. One place of them all stays empty, for a way that becomes shorter all
 * at once. Urgent requests pass the others; those are spread over the second.
 */
export class Pace {
  readonly #gap: number;
  readonly #places: number;
  readonly #waiting: Record<Urgency, (() => void)[]> = { urgent: [], ordinary: [] };
  /** When the requests that still hold a place were answered, oldest first. */
  readonly #answered: number[] = [];
  readonly #quickest = new Quickest();
  #inHand = 0;
  /** When by equal gaps the next ordinary request would start. */
  #turn = Number.NEGATIVE_INFINITY;
  #timer: NodeJS.Timeout | undefined;

  constructor(perSecond: number) {
    this.#places = Math.max(1, perSecond - 1);
    // A little less than an equal share, so that the places and not the gaps are what limits.
    this.#gap = (1000 / perSecond) * 0.95;
  }

  async run<Result>(urgency: Urgency, work: () => Promise<Result>): Promise<Result> {
    await new Promise<void>((start) => {
      this.#waiting[urgency].push(start);
      this.#startNext();
    });
    const started = performance.now();
    // Of a request that failed nobody knows when it arrived, if it did.
    let answered = Number.POSITIVE_INFINITY;
    try {
      const result = await work();
      answered = performance.now();
      this.#quickest.note(answered - started);
      return result;
    } finally {
      this.#inHand -= 1;
      this.#answered.push(Math.min(answered, performance.now() + MOST_TRUSTED));
      this.#startNext();
    }
  }

  #startNext(): void {
    clearTimeout(this.#timer);
    for (;;) {
      const urgency = this.#waiting.urgent.length > 0 ? 'urgent' : 'ordinary';
      if (this.#waiting[urgency].length === 0) return;
      const now = performance.now();
      const early = this.#mayStartAt(urgency, now) - now;
      if (early > 0) {
        // Without an answer on the way no place comes free by waiting.
        if (Number.isFinite(early)) this.#timer = setTimeout(() => this.#startNext(), early);
        return;
      }
      this.#inHand += 1;
      // Who was held up catches up, or every delay would be lost for good.
      this.#turn = Math.max(this.#turn, now - CATCHING_UP * this.#gap) + this.#gap;
      this.#waiting[urgency].shift()?.();
    }
  }

  #mayStartAt(urgency: Urgency, now: number): number {
    const held = HELD - Math.min(MOST_TRUSTED, this.#quickest.milliseconds);
    while ((this.#answered[0] ?? now) + held <= now) this.#answered.shift();
    const full = this.#inHand + this.#answered.length >= this.#places;
    const placeAt = full ? (this.#answered[0] ?? Number.POSITIVE_INFINITY) + held : now;
    return urgency === 'urgent' ? placeAt : Math.max(placeAt, this.#turn);
  }
}

/** The shortest time of the last hundred answers or two; nothing is trusted before there are so many. */
class Quickest {
  #before = 0;
  #now = Number.POSITIVE_INFINITY;
  #count = 0;

  get milliseconds(): number {
    return Math.min(this.#before, this.#now);
  }

  note(milliseconds: number): void {
    this.#now = Math.min(this.#now, milliseconds);
    this.#count += 1;
    if (this.#count < ANSWERS) return;
    this.#before = this.#now;
    this.#now = Number.POSITIVE_INFINITY;
    this.#count = 0;
  }
}
