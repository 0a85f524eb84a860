import type { Browser } from 'playwright-core';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { BotKeeper } from '../../src/sandbox/page/bot-keeper.ts';
import { openPage } from '../../src/sandbox/page/page.ts';
import { type Pickable, pickables } from '../../src/sandbox/page/text/commands.ts';
import { type Sandbox, startSandbox } from '../../src/sandbox/sandbox.ts';
import { launchBrowser } from './browser.ts';
import { Visit } from './visit.ts';

let sandbox: Sandbox;
let bot: BotKeeper;
let browser: Browser;

beforeAll(async () => {
  // More patience than Discord has: the machine of a test may be slow. Only the faults wait for it.
  sandbox = await startSandbox({ patience: 6000 });
  bot = new BotKeeper(sandbox);
  await openPage(sandbox, bot);
  browser = await launchBrowser();
  await sandbox.ready(60_000);
});

afterAll(async () => {
  await browser.close();
  await bot.stop();
  await sandbox.close();
});

// A fault that a failed test left on must not fail the next.
afterEach(() => sandbox.faults.clear());

const come = (width?: number) => Visit.come(browser, sandbox.url, width);

describe('a stranger', () => {
  it('is greeted in an empty channel with three commands to press', async () => {
    const visit = await come();
    const commands = visit.page.locator('.greeting-commands button');
    await commands.nth(2).waitFor();
    expect(await commands.count()).toBe(3);
    await visit.expectAccessible();
    await visit.use(commands.nth(1));
    await visit.see('3 / 26');
    await visit.expectAccessible();
    await visit.leave();
  });

  it('can do the same on a telephone, in the light', async () => {
    const visit = await come(390);
    await visit.use(visit.page.getByRole('button', { name: 'Light theme' }));
    await visit.use(visit.page.getByRole('button', { name: 'Channels' }));
    await visit.expectAccessible();
    await visit.goTo('daily');
    await visit.use(visit.page.locator('.greeting-commands button').first());
    await visit.last.waitFor();
    await visit.expectAccessible();
    const width = await visit.page.evaluate<number>('document.documentElement.scrollWidth');
    expect(width).toBe(390);
    await visit.leave();
  });
});

/** The number of interactions that the bot answered. */
const answered = () =>
  sandbox.exchanges.filter(
    ({ name, milliseconds }) => name === 'INTERACTION_CREATE' && milliseconds !== null,
  ).length;

/** Fills in the option where the keyboard is, by keyboard alone. */
async function fill(
  visit: Visit,
  { name, type, autocomplete, choices }: Pickable['options'][number],
) {
  const field = visit.page.locator(`#option-${name}`);
  await field.waitFor();
  if (type === 11) {
    const chooser = visit.page.waitForEvent('filechooser');
    await field.press('Enter');
    const text = 'A sentence in English.\n一句中文。\nAnother one.\n又一句。\n';
    const file = { name: 'text.txt', mimeType: 'text/plain', buffer: Buffer.from(text) };
    await (await chooser).setFiles(file);
    return;
  }
  const typed = type === 4 || type === 10 ? '3' : type === 3 && choices.length === 0 ? 'tea' : '';
  await visit.page.keyboard.type(typed);
  const offers = autocomplete || choices.length > 0 || (type !== 3 && type !== 4 && type !== 10);
  if (offers) {
    await visit.page.locator('#choices').waitFor();
    await visit.page.locator('#choices', { hasText: 'Loading' }).waitFor({ state: 'detached' });
    const first = visit.page.locator('#choice-0');
    if ((await first.count()) > 0) {
      if ((await first.getAttribute('aria-selected')) !== 'true') await visit.press('ArrowDown');
      await visit.press('Enter');
    }
  } else await visit.press('Enter');
}

describe('by keyboard alone', () => {
  it('every command is typed, filled in and answered', async () => {
    const visit = await come();
    await visit.goTo('quiz');
    const commands = pickables([...sandbox.world.commands.values()].flat(), 'en-US');
    expect(commands.length).toBeGreaterThan(5);
    for (const command of commands) {
      const before = answered();
      await visit.pick(command.path);
      const required = command.options.filter((option) => option.required);
      for (const option of required) await fill(visit, option);
      // A field without choices sends the command by itself when it was the last.
      if ((await visit.page.locator('.command-line').count()) > 0) await visit.press('Enter');
      await visit.page.locator('.command-line').waitFor({ state: 'detached' });
      await expect
        .poll(answered, { timeout: 20_000, message: command.path })
        .toBeGreaterThan(before);
      const modal = visit.page.locator('.modal');
      if ((await modal.count()) > 0) await visit.press('Escape');
    }
    await visit.page.locator('.note').waitFor({ state: 'detached' });
    await visit.leave();
  });

  it('an option completes as it is typed, and a required one is asked for', async () => {
    const visit = await come();
    await visit.pick('paragraph');
    await visit.page.locator('#option-number').waitFor();
    await visit.press('Escape');
    await visit.press('Tab');
    await visit.press('Enter');
    await visit.see('This option is required. Specify a value.');
    await visit.page.keyboard.type('12');
    await visit.page.locator('#choice-0', { hasText: '12' }).waitFor();
    await visit.expectAccessible();
    await visit.press('Enter', 'Tab');
    await visit.page.locator('#choices b', { hasText: 'language' }).waitFor();
    await visit.press('ArrowDown', 'Enter', 'ArrowDown', 'ArrowDown', 'Enter');
    await visit.expectAccessible();
    await visit.press('Enter');
    await visit.see('12 / 26');
    await visit.leave();
  });

  it('each button of a paragraph is pressed', async () => {
    const visit = await come();
    await visit.goTo('daily');
    await visit.line('/paragraph number:3 language:english');
    await visit.last.getByText('3 / 26').waitFor();
    await visit.use(visit.last.getByRole('button', { name: 'Next' }));
    await visit.last.getByText('4 / 26').waitFor();
    await visit.use(visit.last.getByRole('button', { name: 'Previous' }));
    await visit.last.getByText('3 / 26').waitFor();
    await visit.use(visit.last.getByRole('button', { name: 'Show the Chinese' }));
    await visit.last.getByText('福建').waitFor();
    const before = answered();
    const others = await visit.last.locator('.button').allInnerTexts();
    for (const label of others) {
      const button = visit.last.getByRole('button', { name: label.trim() });
      if ((await button.count()) === 1 && (await button.isEnabled())) await visit.use(button);
      await visit.page.locator('[data-busy]').waitFor({ state: 'detached' });
    }
    expect(answered()).toBeGreaterThan(before);
    await visit.page.locator('.note').waitFor({ state: 'detached' });
    await visit.leave();
  });

  it('a message is replied to, with ping and without', async () => {
    const visit = await come();
    await visit.compose('Does anybody know this word?');
    await visit.press('Enter');
    await visit.last.getByText('Does anybody').waitFor();
    await visit.become('Lin');
    await visit.use(visit.last.getByRole('button', { name: '回覆' }));
    await visit.see('回覆Ada');
    await visit.expectAccessible();
    await visit.compose('我知道');
    await visit.press('Enter');
    await visit.last.getByText('我知道').waitFor();
    await visit.use(visit.last.getByRole('button', { name: '回覆' }));
    await visit.use(visit.page.getByRole('switch'));
    await visit.compose('是「茶」');
    await visit.press('Enter');
    await visit.last.getByText('是「茶」').waitFor();
    const said = sandbox.as('Lin').messages().slice(-2);
    expect(said.map(({ mentions }) => mentions.length)).toEqual([1, 0]);
    expect(said.every(({ message_reference }) => message_reference)).toBe(true);
    await visit.leave();
  });

  it('a thread is opened at a message, and written in', async () => {
    const visit = await come();
    await visit.compose('Let us talk about tea');
    await visit.press('Enter');
    await visit.use(visit.last.getByRole('button', { name: 'More' }));
    await visit.expectAccessible();
    await visit.press('ArrowDown', 'Enter');
    await visit.page.locator('#thread-name').waitFor();
    await visit.expectAccessible();
    await visit.page.keyboard.type('On tea');
    await visit.press('Enter');
    await visit.page.locator('.header-channel', { hasText: 'On tea' }).waitFor();
    await visit.compose('Inside');
    await visit.press('Enter');
    await visit.last.getByText('Inside').waitFor();
    await visit.leave();
  });
});

describe('who and where', () => {
  it('another language changes the commands, the page and the replies', async () => {
    const visit = await come();
    await visit.page.locator('.locale').selectOption('zh-TW');
    await visit.page.getByPlaceholder('傳訊息到#reading').waitFor();
    await visit.compose('/段');
    await visit.page.locator('#picker [role=option]', { hasText: '/段落' }).waitFor();
    await visit.expectAccessible();
    await visit.press('Enter');
    await visit.page.keyboard.type('2');
    await visit.page.locator('#choice-0').waitFor();
    await visit.press('Enter', 'Enter');
    await visit.last.getByRole('button', { name: '下一段' }).waitFor();
    await visit.leave();
  });

  it('a private reply is seen by its reader alone, until it is dismissed', async () => {
    const ada = await come();
    const other = await come();
    await ada.goTo('announcements');
    await other.become('Mo');
    await other.goTo('announcements');
    await ada.command('about');
    await ada.last.locator('.only-you').waitFor();
    await ada.compose('Anybody here?');
    await ada.press('Enter');
    await other.last.getByText('Anybody here?').waitFor();
    expect(await other.page.locator('.message').count()).toBe(1);
    await ada.use(ada.button('Dismiss message'));
    await expect.poll(() => ada.page.locator('.message').count()).toBe(1);
    await ada.leave();
    await other.leave();
  });

  it('the bot is written to directly, also by who is on no server of its', async () => {
    const visit = await come();
    await visit.become('Sam');
    await visit.see('This is the beginning of your messages with Duidu.');
    await visit.expectAccessible();
    await visit.command('random');
    await visit.last.locator('.container').waitFor();
    await visit.use(visit.button('Elsewhere'));
    await visit.command('random');
    await visit.last.locator('.container').waitFor();
    await visit.leave();
  });
});

describe('the clock', () => {
  it('goes on by an hour, and to tomorrow at eight', async () => {
    const visit = await come();
    await visit.goTo('daily');
    const clock = visit.page.locator('.clock');
    await visit.use(clock);
    await visit.expectAccessible();
    await visit.use(visit.button('+ 1 hour'));
    await expect.poll(() => sandbox.clock.offset).toBe(3_600_000);
    await visit.use(visit.button('Tomorrow 08:00'));
    await expect.poll(() => clock.textContent()).toContain('08:00 AM');
    await visit.press('Escape');
    await visit.command('random');
    await visit.last.getByText(/^8:0\d AM$/).waitFor();
    await visit.use(clock);
    await visit.use(visit.button('Back to now'));
    await expect.poll(() => Math.abs(sandbox.clock.offset) < 60_000).toBe(true);
    await visit.leave();
  });
});

describe('what happened', () => {
  it('lists each exchange with its time, its share of 3 seconds and both bodies', async () => {
    const visit = await come();
    await visit.use(visit.page.getByRole('button', { name: /^What happened/ }));
    await visit.command('help');
    const row = visit.page.locator('.exchange', { hasText: 'INTERACTION_CREATE' }).first();
    await row.getByRole('img', { name: /of the 3 s that Discord waits/ }).waitFor();
    await visit.use(row.getByRole('button'));
    await row.getByText('"name": "help"').waitFor();
    await visit.expectAccessible();
    await visit.leave();
  });

  it('the bot is started again, and its buttons still work', async () => {
    const visit = await come();
    await visit.goTo('daily');
    await visit.line('/paragraph number:7');
    await visit.last.getByText('7 / 26').waitFor();
    await visit.use(visit.page.getByRole('button', { name: /^What happened/ }));
    const { process } = bot;
    await visit.use(visit.button('Restart Duidu'));
    await process.exited;
    await expect.poll(() => bot.state, { timeout: 60_000 }).toBe('running');
    await visit.use(visit.last.getByRole('button', { name: 'Next' }));
    await visit.last.getByText('8 / 26').waitFor();
    await visit.leave();
  });
});

describe('a fault', () => {
  it.each([
    ['error-500', '500'],
    ['error-429', '429'],
  ])(
    '%s is met, shown and over when it is switched off',
    { timeout: 90_000 },
    async (fault, status) => {
      const visit = await come();
      await visit.goTo('quiz');
      await visit.use(visit.page.getByRole('button', { name: /^What happened/ }));
      await visit.use(visit.page.locator('summary'));
      const toggle = visit.page.locator(`[data-fault=${fault}]`);
      await toggle.press('Space');
      await visit.page.locator('.faults[data-on]').waitFor();
      await visit.command('help');
      await visit.page.locator('.note', { hasText: 'did not respond' }).waitFor();
      await visit.page.locator('.exchange[data-refused]', { hasText: status }).first().waitFor();
      // One look is enough: a long list of exchanges takes axe ten seconds.
      if (fault === 'error-500') await visit.expectAccessible();
      await toggle.press('Space');
      await visit.page.locator('.faults:not([data-on])').waitFor();
      const before = answered();
      await visit.command('help');
      await expect.poll(answered, { timeout: 20_000 }).toBeGreaterThan(before);
      await visit.leave();
    },
  );

  it('latency shows in the milliseconds', async () => {
    const visit = await come();
    await visit.use(visit.page.getByRole('button', { name: /^What happened/ }));
    await visit.use(visit.page.locator('summary'));
    await visit.page.getByLabel('Every answer is late by').selectOption('500');
    await expect.poll(() => sandbox.faults.list().length).toBe(1);
    const before = answered();
    await visit.command('help');
    await expect.poll(answered, { timeout: 20_000 }).toBeGreaterThan(before);
    const last = sandbox.exchanges.findLast(({ name }) => name === 'INTERACTION_CREATE');
    expect(last?.milliseconds).toBeGreaterThan(499);
    await visit.page.getByLabel('Every answer is late by').selectOption('0');
    await expect.poll(() => sandbox.faults.list().length).toBe(0);
    await visit.leave();
  });

  it.each(['The gateway drops', '… and forgets the session'])(
    '“%s”: the bot comes back and answers',
    async (name) => {
      const visit = await come();
      await visit.use(visit.page.getByRole('button', { name: /^What happened/ }));
      await visit.use(visit.page.locator('summary'));
      const { length } = sandbox.exchanges;
      await visit.use(visit.button(name));
      await sandbox.until(
        () =>
          sandbox.exchanges
            .slice(length)
            .some((each) => each.name === 'RESUMED' || each.name === 'READY'),
        40_000,
      );
      await visit.command('random');
      await visit.last.locator('.container').waitFor();
      await visit.leave();
    },
  );

  it('the bot loses the permission to write, and gets it back', async () => {
    const visit = await come();
    await visit.goTo('daily');
    await visit.use(visit.page.getByRole('button', { name: /^What happened/ }));
    await visit.use(visit.page.locator('summary'));
    const toggle = visit.page.locator('[data-fault=no-permission]');
    const note = visit.page.locator('.channel', { hasText: 'daily' }).getByText('no bot');
    await toggle.press('Space');
    await note.waitFor();
    await toggle.press('Space');
    await note.waitFor({ state: 'detached' });
    await visit.leave();
  });

  it('a channel is deleted, and whoever was there is elsewhere', async () => {
    const visit = await come();
    await visit.goTo('announcements');
    await visit.use(visit.page.getByRole('button', { name: /^What happened/ }));
    await visit.use(visit.page.locator('summary'));
    await visit.use(visit.button('Delete #announcements'));
    await visit.page.locator('.header-channel', { hasText: 'reading' }).waitFor();
    await visit.page
      .locator('.channel', { hasText: 'announcements' })
      .waitFor({ state: 'detached' });
    await visit.leave();
  });
});
