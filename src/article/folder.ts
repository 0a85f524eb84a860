import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { type Article, articleProblems, articleSchema } from './article.ts';

/** A file that could not be loaded as an article, and why: one line a reason, in English. */
export interface BadArticle {
  readonly file: string;
  readonly reasons: readonly string[];
}

/** What a folder of article files holds. Nothing vanishes: each .json file is in one of the two. */
export interface ArticleFolder {
  readonly articles: readonly Article[];
  readonly bad: readonly BadArticle[];
}

/**
 * Reads every `.json` file of `folder`, in the order of their names. A bad file never throws; a
 * folder that cannot be read does.
 */
export async function readArticleFolder(folder: string): Promise<ArticleFolder> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).sort();
  const articles: Article[] = [];
  const bad: BadArticle[] = [];
  for (const name of names) {
    const read = await readArticleFile(path.join(folder, name));
    if ('reasons' in read) bad.push(read);
    else if (articles.some((other) => other.id === read.id)) {
      bad.push({ file: name, reasons: [`id: another file has the id ${read.id} already`] });
    } else articles.push(read);
  }
  return { articles, bad };
}

/** The article in `file`, or the reasons why it is none. */
export async function readArticleFile(file: string): Promise<Article | BadArticle> {
  const name = path.basename(file);
  try {
    const parsed = articleSchema.safeParse(JSON.parse(await readFile(file, 'utf8')));
    if (!parsed.success) return { file: name, reasons: articleProblems(parsed.error) };
    if (`${parsed.data.id}.json` !== name) {
      return {
        file: name,
        reasons: [`id: must be the file's name, ${name.replace(/\.json$/, '')}`],
      };
    }
    return parsed.data;
  } catch (error) {
    return { file: name, reasons: [error instanceof Error ? error.message : String(error)] };
  }
}
