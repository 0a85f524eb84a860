import axe, { type AxeResults } from 'axe-core';
import type { Browser, Page } from 'playwright-core';
import { expect } from 'vitest';

/** The page in a browser, with everything that must not happen while it is used. */
export interface Visit {
  page: Page;
  /** Errors and warnings on the console, and errors that nobody caught. */
  complaints: string[];
  /** Requests to anywhere but the sandbox. */
  outside: string[];
  /** Presses keys one after another, as `type('/help')`, `press('Enter')`. */
  type(text: string): Promise<void>;
  press(...keys: string[]): Promise<void>;
}

/** Opens the sandbox's page in a context of its own, as a visitor does who has never been there. */
export async function visit(browser: Browser, url: string, width = 1280): Promise<Visit> {
  const context = await browser.newContext({
    viewport: { width, height: 800 },
    colorScheme: 'dark',
    timezoneId: 'Asia/Taipei',
  });
  const page = await context.newPage();
  page.setDefaultTimeout(20_000);
  const complaints: string[] = [];
  const outside: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) complaints.push(message.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    const address = request.url();
    if (!address.startsWith(url) && !address.startsWith('data:')) outside.push(address);
  });
  await page.goto(url);
  await page.waitForSelector('.app');
  return {
    page,
    complaints,
    outside,
    type: (text) => page.keyboard.type(text),
    async press(...keys) {
      for (const key of keys) await page.keyboard.press(key);
    },
  };
}

/** Expects no violation of WCAG level A or AA in what the page shows now. */
export async function expectAccessible({ page }: Visit): Promise<void> {
  // By evaluate, not as a script of the page: its policy lets no other script in.
  await page.evaluate(axe.source);
  const results = await page.evaluate<AxeResults>(
    `axe.run({ runOnly: { type: 'tag', values: ${JSON.stringify(LEVELS)} } })`,
  );
  const found = results.violations.map(({ id, nodes }) => ({
    id,
    nodes: nodes.map(({ html, failureSummary }) => `${html.slice(0, 200)} — ${failureSummary}`),
  }));
  expect(found).toEqual([]);
}

const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
