import { strToU8 } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readFileText } from '../../../src/intake/read/read.ts';
import { encoded } from './files.ts';

const TRADITIONAL =
  'The market opens before the sun is up.\n市場在太陽出來以前就開了，賣魚的人最早到。';
const SIMPLIFIED = 'Fishermen come first.\n卖鱼的人最早到，他们说昨天的风很大，今天没有什么鱼。';

function utf16(text: string, order: 'le' | 'be', mark = false): Uint8Array {
  const bytes = Buffer.from(mark ? `\ufeff${text}` : text, 'utf16le');
  return order === 'le' ? bytes : bytes.swap16();
}

describe('the encoding of a text', () => {
  it.each([
    ['utf-8', strToU8(TRADITIONAL), TRADITIONAL],
    ['big5', encoded(TRADITIONAL, 'big5'), TRADITIONAL],
    ['gb18030', encoded(SIMPLIFIED, 'gb18030'), SIMPLIFIED],
    ['utf-16le', utf16(TRADITIONAL, 'le'), TRADITIONAL],
    ['utf-16be', utf16(SIMPLIFIED, 'be'), SIMPLIFIED],
    ['utf-16le', utf16(SIMPLIFIED, 'le', true), SIMPLIFIED],
    ['utf-16be', utf16('Only English.', 'be'), 'Only English.'],
    ['windows-1252', Buffer.from('A caf\u00e9 in Z\u00fcrich.', 'latin1'), 'A café in Zürich.'],
    ['windows-1252', Buffer.from('\u0093Not now\u0094 said he.', 'latin1'), '“Not now” said he.'],
  ])('is found: %s', async (encoding, bytes, text) => {
    const read = await readFileText({ name: 'a.txt', bytes });
    expect(read.encoding).toBe(encoding);
    expect(read.lines.join('\n')).toBe(text);
  });

  it('can be told instead', async () => {
    const bytes = encoded(TRADITIONAL, 'big5');
    const read = await readFileText({ name: 'a.txt', bytes }, { encoding: 'big5' });
    expect(read.lines.join('\n')).toBe(TRADITIONAL);
  });
});
