import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasHan } from '../../src/language/han.ts';
import { marked } from '../../src/language/pinyin.ts';
import { plainReading, readingLines } from '../../src/language/reading-lines.ts';
import { readingsOf } from '../../src/language/readings.ts';
import { sameLengthInScript } from '../../src/language/scripts.ts';
import { readWords, type Usage } from '../../src/language/word-syllables.ts';
import items from './data/polyphones.json' with { type: 'json' };
import unseen from './data/polyphones-unseen.json' with { type: 'json' };
import { testDictionary } from './opened-dictionary.ts';

const USAGES: readonly Usage[] = ['taiwan', 'mainland'];

const dictionary = await testDictionary();

function readingAt(text: string, place: number, usage: Usage): string {
  const syllables = readWords(text, dictionary, usage).flatMap(
    (word) => word.syllables ?? [...word.text],
  );
  return marked(syllables[place] ?? '').toLowerCase();
}

interface Item {
  readonly sentence: string;
  readonly pinyin: string;
  readonly usage?: string;
}

/** The items read wrongly: every usage that an item does not exclude must be right. */
function wrongOf(
  list: readonly Item[],
  convert: (text: string) => string = (text) => text,
): string[] {
  return list.flatMap(({ sentence, pinyin, usage: only }) => {
    const place = sentence.indexOf('[');
    const text = convert(sentence.replace(/[[\]]/g, ''));
    const bad = USAGES.filter((usage) => only === undefined || only === usage)
      .map((usage) => ({ usage, got: readingAt(text, place, usage) }))
      .filter(({ got }) => got !== pinyin)
      .map(({ usage, got }) => `${got} (${usage})`);
    return bad.length === 0 ? [] : [`  ${sentence} ${pinyin}, read ${bad.join(' and ')}`];
  });
}

function report(name: string, list: readonly Item[], wrong: readonly string[]): number {
  const right = (list.length - wrong.length) / list.length;
  const lines = [
    `${name}: ${list.length - wrong.length} of ${list.length} right (${(100 * right).toFixed(1)} %)`,
    ...wrong,
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  return right;
}

describe('polyphones', () => {
  it('are read as the hand-made list expects', () => {
    expect(report('polyphones', items, wrongOf(items))).toBeGreaterThanOrEqual(0.97);
  });
  it('are read in simplified characters too', () => {
    const simplified = (text: string) => sameLengthInScript(text, 'simplified');
    expect(report('polyphones, simplified', items, wrongOf(items, simplified))).toBeGreaterThan(
      0.9,
    );
  });
  it('are read in sentences that no rule was made with', () => {
    expect(report('polyphones, unseen', unseen, wrongOf(unseen))).toBeGreaterThan(0.9);
  });
});

const anyText = fc
  .array(
    fc.oneof(
      fc.constantFrom(...items.map(({ sentence }) => sentence.replace(/[[\]]/g, ''))),
      fc.constantFrom(
        '王小明',
        '馬克·吐溫',
        'T恤',
        '3.5%',
        '卡拉OK',
        '\n',
        '「',
        '」',
        '……',
        '——',
        'Hello, world. ',
        'constructor',
      ),
      fc.string({ unit: 'grapheme' }),
    ),
    { maxLength: 5 },
  )
  .map((parts) => parts.join(''));
const usage = fc.constantFrom(...USAGES);

describe('tokens', () => {
  it('joined give the text back, and only Chinese words have readings', () => {
    fc.assert(
      fc.property(anyText, usage, (text, whose) => {
        const tokens = readingsOf(text, dictionary, whose);
        expect(tokens.map((token) => token.text).join('')).toBe(text);
        for (const token of tokens) {
          expect(token.pinyin === null).toBe(token.zhuyin === null);
          if (!hasHan(token.text)) expect(token.pinyin).toBeNull();
          else expect(token.zhuyin).not.toMatch(/undefined|NaN/);
        }
      }),
    );
  });

  it('keep Latin letters and digits in order in the plain reading', () => {
    const latin = (text: string) => (text.match(/[A-Za-z0-9]+/g) ?? []).join(' ');
    fc.assert(
      fc.property(anyText, (text) => {
        const reading = plainReading(readingsOf(text, dictionary, 'taiwan'), 'zhuyin');
        expect(latin(reading)).toBe(latin(text));
      }),
    );
  });

  it('lose nothing line under line', () => {
    const bare = (text: string) => text.replace(/\s+/g, '');
    fc.assert(
      fc.property(anyText, fc.constantFrom('pinyin', 'zhuyin'), (text, aid) => {
        const lines = readingLines(readingsOf(text, dictionary, 'taiwan'), aid);
        expect(bare(lines.map((line) => line.text).join(''))).toBe(bare(text));
      }),
    );
  });
});

describe('orthography', () => {
  const pinyinOf = (text: string) => plainReading(readingsOf(text, dictionary, 'taiwan'), 'pinyin');
  it.each([
    ['他在北京和西安讀書。', "Tā zài Běijīng hé Xī'ān dúshū."],
    ['王小明說：「你喜歡嗎？」', 'Wáng Xiǎomíng shuō: “Nǐ xǐhuān ma?”'],
    ['林先生和約翰·史密斯', 'Lín xiānshēng hé Yuēhàn Shǐmìsī'],
    ['歐陽雅婷是老師', 'Ōuyáng Yǎtíng shì lǎoshī'],
    ['女兒的綠色旅行', "Nǚ'ér de lǜsè lǚxíng"],
    ['他看著我，沒有說話……', 'Tā kànzhe wǒ, méiyǒu shuōhuà……'],
    ['天黑了，第一次唱卡拉OK！', 'Tiānhēi le, dì-yī cì chàng kǎlā OK!'],
    ['馬克·吐溫的書——很好', 'Mǎkè Tǔwēn de shū – hěn hǎo'],
    ['討得到茶，也量得出來。', 'Tǎo de dào chá, yě liáng de chūlái.'],
    ['駱駝幫過忙，國王查理', 'Luòtuó bāngguò máng, guówáng chá lǐ'],
    ['荷蘭人和廣州人都來。', 'Hélánrén hé Guǎngzhōurén dōu lái.'],
    ['幾個人把葉子吹走。', 'Jǐ gè rén bǎ yèzi chuī zǒu.'],
    ['葡萄牙人漸漸地走，星期五', 'Pútáoyárén jiànjiàn de zǒu, xīngqíwǔ'],
    ['明朝的散茶，月面的寬度', 'Míngcháo de sǎn chá, yuè miàn de kuāndù'],
    [
      '要到紙上才分得開，空山見不著人。',
      'Yào dào zhǐ shàng cái fēn de kāi, kōng shān jiàn bù zháo rén.',
    ],
    [
      '引用起來還一往情深，中文卻得排在前頭。',
      'Yǐnyòng qǐlái hái yīwǎngqíngshēn, Zhōngwén què děi pái zài qiántou.',
    ],
    ['毀在那張紙上', 'Huǐ zài nà zhāng zhǐ shàng'],
    ['排成長列，發射砲彈。', 'Pái chéng cháng liè, fāshè pào dàn.'],
    ['风平浪静，软件很好。', 'Fēngpíng-làngjìng, ruǎnjiàn hěn hǎo.'],
    ['哈里森去找馬斯基林。', 'Hālǐsēn qù zhǎo Mǎsījīlín.'],
    ['他讀哈葛德，在外海釣魚。', 'Tā dú Hāgédé, zài wàihǎi diàoyú.'],
    ['比哈葛德好。哈葛德的小說', 'Bǐ Hāgédé hǎo. Hāgédé de xiǎoshuō'],
    ['馬克·吐溫來了，吐溫坐下。', 'Mǎkè Tǔwēn lái le, Tǔwēn zuòxià.'],
    ['馬斯基林當上了船長', 'Mǎsījīlín dāngshàngle chuánzhǎng'],
    ['從地中海到康瓦爾和史塔特角', "Cóng Dìzhōng Hǎi dào Kāngwǎ'ěr hé Shǐtǎtè jiǎo"],
    ['庫克船長吃北京烤鴨。', 'Kùkè chuánzhǎng chī Běijīng kǎoyā.'],
    ['這不得不捨去，那令人生起敬意。', 'Zhè bùdébù shě qù, nà lìngrén shēng qǐ jìngyì.'],
    ['滿城的燈，在頭頂上', 'Mǎn chéng de dēng, zài tóudǐng shàng'],
    ['這張單子是第三條祕密。', 'Zhè zhāng dānzi shì dì-sān tiáo mìmì.'],
  ])('of %s', (text, expected) => expect(pinyinOf(text)).toBe(expected));

  it('of zhuyin keeps Chinese marks and puts the neutral tone before', () => {
    const tokens = readingsOf('我的綠色書，很好！', dictionary, 'taiwan');
    expect(plainReading(tokens, 'zhuyin')).toBe('ㄨㄛˇ  ˙ㄉㄜ  ㄌㄩˋ ㄙㄜˋ  ㄕㄨ，ㄏㄣˇ  ㄏㄠˇ！');
  });

  it('of a paragraph goes line under line by clause', () => {
    const tokens = readingsOf('他在北京讀書，又去了台灣。「你好，」他說。', dictionary, 'taiwan');
    expect(readingLines(tokens, 'pinyin')).toEqual([
      {
        text: '他在北京讀書，又去了台灣。',
        reading: 'Tā zài Běijīng dúshū, yòu qùle Táiwān.',
      },
      { text: '「你好，」他說。', reading: '“Nǐhǎo,” tā shuō.' },
    ]);
  });

  it('cuts a long clause evenly, at a pause or between two words, and never before 的 or 們', () => {
    const text = '這五種是祕密咒語、含義繁多的詞、中土所無之物、沿用已久的舊譯，「很不容易」。';
    const tokens = readingsOf(text, dictionary, 'taiwan');
    const linesOf = (aid: 'pinyin' | 'zhuyin') =>
      readingLines(tokens, aid).map((line) => line.text);
    expect(linesOf('pinyin')).toEqual([
      '這五種是祕密咒語、',
      '含義繁多的詞、中土所無',
      '之物、沿用已久的舊譯，',
      '「很不容易」。',
    ]);
    expect(linesOf('zhuyin')).toHaveLength(6);
    for (const line of linesOf('zhuyin')) expect(line).not.toMatch(/^[的、。」]|「$/);
  });

  it.each([
    ['榮西便送上一碗茶，', '榮西便送上', '一碗茶，'],
    ['差別在採下來之後怎麼處理。', '差別在', '採下來之後', '怎麼處理。'],
    ['似乎又從那裡傳進了阿拉伯語、', '似乎又從那裡', '傳進了', '阿拉伯語、'],
    ['只是未必都是好主意。', '只是未必', '都是好主意。'],
  ])('keeps what leans on the next word or hangs on the last one: %s', (text, ...lines) => {
    const read = readingLines(readingsOf(text, dictionary, 'taiwan'), 'zhuyin');
    expect(read.map((line) => line.text)).toEqual(lines);
  });
});
