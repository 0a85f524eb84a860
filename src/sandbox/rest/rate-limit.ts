const WINDOW_MS = 1000;

/**
 * Discord's global limit, counted on real time: a sliding second of 50 requests, the refused ones not
 * counted. Returns the seconds to wait, or null when the request may pass.
 */
export class RateLimit {
  readonly #limit: number;
  #passed: number[] = [];

  constructor(limit: number) {
    this.#limit = limit;
  }

  take(now: number): number | null {
    this.#passed = this.#passed.filter((at) => now - at < WINDOW_MS);
    const oldest = this.#passed[0];
    if (this.#passed.length < this.#limit || oldest === undefined) {
      this.#passed.push(now);
      return null;
    }
    return Math.max(1, Math.ceil(WINDOW_MS - (now - oldest))) / 1000;
  }
}

/** The 429 of Discord: the wait in the body and in its headers. */
export function rateLimited(seconds: number, scope: 'global' | 'user'): Response {
  const body = {
    message: 'You are being rate limited.',
    retry_after: seconds,
    global: scope === 'global',
  };
  const headers: Record<string, string> = {
    'Retry-After': String(Math.ceil(seconds)),
    'X-RateLimit-Scope': scope,
    'X-RateLimit-Limit': scope === 'global' ? '50' : '5',
    'X-RateLimit-Remaining': '0',
    'X-RateLimit-Reset': (Date.now() / 1000 + seconds).toFixed(3),
    'X-RateLimit-Reset-After': seconds.toFixed(3),
  };
  if (scope === 'global') headers['X-RateLimit-Global'] = 'true';
  return Response.json(body, { status: 429, headers });
}
