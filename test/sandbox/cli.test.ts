import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { runSandboxCommand } from '../../src/sandbox/cli.ts';

/** Runs `npm run sandbox -- ARGS` with `typed` on the keyboard. */
async function run(args: readonly string[], typed: readonly string[] = []) {
  const said: string[] = [];
  const code = await runSandboxCommand(args, {
    input: Readable.from(typed.map((line) => `${line}\n`)),
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

  it('takes commands and buttons from the keyboard', async () => {
    const { code, said } = await run(
      ['--locale', 'en-US'],
      ['Next', '/paragraph number:3', 'Next', 'as Mo', 'Next', '', 'as Nobody', '/random article:'],
    );
    expect(code).toBe(0);
    expect(said).toContain('There is no message with buttons yet.');
    expect(said).toContain('4 / 26');
    expect(said).toContain('You are Mo now.');
    expect(said).toContain('only you can see this');
    expect(said).toContain('Nobody');
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
