import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { Article, Level } from '../../src/article/article.ts';
import { LICENCES } from '../../src/article/licences.ts';
import { withoutInvisible } from '../../src/intake/read/invisible.ts';
import { choice, named } from '../../src/words/index.ts';
import { type Options, UserError } from '../command.ts';

const RIGHTS = [...LICENCES, 'free-licence'] as const;
const LEVELS = ['easy', 'middle', 'hard'] as const satisfies readonly Level[];
const MAX_TITLE = 200;

const text = (pick: Parameters<typeof named>[0], required: boolean, max_length = MAX_TITLE) => ({
  type: ApplicationCommandOptionType.String as const,
  ...named(pick),
  required,
  min_length: 1,
  max_length,
});

/** The options in which a member says what an article is; those of `/article add` are required. */
export function aboutOptions(required: boolean) {
  const rights = {
    type: ApplicationCommandOptionType.String as const,
    ...named((words) => words.intake.options.rights),
    required,
    choices: RIGHTS.map((one) => choice(one, (words) => words.intake.rights[one])),
  };
  const level = {
    type: ApplicationCommandOptionType.String as const,
    ...named((words) => words.intake.options.level),
    choices: LEVELS.map((one) => choice(one, (words) => words.common.levels[one])),
  };
  return {
    first: [
      text((words) => words.intake.options.title, required),
      rights,
      text((words) => words.intake.options.holder, required),
    ],
    more: [
      text((words) => words.intake.options.chineseTitle, false),
      text((words) => words.intake.options.licence, false),
      level,
    ],
  };
}

/** What was said of an article, each part null when it was not. */
export interface SaidAbout {
  readonly title: string | null;
  readonly chineseTitle: string | null;
  readonly holder: string | null;
  readonly licence: string | null;
  readonly level: Level | null;
}

/** What the member says. A UserError when a free licence is meant and none is named. */
export function saidAbout(options: Options): SaidAbout {
  const said = (name: string) => oneLine(options.text(name));
  const rights = RIGHTS.find((one) => one === options.text('rights')) ?? null;
  const licence = said('licence');
  if (rights === 'free-licence' && licence === null) {
    throw new UserError((words) => words.intake.needsLicence);
  }
  return {
    title: said('title'),
    chineseTitle: said('chinese_title'),
    holder: said('holder'),
    licence: rights === null || rights === 'free-licence' ? licence : rights,
    level: LEVELS.find((one) => one === options.text('level')) ?? null,
  };
}

/** `before` with what was said; a title in one language alone stands for both, if there was none. */
export function withSaid<Before extends Pick<Article, 'title' | 'rights' | 'level'>>(
  before: Before,
  said: SaidAbout,
): Before {
  const { title, rights, level } = before;
  return {
    ...before,
    title: { en: said.title ?? title.en, zh: said.chineseTitle ?? title.zh },
    rights: {
      ...rights,
      holder: said.holder ?? rights.holder,
      licence: said.licence ?? rights.licence,
    },
    level: said.level ?? level,
  };
}

function oneLine(text: string | null): string | null {
  if (text === null) return null;
  const plain = withoutInvisible(text).text.normalize('NFC').replaceAll(/\s+/gu, ' ').trim();
  return plain === '' ? null : plain;
}
