import type { Article } from '../src/article/article.ts';
import type { Passage } from '../src/article/library.ts';
import { nextToRead, placeToRead } from '../src/reader/progress.ts';
import { renderParagraph } from '../src/render/paragraph.ts';
import { readButton, renderFinished } from '../src/render/read.ts';
import { named } from '../src/words/index.ts';
import {
  type Command,
  handle,
  privateReply,
  type Request,
  type Services,
  UserError,
  updateOrCopy,
} from './command.ts';
import { lookOf, shownFor } from './look.ts';
import { articleIn, articleOption, completeArticle } from './options.ts';

export const read: Command = {
  data: {
    ...named((words) => words.read.read),
    options: [{ ...articleOption(), ...named((words) => words.read.options.article) }],
  },

  run: async (request, services) =>
    privateReply(await goOn(request, services, articleIn(request.options, services))),

  complete: ({ focused }, services) => completeArticle(focused.text, services),

  components: [
    handle(readButton, async ([step, articleId], request, services) => {
      const article = services.library.byId(articleId);
      if (article === null) throw new UserError((words) => words.paragraph.gone);
      if (step === 'finish') return updateOrCopy(request, await finish(request, services, article));
      const [start] = article.paragraphs;
      const body =
        step === 'again' && start !== undefined
          ? await open(request, services, { article, paragraph: start })
          : await goOn(request, services, article);
      return updateOrCopy(request, body);
    }),
  ],
};

/** Goes on where the reader stopped: in the article they ask for, or the last one. */
async function goOn(request: Request, services: Services, asked: Article | null) {
  const { library, progress } = services;
  const bookmarks = await progress.bookmarksOf(request.userId);
  return open(request, services, placeToRead(library.articles, bookmarks, asked));
}

/** Shows a paragraph and puts the bookmark there. */
async function open(request: Request, services: Services, { article, paragraph }: Passage) {
  const { library, progress } = services;
  await progress.moveBookmark(request.userId, {
    articleId: article.id,
    number: paragraph.number,
    finished: false,
    at: request.now,
  });
  return renderParagraph(request.words, {
    article,
    paragraph,
    revision: library.revisionOf(article),
    shown: shownFor(request),
    page: 1,
    drawFrom: 'reading',
    look: await lookOf(request, services),
  });
}

async function finish(
  { userId, now, words }: Request,
  { library, progress }: Services,
  article: Article,
) {
  const number = article.paragraphs.length;
  await progress.moveBookmark(userId, { articleId: article.id, number, finished: true, at: now });
  const bookmarks = await progress.bookmarksOf(userId);
  const done = new Set(bookmarks.filter((one) => one.finished).map((one) => one.articleId));
  return renderFinished(words, {
    article,
    next: nextToRead(library.articles, bookmarks, article),
    finished: library.articles.filter(({ id }) => done.has(id)).length,
    all: library.articles.length,
  });
}
