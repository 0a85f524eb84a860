import { describe, expect, it } from 'vitest';
import { daySetOf, parseDays } from '../../src/daily/days.ts';
import { parseTime } from '../../src/daily/time.ts';
import { cityOf, offsetName, zoneMeant, zoneNamed, zonesFor } from '../../src/daily/zone.ts';

const WINTER = Date.UTC(2026, 10, 24);
const SUMMER = Date.UTC(2027, 5, 24);

describe('times as people write them', () => {
  it.each([
    ['8:00', 8, 0],
    ['08:00', 8, 0],
    ['0800', 8, 0],
    ['8', 8, 0],
    ['8.15', 8, 15],
    ['８：３０', 8, 30],
    ['8am', 8, 0],
    ['8:30 pm', 20, 30],
    ['8:30 P.M.', 20, 30],
    ['pm 8:30', 20, 30],
    ['12am', 0, 0],
    ['12 p.m.', 12, 0],
    ['20:30', 20, 30],
    ['2030', 20, 30],
    ['23:59', 23, 59],
    ['0:00', 0, 0],
    ['noon', 12, 0],
    ['Midnight', 0, 0],
    ['早上8點', 8, 0],
    ['早上八点', 8, 0],
    ['上午 8:05', 8, 5],
    ['下午三點一刻', 15, 15],
    ['下午3点45分', 15, 45],
    ['下午14:20', 14, 20],
    ['中午', 12, 0],
    ['中午12點半', 12, 30],
    ['中午一點', 13, 0],
    ['晚上8點半', 20, 30],
    ['晚上八點半', 20, 30],
    ['晚上20點', 20, 0],
    ['晚上12點', 0, 0],
    ['凌晨2點', 2, 0],
    ['半夜12點', 0, 0],
    ['十點三刻', 10, 45],
    ['二十點二十分', 20, 20],
    ['7時整', 7, 0],
    ['7點鐘', 7, 0],
  ])('%s', (text, hour, minute) => {
    expect(parseTime(text)).toEqual({ hour, minute });
  });

  it.each([
    ['24:05', { problem: 'hour', hour: 24 }],
    ['99:30', { problem: 'hour', hour: 99 }],
    ['25點', { problem: 'hour', hour: 25 }],
    ['8:60', { problem: 'minute', minute: 60 }],
    ['13pm', { problem: 'half', hour: 13 }],
    ['0am', { problem: 'half', hour: 0 }],
    ['早上20點', { problem: 'half', hour: 20 }],
    ['晚上9點半後', { problem: 'unreadable' }],
    ['下午23:00', { problem: 'half', hour: 23 }],
    ['中午5點', { problem: 'half', hour: 5 }],
    ['上午12點', { problem: 'twelve' }],
    ['soon', { problem: 'unreadable' }],
    ['', { problem: 'unreadable' }],
    ['8:0:0', { problem: 'unreadable' }],
    ['-8', { problem: 'unreadable' }],
  ])('%s is none', (text, problem) => {
    expect(parseTime(text)).toEqual(problem);
  });
});

describe('days as people write them', () => {
  it.each([
    ['all', '1234567'],
    ['Every day', '1234567'],
    ['每天', '1234567'],
    ['weekdays', '12345'],
    ['平日', '12345'],
    ['weekends', '67'],
    ['周末', '67'],
    ['mon, wed fri', '135'],
    ['Mondays and Thursdays', '14'],
    ['Monday to Friday', '12345'],
    ['sat-mon', '167'],
    ['tues, thurs', '24'],
    ['一三五', '135'],
    ['週一、週三和週五', '135'],
    ['星期一到星期五', '12345'],
    ['周六至周日', '67'],
    ['禮拜天', '7'],
    ['fri mon fri', '15'],
  ])('%s', (text, days) => {
    expect(parseDays(text)?.join('')).toBe(days);
  });

  it.each(['', 'soon', 'mon-', '-mon', 'mon - - fri', '八', 'mon tomorrow'])(
    '%s is none',
    (text) => {
      expect(parseDays(text)).toBeNull();
    },
  );

  it('knows the sets that have a name', () => {
    expect(daySetOf([1, 2, 3, 4, 5, 6, 7])).toBe('all');
    expect(daySetOf([1, 2, 3, 4, 5])).toBe('weekdays');
    expect(daySetOf([6, 7])).toBe('weekends');
    expect(daySetOf([1])).toBeNull();
  });
});

describe('zones', () => {
  it.each([
    ['taipei', 'Asia/Taipei'],
    ['台北', 'Asia/Taipei'],
    ['臺灣', 'Asia/Taipei'],
    ['北京', 'Asia/Shanghai'],
    ['san francisco', 'America/Los_Angeles'],
    ['new york', 'America/New_York'],
    ['伦敦', 'Europe/London'],
    ['日本', 'Asia/Tokyo'],
    ['UTC', 'UTC'],
    ['asia/taipei', 'Asia/Taipei'],
    ['America/Argentina/Ushuaia', 'America/Argentina/Ushuaia'],
  ])('%s', (text, zone) => {
    expect(zonesFor(text, WINTER)[0]).toBe(zone);
    expect(zoneMeant(text, WINTER)).toBe(zone);
  });

  it('are found by what they add to UTC at the moment', () => {
    expect(zonesFor('+8', WINTER).slice(0, 2)).toEqual(['Asia/Taipei', 'Asia/Shanghai']);
    expect(zonesFor('UTC-5', WINTER)[0]).toBe('America/New_York');
    expect(zonesFor('gmt−4', SUMMER)[0]).toBe('America/New_York');
    expect(zonesFor('+5:30', WINTER)[0]).toBe('Asia/Calcutta');
    expect(zonesFor('+0845', WINTER)).toEqual(['Australia/Eucla']);
    expect(zonesFor('+20', WINTER)).toEqual([]);
  });

  it('the best known come first when nothing was typed, and all can be found', () => {
    expect(zonesFor('', WINTER)[0]).toBe('Asia/Taipei');
    for (const zone of Intl.supportedValuesOf('timeZone')) {
      expect(zonesFor(zone, WINTER)[0]).toBe(zone);
    }
  });

  it('what could be several, or is none, is not guessed', () => {
    for (const text of ['+8', 'america', 'atlantis', '', '+08:00']) {
      expect(zoneMeant(text, WINTER)).toBeNull();
    }
    for (const text of ['Moon/Base', '+08:00', 'taipei', 'EST']) expect(zoneNamed(text)).toBeNull();
  });

  it('are called by their city, and written with their offset', () => {
    expect(cityOf('Asia/Taipei')).toEqual({ en: 'Taipei', 'zh-TW': '台北', 'zh-CN': '台北' });
    expect(cityOf('America/Porto_Acre')['zh-TW']).toBeNull();
    expect(offsetName('Asia/Taipei', WINTER)).toBe('UTC+8');
    expect(offsetName('America/New_York', WINTER)).toBe('UTC-5');
    expect(offsetName('America/St_Johns', WINTER)).toBe('UTC-3:30');
    expect(offsetName('Europe/London', WINTER)).toBe('UTC');
    expect(offsetName('Europe/London', SUMMER)).toBe('UTC+1');
  });
});
