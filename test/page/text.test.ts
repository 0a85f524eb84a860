import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { escapeMarkdown } from '../../src/render/escape.ts';
import { ansiRuns } from '../../src/sandbox/page/text/ansi.ts';
import { fitting, menuNames, namedBy, pickables } from '../../src/sandbox/page/text/commands.ts';
import { emojiPieces } from '../../src/sandbox/page/text/emoji.ts';
import { type Inline, parseInline } from '../../src/sandbox/page/text/inline.ts';
import { parseMarkdown } from '../../src/sandbox/page/text/markdown.ts';
import { messageTime, timestamp } from '../../src/sandbox/page/text/times.ts';

const text = (said: string): Inline => ({ kind: 'text', text: said });

describe('the marks inside a line', () => {
  it.each<[string, Inline[]]>([
    ['plain', [text('plain')]],
    [
      '**bold** and *slanted*',
      [
        { kind: 'bold', inner: [text('bold')] },
        text(' and '),
        { kind: 'italic', inner: [text('slanted')] },
      ],
    ],
    ['_slanted_', [{ kind: 'italic', inner: [text('slanted')] }]],
    ['snake_case_name', [text('snake_case_name')]],
    ['__under__', [{ kind: 'underline', inner: [text('under')] }]],
    ['~~gone~~', [{ kind: 'strike', inner: [text('gone')] }]],
    ['||**secret**||', [{ kind: 'spoiler', inner: [{ kind: 'bold', inner: [text('secret')] }] }]],
    ['`a *b*`', [{ kind: 'code', text: 'a *b*' }]],
    ['\\*not\\*', [text('*not*')]],
    ['2 * 3 * 4', [text('2 * 3 * 4')]],
    [
      '<@1> <@&2> <#3>',
      [
        { kind: 'mention', what: 'user', id: '1' },
        text(' '),
        { kind: 'mention', what: 'role', id: '2' },
        text(' '),
        { kind: 'mention', what: 'channel', id: '3' },
      ],
    ],
    [
      '</article show:9> @everyone',
      [
        { kind: 'command', name: 'article show' },
        text(' '),
        { kind: 'everyone', text: '@everyone' },
      ],
    ],
    [
      '<t:60:R> <t:60>',
      [
        { kind: 'time', seconds: 60, style: 'R' },
        text(' '),
        { kind: 'time', seconds: 60, style: 'f' },
      ],
    ],
    ['<:wave:1>', [{ kind: 'custom', name: 'wave' }]],
    [
      '[here](<https://a.example/b>)',
      [{ kind: 'link', url: 'https://a.example/b', inner: [text('here')] }],
    ],
    [
      '見https://a.example。',
      [
        text('見'),
        { kind: 'link', url: 'https://a.example', inner: [text('https://a.example')] },
        text('。'),
      ],
    ],
    [
      '<https://a.example>',
      [{ kind: 'link', url: 'https://a.example', inner: [text('https://a.example')] }],
    ],
    ['[x](javascript:alert(1))', [text('[x](javascript:alert(1))')]],
    ['<b>no HTML</b>', [text('<b>no HTML</b>')]],
  ])('%s', (given, expected) => {
    expect(parseInline(given)).toEqual(expected);
  });

  it('show what the bot escaped exactly as it was', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'ab*_`~|>#-[]()\\ 讀') }), (given) => {
        expect(parseInline(escapeMarkdown(`a${given}`))).toEqual([text(`a${given}`)]);
      }),
    );
  });
});

describe('blocks', () => {
  it('are told apart by the beginning of a line', () => {
    const given = [
      '# One',
      '### Three',
      '-# small',
      'plain',
      'lines',
      '> quoted',
      '> twice',
      '- item',
      '  - deeper',
      '- next',
      '3. third',
      '```ts',
      'code *here*',
      '```',
      '>>> all',
      'the rest',
    ].join('\n');
    const kinds = parseMarkdown(given).map(({ kind }) => kind);
    expect(kinds).toEqual([
      'heading',
      'heading',
      'subtext',
      'paragraph',
      'quote',
      'list',
      'list',
      'code',
      'quote',
    ]);
  });

  it('keep numbers, depth and language', () => {
    expect(parseMarkdown('3. third\n4. fourth')).toEqual([
      {
        kind: 'list',
        ordered: true,
        start: 3,
        items: [
          { inner: [text('third')], nested: [] },
          { inner: [text('fourth')], nested: [] },
        ],
      },
    ]);
    expect(parseMarkdown('before ```one line``` after')).toMatchObject([
      { kind: 'paragraph' },
      { kind: 'code', language: '', text: 'one line' },
      { kind: 'paragraph' },
    ]);
    expect(parseMarkdown('\\```no code```')).toMatchObject([{ kind: 'paragraph' }]);
    expect(parseMarkdown('## Two')).toMatchObject([{ level: 2 }]);
    expect(parseMarkdown('')).toEqual([]);
  });
});

describe('an ansi block', () => {
  it('is split into coloured runs', () => {
    const given = 'a\u001b[1;31mred\u001b[4;42mon green\u001b[0mplain';
    expect(ansiRuns(given)).toEqual([
      { text: 'a', bold: false, underline: false, color: null, background: null },
      { text: 'red', bold: true, underline: false, color: 1, background: null },
      { text: 'on green', bold: true, underline: true, color: 1, background: 2 },
      { text: 'plain', bold: false, underline: false, color: null, background: null },
    ]);
    expect(ansiRuns('\u001b[99mx')).toMatchObject([{ text: 'x', color: null }]);
  });
});

describe('emoji', () => {
  it('are named by the pictures that draw them', () => {
    expect(emojiPieces('◀️ 讀🎲')).toEqual([
      { text: '◀️', picture: '25c0' },
      { text: ' 讀', picture: null },
      { text: '🎲', picture: '1f3b2' },
    ]);
    expect(emojiPieces('👩‍🏫')).toEqual([{ text: '👩‍🏫', picture: '1f469-200d-1f3eb' }]);
    expect(emojiPieces('no 1 ©')).toEqual([{ text: 'no 1 ©', picture: null }]);
  });
});

describe('times', () => {
  const now = Date.UTC(2026, 10, 24, 12);
  it('are told as Discord tells them', () => {
    const at = now / 1000;
    expect(timestamp(at + 3600, 'R', now, 'en-US')).toBe('in 1 hour');
    expect(timestamp(at - 120, 'R', now, 'zh-TW')).toBe('2 分鐘前');
    expect(timestamp(at, 'R', now, 'en-US')).toBe('now');
    expect(timestamp(at, 'D', now, 'en-US')).toContain('2026');
    expect(timestamp(at, '?', now, 'en-US')).toBe(timestamp(at, 'f', now, 'en-US'));
    expect(timestamp(9e12, 'f', now, 'en-US')).toBe('');
  });

  it('date a message by how long ago it is', () => {
    const yesterday = (time: string) => `Yesterday at ${time}`;
    expect(messageTime(now, now, 'en-US', yesterday)).toMatch(/^\d+:00/);
    expect(messageTime(now - 86_400_000, now, 'en-US', yesterday)).toContain('Yesterday at');
    expect(messageTime(now - 3 * 86_400_000, now, 'en-US', yesterday)).toContain('/26');
  });
});

describe('the command picker', () => {
  const base = { id: '1', application_id: '2', version: '3', default_member_permissions: null };
  const commands = [
    {
      ...base,
      type: 1,
      name: 'article',
      name_localizations: { 'zh-TW': '文章' },
      description: 'Articles',
      description_localizations: { 'zh-TW': '關於文章' },
      options: [
        {
          type: 1,
          name: 'show',
          name_localizations: { 'zh-TW': '顯示' },
          description: 'One of them',
          options: [
            {
              type: 3,
              name: 'language',
              description: 'Which',
              required: true,
              choices: [
                { name: 'Chinese', name_localizations: { 'zh-TW': '中文' }, value: 'chinese' },
              ],
            },
            { type: 7, name: 'where', description: 'Where', channel_types: [0] },
          ],
        },
      ],
    },
    { ...base, type: 1, name: 'help', description: 'How to begin an article' },
    {
      ...base,
      type: 3,
      name: 'Read this',
      name_localizations: { 'zh-TW': '讀這個' },
      description: '',
    },
  ];

  it('lists subcommands one by one, in the language chosen', () => {
    const [show, help] = pickables(commands, 'zh-TW');
    expect(show).toMatchObject({
      path: 'article show',
      title: '文章 顯示',
      description: 'One of them',
    });
    expect(show?.options).toMatchObject([
      { name: 'language', required: true, choices: [{ name: '中文', value: 'chinese' }] },
      { name: 'where', required: false, autocomplete: false, channelTypes: [0] },
    ]);
    expect(help).toMatchObject({ path: 'help', title: 'help', options: [] });
  });

  it('finds by either name, then by what is inside, then by the description', () => {
    const all = pickables(commands, 'zh-TW');
    expect(fitting(all, '文').map(({ path }) => path)).toEqual(['article show']);
    expect(fitting(all, 'article').map(({ path }) => path)).toEqual(['article show', 'help']);
    expect(fitting(all, 'show').map(({ path }) => path)).toEqual(['article show']);
    expect(fitting(all, 'nothing')).toEqual([]);
    expect(namedBy(all, '/文章 顯示 ')?.path).toBe('article show');
    expect(namedBy(all, '/article')).toBeNull();
    expect(menuNames(commands, 'zh-TW')).toEqual([{ name: 'Read this', title: '讀這個' }]);
  });
});
