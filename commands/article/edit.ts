import { ApplicationCommandOptionType } from 'discord-api-types/v10';
import { z } from 'zod';
import { type Article, revisionOf } from '../../src/article/article.ts';
import { paragraphAt } from '../../src/article/library.ts';
import { withoutInvisible } from '../../src/intake/read/invisible.ts';
import { countingNumber, defineCustomId } from '../../src/render/custom-id.ts';
import { renderDraft } from '../../src/render/draft/overview.ts';
import { correctionForm, MAX_FORM_TEXT } from '../../src/render/draft/pairs.ts';
import { titleIn } from '../../src/render/draft/saved.ts';
import { renderNotice } from '../../src/render/message.ts';
import { named } from '../../src/words/index.ts';
import {
  type CommandRequest,
  type Completion,
  type CompletionRequest,
  handle,
  type ModalRequest,
  privateReply,
  type Reply,
  type Request,
  type Services,
  UserError,
} from '../command.ts';
import { aboutOptions, saidAbout, withSaid } from './about.ts';
import { draftOf } from './draft.ts';
import { completeOwn, explaining, managedServer, ownArticleIn } from './own.ts';

const about = aboutOptions(false);
const DRAFT = 'draft:';

/** The option that names one of the server's own articles. */
export const ownOption = {
  type: ApplicationCommandOptionType.String as const,
  ...named((words) => words.intake.options.own),
  required: true,
  autocomplete: true,
};

/** `/article edit` as Discord shows it. */
export const editData = {
  type: ApplicationCommandOptionType.Subcommand as const,
  ...named((words) => words.intake.edit),
  options: [
    ownOption,
    {
      type: ApplicationCommandOptionType.Integer as const,
      ...named((words) => words.intake.options.paragraph),
      min_value: 1,
    },
    ...about.first,
    ...about.more,
  ],
};

/** The form in which a paragraph of a saved article is corrected, as it was at this revision. */
const paragraphForm = defineCustomId(
  'article-form',
  z.tuple([
    z.string().regex(/^[a-z0-9-]{1,40}$/),
    z.string().regex(/^[0-9a-f]{4}$/),
    countingNumber,
  ]),
);

/** Changes what is said of an article, opens a paragraph of it in a form, or goes on with a draft. */
export async function editArticle(request: CommandRequest, services: Services): Promise<Reply> {
  const guildId = managedServer(request);
  const { options, words } = request;
  const name = options.text('article') ?? '';
  if (name.startsWith(DRAFT)) {
    const stored = await draftOf(name.slice(DRAFT.length), request, services);
    return privateReply(renderDraft(words, stored));
  }
  const article = ownArticleIn(options, guildId, services);
  const number = options.number('paragraph');
  if (number !== null) return paragraphInForm(article, number, words);
  const said = saidAbout(options);
  if (Object.values(said).every((part) => part === null)) {
    throw new UserError(({ intake }) => intake.nothingToEdit);
  }
  const changed = withSaid(article, said);
  await services.libraries.put(guildId, changed, { by: request.userId, at: request.now });
  return privateReply(renderNotice(words.intake.edited(titleIn(words, changed))));
}

/** The server's own articles and its drafts. */
export async function completeEdit(
  { guildId, now, managesServer, focused, words }: CompletionRequest,
  services: Services,
): Promise<Completion[]> {
  if (guildId === null || !managesServer) return [];
  const drafts = await services.drafts.ofServer(guildId, now);
  return [
    ...drafts.map(({ id, about: { title } }) => ({
      name: words.intake.draft(title.en),
      value: `${DRAFT}${id}`,
    })),
    ...completeOwn(focused.text, guildId, services),
  ];
}

function paragraphInForm(article: Article, number: number, words: Request['words']): Reply {
  const paragraph = paragraphAt(article, number);
  if (paragraph === null) {
    const last = article.paragraphs.length;
    throw new UserError(({ intake }) => intake.noParagraph(number, last));
  }
  if (Math.max(paragraph.en.length, paragraph.zh.length) > MAX_FORM_TEXT) {
    throw new UserError(({ intake }) => intake.tooLongToCorrect);
  }
  const id = paragraphForm.write(article.id, revisionOf(article), number);
  return { kind: 'modal', modal: correctionForm(words, id, number, paragraph) };
}

export const editForms = [
  handle(paragraphForm, ([id, revision, number], request: ModalRequest, services) => {
    const guildId = managedServer(request);
    const article = services.libraries.ownArticle(guildId, id);
    if (article === null) throw new UserError((words) => words.paragraph.gone);
    const { words, fields } = request;
    if (revisionOf(article) !== revision) {
      return privateReply(renderNotice(words.paragraph.changed(titleIn(words, article))));
    }
    const written = (field: string) =>
      withoutInvisible(fields[field] ?? '')
        .text.normalize('NFC')
        .replaceAll(/\s+/gu, ' ')
        .trim();
    const texts = { en: written('en'), zh: written('zh') };
    if (texts.en === '' || texts.zh === '') throw new UserError(({ intake }) => intake.emptyText);
    const pairs = article.paragraphs.map((one) => (one.number === number ? texts : one));
    const work = async () => {
      const { title, rights, level, script } = article;
      const finished = { id, about: { title, rights, level, script }, pairs };
      const changed = await services.workshop.finish(guildId, finished);
      const whole = article.summary ? { ...changed, summary: article.summary } : changed;
      await services.libraries.put(guildId, whole, { by: request.userId, at: request.now });
      return { body: renderNotice(words.intake.edited(titleIn(words, article))) };
    };
    return { kind: 'later', private: true, work: () => explaining(work) };
  }),
];
