import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitSentences } from '../../src/language/sentences.ts';

const split = (text: string) => splitSentences(text).map((sentence) => sentence.trim());

/** Each row is a text whose sentences are marked with a bar. */
const EXAMPLES = [
  'It rained. | We stayed in. | Nobody minded.',
  'Mr. Lee met Dr. Chan at St. Mary’s. | They talked.',
  'The company builds A.I. tools in the U.S. market. | It grows.',
  'He moved to the U.S. | The house was small.',
  'It was released on Nov. 30, 2022, at 9 a.m. in Taipei. | People noticed.',
  'She works from 9 a.m. to 9 p.m. six days a week.',
  'It costs $1.50 or 3.5 percent more. | That is a lot.',
  '“Come in!” she said. | He came in.',
  '“It is late.” | “I know.” | They left.',
  '“The car is glass.” | It stopped.',
  'Wait… there is more. | Look!',
  'Wait... there is more.',
  'He asked (was it true? nobody knew. not even she) and left. | Then it rained.',
  'George W. Bush and J. K. Rowling came. | So did I. | They sat.',
  'See No. 5, vol. 2, p. 12. | It is there.',
  'Was it good? | Yes! | Very.',
  '1. First things come first. | Then the rest.',
  'He bought it from Acme Inc. last year. | It broke.',
  '今天下雨。|我們待在家裡。|沒有人介意。',
  '他說：「停！」|然後走了。',
  '「停！」他喊。|沒有人聽見。',
  '「你要去哪裡？」|「回家。」|她笑了笑。',
  '她說：「今天下雨。」|於是大家都留下來。',
  '他（你知道的。真的。）沒有來。|大家等著。',
  '等等……還有。|看！',
  '價格是3.5元。|不貴。',
  '真的嗎？！|真的。',
  'DeepSeek在2024年發布。|OpenAI沒有回應。',
];

describe('splitSentences', () => {
  it.each(EXAMPLES)('%s', (marked) => {
    const expected = marked.split('|').map((sentence) => sentence.trim());
    const text = /\p{Script=Han}/u.test(marked) ? expected.join('') : expected.join(' ');
    expect(split(text)).toEqual(expected);
  });

  it('loses and adds nothing', () => {
    const piece = fc.constantFrom(
      ...['It', 'is', 'Mr.', 'U.S.', '3.5', '. ', '! ', '? ', '…', '“', '” ', '(', ') ', ' ', 'I'],
      ...[
        '他說',
        '。',
        '！',
        '？',
        '「',
        '」',
        '……',
        '（',
        '）',
        '\n',
        '👩‍👩‍👧',
        '9 a.m.',
        'Nov. 30',
      ],
    );
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece).map((all) => all.join('')),
          fc.string(),
        ),
        (text) => {
          const sentences = splitSentences(text);
          expect(sentences.join('')).toBe(text);
          expect(sentences.every((sentence) => sentence !== '')).toBe(true);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it('splits the same whatever stands before a sentence end', () => {
    const sentence = fc.constantFrom(
      'It rained all day. ',
      '今天下雨。',
      'Was it good? ',
      '真的嗎？',
    );
    fc.assert(
      fc.property(fc.array(sentence, { minLength: 1, maxLength: 8 }), (sentences) => {
        expect(splitSentences(sentences.join(''))).toEqual(sentences);
      }),
    );
  });

  it('stays fast on text made to be slow', () => {
    expect(splitSentences('(. '.repeat(20_000)).join('')).toHaveLength(60_000);
  });
});
