import type { Script } from './scripts.ts';

/**
 * Taiwan's word and the mainland's where OpenCC 1.4.2 has no phrase. Only words that mean one thing
 * on the other side: 土豆 (potato or peanut) and 窩心 stay as written.
 */
const BOTH_WAYS: readonly (readonly [taiwan: string, mainland: string])[] = [
  ['數位相機', '数码相机'],
  ['飛彈', '导弹'],
  ['帳號', '账号'],
  ['原子筆', '圆珠笔'],
  ['幼稚園', '幼儿园'],
  ['腳踏車', '自行车'],
  ['泡麵', '方便面'],
  ['洋芋片', '薯片'],
  ['奈米', '纳米'],
  ['川普', '特朗普'],
  ['歐巴馬', '奥巴马'],
  ['柯林頓', '克林顿'],
  ['雷根', '里根'],
  ['甘迺迪', '肯尼迪'],
  ['賈伯斯', '乔布斯'],
  ['好萊塢', '好莱坞'],
  ['梵谷', '梵高'],
  ['葉門', '也门'],
  ['佛羅倫斯', '佛罗伦萨'],
  ['網際網路', '互联网'],
  ['搜尋引擎', '搜索引擎'],
  ['行動支付', '移动支付'],
  ['智慧型手機', '智能手机'],
  ['人工智慧', '人工智能'],
  ['電動機車', '电动摩托车'],
];

const TO_SIMPLIFIED: readonly (readonly [string, string])[] = [
  // Wisdom; what is “smart” on the mainland stands in longer phrases.
  ['智慧', '智慧'],
  // Not 點選 (to click) with 擇 behind it.
  ['點選擇', '点选择'],
  ['複製', '复制'],
  ['資訊科技', '信息科技'],
  ['當機', '死机'],
  ['字彙', '词汇'],
  ['優酪乳', '酸奶'],
  ['北韓', '朝鲜'],
  ['鳳梨', '菠萝'],
  ['馬鈴薯', '土豆'],
  ['國小', '小学'],
  ['在雪梨', '在悉尼'],
];

const TO_TRADITIONAL: readonly (readonly [string, string])[] = [
  ['不准', '不准'],
  ['打出租车', '打計程車'],
  ['悉尼', '雪梨'],
  ['死机', '當機'],
  ['菠萝', '鳳梨'],
];

/** Pairs of source and target for a conversion into a script; they go before OpenCC's own. */
export const regionPhrases: Readonly<Record<Script, readonly (readonly [string, string])[]>> = {
  simplified: [...BOTH_WAYS, ...TO_SIMPLIFIED],
  traditional: [
    ...BOTH_WAYS.map(([taiwan, mainland]) => [mainland, taiwan] as const),
    ...TO_TRADITIONAL,
  ],
};
