import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPage } from '../../src/sandbox/page/page.ts';
import { printMessage } from '../../src/sandbox/print.ts';
import { house } from '../e2e/house.ts';
import { evidence } from '../intake/opened-evidence.ts';
import { docx, wordParagraph } from '../intake/read/files.ts';
import { launchBrowser } from './browser.ts';
import { Visit } from './visit.ts';

/** A text of our own. */
const WELL = [
  ['The well in the square is older than the temple.', '廣場上的井比廟還老。'],
  ['Every morning at five Mrs Lin draws 12 buckets of water.', '每天早上五點，林太太打12桶水。'],
  ['She says that the water knows who is thirsty.', '她說，水知道誰口渴。'],
] as const;
const interleaved = WELL.flat().join('\n');

const home = house();
let browser: Browser;

beforeAll(async () => {
  // Opened, so that the dictionary is prepared before the bot needs it.
  evidence.close();
  await openPage(home.sandbox, { state: 'running', restart: async () => {} });
  browser = await launchBrowser();
});

afterAll(() => browser.close());

interface Sent {
  readonly name: string;
  readonly content: string | Uint8Array;
}

/** Brings a text by the page's own fields: the required options first, then another file. */
async function add(visit: Visit, title: string, [first, second]: readonly [Sent, Sent?]) {
  const { page } = visit;
  const attach = (option: string, { name, content }: Sent) =>
    page
      .locator(`#option-${option}`)
      .setInputFiles({ name, mimeType: 'application/octet-stream', buffer: Buffer.from(content) });
  const type = async (option: string, text: string) => {
    await page.locator(`#option-${option}`).focus();
    await page.keyboard.type(text);
  };
  await visit.pick('article add');
  await attach('file', first);
  await type('title', title);
  await type('rights', 'my own');
  await page.locator('#choice-0').waitFor();
  await visit.press('Enter');
  await type('holder', 'Ada');
  await page.locator('#composer').focus();
  if (second !== undefined) {
    await page.keyboard.type('second');
    await page.locator('#option-second_file').waitFor();
    await attach('second_file', second);
    await page.locator('#composer').focus();
  }
  await visit.press('Enter');
  await visit.see(`Draft: ${title}`);
}

describe('an admin at the page', () => {
  it('brings a text, looks through it, corrects a pair and saves it; others read it', async () => {
    const visit = await Visit.come(browser, home.sandbox.url);
    await visit.become('Ada');
    await add(visit, 'The Well', [{ name: 'well.txt', content: interleaved }]);
    await visit.use(visit.button('All pairs'));
    await visit.see('她說，水知道誰口渴。');
    await visit.use(visit.button('Overview'));
    await visit.see('3 pairs');
    await visit.use(visit.last.getByRole('combobox'));
    await visit.page.getByRole('option', { name: 'Pair 2 of 3' }).click();
    await visit.use(visit.button('Correct'));
    const chinese = visit.page.getByLabel('Chinese');
    await chinese.fill('每天清晨五點，林太太打12桶水。');
    await visit.use(visit.page.getByRole('button', { name: 'Submit' }));
    await visit.see('每天清晨五點');
    await visit.use(visit.button('Next'));
    await visit.see('Pair 3 of 3');
    await visit.expectAccessible();
    await visit.use(visit.button('Save'));
    await visit.see('is saved');

    await visit.become('Lin');
    await visit.line('/paragraph number:2 article:The Well');
    await visit.see('每天清晨五點');
    await visit.line('/search text:thirsty');
    await visit.see('誰口渴');
    await visit.leave();
    // What fills a whole command line stands in test/page/page.test.ts.
    const ada = home.sandbox.as('Ada', { locale: 'en-US' });
    for (const line of [
      '/quiz start article:The Well rounds:1 mode:solo',
      '/daily add channel:daily time:8:00 zone:Asia/Taipei article:The Well',
    ]) {
      const { message } = await (await ada.command(line)).settled(60_000);
      expect(message && printMessage(message)).not.toContain('There is no article');
    }
  });

  it('brings two Word documents', async () => {
    const visit = await Visit.come(browser, home.sandbox.url);
    await visit.become('Ada');
    const document = (side: 0 | 1) => docx(WELL.map((pair) => wordParagraph(pair[side])).join(''));
    const files = [
      { name: 'zh.docx', content: document(1) },
      { name: 'en.docx', content: document(0) },
    ] as const;
    await add(visit, 'Word Well', files);
    await visit.see('3 pairs');
    await visit.use(visit.button('Save'));
    await visit.see('is saved');
    await visit.leave();
    const sam = home.sandbox.as('Sam', { channel: 'lounge', locale: 'en-US' });
    const { message } = await sam.command('/random article:Word Well');
    expect(message && printMessage(message)).toContain('There is no article called');
    expect(home.sandbox.refusals()).toEqual([]);
  });
});
