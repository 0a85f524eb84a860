/** Where the time comes from: the machine, or the sandbox, whose time a visitor can set. */
export interface Clock {
  /** Milliseconds since 1970. */
  now(): number;
  /** Calls back whenever the clock was set to another time; gives a function that ends it. */
  onSet(listener: () => void): () => void;
}

/** The machine's own clock. Nobody sets it on purpose, so it never calls back. */
export const systemClock: Clock = { now: Date.now, onSet: () => () => {} };

/** A clock that can be set: it runs as fast as `base`, ahead of it by `offset` milliseconds. */
export class SettableClock implements Clock {
  readonly #base: () => number;
  readonly #listeners = new Set<() => void>();
  #offset: number;

  constructor(offset = 0, base: () => number = Date.now) {
    this.#offset = offset;
    this.#base = base;
  }

  now(): number {
    return this.#base() + this.#offset;
  }

  get offset(): number {
    return this.#offset;
  }

  /** Sets the clock to `instant`, in milliseconds since 1970. */
  set(instant: number): void {
    this.setOffset(instant - this.#base());
  }

  /** Moves the clock by `milliseconds`, forward or back. */
  advance(milliseconds: number): void {
    this.setOffset(this.#offset + milliseconds);
  }

  setOffset(offset: number): void {
    this.#offset = offset;
    for (const listener of [...this.#listeners]) listener();
  }

  onSet(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }
}
