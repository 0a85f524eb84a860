/** So near to the end that the visitor is reading the newest. */
const NEAR = 60;

/** Keeps the newest message in sight, unless the visitor has scrolled up to read. */
export class Stick {
  #atEnd = true;
  #watched: Element | undefined;
  readonly #observer = new ResizeObserver(() => this.#follow());

  /** Watches the list of messages; they grow after they were drawn, when their parts come. */
  readonly watch = (list: Element | undefined): void => {
    if (list === this.#watched) return;
    this.#observer.disconnect();
    this.#watched = list;
    if (list) this.#observer.observe(list);
  };

  scrolled(box: EventTarget | null): void {
    if (!(box instanceof HTMLElement)) return;
    this.#atEnd = box.scrollHeight - box.scrollTop - box.clientHeight < NEAR;
  }

  /** Goes to the newest, in another channel for example. */
  toEnd(): void {
    this.#atEnd = true;
    this.#follow();
  }

  #follow(): void {
    const box = this.#watched?.parentElement;
    if (box && this.#atEnd) box.scrollTop = box.scrollHeight;
  }
}
