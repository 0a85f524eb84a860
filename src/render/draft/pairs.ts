import {
  type APIModalInteractionResponseCallbackData,
  ComponentType,
  TextInputStyle,
} from 'discord-api-types/v10';
import type { StoredDraft } from '../../intake/draft-store.ts';
import { shorten } from '../../language/characters.ts';
import type { Words } from '../../words/index.ts';
import { escapeMarkdown } from '../escape.ts';
import {
  container,
  divider,
  fillOf,
  type MessageBody,
  messageOf,
  row,
  textDisplay,
} from '../message.ts';
import { draftSelect } from './ids.ts';
import { optionOf } from './overview.ts';
import { choices, draftStep, mainButtons, pairLine } from './parts.ts';

/** Pairs on one page of the list. */
const PER_PAGE = 5;
const IN_LIST = 250;
/** Lines that were left out on one page. */
const DROPPED_PER_PAGE = 10;
/** What a form in Discord holds. */
export const MAX_FORM_TEXT = 4000;

/** All pairs, five a page. */
export function renderPairs(words: Words, stored: StoredDraft, page: number): MessageBody {
  const { pairs } = stored.draft;
  const last = Math.max(1, Math.ceil(pairs.length / PER_PAGE));
  const shown = Math.min(page, last);
  const indices = [...pairs.keys()].slice((shown - 1) * PER_PAGE, shown * PER_PAGE);
  return messageOf([
    container([
      textDisplay(
        `**${words.intake.allPairs}**${words.common.dot}${words.common.page(shown, last)}`,
      ),
      ...indices.map((index) => textDisplay(pairLine(words, stored, index, IN_LIST))),
    ]),
    choices(
      draftSelect.write('pair', stored.id, stored.version, 1),
      words.intake.openPair,
      indices.map((index) => optionOf(words, stored.draft, index)),
    ),
    paging(words, stored, 'pairs', shown, last),
    mainButtons(words, stored),
  ]);
}

/** One pair with what can be done to it. `index` one past the end means the last. */
export function renderPair(
  words: Words,
  stored: StoredDraft,
  index: number,
  note?: string,
): MessageBody {
  const { pairs } = stored.draft;
  const at = Math.max(0, Math.min(index, pairs.length - 1));
  const pair = pairs[at];
  const number = at + 1;
  const sure =
    pair === undefined || pair.sure === 1
      ? ''
      : `${words.common.dot}${words.intake.sure(Math.floor(pair.sure * 100))}`;
  const head = [
    ...(note === undefined ? [] : [`-# ${note}`]),
    `**${words.intake.pairOf(number, pairs.length)}**${sure}`,
    ...(pair?.findings ?? []).map((code) => `- ${words.intake.findings[code]}`),
  ].join('\n');
  const texts = fitted(pair?.en ?? '', pair?.zh ?? '', head);
  const last = number >= pairs.length;
  return messageOf([
    container([
      textDisplay(head),
      divider(),
      textDisplay(texts.en),
      divider(),
      textDisplay(texts.zh),
    ]),
    row(
      draftStep(stored, 'merge', words.intake.merge, { at: number, emoji: '🔗', disabled: last }),
      draftStep(stored, 'ask-split', words.intake.split, { at: number, emoji: '✂️' }),
      draftStep(stored, 'ask-swap', words.intake.swap, { at: number, emoji: '🔁' }),
      draftStep(stored, 'correct', words.intake.correct, { at: number, emoji: '✏️' }),
      draftStep(stored, 'drop', words.intake.drop, { at: number, emoji: '✖️' }),
    ),
    row(
      draftStep(stored, 'before', words.intake.previous, {
        at: Math.max(1, number - 1),
        emoji: '◀️',
        disabled: number === 1,
      }),
      draftStep(stored, 'after', words.intake.next, { at: number + 1, emoji: '▶️', disabled: last }),
    ),
    mainButtons(words, stored),
  ]);
}

/** The lines that stand in no pair, with their reasons. */
export function renderDropped(words: Words, stored: StoredDraft, page: number): MessageBody {
  const { dropped } = stored.draft;
  const last = Math.max(1, Math.ceil(dropped.length / DROPPED_PER_PAGE));
  const shown = Math.min(page, last);
  const lines = dropped
    .slice((shown - 1) * DROPPED_PER_PAGE, shown * DROPPED_PER_PAGE)
    .map(
      ({ text, reason }) =>
        `- ${escapeMarkdown(shorten(text, IN_LIST))}\n-# ${words.intake.reasons[reason]}`,
    );
  const title = `**${words.intake.allDropped}**${words.common.dot}${words.common.page(shown, last)}`;
  return messageOf([
    container([textDisplay([title, ...lines].join('\n'))]),
    ...(last > 1 ? [paging(words, stored, 'dropped', shown, last)] : []),
    mainButtons(words, stored),
  ]);
}

/** The form in which the texts of a paragraph are corrected; both have to fit into it. */
export function correctionForm(
  words: Words,
  customId: string,
  number: number,
  texts: { readonly en: string; readonly zh: string },
): APIModalInteractionResponseCallbackData {
  const field = (language: 'en' | 'zh', label: string) => ({
    type: ComponentType.Label as const,
    label,
    component: {
      type: ComponentType.TextInput as const,
      custom_id: language,
      style: TextInputStyle.Paragraph,
      value: texts[language],
      max_length: MAX_FORM_TEXT,
      required: true,
    },
  });
  return {
    custom_id: customId,
    title: words.intake.formTitle(number),
    components: [field('en', words.intake.english), field('zh', words.intake.chinese)],
  };
}

/** Both texts as they are shown: whole if they fit, else each shortened by the same share. */
function fitted(en: string, zh: string, head: string): { en: string; zh: string } {
  for (const share of [1, 0.8, 0.6, 0.4, 0.2, 0.1, 0.05, 0.02]) {
    const shortened = {
      en: escapeMarkdown(shorten(en, Math.ceil(en.length * share))),
      zh: escapeMarkdown(shorten(zh, Math.ceil(zh.length * share))),
    };
    if (fillOf([head, shortened.en, shortened.zh]) <= 1) return shortened;
  }
  return { en: '…', zh: '…' };
}

function paging(
  words: Words,
  stored: StoredDraft,
  action: 'pairs' | 'dropped',
  page: number,
  last: number,
) {
  return row(
    draftStep(stored, action, words.common.previousPage, {
      at: Math.max(1, page - 1),
      page: 2,
      emoji: '◀️',
      disabled: page === 1,
    }),
    draftStep(stored, action, words.common.nextPage, {
      at: page + 1,
      page: 3,
      emoji: '▶️',
      disabled: page === last,
    }),
  );
}
