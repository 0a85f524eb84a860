import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readFileText } from '../../../src/intake/read/read.ts';
import { type Refusal, RefusedFile } from '../../../src/intake/read/refused.ts';
import { articleOf } from '../../article/fixtures.ts';
import { docx, wordParagraph } from './files.ts';

async function refusal(name: string, bytes: Uint8Array, encoding?: 'big5' | 'utf-8') {
  const read = readFileText({ name, bytes }, { encoding });
  const error = await read.catch((thrown: unknown) => thrown);
  if (!(error instanceof RefusedFile)) throw new Error(`not refused: ${JSON.stringify(error)}`);
  expect(error.message).toContain(name);
  return error.refusal;
}

/** A zip whose directory claims another unpacked size for its parts than it has. */
function lying(zip: Uint8Array, size: number): Uint8Array {
  const bytes = Buffer.from(zip);
  for (let at = 0; at < bytes.length - 4; at += 1) {
    if (bytes.readUInt32LE(at) === 0x02014b50) bytes.writeUInt32LE(size, at + 24);
  }
  return bytes;
}

function encrypted(zip: Uint8Array): Uint8Array {
  const bytes = Buffer.from(zip);
  for (let at = 0; at < bytes.length - 4; at += 1) {
    if (bytes.readUInt32LE(at) === 0x02014b50) bytes.writeUInt16LE(1, at + 8);
  }
  return bytes;
}

const BOMB = docx('', { 'word/document.xml': new Uint8Array(40_000_000).fill(65) });
const HUGE = new Uint8Array(1024 * 1024 + 1).fill(65);

describe('a file that is not read', () => {
  it.each<[Refusal, string, Uint8Array]>([
    ['too-large', 'a.txt', HUGE],
    ['empty', 'a.txt', new Uint8Array()],
    ['empty', 'a.txt', strToU8(' \n\u200b\n ')],
    ['empty', 'a.docx', docx('<w:p/>')],
    ['empty', 'a.tmx', strToU8('<tmx/>')],
    ['binary', 'a.txt', Uint8Array.from({ length: 4000 }, (_, index) => (index * 7919) % 256)],
    ['binary', 'a.txt', strToU8('bell \u0007\u0007\u0007 rings')],
    ['encoding', 'a.txt', Buffer.from('\u00cf\u00f0\u00e8\u00e2\u00e5\u00f2', 'latin1')],
    ['format', 'a.pages', strToU8('text')],
    ['format', 'a.png', Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10)],
    ['format', 'a.xlsx', zipSync({ 'xl/workbook.xml': strToU8('<x/>') })],
    ['old-word', 'a.doc', Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0, 1, 2, 3)],
    ['pdf', 'a.pdf', strToU8('%PDF-1.7')],
    ['damaged', 'a.docx', docx(wordParagraph('The bay.')).subarray(0, 300)],
    ['damaged', 'a.docx', lying(docx(wordParagraph('The bay.')), 5)],
    ['protected', 'a.docx', encrypted(docx(wordParagraph('The bay.')))],
    ['unpacks-too-large', 'a.docx', BOMB],
    ['damaged', 'a.docx', lying(BOMB, 1000)],
    ['too-many-lines', 'a.txt', strToU8('a\n'.repeat(20_001))],
    ['long-line', 'a.txt', strToU8('a'.repeat(20_001))],
    ['long-line', 'a.docx', docx(wordParagraph('海'.repeat(30_000)))],
    ['damaged', 'a.md', strToU8('>'.repeat(19_000))],
    ['long-line', 'a.md', strToU8('>'.repeat(400_000))],
    ['damaged', 'a.html', strToU8('<b>'.repeat(3000))],
    ['long-line', 'a.json', strToU8(JSON.stringify(articleOf([['a'.repeat(20_001), '一']])))],
    ['not-our-json', 'a.json', strToU8('{"version":1}')],
    ['not-our-json', 'a.json', strToU8('[')],
  ])('says %s: %s', async (expected, name, bytes) => {
    expect(await refusal(name, bytes)).toBe(expected);
  });

  it('is one that is not encoded as was said', async () => {
    expect(await refusal('a.txt', Uint8Array.of(0xff, 0xff, 0xff), 'utf-8')).toBe('encoding');
  });
});

describe('invisible characters', () => {
  const read = async (text: string) => readFileText({ name: 'a.txt', bytes: strToU8(text) });

  it('are taken out and counted; emoji stay whole', async () => {
    const text = 'pay\u202Etxt.exe\u202C, zero\u200bwidth\u2066\u2069 👨‍👩‍👧 ok\u200d';
    const { lines, invisible } = await read(text);
    expect(lines).toEqual(['paytxt.exe, zerowidth 👨‍👩‍👧 ok']);
    expect(invisible).toBe(6);
  });

  it('and endless characters too', async () => {
    const { lines } = await read(
      `a${'\u0301'.repeat(5000)}b${'👨\u200d'.repeat(500)}👧 \u1112${'ᄀ'.repeat(99)}`,
    );
    expect(lines).toEqual(['b']);
  });

  it('are taken out of an article that was exported, whose pairs stay', async () => {
    const article = articleOf([['The bay\u200e.', '海灣。']]);
    const { pairs, article: found } = await read2(JSON.stringify(article));
    expect(pairs).toEqual([{ en: 'The bay.', zh: '海灣。' }]);
    expect(found?.id).toBe(article.id);
  });
});

function read2(json: string) {
  return readFileText({ name: 'a.json', bytes: strToU8(json) });
}
