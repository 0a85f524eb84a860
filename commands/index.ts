import { about } from './about.ts';
import { article } from './article.ts';
import type { Command, MessageMenu } from './command.ts';
import { daily } from './daily.ts';
import { helpOn } from './help.ts';
import { leaderboard } from './leaderboard.ts';
import { readingMenu, scriptMenu, wordsMenu } from './menus.ts';
import { paragraph } from './paragraph.ts';
import { privacy } from './privacy.ts';
import { quiz } from './quiz.ts';
import { random } from './random.ts';
import { read } from './read.ts';
import { review } from './review.ts';
import { score } from './score.ts';
import { search } from './search.ts';
import { server } from './server.ts';
import { settings } from './settings.ts';
import { word } from './word.ts';

/** Every command but /help: the only list, in the order in which /help tells of them. */
const others: readonly Command[] = [
  random,
  paragraph,
  read,
  search,
  article,
  word,
  quiz,
  review,
  score,
  leaderboard,
  settings,
  server,
  daily,
  privacy,
  about,
];

/** Every command of the bot. */
export const commands: readonly Command[] = [...others, helpOn(others)];

/** The entries of every message's context menu: the only list. */
export const menus: readonly MessageMenu[] = [readingMenu, wordsMenu, scriptMenu];
