import path from 'node:path';
import { z } from 'zod';

/** Where Discord's REST API lives unless the environment says otherwise. */
export const DISCORD_API = 'https://discord.com/api';

const optionalText = z
  .string()
  .trim()
  .transform((value) => (value === '' ? undefined : value))
  .optional();

const numberBetween = (least: number, most: number, error: string) =>
  z.string().transform(Number).pipe(z.number(error).min(least, error).max(most, error));

const storeVariables = z.object({
  DATA_DIR: optionalText.pipe(z.string().default('data')),
  DATABASE_URL: optionalText.pipe(
    z
      .url({
        protocol: /^postgres(?:ql)?$/,
        error: 'must be a PostgreSQL address such as postgres://duidu:secret@localhost:5432/duidu',
      })
      .optional(),
  ),
});

const variables = z.object({
  DISCORD_TOKEN: z
    .string('is missing: copy the bot’s token from the Discord Developer Portal, page Bot')
    .trim()
    .min(1, 'is empty: copy the bot’s token from the Discord Developer Portal, page Bot')
    .refine((value) => !/\s/.test(value), 'has white space in it: copy the token again, alone')
    .refine(
      (value) => !/^(?:Bot|Bearer)\b/i.test(value),
      'starts with "Bot": leave that word out, the token alone is needed',
    ),
  DISCORD_API_URL: optionalText.pipe(
    z
      .url({
        protocol: /^https?$/,
        error: 'must be a web address such as http://127.0.0.1:4000/api',
      })
      .transform((url) => url.replace(/\/+$/, ''))
      .default(DISCORD_API),
  ),
  ARTICLES_DIR: optionalText.pipe(z.string().default('data/articles')),
  ...storeVariables.shape,
  CATCH_UP_HOURS: optionalText.pipe(
    numberBetween(0, 23, 'must be hours from 0 to 23, such as 6').default(6),
  ),
  REQUESTS_PER_SECOND: optionalText.pipe(
    numberBetween(1, 50, 'must be a number from 1 to 50').default(50),
  ),
  LOG_LEVEL: optionalText.pipe(
    z
      .enum(
        ['trace', 'debug', 'info', 'warn', 'error', 'silent'],
        'must be one of trace, debug, info, warn, error, silent',
      )
      .default('info'),
  ),
});

/** The names of all variables that the bot reads; .env.example lists the same. */
export const VARIABLES = Object.keys(variables.shape);

export interface Config {
  readonly discord: { readonly token: string; readonly apiUrl: string };
  readonly articlesDir: string;
  readonly dataDir: string;
  readonly store: StoreConfig;
  /** How late a daily post may still come, in milliseconds. */
  readonly catchUpWindow: number;
  /** What this process may send to Discord in a second. */
  readonly requestsPerSecond: number;
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

/** Where the bot keeps its data: a PostgreSQL database, or a file of SQLite. */
export type StoreConfig = { readonly url: string } | { readonly file: string };

/** The environment cannot be used as it is: the message tells all its problems, one a line. */
export class ConfigError extends Error {}

/** Reads the configuration from `environment`. Throws a ConfigError that names every problem. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const settings = parsed(variables, environment);
  return {
    discord: { token: settings.DISCORD_TOKEN, apiUrl: settings.DISCORD_API_URL },
    articlesDir: settings.ARTICLES_DIR,
    dataDir: settings.DATA_DIR,
    store: storeOf(settings),
    catchUpWindow: settings.CATCH_UP_HOURS * 3_600_000,
    requestsPerSecond: settings.REQUESTS_PER_SECOND,
    logLevel: settings.LOG_LEVEL,
  };
}

/** What of the configuration concerns the store, for a program that needs no token. */
export function readStoreConfig(
  environment: Readonly<Record<string, string | undefined>>,
): Pick<Config, 'store' | 'dataDir'> {
  const settings = parsed(storeVariables, environment);
  return { store: storeOf(settings), dataDir: settings.DATA_DIR };
}

function storeOf({ DATA_DIR, DATABASE_URL }: z.infer<typeof storeVariables>): StoreConfig {
  return DATABASE_URL === undefined
    ? { file: path.join(DATA_DIR, 'duidu.sqlite') }
    : { url: DATABASE_URL };
}

function parsed<Settings>(
  shape: z.ZodType<Settings>,
  environment: Readonly<Record<string, string | undefined>>,
): Settings {
  const result = shape.safeParse(environment);
  if (result.success) return result.data;
  const problems = result.error.issues.map((issue) => `  ${issue.path.join('.')} ${issue.message}`);
  throw new ConfigError(
    ['The configuration is not complete (see .env.example):', ...problems].join('\n'),
  );
}
