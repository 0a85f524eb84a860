import { render } from 'lit';
import type { Answer, AskGiven, Told } from '../protocol.ts';
import { type Block, parseMarkdown } from '../text/markdown.ts';
import { shell } from './shell.ts';
import { firstState, type Note, type State } from './state.ts';
import { Stick } from './stick.ts';
import { openWire, Refused, type Wire } from './wire.ts';
import { type PageWords, wordsOf } from './words.ts';

/** Texts whose blocks are remembered. */
const PARSED = 1000;

/** The page: its state, how it changes, and how it asks the sandbox. Views get it and give templates. */
export class Page {
  readonly state: State = firstState();
  readonly stick = new Stick();
  readonly #wire: Wire;
  readonly #parsed = new Map<string, Block[]>();
  #planned = false;
  #focus: string | null = null;
  #notes = 0;

  constructor() {
    this.#wire = openWire({
      opened: () => this.#opened(),
      told: (told) => this.#told(told),
      lost: () => this.change({ connected: false }),
    });
    // Relative times and the clock go on by themselves.
    setInterval(() => this.draw(), 1000);
  }

  get words(): PageWords {
    return wordsOf(this.state.view?.locale ?? 'en-US');
  }

  /** The sandbox's time. */
  get now(): number {
    return Date.now() + (this.state.view?.clockOffset ?? 0);
  }

  /** A text's blocks, read once: everything is drawn again at every key. */
  parsed(text: string): Block[] {
    const known = this.#parsed.get(text) ?? parseMarkdown(text);
    if (this.#parsed.size > PARSED) this.#parsed.clear();
    this.#parsed.set(text, known);
    return known;
  }

  change(changes: Partial<State>): void {
    Object.assign(this.state, changes);
    this.draw();
  }

  /** Puts the keyboard where a view has drawn an element of this id. */
  focus(id: string): void {
    this.focusOn(`#${CSS.escape(id)}`);
  }

  /** The same by a selector. */
  focusOn(selector: string): void {
    this.#focus = selector;
    this.draw();
  }

  draw(): void {
    if (this.#planned) return;
    this.#planned = true;
    queueMicrotask(() => {
      this.#planned = false;
      document.documentElement.dataset.theme = this.state.theme;
      document.documentElement.lang = this.state.view?.locale ?? 'en';
      render(shell(this), document.body);
      if (this.#focus !== null) document.querySelector<HTMLElement>(this.#focus)?.focus();
      this.#focus = null;
    });
  }

  /** Asks; what is refused becomes a note where the visitor looks. Gives null then. */
  async ask(ask: AskGiven): Promise<Answer | null> {
    try {
      return this.#opensModal(await this.#wire.ask(ask));
    } catch (error) {
      this.note(error instanceof Refused ? error.message : String(error));
      return null;
    }
  }

  /** Asks; rejects with the reason, for whoever shows it in a place of their own. */
  async askOrThrow(ask: AskGiven): Promise<Answer> {
    return this.#opensModal(await this.#wire.ask(ask));
  }

  #opensModal(answer: Answer): Answer {
    if (answer.modal) {
      this.change({ modal: { ...answer.modal, problem: null } });
      this.focusOn('.modal :is(textarea, input, select)');
    }
    return answer;
  }

  note(text: string): void {
    const { view, notes } = this.state;
    if (!view) return;
    this.#notes += 1;
    const note: Note = { id: this.#notes, channel: view.channel.id, person: view.me.id, text };
    this.change({ notes: [...notes, note] });
  }

  #opened(): void {
    const { view } = this.state;
    this.change({ connected: true, exchanges: new Map() });
    if (!view) return;
    // After a break the socket is a new one, which does not know where the visitor was.
    const { me, locale, channel } = view;
    const place = channel.kind === 'dm' ? 'DM' : channel.id;
    void this.ask({ do: 'look', person: me.id, locale, channel: place });
  }

  #told(told: Exclude<Told, { tell: 'answer' }>): void {
    if (told.tell === 'view') {
      const moved = told.view.channel.id !== this.state.view?.channel.id;
      this.change({ view: told.view });
      if (moved) this.stick.toEnd();
      return;
    }
    for (const exchange of told.exchanges) this.state.exchanges.set(exchange.id, exchange);
    this.draw();
  }
}
