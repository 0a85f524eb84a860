import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { MAX_SERVER_ARTICLES } from '../../src/article/server-articles.ts';
import { MAX_DRAFTS, type StoredDraft } from '../../src/intake/draft-store.ts';
import type { MadeDraft } from '../../src/intake/make-draft.ts';
import { renderDraft } from '../../src/render/draft/overview.ts';
import { named } from '../../src/words/index.ts';
import {
  type Attachment,
  type CommandRequest,
  type Reply,
  type Services,
  UserError,
} from '../command.ts';
import { aboutOptions, type SaidAbout, saidAbout, withSaid } from './about.ts';
import { explaining, managedServer, randomText } from './own.ts';

const about = aboutOptions(true);

/** `/article add` as Discord shows it. */
export const addData = {
  type: ApplicationCommandOptionType.Subcommand as const,
  ...named((words) => words.intake.add),
  options: [
    {
      type: ApplicationCommandOptionType.Attachment as const,
      ...named((words) => words.intake.options.file),
      required: true,
    },
    ...about.first,
    {
      type: ApplicationCommandOptionType.Attachment as const,
      ...named((words) => words.intake.options.second),
    },
    ...about.more,
  ],
};

/** Reads what was attached and shows privately what the bot made of it. Nothing is public yet. */
export function addArticle(request: CommandRequest, services: Services): Reply {
  const guildId = managedServer(request);
  const said = saidAbout(request.options);
  if (services.libraries.ownOf(guildId).length >= MAX_SERVER_ARTICLES) {
    throw new UserError((words) => words.intake.tooManyArticles(MAX_SERVER_ARTICLES));
  }
  const files = ['file', 'second_file'].flatMap((name) => request.options.attachment(name) ?? []);
  return {
    kind: 'later',
    private: true,
    work: () =>
      explaining(async () => {
        const made = await services.workshop.makeDraft(guildId, await fetched(files, services));
        const stored: StoredDraft = {
          id: randomText(12, services.random),
          guildId,
          userId: request.userId,
          version: 1,
          createdAt: request.now,
          about: aboutOf(made, said),
          draft: made.draft,
          invisible: made.invisible,
        };
        if (!(await services.drafts.add(stored))) {
          throw new UserError((words) => words.intake.tooManyDrafts(MAX_DRAFTS));
        }
        return { body: renderDraft(request.words, stored) };
      }),
  };
}

function fetched(files: readonly Attachment[], { fetchAttachment }: Services) {
  return Promise.all(
    files.map(async (file) => ({ name: file.name, bytes: await fetchAttachment(file) })),
  );
}

function aboutOf({ script, article }: MadeDraft, said: SaidAbout): StoredDraft['about'] {
  const title = { en: said.title ?? '', zh: said.title ?? '' };
  const rights = { holder: said.holder ?? '', licence: said.licence ?? '' };
  // A title in one language stands for both, unless an export of ours has the other one.
  const zh = article !== null && said.title === article.title.en ? article.title.zh : title.zh;
  const level = article?.level ?? 'middle';
  return withSaid({ title: { ...title, zh }, rights, level, script }, said);
}
