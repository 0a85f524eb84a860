import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import {
  articleListButton,
  articleSelect,
  renderArticle,
  renderArticleList,
} from '../src/render/article.ts';
import { named } from '../src/words/index.ts';
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
    ],
  },

  run(request, services) {
    if (request.subcommand === 'list') {
      const list = listPage(request, services, 1);
      // What is wrong with a file is for those who can mend it, not for the channel.
      return shownBad(request, services).length > 0 ? privateReply(list) : publicReply(list);
    }
    const { library } = services;
    const asked = articleIn(request.options, services) ?? library.first;
    return publicReply(renderArticle(request.words, asked, library.revisionOf(asked)));
  },

  complete: ({ focused }, services) => completeArticle(focused.text, services),

  components: [
    handle(articleListButton, ([, page], request, services) =>
      updateOrCopy(request, listPage(request, services, page)),
    ),
    handle(articleSelect, (_, request, { library }) => {
      const chosen = library.byId(request.values[0] ?? '');
      if (chosen === null) throw new UserError((words) => words.paragraph.gone);
      return updateOrCopy(
        request,
        renderArticle(request.words, chosen, library.revisionOf(chosen)),
      );
    }),
  ],
};

function listPage(request: Request, services: Services, page: number) {
  const { articles } = services.library;
  return renderArticleList(request.words, { articles, bad: shownBad(request, services), page });
}

function shownBad({ managesServer }: Request, { library }: Services) {
  return managesServer ? library.bad : [];
}
