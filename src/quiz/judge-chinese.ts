import { inScript, type Script, writtenText } from '../language/scripts.ts';
import { accepted, EXACT, type Outcome, WRONG } from './outcome.ts';
import { plainOf } from './plain.ts';

/** One character written in two ways; either is right in either script. */
const VARIANTS: ReadonlyMap<string, string> = new Map(
  '臺台 裏裡 着著 爲為 衆眾 綫線 峯峰 羣群 麪麵 牀床 鷄雞 啓啟 祕秘 汙污 温溫 説說 税稅 脱脫 內内 悦悅 閲閱 鋭銳 喫吃 癡痴 銹鏽 疎疏 産產 僞偽 敎教 録錄 緑綠 姊姐 菸煙 佔占 週周 彙匯'
    .split(' ')
    .map((pair) => [pair.charAt(0), pair.charAt(1)]),
);

/** A word in both scripts, and the one that the article is written in. */
export interface ChineseWord {
  readonly traditional: string;
  readonly simplified: string;
  readonly script: Script;
}

/**
 * Judges a Chinese word. No edit distance: one character more, less or other is another word. The
 * other script counts, as does a mixture and the region's own word (軟體, 软件).
 */
export function judgeChinese(text: string, word: ChineseWord): Outcome {
  const answer = alike(plainOf(text));
  const own = alike(word[word.script]);
  const script = word.script === 'traditional' ? 'simplified' : 'traditional';
  const other = alike(word[script]);
  if (answer === own) return EXACT;
  if (isMixture(answer, own, other)) return accepted(script);
  const converted = inScript(writtenText(word[word.script], word.script), script).text;
  return answer === alike(converted) ? accepted(script) : WRONG;
}

/** Each character as one of the scripts has it. */
function isMixture(answer: string, one: string, other: string): boolean {
  const [written, first, second] = [answer, one, other].map((text) => [...text]);
  return (
    written?.length === first?.length &&
    (written?.every((character, at) => character === first?.[at] || character === second?.[at]) ??
      false)
  );
}

function alike(text: string): string {
  let folded = '';
  for (const character of text) folded += VARIANTS.get(character) ?? character;
  return folded;
}
