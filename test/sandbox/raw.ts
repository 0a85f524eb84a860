import { WebSocket } from 'ws';
import * as z from 'zod';
import type { Sandbox } from '../../src/sandbox/sandbox.ts';

const answerSchema = z.looseObject({});

export interface RawAnswer {
  status: number;
  headers: Headers;
  body: Record<string, unknown>;
}

/** A REST call with nothing between: what Discord's clients do underneath. */
export async function call(
  { apiUrl, token }: Sandbox,
  line: string,
  body?: unknown,
  headers: Record<string, string> = {},
): Promise<RawAnswer> {
  const [method = 'GET', path = ''] = line.split(' ');
  const isForm = body instanceof FormData;
  const response = await fetch(`${apiUrl}/v10${path}`, {
    method,
    headers: {
      Authorization: `Bot ${token}`,
      ...(body !== undefined && !isForm && { 'Content-Type': 'application/json' }),
      ...headers,
    },
    ...(body !== undefined && { body: isForm ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  const parsed: unknown = text === '' ? {} : JSON.parse(text);
  const json = Array.isArray(parsed) ? { list: parsed } : answerSchema.parse(parsed);
  return { status: response.status, headers: response.headers, body: json };
}

const frameSchema = z.looseObject({
  op: z.number(),
  t: z.string().nullish(),
  s: z.number().nullish(),
  d: z.unknown(),
});
export type Frame = z.infer<typeof frameSchema>;

/** A gateway connection that keeps every frame, for tests of the protocol itself. */
export class RawGateway {
  readonly frames: Frame[] = [];
  readonly socket: WebSocket;
  closeCode: number | null = null;
  readonly #watchers = new Set<() => void>();

  constructor(url: string, headers: Record<string, string> = {}) {
    this.socket = new WebSocket(url, { headers });
    this.socket.on('message', (data) => {
      this.frames.push(frameSchema.parse(JSON.parse(data.toString())));
      this.#look();
    });
    this.socket.on('close', (code) => {
      this.closeCode = code;
      this.#look();
    });
    this.socket.on('error', () => this.#look());
  }

  static async connect(sandbox: Sandbox): Promise<RawGateway> {
    const gateway = new RawGateway(
      `${sandbox.url.replace('http', 'ws')}/gateway/?v=10&encoding=json`,
    );
    await gateway.frame(({ op }) => op === 10);
    return gateway;
  }

  /** Connects and identifies. Default intents: guilds, guild messages, direct messages. */
  static async identified(
    sandbox: Sandbox,
    intents = 1 | (1 << 9) | (1 << 12),
  ): Promise<RawGateway> {
    const gateway = await RawGateway.connect(sandbox);
    gateway.send(2, { token: sandbox.token, intents, properties: {} });
    await gateway.event('READY');
    return gateway;
  }

  send(op: number, d: unknown): void {
    this.socket.send(JSON.stringify({ op, d }));
  }

  #look(): void {
    for (const watcher of this.#watchers) watcher();
  }

  async #until<Found>(find: () => Found | null | undefined): Promise<Found> {
    const { promise, resolve, reject } = Promise.withResolvers<Found>();
    const look = () => {
      const found = find();
      if (found !== null && found !== undefined) resolve(found);
    };
    this.#watchers.add(look);
    const timer = setTimeout(() => reject(new Error('The frame never came.')), 5000);
    look();
    try {
      return await promise;
    } finally {
      clearTimeout(timer);
      this.#watchers.delete(look);
    }
  }

  frame(matches: (frame: Frame) => boolean): Promise<Frame> {
    return this.#until(() => this.frames.find(matches));
  }

  async event(name: string): Promise<Record<string, unknown>> {
    const { d } = await this.frame(({ t }) => t === name);
    return answerSchema.parse(d);
  }

  closed(): Promise<number> {
    return this.#until(() => this.closeCode);
  }

  get sequence(): number {
    return Math.max(0, ...this.frames.map(({ s }) => s ?? 0));
  }
}
