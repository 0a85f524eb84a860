import type { Article } from '../article/article.ts';
import { shorten } from '../language/characters.ts';
import type { Name, Words } from '../words/index.ts';
import { escapeMarkdown } from './escape.ts';
import {
  button,
  container,
  divider,
  type MessageBody,
  messageOf,
  row,
  textDisplay,
} from './message.ts';
import { leadTo, type ParagraphView, rightsLine } from './paragraph.ts';

/** How to begin: what each command is for; `start` is where the button below leads. */
export function renderHelp(
  words: Words,
  entries: readonly Name[],
  start: ParagraphView,
): MessageBody {
  const commands = entries.map(({ name, description }) => `- \`/${name}\`　${description}`);
  return messageOf([
    container([
      textDisplay(`## ${words.about.helpTitle}\n${words.about.helpIntro}`),
      divider(),
      textDisplay(commands.join('\n')),
      divider(),
      textDisplay(`${words.about.helpButtons}\n${words.about.helpAnywhere}`),
    ]),
    row(button(leadTo('another', start), words.about.tryRandom, { emoji: '🎲', primary: true })),
  ]);
}

/** A work of others that the bot stands on. */
export interface Credit {
  readonly name: string;
  readonly licence: string;
}

/** A work of others that readers see: its name and its licence lead to their pages. */
export interface CreditedWork extends Credit {
  readonly url: string;
  readonly licenceUrl: string;
}

export interface About {
  readonly version: string;
  readonly articles: readonly Article[];
  readonly works: readonly CreditedWork[];
  readonly credits: readonly Credit[];
}

export function renderAbout(words: Words, about: About): MessageBody {
  const articles = about.articles.slice(0, 15).map((article) => {
    const title = words.language === 'en' ? article.title.en : article.title.zh;
    return `${escapeMarkdown(shorten(title, 80))}\n${rightsLine(words, article)}`;
  });
  const { bracketed } = words.common;
  const works = about.works.map(
    ({ name, url, licence, licenceUrl }) =>
      `- ${bracketed(`[${name}](${url})`, `[${licence}](${licenceUrl})`)}`,
  );
  const credits = about.credits.map(({ name, licence }) => `- ${bracketed(name, licence)}`);
  return messageOf([
    container([
      textDisplay(`## Duidu 對讀\n${words.about.aboutVersion(about.version)}`),
      divider(),
      textDisplay(`**${words.about.aboutArticles}**\n${articles.join('\n')}`),
      textDisplay(`**${words.about.aboutWorks}**\n${works.join('\n')}`),
      textDisplay(`**${words.about.aboutCredits}**\n${credits.join('\n')}`),
      divider(),
      textDisplay(`-# ${words.about.aboutPrivacy}`),
    ]),
  ]);
}
