import type { Encoding } from '../decode.ts';

/** An encoding that a file is recognised to have; windows-1252 is what old English files are in. */
export type FoundEncoding = Encoding | 'windows-1252';

/**
 * The most frequent characters of written Chinese, in both scripts: about half of any text. What
 * was decoded wrongly has next to none of them.
 */
const FREQUENT = new Set(
  '的一是不了在人有我他這这個个們们中來来上大為为和國国地到以說说時时要就出會会可也你對对生能而子那得' +
    '於于著着下自之年過过發发後后作裡里用道行所然家種种事成方多經经麼么去法學学如都同現现當当沒没動动面' +
    '起看定天分還还進进好小部其些主樣样理心她本前開开但因只從从想實实日軍军者意無无力它與与長长把機机十' +
    '民第公此已工使情明性知全三又關关點点正業业外將将兩两高間间由問问很最重並并物手應应戰战向頭头文體体' +
    '政美相見见被利什二等產产或新己制身果加西斯月話话合回特代內内信表化老給给世位次度門门任常先海通教兒儿' +
    '原東东聲声提立及比員员解水名真論论處处走義义各入幾几口認认條条平系氣气題题活爾尔更別别打女變变四神' +
    '總总何電电數数安少報报才結结反受目太量再感建務务做接必場场件計计管期市直德資资命山金指克許许統统區区' +
    '保至隊队形社便空決决治展馬马科司五基眼書书非則则聽听白卻却界達达光放強强即像難难且權权思王象完設设' +
    '式色路記记南品住告類类求據据程北邊边死張张該该交規规萬万取拉格望覺觉術术領领共確确傳传師师觀观清今切院' +
    '讓让識识候帶带導导爭争運运',
);
const FREQUENT_MARK = /[，。、；：？！「」『』（）《》“”‘’…—　・·〈〉【】～]/u;
/** What stands in English above ASCII: typographic marks and the accents of names. */
const LATIN_MARK = /[“”‘’–—…•·éèêëàâäáîïíôöóùûüúçñÉÈÀÄÖÜßæœøåÅ£€§©®™°½¼¾]/u;

/** Candidates for what is not marked and not UTF-8, the likelier first. */
const CANDIDATES = ['gb18030', 'big5', 'windows-1252', 'utf-16le', 'utf-16be'] as const;
/** Below this share of expected characters, nothing is taken for text. */
const LEAST = 0.2;
/** In English, fewer than one letter in so many has an accent; else it is another language. */
const MOST_ACCENTS = 4;
/** So many units are enough to tell one encoding from another. */
const SAMPLE = 50_000;

/** The text in `bytes` and how it was encoded, or null when it is in no encoding known here. */
export function detect(bytes: Uint8Array): { text: string; encoding: FoundEncoding } | null {
  const marked = markOf(bytes);
  if (marked !== null) return decoded(bytes, marked);
  const utf8 = decoded(bytes, 'utf-8');
  if (utf8 !== null && !utf8.text.includes('\0')) return utf8;
  const found = CANDIDATES.flatMap((encoding) => decoded(bytes, encoding) ?? [])
    .map((one) => ({ ...one, score: likeliness(one.text.slice(0, SAMPLE), one.encoding) }))
    .toSorted((a, b) => b.score - a.score)[0];
  return found === undefined || found.score < LEAST ? null : found;
}

/** The encoding that a byte order mark at the start tells. */
export function markOf(bytes: Uint8Array): Encoding | null {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8';
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be';
  return null;
}

function decoded(bytes: Uint8Array, encoding: FoundEncoding) {
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), encoding };
  } catch {
    return null;
  }
}

/** From 0 for what is no text to 1: the share of expected characters among those above ASCII. */
function likeliness(text: string, encoding: FoundEncoding): number {
  let letters = 0;
  let above = 0;
  let expected = 0;
  let latin = false;
  for (const character of text) {
    const ascii = character < '\u0080';
    if (ascii) {
      latin = /[a-z]/i.test(character);
      if (latin) letters += 1;
      if (/[^\t\n\v\f\r -~]/.test(character)) expected -= 2;
      continue;
    }
    above += 1;
    if (FREQUENT.has(character) || FREQUENT_MARK.test(character)) expected += 1;
    else if (LATIN_MARK.test(character)) expected += 1;
    // A letter and a rare character side by side: the second byte ate what followed.
    else if (latin || /\p{Co}|\p{Cn}|\p{Cc}/u.test(character)) expected -= 1;
    latin = false;
  }
  if (encoding === 'windows-1252' && above * MOST_ACCENTS > letters) return 0;
  return above === 0 ? Math.max(0, 1 + expected) : Math.max(0, expected / above);
}
