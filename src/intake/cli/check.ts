import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import { type Article, articleSchema, sentencePairs } from '../../article/article.ts';
import { readArticleFile } from '../../article/folder.ts';
import { lintParagraph, ratioOf } from '../lint.ts';
import type { Terminal } from './terminal.ts';

/** `check [FILE…]`: 1 when an article is not sound, or when there is none. */
export async function checkFiles(args: readonly string[], say: Terminal['say']): Promise<number> {
  const folder = 'data/articles';
  const named = args.length > 0 ? args : (await readdir(folder)).filter((f) => f.endsWith('.json'));
  const files = args.length > 0 ? named : named.map((name) => path.join(folder, name));
  let failed = files.length === 0 ? 1 : 0;
  if (files.length === 0) say(`No article in ${folder}.`);
  for (const file of files) {
    const read = await readArticleFile(file);
    const problems = 'reasons' in read ? read.reasons : lintArticle(read);
    say(`${problems.length === 0 ? 'sound' : 'NOT SOUND'}: ${file}`);
    for (const problem of problems) say(`  ${problem}`);
    if (problems.length > 0) failed = 1;
  }
  return failed;
}

/** An article that is shipped passes the same lint as an import does, without one finding. */
function lintArticle(article: Article): string[] {
  const facts = { script: article.script, ratio: ratioOf(article.paragraphs) };
  return article.paragraphs.flatMap((paragraph) => [
    ...lintParagraph(paragraph, facts).map(
      (finding) => `paragraph ${paragraph.number}: ${finding.code}: ${finding.message}`,
    ),
    ...sentencePairs(paragraph)
      .filter((pair) => pair.en === '' || pair.zh === '')
      .map(() => `paragraph ${paragraph.number}: a sentence pair has an empty side`),
  ]);
}

/** `schema`: the article in JSON Schema, as docs/article.schema.json holds it. */
export function printSchema(say: Terminal['say']): number {
  const schema = z.toJSONSchema(articleSchema, { io: 'input' });
  say(JSON.stringify({ $id: 'article.schema.json', title: 'Aligned article', ...schema }, null, 2));
  return 0;
}
