import { type Line, median, weightOf } from './lines.ts';

/** Why a line is no paragraph. */
export type DropReason = 'repeated' | 'caption' | 'caption with credit' | 'no text' | 'no partner';

/** A caption is shorter than this share of a usual line in its language. */
const SHORT = 0.6;
/** A credit behind a repeated caption is shorter than this share of the caption itself, in words. */
const LONGEST_CREDIT = 1.5;

/**
 * The lines that look like noise, by number: one that comes back without a translation that comes
 * back with it (an advertisement), one that says the line before it again and adds a credit (a
 * photo caption), that caption itself, a line without any letter. No string is known beforehand.
 */
export function noiseIn(lines: readonly Line[]): Map<number, DropReason> {
  const noise = new Map<number, DropReason>();
  for (const line of lines) if (line.language === null) noise.set(line.number, 'no text');
  for (const number of comingBack(lines)) noise.set(number, 'repeated');
  const rest = lines.filter((line) => !noise.has(line.number));
  rest.forEach((line, index) => {
    const before = rest[index - 1];
    if (before === undefined || before.language !== line.language) return;
    if (line.text === before.text) noise.set(line.number, 'repeated');
    else if (addsCredit(before.text, line.text)) {
      noise.set(before.number, 'caption');
      noise.set(line.number, 'caption with credit');
    }
  });
  return noise;
}

/** Whether `line` is short for the lines of its language: a caption, a heading, an advertisement. */
export function isShort(line: Line, lines: readonly Line[]): boolean {
  const same = lines.filter((other) => other.language === line.language);
  return weightOf(line.text) <= SHORT * median(same.map((other) => weightOf(other.text)));
}

function comingBack(lines: readonly Line[]): number[] {
  const indices = lines.map((_, index) => index);
  const byText = Map.groupBy(indices, (index) => lines[index]?.text.toLowerCase() ?? '');
  return [...byText.values()]
    .filter((same) => same.length > 1 && !isRefrain(same, lines))
    .flatMap((same) => same.flatMap((index) => lines[index]?.number ?? []));
}

/** A refrain comes back together with its translation; an advertisement stands beside anything. */
function isRefrain(same: readonly number[], lines: readonly Line[]): boolean {
  return [-1, 1].some((side) => {
    const beside = same.map((index) => lines[index + side]);
    const [first, ...others] = beside;
    const translated = first !== undefined && first.language !== lines[same[0] ?? 0]?.language;
    return translated && others.every((line) => line?.text === first.text);
  });
}

function addsCredit(caption: string, line: string): boolean {
  if (!line.startsWith(caption)) return false;
  const credit = line.slice(caption.length).trim();
  return credit !== '' && weightOf(credit) <= LONGEST_CREDIT * weightOf(caption);
}
