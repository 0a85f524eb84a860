import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import {
  articleListButton,
  articleSelect,
  renderArticle,
  renderArticleList,
} from '../src/render/article.ts';
import { named } from '../src/words/index.ts';
import { addArticle, addData } from './article/add.ts';
import { draftComponents, draftForms } from './article/draft.ts';
import { completeEdit, editArticle, editData, editForms } from './article/edit.ts';
import { exportData, exportedArticle } from './article/export.ts';
import { completeOwn } from './article/own.ts';
import { removeArticle, removeComponents, removeData } from './article/remove.ts';
import {
  type Command,
  handle,
  privateReply,
  publicReply,
  type Request,
  type Services,
  UserError,
  updateOrCopy,
} from './command.ts';
import { articleIn, articleOption, completeArticle } from './options.ts';

export const article: Command = {
  data: {
    ...named((words) => words.article.article),
    options: [
      {
        type: ApplicationCommandOptionType.Subcommand,
        ...named((words) => words.article.list),
      },
      {
        type: ApplicationCommandOptionType.Subcommand,
        ...named((words) => words.article.show),
        options: [articleOption()],
      },
      addData,
      editData,
      removeData,
      exportData,
    ],
  },

  run(request, services) {
    if (request.subcommand === 'add') return addArticle(request, services);
    if (request.subcommand === 'edit') return editArticle(request, services);
    if (request.subcommand === 'remove') return removeArticle(request, services);
    if (request.subcommand === 'export') return exportedArticle(request, services);
    if (request.subcommand === 'list') {
      const list = listPage(request, services, 1);
      // What is wrong with a file is for those who can mend it, not for the channel.
      return shownBad(request, services).length > 0 ? privateReply(list) : publicReply(list);
    }
    const { library } = services;
    const asked = articleIn(request.options, services) ?? library.first;
    return publicReply(
      renderArticle(request.words, asked, library.revisionOf(asked), request.preferences),
    );
  },

  complete(request, services) {
    const { subcommand, focused, guildId } = request;
    if (subcommand === 'edit') return completeEdit(request, services);
    if (subcommand !== 'remove') return completeArticle(focused.text, services);
    return guildId === null ? [] : completeOwn(focused.text, guildId, services);
  },

  components: [
    ...draftComponents,
    ...removeComponents,
    handle(articleListButton, ([, page], request, services) =>
      updateOrCopy(request, listPage(request, services, page)),
    ),
    handle(articleSelect, (_, request, { library }) => {
      const chosen = library.byId(request.values[0] ?? '');
      if (chosen === null) throw new UserError((words) => words.paragraph.gone);
      return updateOrCopy(
        request,
        renderArticle(request.words, chosen, library.revisionOf(chosen), request.preferences),
      );
    }),
  ],

  modals: [...draftForms, ...editForms],
};

function listPage(request: Request, services: Services, page: number) {
  const { articles } = services.library;
  return renderArticleList(request.words, { articles, bad: shownBad(request, services), page });
}

function shownBad({ managesServer }: Request, { library }: Services) {
  return managesServer ? library.bad : [];
}
