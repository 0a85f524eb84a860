import {
  type APIMessageTopLevelComponent,
  type APISelectMenuOption,
  type APIStringSelectComponent,
  ComponentType,
} from 'discord-api-types/v10';
import { titlesOf } from '../../article/article.ts';
import type { StoredDraft } from '../../intake/draft-store.ts';
import { shorten } from '../../language/characters.ts';
import type { Words } from '../../words/index.ts';
import { escapeMarkdown } from '../escape.ts';
import { type ButtonLook, button, row } from '../message.ts';
import { type DraftAction, draftButton } from './ids.ts';

/** Discord's limit on the label and the description of an option. */
const MAX_OPTION = 100;

/** A button of `stored` for the pair or page `at`; `page` is that of a list beside a pair. */
export function draftStep(
  stored: Pick<StoredDraft, 'id' | 'version'>,
  action: DraftAction,
  label: string,
  { at = 1, page = 1, ...look }: ButtonLook & { at?: number; page?: number } = {},
) {
  return button(draftButton.write(action, stored.id, stored.version, at, page), label, look);
}

/** A select with at most 25 choices. */
export function choices(
  customId: string,
  placeholder: string,
  options: readonly APISelectMenuOption[],
): APIMessageTopLevelComponent {
  const select: APIStringSelectComponent = {
    type: ComponentType.StringSelect,
    custom_id: customId,
    placeholder,
    options: options.map(({ label, description, ...rest }) => ({
      ...rest,
      label: shorten(label, MAX_OPTION),
      ...(description === undefined ? {} : { description: shorten(description, MAX_OPTION) }),
    })),
  };
  return row(select);
}

/** The title in both languages, or once where they are the same. */
export function titleOf({ about }: Pick<StoredDraft, 'about'>): string {
  return titlesOf(about).join('　');
}

/** One line that tells of a pair: its number, how sure it is, and how both texts begin. */
export function pairLine(
  words: Words,
  { draft }: StoredDraft,
  index: number,
  room: number,
): string {
  const pair = draft.pairs[index];
  if (pair === undefined) return '';
  // Never more than it is: what is not quite sure is not 100 %.
  const sure = words.intake.sure(Math.floor(pair.sure * 100));
  const en = escapeMarkdown(shorten(pair.en, room));
  const zh = escapeMarkdown(shorten(pair.zh, room));
  return `**${index + 1}**${pair.sure < 1 ? `${words.common.dot}${sure}` : ''}\n${en}\n${zh}`;
}

/** The rows of buttons that every view of a draft ends with. */
export function mainButtons(words: Words, stored: StoredDraft): APIMessageTopLevelComponent {
  return row(
    draftStep(stored, 'overview', words.intake.overview, { emoji: '📋' }),
    draftStep(stored, 'pairs', words.intake.allPairs, { emoji: '📖' }),
    draftStep(stored, 'dropped', words.intake.allDropped, {
      emoji: '🧹',
      disabled: stored.draft.dropped.length === 0,
    }),
    draftStep(stored, 'save', words.intake.save, { emoji: '💾', primary: true }),
    draftStep(stored, 'ask-cancel', words.intake.cancel, { emoji: '🗑️' }),
  );
}
