import { setTimeout as wait } from 'node:timers/promises';
import type { HttpBindings } from '@hono/node-server';
import { RESPONSE_ALREADY_SENT } from '@hono/node-server/utils/response';
import { type Context, Hono } from 'hono';
import { DiscordError, refusal } from '../errors.ts';
import type { Faults } from '../faults.ts';
import type { Traffic, TrafficLog } from '../traffic.ts';
import { applicationRoutes } from './application-routes.ts';
import { parseBody } from './body.ts';
import { callbackRoutes } from './callback-routes.ts';
import { channelRoutes } from './channel-routes.ts';
import { commandRoutes } from './command-routes.ts';
import { gatewayRoutes } from './gateway-routes.ts';
import { messageRoutes } from './message-routes.ts';
import { RateLimit, rateLimited } from './rate-limit.ts';
import { reactionRoutes } from './reaction-routes.ts';
import type { Answer, Discord, Route } from './route.ts';
import { threadRoutes } from './thread-routes.ts';
import { webhookRoutes } from './webhook-routes.ts';

/** More exact paths stand before those with parameters in the same place. */
const ROUTES: readonly Route[] = [
  ...gatewayRoutes,
  ...applicationRoutes,
  ...commandRoutes,
  ...callbackRoutes,
  ...webhookRoutes,
  ...reactionRoutes,
  ...threadRoutes,
  ...messageRoutes,
  ...channelRoutes,
];

const ROOTS = ['/api/v10', '/api'];

export interface ApiParts {
  discord: Discord;
  exchanges: TrafficLog;
  faults: Faults;
  token: string;
  /** Requests a second in all. */
  globalLimit: number;
  log: (line: string) => void;
}

type Env = { Bindings: HttpBindings };
type Call = Context<Env>;

/** Discord's REST API on the sandbox's world. */
export function restApi(parts: ApiParts): Hono<Env> {
  const app = new Hono<Env>();
  const limit = new RateLimit(parts.globalLimit);
  for (const route of ROUTES) {
    for (const root of ROOTS) {
      app.on(route.method, root + route.path, (call) => handle(parts, limit, call, route));
    }
  }
  for (const { path } of ROUTES) {
    for (const root of ROOTS) {
      app.all(root + path, (call) => refuseUnrouted(parts, call, refusal.methodNotAllowed()));
    }
  }
  app.all('/api/*', (call) => refuseUnrouted(parts, call, refusal.notFound()));
  return app;
}

const nameOf = (call: Call) =>
  `${call.req.method} ${decodeURIComponent(call.req.path.replace(/^\/api(\/v\d+)?/, ''))}`;

/** A call that no route takes is noted too: the bot uses something that the sandbox has not got. */
function refuseUnrouted(parts: ApiParts, call: Call, error: DiscordError): Response {
  const name = nameOf(call);
  const traffic = parts.exchanges.add({ kind: 'rest', from: 'bot', name, sent: undefined });
  return finish(parts, traffic, performance.now(), refused(traffic, error));
}

async function handle(parts: ApiParts, limit: RateLimit, call: Call, route: Route) {
  const { faults, exchanges, discord } = parts;
  const name = nameOf(call);
  const started = performance.now();
  const interactionId =
    call.req.param('interaction_id') ?? ofToken(discord, call.req.param('token'));
  const traffic = exchanges.add({
    kind: 'rest',
    from: 'bot',
    name,
    sent: undefined,
    interactionId,
  });
  const slow = faults.take('latency', name);
  if (slow?.milliseconds) await wait(slow.milliseconds);
  if (faults.take('drop before', name)) return cut(parts, traffic, call);
  const early = stopped(parts, limit, route, name, traffic);
  if (early) return finish(parts, traffic, started, early);
  const answer = await attempt(parts, call, route, traffic);
  if (faults.take('drop after', name)) return cut(parts, traffic, call);
  return finish(parts, traffic, started, answer);
}

function ofToken({ interactions }: Discord, token: string | undefined): string | null {
  return (token && interactions.byToken(token)?.payload.id) || null;
}

function cut({ exchanges }: ApiParts, traffic: Traffic, call: Call): Response {
  call.env.outgoing.destroy();
  exchanges.tell(traffic);
  return RESPONSE_ALREADY_SENT;
}

/** What stops a call before its route: a fault, or the global rate limit. */
function stopped(
  { faults }: ApiParts,
  limit: RateLimit,
  route: Route,
  name: string,
  traffic: Traffic,
): Response | null {
  const fault = faults.take('status', name);
  if (fault?.status === 429) return limited(traffic, fault.retryAfter ?? 1, 'user');
  if (fault?.status) {
    return refused(
      traffic,
      new DiscordError(fault.status, 0, `${fault.status}: Fault of the sandbox`),
    );
  }
  const seconds = route.unlimited ? null : limit.take(performance.now());
  return seconds === null ? null : limited(traffic, seconds, 'global');
}

function limited(traffic: Traffic, seconds: number, scope: 'global' | 'user'): Response {
  const message = 'You are being rate limited.';
  const body = { message, retry_after: seconds, global: scope === 'global' };
  traffic.refusal = { status: 429, code: 0, message, body, call: traffic.name };
  traffic.answered = body;
  return rateLimited(seconds, scope);
}

function refused(traffic: Traffic, error: DiscordError): Response {
  const body = error.body();
  const { status, code, message } = error;
  traffic.refusal = { status, code, message, body, call: traffic.name };
  traffic.answered = body;
  return Response.json(body, { status });
}

async function attempt(
  parts: ApiParts,
  call: Call,
  route: Route,
  traffic: Traffic,
): Promise<Response> {
  try {
    authorize(parts, call, route);
    const { body, files } = await parseBody(call.req.raw);
    traffic.sent = files.length ? { body, files: files.map(({ filename }) => filename) } : body;
    const params = call.req.param();
    const query = new URL(call.req.url).searchParams;
    return answered(traffic, await route.run({ params, query, body, files }, parts.discord));
  } catch (error) {
    if (error instanceof DiscordError) return refused(traffic, error);
    parts.log(
      `The sandbox failed at ${traffic.name}: ${error instanceof Error ? error.stack : error}`,
    );
    return refused(traffic, new DiscordError(500, 0, '500: Internal Server Error'));
  }
}

function authorize({ token }: ApiParts, call: Call, route: Route): void {
  const given = call.req.header('authorization');
  if (route.access === 'open' && given === undefined) return;
  if (given !== `Bot ${token}`) throw refusal.unauthorized();
}

function answered(traffic: Traffic, { status, body }: Answer): Response {
  // What was answered is kept as it was: the world goes on changing.
  const text = body === undefined ? null : JSON.stringify(body);
  traffic.answered = text === null ? null : JSON.parse(text);
  const headers = { 'Content-Type': 'application/json' };
  return new Response(text, { status, ...(text !== null && { headers }) });
}

function finish(
  { exchanges }: ApiParts,
  traffic: Traffic,
  started: number,
  response: Response,
): Response {
  traffic.milliseconds = performance.now() - started;
  traffic.status = response.status;
  exchanges.tell(traffic);
  return response;
}
