import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  choicesIn,
  chosen,
  isTimeZone,
  OPTIONS,
  preferencesFrom,
  STANDARD,
  timeZoneNamed,
} from '../../src/reader/preferences.ts';

describe('preferences', () => {
  it('are the reader’s own choice, else the server’s, else the standard', () => {
    expect(preferencesFrom({})).toEqual(STANDARD);
    const server = { aid: 'zhuyin', script: 'traditional' } as const;
    expect(preferencesFrom({ aid: 'pinyin' }, server)).toEqual({
      ...STANDARD,
      aid: 'pinyin',
      script: 'traditional',
    });
  });

  it('begin each with what holds unless chosen', () => {
    const { timeZone: _, ...standard } = STANDARD;
    for (const [setting, option] of Object.entries(standard)) {
      expect(Object.entries(OPTIONS).find(([name]) => name === setting)?.[1][0]).toBe(option);
    }
  });

  it('are read back from whatever was kept', () => {
    expect(choicesIn({ aid: 'pinyin', timeZone: 'Asia/Taipei' })).toEqual({
      aid: 'pinyin',
      timeZone: 'Asia/Taipei',
    });
    expect(choicesIn({ aid: 'jyutping', first: 'chinese', timeZone: 'Mars/Base' })).toEqual({
      first: 'chinese',
    });
    fc.assert(
      fc.property(fc.jsonValue(), (kept) => {
        expect(preferencesFrom(choicesIn(kept))).toEqual({ ...STANDARD, ...choicesIn(kept) });
      }),
    );
  });

  it('change one setting, to what it may be', () => {
    expect(chosen({ aid: 'pinyin' }, 'script', 'simplified')).toEqual({
      aid: 'pinyin',
      script: 'simplified',
    });
    expect(chosen({ aid: 'pinyin' }, 'aid', 'simplified')).toBeNull();
  });
});

describe('a time zone', () => {
  it.each([
    [' asia/taipei', 'Asia/Taipei'],
    ['America/New York', 'America/New_York'],
    ['utc', 'UTC'],
    ['+08:00', null],
    ['Taipei', null],
    ['', null],
  ])('%s', (typed, zone) => {
    expect(timeZoneNamed(typed)).toBe(zone);
    if (zone !== null) expect(isTimeZone(zone)).toBe(true);
  });
});
