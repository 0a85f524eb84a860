import type { MiddlewareHandler } from 'hono';

const LOCAL = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/;

/** Whether a request's Host and Origin are this machine: a foreign page must not drive the sandbox. */
export function isLocal(host: string | undefined, origin: string | undefined): boolean {
  if (!host || !LOCAL.test(host)) return false;
  return origin === undefined || LOCAL.test(origin.replace(/^https?:\/\//, ''));
}

/** Refuses with 403 what a foreign web page sent, also by a name that was rebound to loopback. */
export const localOnly: MiddlewareHandler = async (call, next) => {
  if (isLocal(call.req.header('host'), call.req.header('origin'))) return next();
  return call.json({ message: 'The sandbox answers this machine only.', code: 0 }, 403);
};
