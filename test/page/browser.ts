import { existsSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import chromium, { inflate, setupLambdaEnvironment } from '@sparticuz/chromium';
import { type Browser, chromium as playwright } from 'playwright-core';

/** Where Linux keeps the one library of Chromium's that a bare machine has not got. */
const HAVE_NSS = ['/usr/lib', '/usr/lib64', '/usr/lib/x86_64-linux-gnu', '/lib/x86_64-linux-gnu'];

/**
 * A real Chromium that npm brought, without anything installed on the machine. Its own libraries are
 * unpacked only where the system has none.
 */
export async function launchBrowser(): Promise<Browser> {
  const executablePath = await chromium.executablePath();
  if (!HAVE_NSS.some((folder) => existsSync(path.join(folder, 'libnss3.so')))) {
    await inflate(fileURLToPath(import.meta.resolve('@sparticuz/chromium/bin/al2023.tar.br')));
    setupLambdaEnvironment(path.join(tmpdir(), 'al2023', 'lib'));
  }
  return playwright.launch({
    executablePath,
    // Its own sandbox does not work for root, as which CI runs; the page is our own.
    args: ['--no-sandbox', '--headless=shell', '--disable-gpu', '--font-render-hinting=none'],
  });
}
