import { type Logger, pino } from 'pino';
import pretty from 'pino-pretty';
import type { Config } from './config.ts';

export type Log = Logger;

/** What a line of the log is written to; process.stdout is one. */
export interface LogTarget {
  write(text: string): unknown;
  readonly isTTY?: boolean;
}

/** Tokens of bots, and those of interactions and webhooks as they stand in Discord's addresses. */
const SECRETS = [
  /[\w-]{20,}\.[\w-]{5,10}\.[\w-]{20,}/g,
  /(?<=\/(?:interactions|webhooks)\/\d+\/)[\w.-]+/g,
  /aW50ZXJhY3Rpb246[\w=-]+/g,
];

/** `text` without the secrets in `known` and without anything that looks like one. */
export function withoutSecrets(text: string, known: readonly string[]): string {
  const clean = known.reduce((rest, secret) => rest.replaceAll(secret, '[secret]'), text);
  return SECRETS.reduce((rest, secret) => rest.replaceAll(secret, '[secret]'), clean);
}

/**
 * A logger that writes JSON lines, or readable ones to a terminal. Every line passes through
 * `withoutSecrets` last, so that no field, message or stack can carry the token out.
 */
export function createLog(
  { logLevel, discord }: Pick<Config, 'logLevel' | 'discord'>,
  target: LogTarget = process.stdout,
): Log {
  const readable = target.isTTY
    ? pretty.prettyFactory({ colorize: true, ignore: 'pid,hostname', translateTime: 'HH:MM:ss' })
    : null;
  const write = (line: string) => {
    const clean = withoutSecrets(line, [discord.token]);
    target.write(readable ? String(readable(clean)) : clean);
  };
  return pino({ level: logLevel, base: null }, { write });
}
