import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { CREDITS } from '../commands/about.ts';
import { ConfigError, DISCORD_API, readConfig, readStoreConfig, VARIABLES } from '../src/config.ts';
import { createLog, withoutSecrets } from '../src/log.ts';

/** Made for this test; it has the form of a token and opens nothing. */
const TOKEN = ['MTAwMDAwMDAwMDAwMDAwMDAw', 'GaBcDe', 'f'.repeat(38)].join('.');

describe('readConfig', () => {
  it('has defaults for everything but the token', () => {
    expect(readConfig({ DISCORD_TOKEN: TOKEN, LOG_LEVEL: '', ARTICLES_DIR: ' ' })).toEqual({
      discord: { token: TOKEN, apiUrl: DISCORD_API },
      articlesDir: 'data/articles',
      dataDir: 'data',
      store: { file: 'data/duidu.sqlite' },
      catchUpWindow: 6 * 3_600_000,
      requestsPerSecond: 50,
      logLevel: 'info',
    });
  });

  it('takes another root for REST as it stands', () => {
    const environment = { DISCORD_TOKEN: TOKEN, DISCORD_API_URL: 'http://127.0.0.1:4000/api/' };
    expect(readConfig(environment).discord.apiUrl).toBe('http://127.0.0.1:4000/api');
  });

  it('keeps its data in PostgreSQL where it is told to', () => {
    const url = 'postgres://duidu@localhost:5432/duidu';
    expect(readStoreConfig({ DATABASE_URL: url })).toEqual({ store: { url }, dataDir: 'data' });
    expect(() => readStoreConfig({ DATABASE_URL: 'mysql://x' })).toThrow('must be a PostgreSQL');
  });

  it.each([
    ['CATCH_UP_HOURS', '24', 'hours from 0 to 23'],
    ['CATCH_UP_HOURS', 'six', 'hours from 0 to 23'],
    ['REQUESTS_PER_SECOND', '51', 'from 1 to 50'],
  ])('refuses %s=%s', (name, value, what) => {
    expect(() => readConfig({ DISCORD_TOKEN: TOKEN, [name]: value })).toThrow(what);
  });

  it('tells all problems together', () => {
    const read = () => readConfig({ LOG_LEVEL: 'loud', DISCORD_API_URL: 'discord' });
    expect(read).toThrow(ConfigError);
    expect(read).toThrow(
      /DISCORD_TOKEN is missing[\s\S]*DISCORD_API_URL must[\s\S]*LOG_LEVEL must/,
    );
  });

  it.each([
    ['Bot abc', 'leave that word out'],
    ['a b', 'white space'],
    ['  ', 'is empty'],
  ])('explains the token "%s"', (token, what) => {
    expect(() => readConfig({ DISCORD_TOKEN: token })).toThrow(what);
  });

  it('is listed in .env.example, every variable with a comment', async () => {
    const lines = (await readFile('.env.example', 'utf8')).split('\n');
    const listed = lines.flatMap((line) => /^([A-Z_]+)=/.exec(line)?.[1] ?? []);
    expect(listed).toEqual(VARIABLES);
    for (const [index, line] of lines.entries()) {
      if (/^[A-Z_]+=/.test(line)) expect(lines[index - 1]).toMatch(/^# /);
    }
  });
});

describe('createLog', () => {
  const INTERACTION = ['aW50ZXJhY3Rpb246', 'MTIzNDU2Nzg5'.repeat(4)].join('');

  function logged(isTTY: boolean) {
    const lines: string[] = [];
    const target = { isTTY, write: (line: string) => lines.push(line) };
    const log = createLog(
      { logLevel: 'info', discord: { token: 'short-token', apiUrl: '' } },
      target,
    );
    const url = `https://discord.com/api/v10/webhooks/1/${INTERACTION}/messages/@original`;
    log.info({ token: TOKEN, nested: { url, own: 'short-token' } }, `said ${TOKEN}`);
    log.error({ err: new Error(`refused short-token at ${url}`) }, 'bug');
    log.debug('not shown');
    return lines.join('');
  }

  it.each([
    ['JSON', false],
    ['readable lines', true],
  ])('never carries a secret out: %s', (_, isTTY) => {
    const text = logged(isTTY);
    expect(text).not.toContain(TOKEN);
    expect(text).not.toContain('short-token');
    expect(text).not.toContain(INTERACTION);
    expect(text).toContain('[secret]');
    expect(text).not.toContain('not shown');
  });

  it('writes JSON where nobody watches', () => {
    const lines = logged(false).trim().split('\n');
    expect(lines.map((line) => Object.keys(JSON.parse(line)))).toEqual([
      expect.arrayContaining(['level', 'time', 'msg', 'nested']),
      expect.arrayContaining(['level', 'time', 'msg', 'err']),
    ]);
  });

  it('leaves harmless text alone', () => {
    const text = 'https://example.org/a.b.c 1.2.3 two-names-of-tea 對讀';
    expect(withoutSecrets(text, [])).toBe(text);
  });
});

describe('credits', () => {
  it('name every package that runs in the bot, with its licence', async () => {
    const { dependencies } = JSON.parse(await readFile('package.json', 'utf8'));
    expect(CREDITS.map(({ name }) => name).toSorted()).toEqual(
      Object.keys(dependencies).toSorted(),
    );
    for (const { name, licence } of CREDITS) {
      const file = await readFile(`node_modules/${name}/package.json`, 'utf8');
      expect(licence.split(', ')).toEqual(JSON.parse(file).license.split(' AND '));
    }
  });
});
