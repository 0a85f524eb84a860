import { mkdir } from 'node:fs/promises';
import { BotKeeper } from '../../src/sandbox/page/bot-keeper.ts';
import { openPage } from '../../src/sandbox/page/page.ts';
import { startSandbox } from '../../src/sandbox/sandbox.ts';
import { launchBrowser } from './browser.ts';
import { Visit } from './visit.ts';

/** `npm run screenshots`: a bilingual paragraph in the sandbox's page, for the README. */
const FOLDER = 'docs/images';
const SIZES = { wide: { width: 1200, height: 760 }, narrow: { width: 390, height: 844 } } as const;

const sandbox = await startSandbox();
const bot = new BotKeeper(sandbox);
await openPage(sandbox, bot);
const browser = await launchBrowser();
try {
  await sandbox.ready(60_000);
  // The same day in every picture, so that a new one differs only where the page does.
  sandbox.clock.set(Date.parse('2026-11-24T00:00:00Z'));
  const exchange = await sandbox.as('Lin', { locale: 'en-US' }).command('/paragraph number:3');
  await exchange.settled();
  await mkdir(FOLDER, { recursive: true });
  for (const [name, size] of Object.entries(SIZES)) {
    const visit = await Visit.come(browser, sandbox.url, size.width);
    await visit.page.setViewportSize(size);
    await visit.last.locator('.container').waitFor();
    for (const theme of ['dark', 'light']) {
      if (theme === 'light') await visit.page.getByRole('button', { name: 'Light theme' }).click();
      await visit.page.mouse.move(0, 0);
      await visit.page.evaluate('document.fonts.ready');
      await visit.page.waitForFunction(
        'document.fonts.status === "loaded" && [...document.images].every((each) => each.complete)',
      );
      await visit.page.screenshot({ path: `${FOLDER}/paragraph-${theme}-${name}.png` });
    }
    await visit.page.context().close();
  }
} finally {
  await browser.close();
  await bot.stop();
  await sandbox.close();
}
