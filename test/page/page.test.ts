import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { BotKeeper } from '../../src/sandbox/page/bot-keeper.ts';
import { openPage } from '../../src/sandbox/page/page.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { launchBrowser } from './browser.ts';
import { expectAccessible, type Visit, visit } from './visit.ts';

let sandbox: Sandbox;
let bot: BotKeeper;
let browser: Browser;

beforeAll(async () => {
  sandbox = await startSandbox({ patience: 10_000 });
  bot = new BotKeeper(sandbox);
  await openPage(sandbox, bot);
  browser = await launchBrowser();
  await sandbox.ready(30_000);
});

afterAll(async () => {
  await browser.close();
  await bot.stop();
  await sandbox.close();
});

/** A visit that ends with the house rules: nothing on the console, no request to elsewhere. */
async function visiting(act: (visit: Visit) => Promise<void>): Promise<void> {
  const visitor = await visit(browser, sandbox.url);
  try {
    await act(visitor);
    expect(visitor.complaints).toEqual([]);
    expect(visitor.outside).toEqual([]);
  } finally {
    await visitor.page.context().close();
  }
}

describe('a visitor', () => {
  it('is greeted in an empty channel with three commands to press', async () => {
    await visiting(async (visitor) => {
      const { page } = visitor;
      await page.locator('.greeting-commands button').nth(2).waitFor();
      await expectAccessible(visitor);
      await page.locator('.greeting-commands button').nth(1).click();
      await page.getByText('3 / 26').waitFor();
      await expectAccessible(visitor);
    });
  });

  it('types a command by keyboard alone, with autocomplete', async () => {
    await visiting(async ({ page, type, press }) => {
      await page.locator('#composer').focus();
      await type('/para');
      await page.locator('[role=option]', { hasText: '/paragraph' }).waitFor();
      await press('Enter');
      await type('5');
      await page.locator('#choices [role=option]').first().waitFor();
      await press('Enter', 'Enter');
      await page.getByText('5 / 26').waitFor();
    });
  });
});
