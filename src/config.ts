import { z } from 'zod';

/** Where Discord's REST API lives unless the environment says otherwise. */
export const DISCORD_API = 'https://discord.com/api';

const optionalText = z
  .string()
  .trim()
  .transform((value) => (value === '' ? undefined : value))
  .optional();

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
  DATA_DIR: optionalText.pipe(z.string().default('data')),
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
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'silent';
}

/** The environment cannot be used as it is: the message tells all its problems, one a line. */
export class ConfigError extends Error {}

/** Reads the configuration from `environment`. Throws a ConfigError that names every problem. */
export function readConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const parsed = variables.safeParse(environment);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(
      (issue) => `  ${issue.path.join('.')} ${issue.message}`,
    );
    throw new ConfigError(
      ['The configuration is not complete (see .env.example):', ...problems].join('\n'),
    );
  }
  const { DISCORD_TOKEN, DISCORD_API_URL, ARTICLES_DIR, DATA_DIR, LOG_LEVEL } = parsed.data;
  return {
    discord: { token: DISCORD_TOKEN, apiUrl: DISCORD_API_URL },
    articlesDir: ARTICLES_DIR,
    dataDir: DATA_DIR,
    logLevel: LOG_LEVEL,
  };
}
