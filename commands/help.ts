import { renderHelp } from '../src/render/about.ts';
import { named } from '../src/words/index.ts';
import { type Command, privateReply, type Request } from './command.ts';

/** `/help`, which tells of `others` in their own words, so that no list has to be kept in step. */
export function helpOn(others: readonly Command[]): Command {
  return {
    data: named((words) => words.about.help),

    run(request, { library }) {
      const article = library.first;
      const [paragraph] = article.paragraphs;
      if (paragraph === undefined) throw new RangeError('an article without a paragraph');
      const revision = library.revisionOf(article);
      const start = {
        article,
        revision,
        paragraph,
        shown: 'both',
        page: 1,
        drawFrom: 'library',
      } as const;
      return privateReply(renderHelp(request.words, entriesFor(others, request), start));
    },
  };
}

/** The commands that whoever asks can use, as Discord shows them in the language of `words`. */
function entriesFor(others: readonly Command[], { words, managesServer }: Request) {
  return others
    .filter(({ data }) => managesServer || data.default_member_permissions === undefined)
    .map(({ data }) =>
      words.language === 'en'
        ? { name: data.name, description: data.description }
        : {
            name: data.name_localizations[words.language] ?? data.name,
            description: data.description_localizations[words.language] ?? data.description,
          },
    );
}
