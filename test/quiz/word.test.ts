import { describe, expect, it } from 'vitest';
import { syllablesIn } from '../../src/language/pinyin.ts';
import { fail, holdEveryQuestion } from './every-question.ts';
import { shippedMaterials, testAids } from './shipped.ts';

const materials = await shippedMaterials();
const { dictionary } = await testAids();

describe.each(materials.map((one) => [one.article.id, one] as const))(
  'word in %s',
  (_, material) => {
    it('asks for a word, a meaning or a reading that no other choice shares', () => {
      const tasks = new Set<string>();
      const seen = holdEveryQuestion(material, 'word', (question) => {
        const { prompt, right, choices, answer, word } = question;
        tasks.add(`${prompt.task}`);
        if (choices === null || word === null) return fail(question, 'no choices');
        if (choices.language === 'zh') {
          for (const text of choices.texts) {
            const means = dictionary
              .lookup(text)
              .some(({ glosses }) => glosses.includes(word.gloss));
            if (text !== right && means) fail(question, 'a wrong word means the same');
          }
        }
        if (answer.form !== 'reading') return;
        const [syllables = []] = answer.readings;
        const known = dictionary.lookup(word.zh).map(({ pinyin }) => syllablesIn(pinyin).length);
        if (!known.includes(syllables.length)) fail(question, 'not a syllable a character');
        if (new Set(choices.zhuyin).size !== 4) fail(question, 'four in zhuyin');
      });
      expect(tasks).toEqual(new Set(['meaning', 'word', 'reading']));
      expect(seen.lengths.within / seen.lengths.choices).toBeGreaterThanOrEqual(0.95);
      expect(seen.different.size).toBeGreaterThan(150);
    });
  },
);
