import { MAX_SERVER_ARTICLES } from '../../src/article/server-articles.ts';
import {
  type Draft,
  dropPair,
  editPair,
  mergeWithNext,
  splitPair,
  swapIn,
} from '../../src/intake/draft.ts';
import type { StoredDraft } from '../../src/intake/draft-store.ts';
import { withoutInvisible } from '../../src/intake/read/invisible.ts';
import { renderSplit, renderSwap } from '../../src/render/draft/choices.ts';
import {
  type DraftAction,
  draftButton,
  draftForm,
  draftSelect,
} from '../../src/render/draft/ids.ts';
import { renderCancel, renderDraft } from '../../src/render/draft/overview.ts';
import {
  correctionForm,
  MAX_FORM_TEXT,
  renderDropped,
  renderPair,
  renderPairs,
} from '../../src/render/draft/pairs.ts';
import { renderSaved } from '../../src/render/draft/saved.ts';
import { type MessageBody, renderNotice } from '../../src/render/message.ts';
import {
  type ComponentRequest,
  handle,
  type ModalRequest,
  type Reply,
  type Request,
  type Services,
  UserError,
} from '../command.ts';
import { explaining, managedServer, newArticleId } from './own.ts';

/** What the buttons, selects and forms of a draft do. */
export const draftComponents = [
  handle(
    draftButton,
    async ([action, id, version, at, page], request: ComponentRequest, services) => {
      const stored = await draftOf(id, request, services);
      if (action === 'save') return save(stored, version, request, services);
      if (action === 'cancel') {
        await services.drafts.remove(stored.guildId, stored.id);
        return update(renderNotice(request.words.intake.cancelled));
      }
      if (action === 'merge' || action === 'drop') {
        const step = action === 'merge' ? mergeWithNext : dropPair;
        return changed(
          stored,
          { version, at, step: (draft) => step(draft, at - 1) },
          request,
          services,
        );
      }
      return view(action, stored, { at, page }, request);
    },
  ),
  handle(draftSelect, async ([kind, id, version, at], request: ComponentRequest, services) => {
    const stored = await draftOf(id, request, services);
    const [chosen = ''] = request.values;
    if (kind === 'pair') return update(renderPair(request.words, stored, Number(chosen) - 1));
    const [en = 0, zh = 0] = chosen.split('-').map(Number);
    const step = (draft: Draft) =>
      kind === 'split' ? splitPair(draft, at - 1, { en, zh }) : swapIn(draft, at - 1, en - 1);
    return changed(stored, { version, at, step }, request, services);
  }),
];

export const draftForms = [
  handle(draftForm, async ([id, version, at], request: ModalRequest, services) => {
    const stored = await draftOf(id, request, services);
    const written = (field: string) => withoutInvisible(request.fields[field] ?? '').text;
    const texts = { en: written('en'), zh: written('zh') };
    if (Object.values(texts).some((text) => text.trim() === '')) {
      throw new UserError((words) => words.intake.emptyText);
    }
    const step = (draft: Draft) => editPair(draft, at - 1, texts);
    return changed(stored, { version, at, step }, request, services);
  }),
];

/** The draft of the request's own server, for those who manage it; a UserError for all else. */
export async function draftOf(
  id: string,
  request: Request,
  services: Services,
): Promise<StoredDraft> {
  const stored = await services.drafts.find(managedServer(request), id, request.now);
  if (stored === null) throw new UserError((words) => words.intake.draftGone);
  return stored;
}

type View = Exclude<DraftAction, 'save' | 'cancel' | 'merge' | 'drop'>;

function view(
  action: View,
  stored: StoredDraft,
  { at, page }: { readonly at: number; readonly page: number },
  { words }: Request,
): Reply {
  const views: Readonly<Record<Exclude<View, 'correct'>, () => MessageBody>> = {
    overview: () => renderDraft(words, stored),
    pairs: () => renderPairs(words, stored, at),
    pair: () => renderPair(words, stored, at - 1),
    before: () => renderPair(words, stored, at - 1),
    after: () => renderPair(words, stored, at - 1),
    dropped: () => renderDropped(words, stored, at),
    'ask-cancel': () => renderCancel(words, stored),
    'ask-split': () =>
      renderSplit(words, stored, at - 1) ?? renderPair(words, stored, at - 1, words.intake.noSplit),
    'ask-swap': () =>
      renderSwap(words, stored, at - 1, page) ??
      renderPair(words, stored, at - 1, words.intake.noSwap),
  };
  return action === 'correct' ? correct(stored, at, words) : update(views[action]());
}

function correct(stored: StoredDraft, at: number, words: Request['words']): Reply {
  const pair = stored.draft.pairs[at - 1];
  if (pair === undefined) return update(renderPair(words, stored, at - 1, words.intake.cannotStep));
  if (Math.max(pair.en.length, pair.zh.length) > MAX_FORM_TEXT) {
    throw new UserError(({ intake }) => intake.tooLongToCorrect);
  }
  const id = draftForm.write(stored.id, stored.version, at);
  return { kind: 'modal', modal: correctionForm(words, id, at, pair) };
}

interface Step {
  /** The version that the member saw. */
  readonly version: number;
  /** The number of the pair, from 1. */
  readonly at: number;
  readonly step: (draft: Draft) => Draft | null;
}

/** Does a step, unless the draft has changed since the member saw it, and shows what came of it. */
async function changed(
  stored: StoredDraft,
  { version, at, step }: Step,
  request: Request,
  services: Services,
): Promise<Reply> {
  const { words } = request;
  const show = (now: StoredDraft, note?: string) => update(renderPair(words, now, at - 1, note));
  if (stored.version !== version) return show(stored, words.intake.changed);
  const draft = step(stored.draft);
  if (draft === null) return show(stored, words.intake.cannotStep);
  if (draft.pairs.length === 0) return show(stored, words.intake.lastPair);
  const next = { ...stored, version: version + 1, draft };
  if (await services.drafts.change(next)) return show(next);
  return show(await draftOf(stored.id, request, services), words.intake.changed);
}

function save(stored: StoredDraft, version: number, request: Request, services: Services): Reply {
  const { words } = request;
  if (stored.version !== version) return update(renderDraft(words, stored, words.intake.changed));
  const { guildId, about, draft } = stored;
  const id = newArticleId(about.title.en, services.random);
  const putting = { by: request.userId, at: request.now };
  const work = async () => {
    const article = await services.workshop.finish(guildId, { id, about, pairs: draft.pairs });
    if (!(await services.libraries.put(guildId, article, putting))) {
      throw new UserError(({ intake }) => intake.tooManyArticles(MAX_SERVER_ARTICLES));
    }
    await services.drafts.remove(guildId, stored.id);
    const revision = services.libraryFor(guildId).revisionOf(article);
    return { body: renderSaved(words, article, revision) };
  };
  return { kind: 'later', private: true, work: () => explaining(work) };
}

function update(body: MessageBody): Reply {
  return { kind: 'update', body };
}
