import type { APIMessage } from 'discord-api-types/v10';
import { expect, test } from 'vitest';
import { printMessage, printModal } from '../../src/sandbox/print.ts';
import { defaultWorld } from '../../src/sandbox/world/default-world.ts';
import { createMessage, type Draft } from '../../src/sandbox/world/messages.ts';
import { findChannel } from '../../src/sandbox/world/names.ts';

function shown(draft: Draft, extraFlags = 0): APIMessage {
  const world = defaultWorld(() => 0);
  const channel = findChannel(world, 'reading');
  const flags = 1 << 15;
  return createMessage(world, {
    channel,
    author: world.bot,
    draft,
    allowedFlags: flags,
    extraFlags,
  }).message;
}

test('a V2 message', () => {
  const message = shown(
    {
      flags: 1 << 15,
      components: [
        {
          type: 17,
          spoiler: true,
          components: [
            { type: 10, content: '## 對讀\n\nSide by side' },
            { type: 14 },
            { type: 14, divider: false },
            {
              type: 9,
              components: [{ type: 10, content: 'Beside' }],
              accessory: { type: 2, style: 5, label: 'Source', url: 'https://example.org' },
            },
            {
              type: 12,
              items: [{ media: { url: 'https://example.org/a.png' }, description: 'A map' }],
            },
          ],
        },
        {
          type: 1,
          components: [
            { type: 2, style: 2, custom_id: 'a', emoji: { name: '◀' }, disabled: true },
            { type: 2, style: 1, custom_id: 'b', label: 'Next' },
          ],
        },
        {
          type: 1,
          components: [
            {
              type: 3,
              custom_id: 'c',
              placeholder: 'Language',
              options: [
                { label: 'Both', value: 'both', default: true },
                { label: 'English', value: 'en', description: 'only' },
              ],
            },
          ],
        },
        { type: 1, components: [{ type: 8, custom_id: 'd' }] },
      ],
    },
    64,
  );
  expect(printMessage(message)).toBe(
    [
      '│ (spoiler)',
      '│ ## 對讀',
      '│',
      '│ Side by side',
      `│ ${'─'.repeat(40)}`,
      '│',
      '│ Beside',
      '│ [ Source ] → https://example.org',
      '│ 🖼 A map: https://example.org/a.png',
      '[ ◀ ] (disabled) [ Next ]',
      '[ Language ▾ ]',
      '    ● Both',
      '    ○ English (only)',
      '[ choose a channel ▾ ]',
      '(only you can see this)',
    ].join('\n'),
  );
});

test('a classic message with an embed', () => {
  const message = shown({
    content: 'Hello',
    embeds: [
      {
        title: 'T',
        description: 'a\nb',
        fields: [{ name: 'n', value: 'v' }],
        footer: { text: 'f' },
      },
    ],
  });
  expect(printMessage(message)).toBe('Hello\n▌ **T**\n▌ a\n▌ b\n▌ n: v\n▌ f');
  expect(printMessage({ ...message, flags: 128, content: '', embeds: [] })).toBe(
    'Duidu is thinking…',
  );
});

test('a modal', () => {
  const text = printModal({
    custom_id: 'm',
    title: 'Report',
    components: [
      { type: 10, content: 'Say what is wrong.' },
      {
        type: 18,
        label: 'What',
        description: 'In short',
        component: { type: 4, custom_id: 'a', style: 1, placeholder: 'a typo' },
      },
      {
        type: 18,
        label: 'Where',
        component: {
          type: 3,
          custom_id: 'b',
          required: false,
          options: [{ label: 'Here', value: 'h' }],
        },
      },
    ],
  });
  expect(text).toBe(
    [
      '┌ Report',
      '│ Say what is wrong.',
      '│ What *',
      '│   In short',
      '│   [ a typo ]',
      '│ Where',
      '│     ○ Here',
      '└ [ Cancel ] [ Submit ]',
    ]
      .join('\n')
      .replace('│     ○', '│       ○'),
  );
});
