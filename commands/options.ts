import {
  type APIApplicationCommandBasicOption,
  ApplicationCommandOptionType,
} from 'discord-api-types/v10';
import { type Article, titlesOf } from '../src/article/article.ts';
import { shorten } from '../src/language/characters.ts';
import { SHOWN, type Shown } from '../src/render/paragraph.ts';
import { choice, named } from '../src/words/index.ts';
import {
  type CommandRequest,
  type Completion,
  type Options,
  type Services,
  UserError,
} from './command.ts';
import { shownFor } from './look.ts';

/** Discord shows at most so many suggestions, each of at most so many characters. */
const MAX_COMPLETIONS = 25;
const MAX_COMPLETION = 100;

/** The `article` option, completed as the member types. */
export function articleOption(required = false): APIApplicationCommandBasicOption {
  return {
    type: ApplicationCommandOptionType.String,
    ...named((words) => words.paragraph.options.article),
    autocomplete: true,
    required,
  };
}

/** The `language` option: both, English or Chinese. */
export function languageOption(): APIApplicationCommandBasicOption {
  return {
    type: ApplicationCommandOptionType.String,
    ...named((words) => words.paragraph.options.language),
    choices: SHOWN.map((shown) => choice(shown, (words) => words.common.languages[shown])),
  };
}

/** The language that was asked for; what the reader set when none was. */
export function shownIn(request: CommandRequest): Shown {
  const asked = request.options.text('language');
  return SHOWN.find((shown) => shown === asked) ?? shownFor(request);
}

/** The article that was asked for, or null when none was. An unknown name is a UserError. */
export function articleIn(options: Options, { library }: Services): Article | null {
  const name = options.text('article');
  if (name === null) return null;
  const found = library.named(name);
  if (found !== null) return found;
  const [only, ...others] = library.search(name);
  if (only !== undefined && others.length === 0) return only;
  throw new UserError((words) => {
    const language = words.language === 'en' ? 'en' : 'zh';
    const titles = library.articles
      .slice(0, 10)
      .map(({ title }) => words.article.quoted(title[language]));
    return words.article.unknown(shorten(name, MAX_COMPLETION), titles.join(words.common.comma));
  });
}

/** The articles that fit what the member has typed. */
export function completeArticle(text: string, { library }: Services): Completion[] {
  return library.search(text).map((article) => ({
    name: titlesOf(article).join(' '),
    value: article.id,
  }));
}

/** Suggestions within Discord's limits. */
export function fitting(completions: readonly Completion[]): Completion[] {
  return completions
    .slice(0, MAX_COMPLETIONS)
    .map(({ name, value }) => ({ name: shorten(name, MAX_COMPLETION), value }));
}
