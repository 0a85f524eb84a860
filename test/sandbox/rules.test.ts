import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { errorTree, type Problem } from '../../src/sandbox/errors.ts';
import { choiceProblems } from '../../src/sandbox/rules/choice-rules.ts';
import {
  commandListProblems,
  commandProblems,
  commandSize,
  tooMany,
} from '../../src/sandbox/rules/command-rules.ts';
import {
  editedFlagProblems,
  flagProblems,
  isEmpty,
  type MessageState,
  mentionProblems,
  messageProblems,
} from '../../src/sandbox/rules/message-rules.ts';
import { modalProblems } from '../../src/sandbox/rules/modal-rules.ts';
import {
  type AnyComponent,
  breaksDiscord,
  everyComponent,
  lengthOf,
} from '../../src/sandbox/rules/rules.ts';

const V2 = 1 << 15;
const text = (content: string): AnyComponent => ({ type: 10, content });
const button = (custom_id: string): AnyComponent => ({ type: 2, style: 1, label: 'Go', custom_id });
const row = (...components: AnyComponent[]): AnyComponent => ({ type: 1, components });
const select = (more: Partial<AnyComponent> = {}): AnyComponent => ({
  type: 3,
  custom_id: 'select',
  options: [{ value: 'a' }, { value: 'b' }],
  ...more,
});
const state = (parts: Partial<MessageState>): MessageState => ({
  content: '',
  embeds: [],
  components: [],
  poll: false,
  stickers: 0,
  flags: 0,
  ...parts,
});
const v2 = (...components: AnyComponent[]) => state({ flags: V2, components });
const many = (count: number, part: (index: number) => AnyComponent) =>
  Array.from({ length: count }, (_, index) => part(index));

const codes = (problems: readonly Problem[]) => problems.map(({ code }) => code);

const MESSAGES: [rule: string, passes: MessageState, refused: MessageState][] = [
  ['no content with V2', v2(text('a')), { ...v2(text('a')), content: 'b' }],
  ['no embeds with V2', v2(text('a')), { ...v2(text('a')), embeds: [{ title: 'b' }] }],
  ['no poll with V2', v2(text('a')), { ...v2(text('a')), poll: true }],
  ['no stickers with V2', v2(text('a')), { ...v2(text('a')), stickers: 1 }],
  ['V2 parts only with the flag', v2(text('a')), state({ components: [text('a')] })],
  [
    '40 components, nested ones counted',
    v2({ type: 17, components: many(39, (index) => text(`${index}`)) }),
    v2({ type: 17, components: many(40, (index) => text(`${index}`)) }),
  ],
  [
    '4,000 characters in all',
    v2(text('a'.repeat(2000)), text('b'.repeat(2000))),
    v2(text('a'.repeat(2000)), text('b'.repeat(2001))),
  ],
  ['astral characters count as two', v2(text('𠀀'.repeat(2000))), v2(text('𠀀'.repeat(2001)))],
  ['unique custom_ids', v2(row(button('a'), button('b'))), v2(row(button('a')), row(button('a')))],
  [
    'unique custom_ids, accessories too',
    v2({ type: 9, components: [text('a')], accessory: button('a') }),
    v2({ type: 9, components: [text('a')], accessory: button('a') }, row(button('a'))),
  ],
  ['a select alone in its row', v2(row(select())), v2(row(select(), button('a')))],
  [
    'a link has a url',
    v2(row({ type: 2, style: 5, label: 'a', url: 'https://a.tw' })),
    v2(row({ type: 2, style: 5, label: 'a' })),
  ],
  ['a button has a custom_id', v2(row(button('a'))), v2(row({ type: 2, style: 1, label: 'a' }))],
  ['not both of them', v2(row(button('a'))), v2(row({ ...button('a'), url: 'https://a.tw' }))],
  [
    'a label or an emoji',
    v2(row({ type: 2, style: 1, custom_id: 'a', emoji: {} })),
    v2(row({ type: 2, style: 1, custom_id: 'a' })),
  ],
  [
    'a premium button has a sku',
    v2(row({ type: 2, style: 6, sku_id: '1' })),
    v2(row({ type: 2, style: 6 })),
  ],
  [
    'min_values within the options',
    v2(row(select({ min_values: 2, max_values: 2 }))),
    v2(row(select({ min_values: 3, max_values: 3 }))),
  ],
  [
    'max_values within the options',
    v2(row(select({ max_values: 2 }))),
    v2(row(select({ max_values: 3 }))),
  ],
  [
    'min_values not above max_values',
    v2(row(select({ min_values: 1, max_values: 1 }))),
    v2(row(select({ min_values: 2 }))),
  ],
  [
    'option values once',
    v2(row(select())),
    v2(row(select({ options: [{ value: 'a' }, { value: 'a' }] }))),
  ],
  [
    'no more defaults than can be chosen',
    v2(row(select({ options: [{ value: 'a', default: true }, { value: 'b' }] }))),
    v2(
      row(
        select({
          options: [
            { value: 'a', default: true },
            { value: 'b', default: true },
          ],
        }),
      ),
    ),
  ],
  [
    'five rows',
    state({ content: 'a', components: many(5, (i) => row(button(`${i}`))) }),
    state({ content: 'a', components: many(6, (i) => row(button(`${i}`))) }),
  ],
  [
    '2,000 characters of content',
    state({ content: 'a'.repeat(2000) }),
    state({ content: 'a'.repeat(2001) }),
  ],
  [
    '6,000 characters of embeds',
    state({ embeds: [{ description: 'a'.repeat(4000) }, { description: 'a'.repeat(2000) }] }),
    state({
      embeds: [
        { description: 'a'.repeat(4000) },
        { fields: [{ name: 'a', value: 'b'.repeat(2000) }] },
      ],
    }),
  ],
];

describe('messages', () => {
  test.each(MESSAGES)('%s', (_, passes, refused) => {
    expect(messageProblems(passes)).toEqual([]);
    expect(messageProblems(refused)).not.toEqual([]);
  });

  test('the codes that Discord gives', () => {
    const legacy = messageProblems({ ...v2(text('a')), content: 'b' });
    expect(codes(legacy)).toEqual(['MESSAGE_CANNOT_USE_LEGACY_FIELDS_WITH_COMPONENTS_V2']);
    expect(codes(messageProblems(state({ components: [text('a')] })))).toEqual([
      'UNION_TYPE_CHOICES',
    ]);
    const twice = messageProblems(v2(row(button('a')), row(button('a'))));
    expect(codes(twice)).toEqual(['COMPONENT_CUSTOM_ID_DUPLICATED']);
    expect(twice[0]?.path).toEqual(['components', 1, 'components', 0, 'custom_id']);
  });

  test('what makes Discord fail although every limit is kept', () => {
    // 10,170 bytes with 12 for each text: 3,386 characters of three bytes in one text display.
    expect(breaksDiscord([text('讀'.repeat(3386))])).toBe(false);
    expect(breaksDiscord([text('讀'.repeat(3387))])).toBe(true);
    const media = { url: 'https://a.tw/a.png' };
    const items = Array.from({ length: 65 }, () => ({ media }));
    expect(breaksDiscord([{ type: 12, items: items.slice(1) }])).toBe(false);
    expect(breaksDiscord([{ type: 12, items }])).toBe(true);
  });

  test('empty messages', () => {
    expect(isEmpty(state({ content: ' \n' }), 0)).toBe(true);
    expect(isEmpty(state({ content: ' ' }), 1)).toBe(false);
  });

  test('flags', () => {
    expect(flagProblems(V2, V2)).toEqual([]);
    expect(flagProblems(V2 | 64, V2)).not.toEqual([]);
    expect(editedFlagProblems(V2, V2 | 4)).toEqual([]);
    expect(editedFlagProblems(0, V2)).toEqual([]);
    expect(editedFlagProblems(V2, 0)).not.toEqual([]);
    expect(editedFlagProblems(0, 64)).not.toEqual([]);
    expect(editedFlagProblems(64, 64)).toEqual([]);
  });

  test('allowed_mentions', () => {
    expect(mentionProblems({ parse: [], users: ['1'] })).toEqual([]);
    expect(mentionProblems(undefined)).toEqual([]);
    expect(mentionProblems({ parse: ['users'], users: ['1'] })).not.toEqual([]);
    expect(mentionProblems({ roles: ['1', '1'] })).not.toEqual([]);
  });

  test('every component is found once, whatever the nesting', () => {
    const leaf = fc.string().map((content) => text(content));
    const tree: fc.Arbitrary<AnyComponent> = fc.letrec<{ node: AnyComponent }>((tie) => ({
      node: fc.oneof(
        { depthSize: 'small' },
        leaf,
        fc.array(tie('node'), { maxLength: 4 }).map((components) => ({ type: 17, components })),
      ),
    })).node;
    const count = (part: AnyComponent): number =>
      1 + (part.components ?? []).reduce((sum, inner) => sum + count(inner), 0);
    fc.assert(
      fc.property(fc.array(tree, { maxLength: 5 }), (components) => {
        const total = components.reduce((sum, part) => sum + count(part), 0);
        expect(everyComponent(components)).toHaveLength(total);
      }),
    );
  });

  test('a length is never below what either count says', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (given) => {
        expect(lengthOf(given)).toBeGreaterThanOrEqual([...given].length);
        expect(lengthOf(given)).toBeGreaterThanOrEqual(given.length);
      }),
    );
  });
});

const option = (name: string, more: object = {}) => ({ type: 3, name, description: 'd', ...more });
const command = (options: object[] = [], more: object = {}) => ({
  name: 'word',
  description: 'd',
  options: options.map((each) => ({ name: 'x', ...each })),
  ...more,
});

const COMMANDS: [rule: string, passes: object, refused: object][] = [
  ['lower case', command(), command([], { name: 'Word' })],
  ['no spaces', command([], { name: '段落' }), command([], { name: 'a word' })],
  ['option names too', command([option('a')]), command([option('A')])],
  [
    'translated names too',
    command([], { name_localizations: { 'zh-TW': '字' } }),
    command([], { name_localizations: { 'zh-TW': '一 字' } }),
  ],
  [
    'known locales',
    command([], { name_localizations: { 'zh-TW': '字' } }),
    command([], { name_localizations: { 'zh-HK': '字' } }),
  ],
  [
    'required options first',
    command([option('a', { required: true }), option('b')]),
    command([option('a'), option('b', { required: true })]),
  ],
  ['option names once', command([option('a'), option('b')]), command([option('a'), option('a')])],
  [
    'autocomplete or choices',
    command([option('a', { autocomplete: true, choices: [] })]),
    command([option('a', { autocomplete: true, choices: [{ name: 'a', value: 'a' }] })]),
  ],
  [
    'choice names once',
    command([option('a', { choices: [{ name: 'a', value: 'a' }] })]),
    command([
      option('a', {
        choices: [
          { name: 'a', value: 'a' },
          { name: 'a', value: 'b' },
        ],
      }),
    ]),
  ],
  [
    'subcommands alone',
    command([option('a', { type: 1 })]),
    command([option('a', { type: 1 }), option('b')]),
  ],
  [
    'groups in commands only',
    command([option('a', { type: 2, options: [option('b', { type: 1 })] })]),
    command([option('a', { type: 2, options: [option('b', { type: 2 })] })]),
  ],
  [
    'sane limits',
    command([option('a', { type: 4, min_value: 1, max_value: 1 })]),
    command([option('a', { type: 4, min_value: 2, max_value: 1 })]),
  ],
  [
    'sane lengths',
    command([option('a', { min_length: 1, max_length: 1 })]),
    command([option('a', { min_length: 2, max_length: 1 })]),
  ],
  ['a description', command(), command([], { description: '' })],
  [
    'none for menus',
    { name: 'Any Name', type: 3 },
    { name: 'Any Name', type: 3, description: 'd' },
  ],
  [
    'no options for menus',
    { name: 'Any Name', type: 3 },
    { name: 'Any Name', type: 3, options: [option('a')] },
  ],
  [
    '8,000 characters',
    command(Array.from({ length: 25 }, (_, index) => option(`o${index}`))),
    command(
      Array.from({ length: 25 }, (_, index) =>
        option(`o${index}`, {
          description_localizations: { 'zh-TW': 'x'.repeat(100), ja: 'y' },
          choices: Array.from({ length: 5 }, (__, i) => ({
            name: `${i}${'n'.repeat(30)}`,
            value: 'v'.repeat(20),
          })),
        }),
      ),
    ),
  ],
];

describe('commands', () => {
  test.each(COMMANDS)('%s', (_, passes, refused) => {
    expect(commandProblems({ name: 'x', ...passes })).toEqual([]);
    expect(commandProblems({ name: 'x', ...refused })).not.toEqual([]);
  });

  test('the longest translation counts', () => {
    expect(commandSize({ name: 'ab', name_localizations: { ja: 'abcd' }, description: 'x' })).toBe(
      5,
    );
  });

  test('names once in a kind; at most 100, 15 and 15', () => {
    const named = (count: number, type: number) =>
      Array.from({ length: count }, (_, index) => ({ type, name: `n${index}` }));
    expect(commandListProblems([{ name: 'a' }, { name: 'a', type: 2 }])).toEqual([]);
    expect(commandListProblems([{ name: 'a' }, { name: 'a' }])).not.toEqual([]);
    expect(tooMany([...named(100, 1), ...named(15, 2), ...named(15, 3)])).toBe(false);
    expect(tooMany(named(101, 1))).toBe(true);
    expect(tooMany(named(16, 3))).toBe(true);
  });
});

describe('choices and modals', () => {
  test('at most 25 choices of 100 characters, of the type of their option', () => {
    const choices = (count: number) =>
      Array.from({ length: count }, (_, i) => ({ name: `${i}`, value: `${i}` }));
    expect(choiceProblems(choices(25), 3)).toEqual([]);
    expect(choiceProblems(choices(26), 3)).not.toEqual([]);
    expect(choiceProblems([{ name: '', value: 'a' }], 3)).not.toEqual([]);
    expect(choiceProblems([{ name: 'a', value: 'a'.repeat(101) }], 3)).not.toEqual([]);
    expect(choiceProblems([{ name: 'a', value: 1 }], 4)).toEqual([]);
    expect(choiceProblems([{ name: 'a', value: 1.5 }], 4)).not.toEqual([]);
    expect(choiceProblems([{ name: 'a', value: 1.5 }], 10)).toEqual([]);
  });

  test('a modal has 1 to 5 parts with unique ids and sane lengths', () => {
    const input = (custom_id: string, more: object = {}) => ({
      type: 18,
      label: 'l',
      component: { type: 4, custom_id, ...more },
    });
    const inputs = (count: number) => Array.from({ length: count }, (_, i) => input(`${i}`));
    expect(modalProblems({ components: inputs(5) })).toEqual([]);
    expect(modalProblems({ components: inputs(6) })).not.toEqual([]);
    expect(modalProblems({ components: [input('a'), input('a')] })).not.toEqual([]);
    expect(
      modalProblems({ components: [input('a', { min_length: 3, max_length: 2 })] }),
    ).not.toEqual([]);
    expect(
      modalProblems({ components: [input('a', { max_length: 2, value: 'abc' })] }),
    ).not.toEqual([]);
    const oldStyle = { type: 1, components: [{ type: 4, custom_id: 'a', label: 'l' }] };
    expect(modalProblems({ components: [oldStyle] })).toEqual([]);
    expect(modalProblems({ components: [row({ type: 4, custom_id: 'a' })] })).not.toEqual([]);
  });
});

test('problems are nested as Discord nests them', () => {
  const problem = { path: ['embeds', 0, 'title'], code: 'C', message: 'm' };
  expect(errorTree([problem, { ...problem, code: 'D' }])).toEqual({
    embeds: {
      0: {
        title: {
          _errors: [
            { code: 'C', message: 'm' },
            { code: 'D', message: 'm' },
          ],
        },
      },
    },
  });
});
