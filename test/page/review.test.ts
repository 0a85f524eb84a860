import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { reviewPage } from '../../src/intake/review/page.ts';
import type { Review } from '../../src/intake/review/review.ts';
import { launchBrowser } from './browser.ts';
import { expectAccessible } from './visit.ts';

const HOSTILE = '</style></script><img src="https://example.com/a.png" onerror="document.title=1">';

const review: Review = {
  title: 'The Ferry',
  script: 'traditional',
  pairs: [0.99, 0.7, 0.3, 0.95].map((confidence, index) => ({
    lines: { en: [index + 1], zh: index === 1 ? [2, 3] : [index * 2 + 1] },
    confidence,
    parts: [
      { en: `${HOSTILE} leaves at six.`, zh: '渡輪六點開。', confidence },
      {
        en: 'Nobody knows why.',
        zh: '沒有人知道為什麼。',
        confidence: Math.min(1, confidence * 1.2),
      },
    ],
  })),
  dropped: [{ file: 'en', line: 9, reason: 'repeated', text: 'Subscribe!' }],
  errors: [{ file: 'en', line: 12, code: 'missing-chinese', message: 'no Chinese line' }],
  warnings: [{ file: 'zh', line: 1, code: 'numbers', message: '7 only in Chinese' }],
};

let browser: Browser;
let folder: string;
let address: string;

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'duidu-review-'));
  const file = path.join(folder, 'review.html');
  await writeFile(
    file,
    reviewPage(review, ({ file: side, line }) => `${side}.txt line ${line}`),
  );
  address = pathToFileURL(file).href;
  browser = await launchBrowser();
});

afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

async function open(width: number, colorScheme: 'light' | 'dark') {
  const context = await browser.newContext({ viewport: { width, height: 800 }, colorScheme });
  const page = await context.newPage();
  const noticed: string[] = [];
  page.on('console', (message) => noticed.push(message.text()));
  page.on('request', (request) => {
    if (request.url() !== address) noticed.push(request.url());
  });
  await page.goto(address);
  return { page, noticed };
}

const shownPairs = (page: Page) => page.locator('.pair:visible h3').allTextContents();

describe('the review page in a browser', () => {
  it.each([
    [1280, 'light'],
    [1280, 'dark'],
    [360, 'light'],
    [360, 'dark'],
  ] as const)('is whole, readable and accessible at %i, %s', async (width, colorScheme) => {
    const { page, noticed } = await open(width, colorScheme);
    expect(await page.title()).toContain('The Ferry');
    expect(await page.locator('script, img').count()).toBe(0);
    // The style counts: the policy knows it.
    const columns = await page.evaluate(
      "getComputedStyle(document.querySelector('.part')).gridTemplateColumns.split(' ').length",
    );
    expect(columns).toBe(width < 640 ? 1 : 2);
    const scrolls = await page.evaluate('document.documentElement.scrollWidth > innerWidth');
    expect(scrolls).toBe(false);
    expect(noticed).toEqual([]);
    await expectAccessible(page);
    await page.context().close();
  });

  it('shows only what is unsure when asked, by keyboard', async () => {
    const { page } = await open(800, 'light');
    expect(await shownPairs(page)).toEqual(['1', '2', '3', '4']);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await page.locator(':focus').getAttribute('id')).toBe('only');
    await page.keyboard.press('Space');
    expect(await shownPairs(page)).toEqual(['2', '3']);
    // What a warning leads to is shown all the same.
    await page.getByRole('link', { name: 'zh.txt line 1' }).click();
    expect(await shownPairs(page)).toEqual(['1', '2', '3']);
    await page.context().close();
  });
});
