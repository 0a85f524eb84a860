import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { type Passage, paragraphAt } from '../src/article/library.ts';
import { searchPhrases } from '../src/language/search-terms.ts';
import { renderParagraph } from '../src/render/paragraph.ts';
import {
  foundValue,
  MAX_SEARCH,
  renderSearch,
  searchButton,
  searchSelect,
} from '../src/render/search.ts';
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

/** Nobody pages further; more are counted as “the first 100”. */
const MOST = 100;

export const search: Command = {
  data: {
    ...named((words) => words.search.search),
    options: [
      {
        type: ApplicationCommandOptionType.String,
        ...named((words) => words.search.options.text),
        required: true,
        max_length: MAX_SEARCH,
      },
      articleOption(),
    ],
  },

  async run(request, services) {
    const article = articleIn(request.options, services);
    const text = tidy(request.options.text('text') ?? '');
    return privateReply(await page(request, services, { text, articleId: article?.id ?? null }));
  },

  complete: ({ focused }, services) => completeArticle(focused.text, services),

  components: [
    handle(searchButton, async ([, number, article, text], request, services) => {
      const asked = { text, articleId: article === '-' ? null : article, page: number };
      return updateOrCopy(request, await page(request, services, asked));
    }),
    handle(searchSelect, async (_, request, services) => {
      const { library } = services;
      const chosen = foundValue.safeParse(request.values[0]).data;
      const article = chosen === undefined ? null : library.byId(chosen.articleId);
      const paragraph = article && paragraphAt(article, chosen?.number ?? 0);
      if (article === null || paragraph === null) {
        throw new UserError((words) => words.paragraph.gone);
      }
      // A message of its own, so that the others that were found can be opened too.
      return privateReply(
        renderParagraph(request.words, {
          article,
          paragraph,
          revision: library.revisionOf(article),
          shown: shownFor(request),
          page: 1,
          drawFrom: 'article',
          look: await lookOf(request, services),
        }),
      );
    }),
  ],
};

/** What was typed, as it may stand in a custom_id: a colon separates its parts. */
function tidy(text: string): string {
  const tidied = text.replaceAll(':', '：').replaceAll(/\s+/g, ' ').trim();
  // A member can send more than Discord's own box takes.
  if (tidied.length <= MAX_SEARCH && searchPhrases(tidied).length > 0) return tidied;
  throw new UserError((words) =>
    tidied.length > MAX_SEARCH ? words.search.tooLong(MAX_SEARCH) : words.search.noWords,
  );
}

async function page(
  request: Request,
  { search: index, library }: Services,
  asked: { readonly text: string; readonly articleId: string | null; readonly page?: number },
) {
  const { text, articleId } = asked;
  const hits = await index.find({
    phrases: searchPhrases(text),
    guildId: request.guildId,
    articleId,
    limit: MOST + 1,
  });
  const found = hits.flatMap(({ articleId: id, number }): Passage[] => {
    const article = library.byId(id);
    const paragraph = article && paragraphAt(article, number);
    return article === null || paragraph === null ? [] : [{ article, paragraph }];
  });
  if (found.length === 0) {
    const searched = articleId === null ? null : library.byId(articleId);
    throw new UserError((words) =>
      searched === null
        ? words.search.nothing(text)
        : words.search.nothingIn(text, searched.title[words.language === 'en' ? 'en' : 'zh']),
    );
  }
  const order = new Map(library.articles.map((article, index) => [article.id, index]));
  const place = ({ article }: Passage) => order.get(article.id) ?? 0;
  const sorted = found
    .slice(0, MOST)
    .toSorted((a, b) => place(a) - place(b) || a.paragraph.number - b.paragraph.number);
  return renderSearch(request.words, {
    text,
    articleId,
    found: sorted,
    more: hits.length > MOST,
    page: asked.page ?? 1,
    preferences: request.preferences,
  });
}
