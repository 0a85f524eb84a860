import { renderHelp } from '../src/render/about.ts';
import { named } from '../src/words/index.ts';
import { type Command, privateReply } from './command.ts';

export const help: Command = {
  data: named((words) => words.about.help),

  run({ words }, { library }) {
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
    return privateReply(renderHelp(words, start));
  },
};
