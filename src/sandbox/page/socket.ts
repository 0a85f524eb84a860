import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import { NoResponse } from '../exchange.ts';
import { isLocal } from '../rest/local-only.ts';
import type { Sandbox } from '../sandbox.ts';
import type { KeptBot } from './bot-keeper.ts';
import { exchangeView } from './exchange-view.ts';
import { FaultSwitches } from './fault-switches.ts';
import { numberedAskSchema, type Told } from './protocol.ts';
import { viewOf } from './view.ts';
import { Visitor } from './visitor.ts';

const PATH = '/page';
const FIRST_EXCHANGES = 300;
/** A reader's file of 10 MB in base64, and something around it. */
const MAX_BYTES = 15 * 1024 * 1024;
/** What happens at once is shown at once: a command makes a handful of changes. */
const TOGETHER_MS = 15;
/** A bot that ends or connects makes no exchange; the page is to know soon all the same. */
const LOOK_AGAIN_MS = 400;

/** Whether the page itself opens the socket: its origin is the very address that it is asked at. */
function isOwnPage({ headers }: IncomingMessage): boolean {
  const { host, origin } = headers;
  return isLocal(host, origin) && origin === `http://${host}`;
}

/** The sockets of the page: each visitor is told what changes, and asks for what they do. */
export class PageSockets {
  readonly #sandbox: Sandbox;
  readonly #bot: KeptBot;
  readonly #faults: FaultSwitches;
  readonly #server = new WebSocketServer({ noServer: true, maxPayload: MAX_BYTES });

  constructor(sandbox: Sandbox, bot: KeptBot) {
    this.#sandbox = sandbox;
    this.#bot = bot;
    this.#faults = new FaultSwitches(sandbox);
  }

  /** Takes an upgrade that is meant for the page; false for any other. */
  upgrade(request: IncomingMessage, socket: Duplex, head: Buffer): boolean {
    if (request.url !== PATH) return false;
    if (isOwnPage(request)) {
      this.#server.handleUpgrade(request, socket, head, (opened) => this.#welcome(opened));
    } else {
      socket.end('HTTP/1.1 403 Forbidden\r\n\r\n');
    }
    return true;
  }

  close(): void {
    for (const socket of this.#server.clients) socket.terminate();
    this.#server.close();
  }

  #welcome(socket: WebSocket): void {
    const sandbox = this.#sandbox;
    const visitor = new Visitor(sandbox, this.#bot, this.#faults);
    const tell = (told: Told) => socket.send(JSON.stringify(told));
    let last = '';
    const show = () => {
      const { actor, locale } = visitor;
      const faults = this.#faults.view(actor.channel.id);
      const view = viewOf(sandbox, actor, { locale, bot: this.#bot.state, faults });
      const text = JSON.stringify({ tell: 'view', view } satisfies Told);
      if (text !== last) socket.send(text);
      last = text;
    };
    let soon: NodeJS.Timeout | undefined;
    const showSoon = () => {
      soon ??= setTimeout(() => {
        soon = undefined;
        show();
      }, TOGETHER_MS);
    };
    const again = setInterval(show, LOOK_AGAIN_MS);
    const stops = [
      sandbox.world.on(showSoon),
      sandbox.on((traffic) => {
        tell({ tell: 'exchanges', exchanges: [exchangeView(traffic)] });
        showSoon();
      }),
      () => clearTimeout(soon),
      () => clearInterval(again),
    ];
    socket.on('close', () => {
      for (const stop of stops) stop();
    });
    socket.on('message', (data) => {
      void hear(visitor, String(data), (told) => {
        show();
        tell(told);
      });
    });
    const exchanges = sandbox.exchanges.slice(-FIRST_EXCHANGES).map(exchangeView);
    tell({ tell: 'exchanges', exchanges });
    show();
  }
}

/** Answers one ask: a bad one and one that cannot be done with its reason. */
async function hear(visitor: Visitor, text: string, tell: (told: Told) => void): Promise<void> {
  const read = numberedAskSchema.safeParse(parsed(text));
  if (!read.success) return;
  const { number, ask } = read.data;
  try {
    tell({ tell: 'answer', number, ok: true, answer: await visitor.act(ask) });
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    const unsent = !(error instanceof NoResponse);
    tell({ tell: 'answer', number, ok: false, error: reason, unsent });
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
