/** As many typing errors as a text of so many letters may have (KMQ's rule): short ones none. */
export function errorsAllowed(letters: number): number {
  if (letters <= 4) return 0;
  return letters <= 6 ? 1 : 2;
}

/**
 * Optimal string alignment: how many insertions, deletions, replacements and exchanges of two
 * neighbours make one text of the other, no part being changed twice. Stops at `limit` + 1.
 * Only for alphabets: in Chinese one character is another word.
 */
export function typingErrors(one: string, other: string, limit: number): number {
  if (Math.abs(one.length - other.length) > limit) return limit + 1;
  let before: number[] = [];
  let last = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const row = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1];
      let least = Math.min(
        cell(last, j) + 1,
        cell(row, j - 1) + 1,
        cell(last, j - 1) + (same ? 0 : 1),
      );
      if (i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1]) {
        least = Math.min(least, cell(before, j - 2) + 1);
      }
      row.push(least);
    }
    if (Math.min(...row) > limit) return limit + 1;
    before = last;
    last = row;
  }
  return cell(last, other.length);
}

function cell(row: readonly number[], at: number): number {
  return row[at] ?? Number.POSITIVE_INFINITY;
}
