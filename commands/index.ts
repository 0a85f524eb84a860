import { about } from './about.ts';
import { article } from './article.ts';
import type { Command, MessageMenu } from './command.ts';
import { help } from './help.ts';
import { paragraph } from './paragraph.ts';
import { random } from './random.ts';

/** Every command of the bot: the only list, in the order in which /help tells of them. */
export const commands: readonly Command[] = [random, paragraph, article, help, about];

/** The entries of every message's context menu: the only list. */
export const menus: readonly MessageMenu[] = [];
