import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readingAids } from '../../src/language/reading-aids.ts';
import { testDictionary } from './opened-dictionary.ts';

it('opens the reading aids once', async () => {
  await testDictionary();
  const aids = readingAids(fileURLToPath(new URL('../../.cache/', import.meta.url)));
  await aids.prepare();
  const [one, two] = await Promise.all([aids.open(), aids.open()]);
  expect(one).toBe(two);
  expect(one.words('我去銀行').map(({ text }) => text)).toEqual(['我', '去', '銀行']);
  expect(one.readings('銀行', 'mainland')[0]?.pinyin).toBe('yínháng');
  one.dictionary.close();
});

it('tells why it cannot open them', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'duidu-'));
  const file = join(folder, 'not-a-folder');
  await writeFile(file, '');
  const aids = readingAids(file);
  await expect(aids.open()).rejects.toThrow();
  await expect(aids.open()).rejects.toThrow();
  await expect(readingAids().prepare()).rejects.toThrow('no folder');
  await rm(folder, { recursive: true });
});

it('takes the next folder where the first cannot be written', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'duidu-'));
  const file = join(folder, 'not-a-folder');
  await writeFile(file, '');
  const ready = fileURLToPath(new URL('../../.cache/', import.meta.url));
  await testDictionary();
  const { dictionary } = await readingAids(file, ready).open();
  expect(dictionary.lookup('茶')).not.toEqual([]);
  dictionary.close();
  await rm(folder, { recursive: true });
});
