import type { Page } from './page.ts';

async function whileBusy(page: Page, key: string, act: () => Promise<unknown>): Promise<void> {
  page.state.busy.add(key);
  page.draw();
  try {
    await act();
  } finally {
    page.state.busy.delete(key);
    page.draw();
  }
}

/** Presses a button of a message; it shows that it waits until the bot has answered. */
export function press(page: Page, message: string, customId: string): Promise<void> {
  return whileBusy(page, `${message} ${customId}`, () =>
    page.ask({ do: 'press', message, customId }),
  );
}

export function choose(
  page: Page,
  message: string,
  customId: string,
  values: string[],
): Promise<void> {
  return whileBusy(page, `${message} ${customId}`, () =>
    page.ask({ do: 'choose', message, customId, values }),
  );
}

/** Goes to a channel of the same person; what was being written stays behind. */
export async function goTo(page: Page, channel: string): Promise<void> {
  page.change({ panel: null, replyTo: null, menu: null, select: null });
  await page.ask({ do: 'look', channel });
}
