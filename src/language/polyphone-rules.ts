import { toneless } from './pinyin.ts';
import { polyphoneRules } from './polyphone-table.ts';

/** What stands around a word, most often a single character, in traditional characters. */
export interface PolyphoneContext {
  readonly word: string;
  /** The text before and after it, to the ends of the text. */
  readonly before: string;
  readonly after: string;
}

/** The reading of a word by what stands around it, or null where no rule is known for it. */
export function polyphoneReading({ word, before, after }: PolyphoneContext): string | null {
  const rule = polyphoneRules
    .get(word)
    ?.find((one) => one.before?.test(before) !== false && one.after?.test(after) !== false);
  return rule?.reading.replaceAll('_', ' ') ?? null;
}

/** Words of CC-CEDICT with two readings: the one that is nearly always meant. */
const WORD_READINGS: Readonly<Record<string, string>> = {
  東西: 'dong1 xi5',
  便宜: 'pian2 yi5',
  多少: 'duo1 shao5',
  好處: 'hao3 chu5',
  告訴: 'gao4 su5',
  地方: 'di4 fang5',
  過去: 'guo4 qu4',
  實在: 'shi2 zai4',
  人家: 'ren2 jia5',
  兄弟: 'xiong1 di4',
  運氣: 'yun4 qi5',
  自然: 'zi4 ran2',
  地下: 'di4 xia4',
  上頭: 'shang4 tou5',
  單子: 'dan1 zi5',
  孫子: 'sun1 zi5',
  大方: 'da4 fang5',
  結果: 'jie2 guo3',
  正當: 'zheng4 dang4',
  當年: 'dang1 nian2',
  當天: 'dang4 tian1',
  當時: 'dang1 shi2',
  好好: 'hao3 hao3',
  好事: 'hao3 shi4',
  一行: 'yi1 xing2',
  分子: 'fen4 zi3',
  大意: 'da4 yi4',
  精神: 'jing1 shen2',
  大夫: 'dai4 fu5',
  朝陽: 'zhao1 yang2',
  明朝: 'ming2 chao2',
  中的: 'zhong1 de5',
  教學: 'jiao4 xue2',
  重重: 'chong2 chong2',
  冠軍: 'guan4 jun1',
  地中海: 'Di4 zhong1 Hai3',
  乾: 'gan1',
  葉: 'ye4',
  行: 'xing2',
  長: 'chang2',
  樂: 'le4',
  種: 'zhong3',
  覺: 'jue2',
  為: 'wei4',
  調: 'diao4',
  傳: 'chuan2',
  降: 'jiang4',
  藏: 'cang2',
  彈: 'tan2',
  散: 'san4',
  切: 'qie1',
  參: 'can1',
};

/** The usual reading of a word with several, from a short list; in traditional characters. */
export function usualReading(word: string): string | null {
  return WORD_READINGS[word] ?? null;
}

/** Whether two readings have the same letters and, where neither is neutral, the same tones. */
export function readsAlike(one: string, other: string): boolean {
  if (toneless(one) !== toneless(other)) return false;
  const tones = (pinyin: string) => pinyin.match(/[0-5]/g) ?? [];
  const others = tones(other);
  return tones(one).every((tone, at) => {
    const second = others[at] ?? '5';
    return tone === second || /[05]/.test(tone) || /[05]/.test(second);
  });
}
