import { describe, expect, it } from 'vitest';
import { commands, menus } from '../../commands/index.ts';
import { registrationBody } from '../../src/discord/registration.ts';

/** Every object of a command that has a name: the command itself, its options, their choices. */
function namedIn(value: unknown): Record<string, unknown>[] {
  if (Array.isArray(value)) return value.flatMap(namedIn);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'name' in value ? [{ ...value }] : [];
  return [...own, ...Object.values(value).flatMap(namedIn)];
}

const everything = namedIn(registrationBody({ commands, menus }));

describe('the commands', () => {
  it('have different names and component prefixes', () => {
    const names = commands.map(({ data }) => data.name);
    expect(new Set(names).size).toBe(names.length);
    const prefixes = commands.flatMap(({ components = [] }) =>
      components.map(({ prefix }) => prefix),
    );
    expect(new Set(prefixes).size).toBe(prefixes.length);
  });

  it.each(['zh-TW', 'zh-CN'])('are named and described in %s', (locale) => {
    for (const one of everything) {
      expect(Object(one.name_localizations)[locale], String(one.name)).toMatch(/\p{Script=Han}/u);
      if (one.description === undefined) continue;
      expect(Object(one.description_localizations)[locale]).toMatch(/\p{Script=Han}/u);
    }
  });

  it('have names that Discord takes: 1 to 32, lower case, no spaces', () => {
    for (const { name, name_localizations: others, description } of everything) {
      if (description === undefined) continue;
      for (const one of [name, ...Object.values(Object(others))]) {
        expect(one).toMatch(/^[-_'\p{L}\p{N}]{1,32}$/u);
        expect(one).toBe(String(one).toLowerCase());
      }
    }
  });
});
