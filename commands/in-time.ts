import { setTimeout as after } from 'node:timers/promises';
import type { Reply, Written } from './command.ts';

/** Discord waits three seconds for an answer; a dictionary that is being written takes longer. */
const PATIENCE = 1_500;

/** What `work` gives, or null where it is not there in time or at all. */
export function inTime<Result>(work: () => Promise<Result>): Promise<Result | null> {
  return soon(work().catch(() => null));
}

/**
 * What `work` gives, at once where it is there in time; else when it is ready, and the reader sees
 * meanwhile that the bot is at work. What comes late is a new private message.
 */
export async function soonOrLater(work: () => Promise<Written>): Promise<Reply> {
  const working = work();
  const reply = await soon(working);
  // Until somebody waits for it again it may fail: that is told then, and is no stray rejection.
  working.catch(() => {});
  return reply ?? { kind: 'later', private: true, work: () => working };
}

async function soon<Result>(working: Promise<Result>): Promise<Result | null> {
  const late = new AbortController();
  const waiting = after(PATIENCE, null, { signal: late.signal, ref: false }).catch(() => null);
  try {
    return await Promise.race([working, waiting]);
  } finally {
    late.abort();
  }
}
