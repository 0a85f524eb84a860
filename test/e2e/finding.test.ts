import { afterAll, describe, expect, it } from 'vitest';
import type { Exchange } from '../../src/sandbox/exchange.ts';
import { printMessage } from '../../src/sandbox/print.ts';
import { wordsFor } from '../../src/words/index.ts';
import { languageFor } from '../../src/words/language.ts';
import { house } from './house.ts';

const home = house();

afterAll(() => {
  expect(home.sandbox.refusals()).toEqual([]);
});

function messageOf({ message }: Exchange) {
  if (message === undefined) throw new Error('no message came');
  return message;
}

const shown = (exchange: Exchange) => printMessage(messageOf(exchange));

describe.each(['en-US', 'zh-TW', 'zh-CN'])('in %s', (locale) => {
  const words = wordsFor(languageFor(locale));
  const lin = () => home.sandbox.as('Lin', { locale });

  it('/search finds, pages and opens', async () => {
    const found = await lin().command('/search text:茶');
    expect(found.ephemeral).toBe(true);
    expect(shown(found)).toContain('**茶**');
    const next = await lin().press(messageOf(found), words.common.nextPage);
    const second = shown(next);
    const first = await lin().press(messageOf(next), words.common.previousPage);
    expect(shown(first)).not.toBe(second);
    const opened = await lin().choose(messageOf(first), 'found', ['two-names-of-tea:1']);
    expect(shown(opened)).toContain('1 / 26');
    const missing = await lin().command('/search text:quokka');
    expect(shown(missing)).toContain(words.search.nothing('quokka'));
  });

  it('/read goes on where it was left', async () => {
    const start = await lin().command('/read article:two-names-of-tea');
    const number = /(\d+) \/ 26/.exec(shown(start))?.[1];
    const next = await lin().press(messageOf(start), words.paragraph.next);
    expect(shown(next)).toContain(`${Number(number) + 1} / 26`);
    const again = await lin().command('/read');
    expect(shown(again)).toContain(`${Number(number) + 1} / 26`);
  });
});

describe.each(['sqlite', 'postgres'] as const)('/privacy over %s', (engine) => {
  const own = house({ engine });

  it.each(['en-US', 'zh-TW', 'zh-CN'])('shows, exports and deletes, in %s', async (locale) => {
    const words = wordsFor(languageFor(locale));
    const lin = () => own.sandbox.as('Lin', { locale });
    await lin().command('/read');
    const told = await lin().command('/privacy');
    expect(shown(told)).toContain(words.privacy.now(1));
    const exported = await lin().press(messageOf(told), words.privacy.export);
    expect(messageOf(exported).attachments.map(({ filename }) => filename)).toEqual(['duidu.json']);
    const asked = await lin().press(messageOf(told), words.privacy.erase);
    const kept = await lin().press(messageOf(asked), words.privacy.no);
    const again = await lin().press(messageOf(kept), words.privacy.erase);
    const gone = await lin().press(messageOf(again), words.privacy.yes);
    expect(shown(gone)).toContain(words.privacy.erased);
    expect(shown(await lin().command('/privacy'))).toContain(words.privacy.now(0));
    expect(own.sandbox.refusals()).toEqual([]);
  });
});
