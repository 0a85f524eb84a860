import { describe, expect, it } from 'vitest';
import { optionsFrom } from '../../commands/command.ts';
import { fitting } from '../../commands/options.ts';

describe('optionsFrom', () => {
  const channel = {
    id: '9',
    type: 0,
    name: 'daily',
    botPermissions: 3072n,
    tags: [],
    needsTag: false,
  };
  const options = optionsFrom(
    { word: 'tea', count: 3, quiet: true, role: '7' },
    { where: channel },
  );

  it('gives each option in its own type, and null for any other', () => {
    expect(options.text('word')).toBe('tea');
    expect(options.text('count')).toBeNull();
    expect(options.number('count')).toBe(3);
    expect(options.number('word')).toBeNull();
    expect(options.flag('quiet')).toBe(true);
    expect(options.flag('count')).toBeNull();
    expect(options.id('role')).toBe('7');
    expect(options.channel('where')).toBe(channel);
    expect(options.channel('word')).toBeNull();
  });
});

describe('fitting', () => {
  it('keeps to 25 suggestions of 100 characters', () => {
    const many = Array.from({ length: 40 }, (_, value) => ({ name: '很長'.repeat(80), value }));
    const fits = fitting(many);
    expect(fits).toHaveLength(25);
    for (const { name } of fits) expect(name.length).toBeLessThanOrEqual(100);
  });
});
