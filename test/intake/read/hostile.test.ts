import fc from 'fast-check';
import { expect, it } from 'vitest';
import { MEMBER_LIMITS } from '../../../src/intake/read/limits.ts';
import { type ReadText, readFileText, type SentFile } from '../../../src/intake/read/read.ts';
import { RefusedFile } from '../../../src/intake/read/refused.ts';
import { hostileFile } from './hostile.ts';

/** Bidi controls, zero-width characters, and control characters. */
const HIDDEN = /[\u200b\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff]|\p{Cc}/u;

/** Reads a file, or says why it is refused; anything else that is thrown fails the test. */
async function outcome(file: SentFile): Promise<ReadText | null> {
  try {
    return await readFileText(file);
  } catch (error) {
    if (error instanceof RefusedFile) return null;
    throw error;
  }
}

function expectClean({ lines, pairs }: ReadText): void {
  const texts = [...lines, ...(pairs ?? []).flatMap(({ en, zh }) => [en, zh])];
  expect(texts.some((text) => text !== '')).toBe(true);
  for (const text of texts) {
    expect(text.length).toBeLessThanOrEqual(MEMBER_LIMITS.lineLength);
    expect(text.isWellFormed() && !HIDDEN.test(text)).toBe(true);
  }
}

it('a hostile file is read clean or refused, and never crashes', async () => {
  await fc.assert(
    fc.asyncProperty(fc.nat(), async (seed) => {
      const read = await outcome(hostileFile(seed));
      if (read !== null) expectClean(read);
    }),
    { numRuns: 600 },
  );
});

it('bytes by chance are read clean or refused, whatever the name says', async () => {
  const name = fc.constantFrom(
    'a.txt',
    'a.md',
    'a.html',
    'a.docx',
    'a.epub',
    'a.srt',
    'a.tmx',
    'a',
  );
  await fc.assert(
    fc.asyncProperty(name, fc.uint8Array({ maxLength: 600 }), async (named, bytes) => {
      const read = await outcome({ name: named, bytes });
      if (read !== null) expectClean(read);
    }),
    { numRuns: 300 },
  );
});
