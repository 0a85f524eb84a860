import type { APIApplicationCommand } from 'discord-api-types/v10';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseLine, typedCommand } from '../../src/sandbox/member/line.ts';

const option = (name: string, type: number, more: object = {}) => ({
  name,
  type,
  description: 'd',
  ...more,
});
const base = {
  application_id: '1',
  version: '1',
  description: 'd',
  default_member_permissions: null,
};
const COMMANDS: APIApplicationCommand[] = [
  {
    ...base,
    id: '10',
    type: 1,
    name: 'paragraph',
    name_localizations: { 'zh-TW': '段落' },
    options: [
      { ...option('number', 4), type: 4, required: true },
      { ...option('language', 3), type: 3, name_localizations: { 'zh-TW': '語言' } },
      { ...option('note-text', 3), type: 3 },
    ],
  },
  {
    ...base,
    id: '11',
    type: 1,
    name: 'article',
    options: [
      { ...option('list', 1), type: 1, options: [] },
      {
        ...option('admin', 2),
        type: 2,
        options: [{ ...option('add', 1), type: 1, options: [{ ...option('id', 3), type: 3 }] }],
      },
    ],
  },
];

const values = (line: string) => Object.fromEntries(parseLine(line, COMMANDS).values);

describe('a line', () => {
  test.each([
    ['/paragraph number:3', { number: '3' }],
    ['  /paragraph   number: 3   language:both  ', { number: '3', language: 'both' }],
    ['/段落 number：3 語言：中文', { number: '3', language: '中文' }],
    ['/paragraph NUMBER:3', { number: '3' }],
    ['/paragraph note-text:a b: c number:3', { 'note-text': 'a b: c', number: '3' }],
    ['/paragraph note-text:"number:3" number:4', { 'note-text': 'number:3', number: '4' }],
    ['/paragraph note-text:"say \\"hi\\"" number:4', { 'note-text': 'say "hi"', number: '4' }],
    ['/paragraph note-text:「你好」 number:4', { 'note-text': '你好', number: '4' }],
    ['/paragraph note-text:"a" and b', { 'note-text': 'a' }],
    ['/article admin add id:x', { id: 'x' }],
    ['/article list', {}],
  ])('%s', (line, expected) => {
    if (line.endsWith('and b')) expect(() => values(line)).toThrow('“and b”');
    else expect(values(line)).toEqual(expected);
  });

  test.each([
    ['paragraph', 'A command begins with a slash'],
    ['/nothing', 'There is no command /nothing. There are: /paragraph, /article.'],
    [
      '/paragraph numbr:3',
      'has no option “numbr”. Its options: number (required), language, note-text.',
    ],
    ['/paragraph 3', 'write options as name:value, not “3”'],
    ['/paragraph number:3 number:4', 'given twice'],
    ['/paragraph note-text:"open', 'not closed'],
    ['/article', 'needs a subcommand. There are: /article list, /article admin.'],
    ['/article nope', '/article has no “nope”'],
    ['/article list id:x', 'Its options: none'],
  ])('%s is explained', (line, message) => {
    expect(() => parseLine(line, COMMANDS)).toThrow(message);
  });

  test('the way to a subcommand', () => {
    const { way } = parseLine('/article admin add id:x', COMMANDS);
    expect(way.map(({ name }) => name)).toEqual(['admin', 'add']);
  });

  test('any text survives being quoted', () => {
    const quoted = (text: string) => `"${text.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`;
    fc.assert(
      fc.property(fc.string(), fc.integer(), (text, number) => {
        const line = `/paragraph note-text:${quoted(text)} number:${number}`;
        expect(values(line)).toEqual({ 'note-text': text, number: String(number) });
      }),
    );
  });

  test('values given as an object need no quotes', () => {
    const given = { name: 'paragraph', options: { number: 3, 'note-text': 'number:4 "' } };
    expect(Object.fromEntries(typedCommand(given, COMMANDS).values)).toEqual({
      number: '3',
      'note-text': 'number:4 "',
    });
    expect(() => typedCommand({ name: 'paragraph', options: { x: 1 } }, COMMANDS)).toThrow(
      'no option “x”',
    );
  });
});
