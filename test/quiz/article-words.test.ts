import { expect, it } from 'vitest';
import { finished } from '../../src/article/steps.ts';
import { sameLengthInScript } from '../../src/language/scripts.ts';
import { articleWords } from '../../src/quiz/article-words.ts';
import { blankedUses, canBeTyped } from '../../src/quiz/blanks.ts';
import { makeQuestion } from '../../src/quiz/make.ts';
import { prepareMaterial } from '../../src/quiz/material.ts';
import { studiedPairs } from '../../src/quiz/pairs.ts';
import { KINDS } from '../../src/quiz/question.ts';
import { articleOf } from '../article/fixtures.ts';
import { shippedMaterials, testAids } from './shipped.ts';

const aids = await testAids();

function wordsIn(en: string, zh: string): string[] {
  const pairs = finished(studiedPairs(articleOf([[en, zh]]), aids));
  return finished(articleWords(pairs, 'traditional', aids.dictionary)).map(
    ({ zh: word, meaning, uses }) => `${word} ${meaning.text} ${uses[0]?.en} ${uses[0]?.form}`,
  );
}

it.each([
  [
    'a noun and a verb in their forms',
    'The merchants sold tea leaves.',
    '商人賣茶葉。',
    ['賣 to sell sold past', '茶葉 tea tea base', '商人 merchant merchants s'],
  ],
  [
    'no word of a title',
    'Huxley wrote Evolution and Ethics.',
    '赫胥黎寫了《演化與倫理》。',
    ['寫 to write wrote past'],
  ],
  [
    'no name',
    'He sailed to Amsterdam in a boat.',
    '他坐船到了阿姆斯特丹。',
    ['坐 to sit', '船 boat boat base'].slice(1),
  ],
  [
    'no word beside another of its meaning',
    'Britain paid in silver.',
    '英國付白銀，銀子流走。',
    ['付 to pay paid past'],
  ],
  ['no verb where the English has a noun', 'That was the question.', '這就是他的發問。', []],
  ['no numeral and no function word', 'There were twenty-three of them.', '一共有二十三個。', []],
])('asks %s', (_, en, zh, expected) => {
  expect(wordsIn(en, zh).toSorted()).toEqual([...expected].toSorted());
});

it('leaves a word out wherever it stands, and not at all where it would show', () => {
  const blanked = (en: string, zh: string, language: 'en' | 'zh') => {
    const pairs = finished(studiedPairs(articleOf([[en, zh]]), aids));
    const words = finished(articleWords(pairs, 'traditional', aids.dictionary));
    return words.flatMap((word) => blankedUses(word, language)).map(({ sentence }) => sentence);
  };
  const en = 'The camel carried the salt, and the camel was tired.';
  const zh = '駱駝帶著鹽，走了很遠的路，那隻駱駝累了。';
  expect(blanked(en, zh, 'zh')).toContainEqual([
    null,
    '帶著鹽，走了很遠的路，那隻',
    null,
    '累了。',
  ]);
  expect(blanked(en, zh, 'en')).toContainEqual([
    'The ',
    null,
    ' carried the salt, and the ',
    null,
    ' was tired.',
  ]);
  // 鹽 stands in 鹽巴 as well.
  const twice = blanked('They ate salt, the salt of the sea.', '他們吃鹽，那是海裡的鹽巴。', 'zh');
  expect(twice.map((sentence) => sentence.join('＿'))).not.toContain('他們吃＿，那是海裡的鹽巴。');
});

it('asks simplified articles as well', async () => {
  const [first] = await shippedMaterials();
  if (first === undefined) throw new Error('no article');
  const paragraphs = first.article.paragraphs.map((one) => ({
    ...one,
    zh: sameLengthInScript(one.zh, 'simplified'),
  }));
  const article = { ...first.article, script: 'simplified' as const, paragraphs };
  const material = prepareMaterial(article, aids);
  for (const kind of KINDS) {
    for (let seed = 0; seed < 50; seed += 1) {
      const key = {
        article: article.id,
        revision: material.revision,
        kind,
        difficulty: 'normal',
        learning: null,
        seed,
      } as const;
      const question = makeQuestion(material, key);
      expect(
        question?.answer.form === 'chinese' ? question.answer.simplified : question?.right,
      ).toBe(question?.right);
    }
  }
});

it('asks nothing of an article that has too little', async () => {
  const material = prepareMaterial(articleOf([['Hello.', '你好。']]), aids);
  for (const kind of KINDS) {
    for (const difficulty of ['easy', 'hard'] as const) {
      const key = {
        article: 'tides',
        revision: material.revision,
        kind,
        difficulty,
        learning: null,
        seed: 3,
      };
      expect(makeQuestion(material, key)).toBeNull();
    }
  }
});

it('has a word typed only where nothing else would be as right', () => {
  const typed = (en: string, zh: string) => {
    const pairs = finished(studiedPairs(articleOf([[en, zh]]), aids));
    return finished(articleWords(pairs, 'traditional', aids.dictionary))
      .filter((word) => canBeTyped(word, 'zh'))
      .map(({ zh: word, twins }) => [word, twins.length > 0]);
  };
  // 喉嚨 has the same meaning, length and first character; 奶油 another one than 酥油.
  expect(typed('My throat is dry.', '喉頭很乾。')).toEqual([]);
  expect(typed('There is butter in it.', '裡面有酥油。')).toEqual([['酥油', true]]);
  expect(typed('It is a camel.', '那是駱駝。')).toEqual([['駱駝', false]]);
  // 晚餐 is dinner, which 晚飯 is too; 仿造 is rarer, but as right as 仿製.
  expect(typed('It was late for supper.', '晚飯遲了。')).toEqual([]);
  expect(typed('They could make copies.', '他們能仿製。')).toEqual([]);
});

it('offers no place as a thing: 天上 beside 衛星', async () => {
  const isPlace = (text: string) => /.[上裡下邊]$/u.test(text);
  for (const { words, rivalWords } of await shippedMaterials()) {
    for (const word of words.normal.filter(({ zh, kind }) => kind === 'noun' && !isPlace(zh))) {
      const rivals = rivalWords(word, 'zh').map(({ zh }) => zh);
      expect(rivals.filter(isPlace), word.zh).toEqual([]);
    }
  }
});
