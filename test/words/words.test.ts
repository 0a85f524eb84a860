import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { commands } from '../../commands/index.ts';
import { simplifiedOnly, traditionalOnly } from '../../src/language/scripts.ts';
import { wordsFor } from '../../src/words/index.ts';
import { LANGUAGES, languageFor } from '../../src/words/language.ts';

/** Every text of `value` with its path; functions are called with `arguments_`. */
function texts(value: unknown, arguments_: readonly unknown[], path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  if (typeof value === 'function') return texts(value(...arguments_), arguments_, path);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, one]) => texts(one, arguments_, `${path}.${key}`));
}

/** Numbers as arguments: names of other languages would stand in any text. */
const ARGUMENTS = [7, 12, 3, 5];
/** Commands are quoted as they are typed, with their spaces. */
const withoutCommands = (text: string) => text.replaceAll(/`[^`]*`/g, '');

const said = (language: (typeof LANGUAGES)[number]) =>
  texts(wordsFor(language), ARGUMENTS).filter(([path]) => path !== '.language');

/** Every command and subcommand as a reader of `language` types it. */
function namesOfCommands(language: (typeof LANGUAGES)[number]): string[] {
  type Named = { name: string; name_localizations?: Partial<Record<string, string | null>> | null };
  const nameOf = ({ name, name_localizations: other }: Named) => other?.[language] ?? name;
  return commands.flatMap(({ data }) => [
    `/${nameOf(data)}`,
    ...('options' in data ? (data.options ?? []) : []).map(
      (option) => `/${nameOf(data)} ${nameOf(option)}`,
    ),
  ]);
}

describe('what the bot says', () => {
  it.each(LANGUAGES)('is said in full in %s', (language) => {
    const paths = said(language).map(([path]) => path);
    expect(paths).toEqual(said('en').map(([path]) => path));
    for (const [path, text] of said(language)) expect(text.trim(), path).not.toBe('');
  });

  it.each(['zh-TW', 'zh-CN'] as const)('is Chinese where it should be: %s', (language) => {
    for (const [path, text] of said(language)) {
      if (/^\.common\.(?:comma|dot|bracketed)$|\.quoted$/.test(path)) continue;
      expect(text, path).toMatch(/\p{Script=Han}/u);
    }
  });

  it('keeps the scripts apart', () => {
    for (const [path, text] of said('zh-TW')) expect(simplifiedOnly(text), path).toEqual([]);
    for (const [path, text] of said('zh-CN')) expect(traditionalOnly(text), path).toEqual([]);
  });

  it.each(['zh-TW', 'zh-CN'] as const)('has Chinese punctuation and no spaces: %s', (language) => {
    for (const [path, text] of said(language)) {
      const plain = withoutCommands(text);
      expect(plain, path).not.toMatch(/\p{Script=Han}[ \u3000]+[\p{L}\p{N}]/u);
      expect(plain, path).not.toMatch(/[\p{L}\p{N}][ \u3000]+\p{Script=Han}/u);
      expect(plain, path).not.toMatch(/\p{Script=Han}[,.;:?!()]|[,.;:?!()]\p{Script=Han}/u);
    }
  });

  it('parts things by the dot of the language, which in Chinese stands without spaces', async () => {
    for (const folder of ['src/render', 'commands']) {
      for (const name of await readdir(folder, { recursive: true })) {
        if (!name.endsWith('.ts')) continue;
        expect(await readFile(path.join(folder, name), 'utf8'), name).not.toContain(' · ');
      }
    }
    expect(wordsFor('zh-TW').common.dot).toBe('・');
    expect(wordsFor('zh-CN').common.dot).toBe('・');
  });

  it('has quotation marks as they are used there, and no straight ones', () => {
    for (const [path, text] of said('zh-TW')) expect(text, path).not.toMatch(/[“”"']/u);
    for (const [path, text] of said('zh-CN')) expect(text, path).not.toMatch(/[「」"']/u);
    for (const [path, text] of said('en')) expect(text, path).not.toMatch(/["']|—/u);
  });

  it('calls one thing by one word', () => {
    for (const [path, text] of said('zh-TW')) expect(text, path).not.toMatch(/列表/u);
    for (const [path, text] of said('zh-CN')) expect(text, path).not.toMatch(/清单/u);
    for (const language of ['zh-TW', 'zh-CN'] as const) {
      const { article, daily, intake, review } = wordsFor(language);
      expect(new Set([article.list.name, daily.list.name, review.list.name]).size).toBe(1);
      expect(new Set([intake.remove.name, daily.remove.name, review.remove.name]).size).toBe(1);
    }
  });

  it.each(LANGUAGES)('names commands as they are called in %s', (language) => {
    const called = namesOfCommands(language);
    for (const [path, text] of said(language)) {
      for (const [command = ''] of text.matchAll(/(?<=`)\/[^` ]+(?: (?![^` ]*:)[^` ]+)*/gu)) {
        expect(called, path).toContain(command);
      }
    }
  });

  it('uses Taiwan’s words in Taiwan', () => {
    for (const [path, text] of said('zh-TW')) {
      expect(text, path).not.toMatch(/服務器|消息|(?<!檢)視頻|軟件|默認|信息|網絡|質量|用戶|私信/u);
    }
  });
});

describe('languageFor', () => {
  it.each([
    ['zh-TW', 'zh-TW'],
    ['zh-CN', 'zh-CN'],
    ['en-US', 'en'],
    ['en-GB', 'en'],
    ['ja', 'en'],
  ])('%s', (locale, language) => {
    expect(languageFor(locale)).toBe(language);
  });
});
