import axe, { type AxeResults } from 'axe-core';
import type { Browser, Locator, Page } from 'playwright-core';
import { expect } from 'vitest';

/** Somebody at the page, by keyboard where it is not said otherwise. */
export class Visit {
  readonly page: Page;
  /** Errors and warnings on the console, and errors that nobody caught. */
  readonly complaints: string[] = [];
  /** Requests to anywhere but the sandbox. */
  readonly outside: string[] = [];

  private constructor(page: Page, url: string) {
    this.page = page;
    page.on('console', (message) => {
      if (['error', 'warning'].includes(message.type())) this.complaints.push(message.text());
    });
    page.on('pageerror', (error) => this.complaints.push(String(error)));
    page.on('request', (request) => {
      const address = request.url();
      if (!address.startsWith(url) && !address.startsWith('data:')) this.outside.push(address);
    });
  }

  /** Comes in a context of its own, as somebody who has never been there. */
  static async come(browser: Browser, url: string, width = 1280): Promise<Visit> {
    const context = await browser.newContext({
      viewport: { width, height: 800 },
      colorScheme: 'dark',
      timezoneId: 'Asia/Taipei',
    });
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    const visit = new Visit(page, url);
    await page.goto(url);
    await page.locator('.app').waitFor();
    await page.locator('.status').waitFor({ state: 'detached' });
    return visit;
  }

  /** Ends the visit, by the rules of the house. */
  async leave(): Promise<void> {
    await this.page.context().close();
    expect(this.complaints).toEqual([]);
    expect(this.outside).toEqual([]);
  }

  async press(...keys: string[]): Promise<void> {
    for (const key of keys) await this.page.keyboard.press(key);
  }

  /** Types into the composer, from wherever the keyboard is. */
  async compose(text: string): Promise<void> {
    await this.page.locator('#composer').focus();
    await this.page.keyboard.type(text);
  }

  /** Picks a command by its name, and leaves the keyboard in its first option or at its end. */
  async pick(name: string): Promise<void> {
    await this.compose(`/${name}`);
    await this.page.locator('#picker [role=option]').first().waitFor();
    await this.press('Enter');
    await this.page.locator('.command-line').waitFor();
  }

  /** Types a whole command and presses Enter until it is sent: each choice takes one. */
  async line(text: string): Promise<void> {
    await this.compose(text);
    const line = this.page.locator('.command-line');
    await line.waitFor();
    for (let presses = 0; presses < 5 && (await line.count()) > 0; presses += 1) {
      await this.page.getByText('Loading options…').waitFor({ state: 'detached' });
      await this.press('Enter');
    }
    await line.waitFor({ state: 'detached' });
  }

  /** Writes a command without options and sends it. */
  async command(name: string): Promise<void> {
    await this.pick(name);
    await this.press('Enter');
  }

  /** Puts the keyboard on something and presses Enter. */
  async use(target: Locator): Promise<void> {
    await target.focus();
    await this.press('Enter');
  }

  button(name: string): Locator {
    return this.page.getByRole('button', { name, exact: true }).last();
  }

  async goTo(channel: string): Promise<void> {
    await this.use(this.page.locator('.channel', { hasText: channel }));
    await this.page.locator('.header-channel', { hasText: channel }).waitFor();
  }

  async become(name: string): Promise<void> {
    await this.use(this.page.locator('.user'));
    await this.use(
      this.page.locator('.member', { has: this.page.getByText(new RegExp(`^${name}( |$)`)) }),
    );
    await this.page.locator('.user', { hasText: name }).waitFor();
  }

  /** The newest message. */
  get last(): Locator {
    return this.page.locator('.message').last();
  }

  see(text: string | RegExp): Promise<void> {
    return this.page.getByText(text).last().waitFor();
  }

  /** Expects no violation of WCAG level A or AA in what is shown now. */
  expectAccessible(): Promise<void> {
    return expectAccessible(this.page);
  }
}

/** Expects no violation of WCAG level A or AA in what a page shows now. */
export async function expectAccessible(page: Page): Promise<void> {
  // By evaluate, not as a script of the page: its policy lets no other script in.
  await page.evaluate(axe.source);
  // What axe would load first, and wait ten seconds for, is for rules on videos, which the page has
  // not, and on style sheets, which are of no level.
  const results = await page.evaluate<AxeResults>(
    `axe.run({ preload: false, runOnly: { type: 'tag', values: ${JSON.stringify(LEVELS)} } })`,
  );
  const found = results.violations.map(({ id, nodes }) => ({
    id,
    nodes: nodes.map(({ html, failureSummary }) => `${html.slice(0, 200)} — ${failureSummary}`),
  }));
  expect(found).toEqual([]);
}

const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];
