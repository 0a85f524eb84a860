import type { Browser } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openPage } from '../../src/sandbox/page/page.ts';
import { house } from '../e2e/house.ts';
import { docx, wordParagraph } from '../intake/read/files.ts';
import { launchBrowser } from './browser.ts';
import { Visit } from './visit.ts';

/** A text of our own. */
const WELL = [
  ['The well in the square is older than the temple.', '廣場上的井比廟還老。'],
  ['Every morning at five Mrs Lin draws 12 buckets of water.', '每天早上五點，林太太打12桶水。'],
  ['She says that the water knows who is thirsty.', '她說，水知道誰口渴。'],
  ['One summer every river in the valley ran dry.', '有一年夏天，山谷裡的河都乾了。'],
  ['Only the well went on giving, and nobody knows why.', '只有這口井還有水，沒有人知道為什麼。'],
  ['Children still throw coins into it and ask for rain.', '孩子們到現在還往井裡丟硬幣求雨。'],
] as const;
const CORRECTED = '每天清晨五點，林太太打12桶水。';
const interleaved = WELL.flat().join('\n');

const home = house();
let browser: Browser;

beforeAll(async () => {
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
    await visit.press('Enter');
    await page.locator('#option-second_file').waitFor();
    await attach('second_file', second);
    await page.locator('#composer').focus();
  }
  await visit.press('Enter');
  await visit.see(`Draft: ${title}`);
}

/** The button of the one choice that is of the well: what is asked of it stands above. */
async function rightButton(visit: Visit) {
  const shown = (await visit.last.textContent()) ?? '';
  const pairs = [...WELL, [WELL[1][0], CORRECTED]];
  const asked = pairs.find((pair) => pair.every((text) => shown.includes(text))) ?? [];
  const letter = [...'ABCD'].find((one) => asked.some((text) => shown.includes(`${one}　${text}`)));
  if (letter === undefined) throw new Error(`the right choice is not shown: ${shown}`);
  // Short choices stand on the buttons themselves.
  return visit.last.getByRole('button', { name: new RegExp(`^${letter}\\b`) });
}

describe('an admin at the page', () => {
  it('brings a text, corrects a pair and saves it; others read it, are quizzed and get it daily', async () => {
    const visit = await Visit.come(browser, home.sandbox.url);
    await visit.become('Ada');
    await add(visit, 'The Well', [{ name: 'well.txt', content: interleaved }]);
    await visit.use(visit.button('All pairs'));
    await visit.see('她說，水知道誰口渴。');
    await visit.use(visit.button('Overview'));
    await visit.see('6 pairs');
    await visit.use(visit.last.getByRole('combobox'));
    await visit.page.getByRole('option', { name: 'Pair 2 of 6' }).click();
    await visit.use(visit.button('Correct'));
    const chinese = visit.page.getByLabel('Chinese');
    await chinese.fill(CORRECTED);
    await visit.use(visit.page.getByRole('button', { name: 'Submit' }));
    await visit.see('每天清晨五點');
    await visit.use(visit.button('Next'));
    await visit.see('Pair 3 of 6');
    await visit.expectAccessible();
    await visit.use(visit.button('Save'));
    await visit.see('is saved');

    await visit.become('Lin');
    await visit.line('/paragraph number:2 article:The Well');
    await visit.see('每天清晨五點');
    await visit.see(/^The Well$/);
    await visit.line('/search text:thirsty');
    await visit.see('誰口渴');
    await visit.line('/quiz start kind:match rounds:1 article:The Well mode:solo');
    await visit.see('第1題，共1題');
    await visit.use(await rightButton(visit));
    await visit.see('答對了！');
    await visit.use(visit.button('看結果'));
    await visit.see('1題答對1題');
    await visit.command('score');
    await visit.see(/^1分$/);

    await visit.become('Ada');
    await visit.line('/daily add channel:daily time:8:00 zone:Taipei article:The Well');
    await visit.use(visit.button('Preview'));
    await visit.last.getByText('The well in the square').waitFor();
    await visit.goTo('daily');
    await visit.use(visit.page.locator('.clock'));
    await visit.use(visit.button('Tomorrow 08:00'));
    await visit.last.getByText('The well in the square').waitFor();
    await visit.leave();
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
    await visit.see('6 pairs');
    await visit.use(visit.button('Save'));
    await visit.see('is saved');
    await visit.become('Sam');
    await visit.use(visit.button('Elsewhere'));
    await visit.line('/random article:Word Well');
    await visit.see('There is no article called');
    await visit.leave();
    expect(home.sandbox.refusals()).toEqual([]);
  });
});
