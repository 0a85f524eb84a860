import { renderParagraph } from '../src/render/paragraph.ts';
import { named } from '../src/words/index.ts';
import { type Command, publicReply } from './command.ts';
import { drawFor } from './draw.ts';
import { lookOf } from './look.ts';
import { articleIn, articleOption, completeArticle, languageOption, shownIn } from './options.ts';

export const random: Command = {
  data: {
    ...named((words) => words.paragraph.random),
    options: [languageOption(), articleOption()],
  },

  async run(request, services) {
    const { options, words } = request;
    const asked = articleIn(options, services);
    const { library } = services;
    const from = asked ? [asked] : library.articles;
    const { article, paragraph } = await drawFor(request, services, from);
    return publicReply(
      renderParagraph(words, {
        article,
        paragraph,
        revision: library.revisionOf(article),
        shown: shownIn(request),
        page: 1,
        drawFrom: asked ? 'article' : 'library',
        look: await lookOf(request, services),
      }),
    );
  },

  complete: ({ focused }, services) => completeArticle(focused.text, services),
};
