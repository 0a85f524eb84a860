import type { Client } from 'discord.js';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { printExchange } from '../../src/sandbox/print.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { tinyBot } from './tiny-bot.ts';

let sandbox: Sandbox;
let bot: Client<true>;

beforeAll(async () => {
  sandbox = await startSandbox({ patience: 1000 });
  bot = await tinyBot(sandbox);
});

afterAll(async () => {
  await bot.destroy();
  await sandbox.close();
});

test('a command is answered, and its button updates the message', async () => {
  const lin = sandbox.as('Lin', { channel: 'reading' });
  const shown = await lin.command('/段落 number:3 語言:中文');
  expect(printExchange(shown)).toContain('第 3 段');
  expect(shown.message).toBeDefined();
  if (!shown.message) return;
  const pressed = await lin.press(shown.message, 'Next');
  expect(printExchange(pressed)).toContain('第 4 段');
  expect(pressed.message?.id).toBe(shown.message.id);
  expect(sandbox.refusals()).toEqual([]);
});
