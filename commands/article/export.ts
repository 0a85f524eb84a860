import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { EXPORTS, exportArticle } from '../../src/article/export.ts';
import { renderExport } from '../../src/render/draft/saved.ts';
import { choice, named } from '../../src/words/index.ts';
import type { CommandRequest, Reply, Services } from '../command.ts';
import { articleIn, articleOption } from '../options.ts';
import { managedServer } from './own.ts';

/** `/article export` as Discord shows it. */
export const exportData = {
  type: ApplicationCommandOptionType.Subcommand as const,
  ...named((words) => words.intake.export),
  options: [
    articleOption(true),
    {
      type: ApplicationCommandOptionType.String as const,
      ...named((words) => words.intake.options.format),
      choices: EXPORTS.map((kind) => choice(kind, (words) => words.intake.formats[kind])),
    },
  ],
};

/** The article as files that only the member sees. */
export function exportedArticle(request: CommandRequest, services: Services): Reply {
  managedServer(request);
  const { options, words } = request;
  const article = articleIn(options, services) ?? services.library.first;
  const kind = EXPORTS.find((one) => one === options.text('format')) ?? 'json';
  const files = exportArticle(article, kind, services.version);
  const names = files.map(({ name }) => name);
  return {
    kind: 'message',
    private: true,
    body: renderExport(words, article, names),
    files: files.map(({ name, text }) => ({ name, data: Buffer.from(text) })),
  };
}
