import type { Migration } from '../migrate.ts';
import { daily } from './0001-daily.ts';
import { readers } from './0002-readers.ts';
import { quiz } from './0003-quiz.ts';
import { serverArticles } from './0004-server-articles.ts';
import { search } from './0005-search.ts';
import { progress } from './0007-progress.ts';
import { askedQuestions } from './0008-asked-questions.ts';
import { begun } from './0009-begun.ts';

/** Every migration, in the order of their numbers. A number that has landed is never changed. */
export const MIGRATIONS: readonly Migration[] = [
  daily,
  readers,
  quiz,
  serverArticles,
  search,
  progress,
  askedQuestions,
  begun,
];
