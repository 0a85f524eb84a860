import { describe, expect, it } from 'vitest';
import { runSandboxCommand } from '../../src/sandbox/cli.ts';

/** Runs `npm run sandbox -- ARGS` to its end. */
async function run(args: readonly string[]) {
  const said: string[] = [];
  const code = await runSandboxCommand(args, {
    say: (text) => said.push(text),
    interrupted: new Promise(() => {}),
  });
  return { code, said: said.join('\n') };
}

describe('npm run sandbox', () => {
  it('sends one command and prints the reply with its buttons', async () => {
    const { code, said } = await run(['--as', 'Lin', '/paragraph number:3 language:chinese']);
    expect(said).toContain('3 / 26');
    expect(said).toContain('👁️ 看英文');
    expect(code).toBe(0);
  });

  it('without a command prints one address, and serves the page there until it is interrupted', async () => {
    const { promise: interrupted, resolve: interrupt } = Promise.withResolvers<void>();
    const { promise: address, resolve: said } = Promise.withResolvers<string>();
    const ended = runSandboxCommand([], { say: said, interrupted });
    const url = await address;
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect(await (await fetch(url)).text()).toContain('<title>Duidu sandbox</title>');
    interrupt();
    expect(await ended).toBe(0);
  });

  it.each([
    [['--help'], 0, 'Usage:'],
    [['--port', 'many'], 1, '--port must be'],
    [['--colour'], 1, '--colour'],
    [['/dance'], 1, 'dance'],
    [['--articles', 'nowhere', '/random'], 1, 'ARTICLES_DIR'],
  ])('%j', async (args, code, message) => {
    expect(await run(args)).toMatchObject({ code, said: expect.stringContaining(message) });
  });
});
