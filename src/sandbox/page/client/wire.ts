import type { Answer, AskGiven, Told } from '../protocol.ts';

/** What the sandbox would not do, in its own words. */
export class Refused extends Error {
  /** Whether Discord's client would have stopped it: it never came to the bot. */
  readonly unsent: boolean;

  constructor(message: string, unsent = false) {
    super(message);
    this.unsent = unsent;
  }
}

const AGAIN_MS = 500;

export interface Wire {
  /** Asks the sandbox for something; rejects with `Refused` and the reason. */
  ask(ask: AskGiven): Promise<Answer>;
}

export interface WireEvents {
  opened(): void;
  told(told: Exclude<Told, { tell: 'answer' }>): void;
  lost(): void;
}

/** The one socket to the sandbox. When it breaks it is opened again; what was asked is refused. */
export function openWire(events: WireEvents): Wire {
  const waiting = new Map<number, PromiseWithResolvers<Answer>>();
  let socket: WebSocket | null = null;
  let number = 0;

  const hear = (told: Told) => {
    if (told.tell !== 'answer') return events.told(told);
    const asked = waiting.get(told.number);
    waiting.delete(told.number);
    if (told.ok) asked?.resolve(told.answer);
    else asked?.reject(new Refused(told.error, told.unsent));
  };
  const connect = () => {
    const opened = new WebSocket(`ws://${location.host}/page`);
    opened.onopen = () => {
      socket = opened;
      events.opened();
    };
    opened.onmessage = ({ data }) => hear(JSON.parse(String(data)));
    opened.onclose = () => {
      socket = null;
      for (const { reject } of waiting.values()) reject(new Refused('The sandbox is gone.'));
      waiting.clear();
      events.lost();
      setTimeout(connect, AGAIN_MS);
    };
  };
  connect();

  return {
    ask(ask) {
      if (!socket) return Promise.reject(new Refused('The sandbox is not connected.'));
      number += 1;
      const asked = Promise.withResolvers<Answer>();
      waiting.set(number, asked);
      socket.send(JSON.stringify({ number, ask }));
      return asked.promise;
    },
  };
}
