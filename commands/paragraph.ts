import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import type { Article, Paragraph } from '../src/article/article.ts';
import { paragraphAt, paragraphsMatching } from '../src/article/library.ts';
import { graphemesOf, shorten } from '../src/language/characters.ts';
import { findFolded } from '../src/language/fold.ts';
import { paragraphButton, renderParagraph } from '../src/render/paragraph.ts';
import { named } from '../src/words/index.ts';
import { type Command, handle, publicReply, UserError, updateOrCopy } from './command.ts';
import { drawFor } from './draw.ts';
import { lookOf, shownFor } from './look.ts';
import { articleIn, articleOption, completeArticle, languageOption, shownIn } from './options.ts';

/** Where these lead, a translation that is to wait is hidden again. */
const STEPS: ReadonlySet<string> = new Set(['previous', 'next', 'another']);

export const paragraph: Command = {
  data: {
    ...named((words) => words.paragraph.paragraph),
    options: [
      {
        type: ApplicationCommandOptionType.Integer,
        ...named((words) => words.paragraph.options.number),
        required: true,
        autocomplete: true,
      },
      languageOption(),
      articleOption(),
    ],
  },

  async run(request, services) {
    const { options, words } = request;
    const { library } = services;
    const article = articleIn(options, services) ?? library.first;
    return publicReply(
      renderParagraph(words, {
        article,
        paragraph: paragraphOr(article, options.number('number') ?? 0),
        revision: library.revisionOf(article),
        shown: shownIn(request),
        page: 1,
        drawFrom: 'article',
        look: await lookOf(request, services),
      }),
    );
  },

  complete({ focused, options, words }, services) {
    if (focused.name === 'article') return completeArticle(focused.text, services);
    const named = options.text('article');
    const article =
      (named === null ? null : services.library.named(named)) ?? services.library.first;
    const found = paragraphsMatching(article, focused.text).map((one) => ({
      name: `${one.number}${words.common.dot}${glimpse(one, focused.text)}`,
      value: one.number,
    }));
    // Nothing found: say what is possible in the one place there is, and lead to the beginning.
    const hint = words.paragraph.noMatch(shorten(focused.text, 40), article.paragraphs.length);
    return found.length > 0 ? found : [{ name: hint, value: 1 }];
  },

  components: [
    handle(paragraphButton, async (values, request, services) => {
      const [kind, id, revision, number, shown, page, drawFrom, aid] = values;
      const { library } = services;
      const known = library.byId(id);
      if (known === null) throw new UserError((words) => words.paragraph.gone);
      const old = paragraphAt(known, number) ?? known.paragraphs[0];
      const drawn = kind === 'another';
      const from = drawFrom === 'article' ? [known] : library.articles;
      const except = old && { article: known, paragraph: old };
      const { article, paragraph } = drawn
        ? await drawFor(request, services, from, except)
        : { article: known, paragraph: paragraphOr(known, number) };
      if (drawFrom === 'reading') {
        await services.progress.moveBookmark(request.userId, {
          articleId: article.id,
          number: paragraph.number,
          finished: false,
          at: request.now,
        });
      }
      const changed = !drawn && revision !== library.revisionOf(article);
      const title = request.words.language === 'en' ? article.title.en : article.title.zh;
      const view = {
        article,
        paragraph,
        revision: library.revisionOf(article),
        shown: STEPS.has(kind) && shown === 'both' ? shownFor(request) : shown,
        page: changed ? 1 : page,
        drawFrom,
        look: await lookOf(request, services),
        aided: aid === 'a',
      };
      const note = changed ? request.words.paragraph.changed(title) : undefined;
      return updateOrCopy(request, renderParagraph(request.words, view, note));
    }),
  ],
};

function paragraphOr(article: Article, number: number): Paragraph {
  const found = paragraphAt(article, number);
  if (found !== null) return found;
  throw new UserError((words) =>
    words.paragraph.outOfRange(
      number,
      article.paragraphs.length,
      words.language === 'en' ? article.title.en : article.title.zh,
    ),
  );
}

/** Graphemes shown before the word that was typed, so that it is read in its place. */
const CONTEXT = 12;

/** Where `typed` stands in the paragraph, or else how the paragraph begins. */
function glimpse(paragraph: Paragraph, typed: string): string {
  const wanted = typed.trim();
  for (const text of [paragraph.en, paragraph.zh]) {
    const at = wanted === '' ? -1 : findFolded(text, wanted);
    if (at < 0) continue;
    const before = graphemesOf(text.slice(0, at));
    if (before.length <= CONTEXT) return text;
    return `…${before.slice(-CONTEXT).join('').trimStart()}${text.slice(at)}`;
  }
  return paragraph.en;
}
