import fc from 'fast-check';
import { expect, it } from 'vitest';
import { remembering } from '../../src/language/remembering.ts';

it('gives what is found, and asks again only for what was forgotten', () => {
  fc.assert(
    fc.property(
      fc.array(fc.constantFrom('a', 'b', 'c', 'd', 'e'), { maxLength: 60 }),
      fc.integer({ min: 1, max: 6 }),
      (keys, most) => {
        const asked: string[] = [];
        const find = remembering((key) => {
          asked.push(key);
          return `found ${key}`;
        }, most);
        for (const key of keys) {
          const recent = asked.slice(-most).includes(key);
          const before = asked.length;
          expect(find(key)).toBe(`found ${key}`);
          expect(asked.length - before).toBe(recent ? 0 : 1);
        }
      },
    ),
  );
});

it('remembers that something is false, empty or null', () => {
  let asked = 0;
  const find = remembering((key) => {
    asked += 1;
    return { no: false, none: '', nobody: null }[key];
  }, 10);
  for (const key of ['no', 'none', 'nobody', 'no', 'none', 'nobody']) find(key);
  expect(asked).toBe(3);
});
