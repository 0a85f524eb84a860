/**
 * Headwords that two words only look like: 討/得/到, not 討/得到. Each with what stands before or
 * after where it is none. Found by reading articles; both scripts.
 */
const APART: readonly {
  readonly word: RegExp;
  readonly before?: RegExp;
  readonly after?: RegExp;
}[] = [
  { word: /^的[話话]$/, after: /^[\p{Unified_Ideograph}]/u },
  { word: /^[個个]人$/, before: /[一二兩两三四五六七八九十百千萬万幾几這这那每某多半了\d]$/ },
  {
    word: /^得[到出住起上下來来去了過过]$/,
    before: /[吃喝看聽听找買买討讨拿搬辦办說说想用查認认量讀读猜摸捧排做管收接尋寻算]$/,
  },
  { word: /^成[長长]$/, before: /[排做變变拉連连站]$/ },
  { word: /^成[長长]$/, after: /^[長长]/ },
  { word: /^正中$/, after: /^[目靶]/ },
  { word: /^口吃$/, before: /[巷門门路街]$/ },
  { word: /^上[載载]$/, after: /^[滿满著着]/ },
  { word: /^上[當当]$/, after: /^地/ },
  { word: /^上任$/, after: /^何/ },
  { word: /^人[種种]$/, after: /^[出了下]/ },
  { word: /^[準准][時时]$/, after: /^[機机]/ },
  { word: /^到[齊齐]$/, after: /^[腰肩膝]/ },
  { word: /^了[結结]$/, before: /打$/ },
  { word: /^朝天$/, after: /^空/ },
  { word: /^座[鐘钟]$/, before: /[這这那哪一兩两幾几]$/ },
  { word: /^就[讀读算]$/, after: /^得/ },
  { word: /^才分$/, after: /^得/ },
  { word: /^有空$/, after: /^山/ },
  { word: /^前提$/, before: /先$/ },
  { word: /^人大$/, after: /^可/ },
  { word: /^人生$/, before: /令$/ },
  { word: /^不得$/, after: /^不/ },
  { word: /^[頂顶]上$/, before: /[頭头]$/ },
];

/** Whether the headword that stands in `text` from `start` to `end` is two words there. */
export function isApart(text: string, start: number, end: number): boolean {
  const found = text.slice(start, end);
  return APART.some(
    ({ word, before, after }) =>
      word.test(found) &&
      before?.test(text.slice(Math.max(0, start - 1), start)) !== false &&
      after?.test(text.slice(end, end + 1)) !== false,
  );
}
