import { isHan } from './han.ts';
import type { StringTable } from './string-table.ts';

/** The commonest surnames, in both scripts. */
const SURNAMES = new Set(
  '王李張张劉刘陳陈楊杨黃黄趙赵周吳吴徐孫孙朱馬马胡郭林何高梁鄭郑羅罗宋謝谢唐韓韩曹許许鄧邓蕭萧馮冯曾程蔡' +
    '彭潘袁于董余蘇苏葉叶呂吕魏蔣蒋田杜丁沈姜范江傅鍾钟盧卢汪戴崔任陸陆廖姚方金邱夏譚谭韋韦賈贾鄒邹石熊孟秦' +
    '閻阎薛侯雷龍龙段郝孔邵史毛常萬万顧顾賴赖武康賀贺嚴严尹錢钱施牛洪龔龚莊庄柯簡简詹游翁涂駱骆',
);
const DOUBLE_SURNAMES = new Set(['歐陽', '欧阳', '司馬', '司马', '諸葛', '诸葛', '上官', '司徒']);
/** Characters that stand in sentences far more often than in given names. */
const NEVER_IN_NAMES = new Set(
  '的了是在我你您他她它們们不有和與与也就都很這这那要會会去說说到把被對对給给從从向於以為为而但或並并又再才還还' +
    '只更最太真嗎吗呢吧啊嘛啦喔過过著着得地個个裡里後后時时來来進进看聽听想叫問问做能可將将已' +
    '經经曾正等請请讓让跟比每各某誰谁什麼么怎沒没所用當当姓病勸劝',
);

/** What follows a surname that stands alone: 林先生. */
const TITLES =
  /^(?:先生|女士|小姐|太太|老[師师]|教授|[醫医][師师生]|博士|[總总][統统理裁]|部[長长]|主席|校[長长]|[經经]理|院[長长]|議員|议员)/;

/** Whether a word is a surname before a title. */
export function isSurnameBefore(word: string, after: string): boolean {
  return (SURNAMES.has(word) || DOUBLE_SURNAMES.has(word)) && TITLES.test(after);
}

/** The characters that foreign names are written with. */
const TRANSLITERATION = new Set(
  '阿埃艾愛爱安昂奧奥澳巴白班邦保鮑鲍堡北貝贝本比彼畢毕賓宾冰波伯博勃布達达戴丹當当道德登迪蒂狄丁東东杜頓顿多' +
    '翰恩爾尔法凡范菲費费芬豐丰佛弗夫福富蓋盖甘岡冈高戈格葛根古哈海漢汉豪赫亨華华霍基吉加佳嘉傑杰金京喀卡凱凯坎康' +
    '考柯科可克肯孔庫库昆拉萊莱蘭兰朗勞劳勒雷蕾黎里理利莉力立麗丽連连林琳靈灵留隆盧卢魯鲁路倫伦羅罗洛馬马瑪玛邁' +
    '迈麥麦曼芒毛梅門门蒙米密明摩莫姆穆拿那納纳娜南內内尼涅寧宁紐纽諾诺努歐欧帕潘龐庞培佩彭皮匹珀普奇齊齐喬乔' +
    '切欽钦琴瓊琼丘熱热仁榮荣茹瑞若撒薩萨塞賽赛桑森莎珊山尚紹绍申聖圣施史士斯絲丝思司松蘇苏索塔泰坦湯汤唐特滕' +
    '提田廷土吐圖图托脫脱瓦萬万旺威韋韦維维偉伟衛卫溫温文沃烏乌伍武希西錫锡喜夏香謝谢辛欣休雅亞亚揚扬耶葉叶伊依' +
    '易因英尤約约澤泽詹章珍芝茲兹佐哥肖',
);

/** These stand in hardly any Chinese given name. */
const FOREIGN_ONLY = /[爾尔茲兹斯特蒂弗姆]/;

/** Whether a name is a foreign one in Chinese characters: by its length, its dots or its sounds. */
export function isForeignName(name: string): boolean {
  const characters = [...name];
  if (!characters.every((one) => TRANSLITERATION.has(one) || !isHan(one))) return false;
  return characters.length > surnameLength(name, 0) + 2 || FOREIGN_ONLY.test(name);
}

/** The runs of two and more characters that foreign names are written with, in order. */
export function transliteratedRuns(text: string): string[] {
  const runs: string[] = [];
  for (let start = 0; start < text.length; ) {
    const end = partEnd(text, start);
    if (end - start >= 2) runs.push(text.slice(start, end));
    start = Math.max(start + 1, end);
  }
  return runs;
}

/** Where names that begin with a surname at `start` may end: two given characters, unknown ones. */
export function givenNameEnd(text: string, start: number, headwords: StringTable): number[] {
  const given = start + surnameLength(text, start);
  const end = given + 2;
  if (given === start || end > text.length) return [];
  const characters = [...text.slice(given, end)];
  if (characters.length !== 2 || !characters.every(isGivenCharacter)) return [];
  return headwords.indexOf(text, given, end) >= 0 ? [] : [end];
}

/** What precedes 任 where somebody holds an office: 曾任駐法大使. */
const IN_OFFICE = new Set('曾擔担出現现歷历兼繼继接連连升改就新');

/** What follows 曾 where it means “once”: 曾任, 曾在, 曾被. */
const ONCE = new Set('任經经是在被有於于以向說说到為为與与獲获擔担出遭受因對对就從从多一');

/** How many characters of a surname stand at `start`: 0, 1, or 2 (歐陽). */
export function surnameLength(text: string, start: number): number {
  if (DOUBLE_SURNAMES.has(text.slice(start, start + 2))) return 2;
  if (text[start] === '任' && IN_OFFICE.has(text[start - 1] ?? '')) return 0;
  if (text[start] === '曾' && ONCE.has(text[start + 1] ?? '')) return 0;
  return SURNAMES.has(text[start] ?? '') ? 1 : 0;
}

function isGivenCharacter(character: string): boolean {
  return isHan(character) && !NEVER_IN_NAMES.has(character);
}

/** Where a foreign name with a middle dot (馬克·吐溫) that begins at `start` ends; else `start`. */
export function transliteratedNameEnd(text: string, start: number): number {
  let end = partEnd(text, start);
  if (end === start || partEnd(text, start - 1) > start) return start;
  let dots = 0;
  while (/[·‧・•]/.test(text[end] ?? '') && partEnd(text, end + 1) > end + 1) {
    end = partEnd(text, end + 1);
    dots += 1;
  }
  return dots > 0 ? end : start;
}

/** The shortest and longest foreign names that are known without a middle dot. */
export const BARE_NAME = { least: 3, most: 6 } as const;

/** Where a foreign name without a dot that begins at `start` ends; else `start`. */
export function bareNameEnd(text: string, start: number): number {
  const end = partEnd(text, start);
  const { least, most } = BARE_NAME;
  const whole = partEnd(text, start - 1) <= start;
  return whole && end - start >= least && end - start <= most ? end : start;
}

function partEnd(text: string, start: number): number {
  let end = start;
  while (TRANSLITERATION.has(text[end] ?? '')) end += 1;
  return end;
}
