import { ok, type Route } from './route.ts';

const LIMIT = { total: 1000, remaining: 1000, reset_after: 86_400_000, max_concurrency: 1 };

/** Where the gateway is. */
export const gatewayRoutes: readonly Route[] = [
  {
    method: 'GET',
    path: '/gateway',
    access: 'open',
    run: (_, discord) => ok({ url: discord.gatewayUrl() }),
  },
  {
    method: 'GET',
    path: '/gateway/bot',
    access: 'bot',
    run: (_, { gatewayUrl, shards }) =>
      ok({ url: gatewayUrl(), shards, session_start_limit: LIMIT }),
  },
];
