import { type Article, MAX_ARTICLE_ID, titlesOf } from '../../src/article/article.ts';
import { RefusedFile } from '../../src/intake/read/refused.ts';
import { WorkshopError } from '../../src/intake/workshop.ts';
import { shorten } from '../../src/language/characters.ts';
import { fold } from '../../src/language/fold.ts';
import { escapeMarkdown } from '../../src/render/escape.ts';
import { AttachmentError } from '../attachment.ts';
import {
  type Completion,
  type Options,
  type Request,
  type Services,
  UserError,
} from '../command.ts';

/** The server that the member manages. A UserError for anybody else and outside servers. */
export function managedServer({ guildId, managesServer }: Request): string {
  if (guildId === null) throw new UserError((words) => words.intake.onlyInServer);
  if (!managesServer) throw new UserError((words) => words.intake.onlyManagers);
  return guildId;
}

/** The article of the server's own that was named. A UserError when there is none of that name. */
export function ownArticleIn(
  options: Options,
  guildId: string,
  { libraries, library }: Services,
): Article {
  const own = libraries.ownOf(guildId);
  if (own.length === 0) throw new UserError((words) => words.intake.noOwn);
  const name = options.text('article') ?? '';
  const found = libraries.ownArticle(guildId, name) ?? library.named(name);
  if (found !== null && own.includes(found)) return found;
  if (found !== null) throw new UserError((words) => words.intake.notOwn);
  throw new UserError((words) => {
    const titles = own
      .slice(0, 10)
      .map(({ title }) => words.article.quoted(escapeMarkdown(title.en)));
    const asked = escapeMarkdown(shorten(name, 100));
    return words.article.unknown(asked, titles.join(words.common.comma));
  });
}

/** The server's own articles that fit what was typed. */
export function completeOwn(text: string, guildId: string, { libraries }: Services): Completion[] {
  const wanted = fold(text.trim());
  return libraries
    .ownOf(guildId)
    .map((article) => ({ name: titlesOf(article).join(' '), value: article.id }))
    .filter(({ name }) => fold(name).includes(wanted));
}

/** A new id: what can be read of the title, and chance, so that it is never taken. */
export function newArticleId(title: string, random: () => number): string {
  const chance = randomText(6, random);
  const slug = title
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .slice(0, MAX_ARTICLE_ID - chance.length - 1)
    .replaceAll(/^-+|-+$/g, '');
  return slug === '' ? chance : `${slug}-${chance}`;
}

/** So many small letters and digits by chance; the first is a letter. */
export function randomText(length: number, random: () => number): string {
  const letters = 'abcdefghijklmnopqrstuvwxyz';
  const pick = (from: string) => from.charAt(Math.floor(random() * from.length));
  return Array.from({ length }, (_, at) => pick(at === 0 ? letters : `${letters}0123456789`)).join(
    '',
  );
}

/** Does what may be refused for what a member sent, and tells them why in their words. */
export async function explaining<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw explained(error) ?? error;
  }
}

function explained(error: unknown): UserError | null {
  if (error instanceof RefusedFile) {
    const file = escapeMarkdown(shorten(error.file, 100));
    return new UserError((words) => words.intake.refused[error.refusal](file));
  }
  if (error instanceof AttachmentError) {
    return new UserError((words) => words.intake.fetch[error.problem]);
  }
  if (!(error instanceof WorkshopError)) return null;
  const { reason } = error;
  return new UserError(({ intake }) => {
    if (reason === 'server-busy') return intake.serverBusy;
    return reason === 'host-busy' ? intake.hostBusy : intake.tooSlow;
  });
}
