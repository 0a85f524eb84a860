import { type Draft, leastSure } from '../../intake/draft.ts';
import { DRAFT_LIFE, type StoredDraft } from '../../intake/draft-store.ts';
import { shorten } from '../../language/characters.ts';
import type { Words } from '../../words/index.ts';
import { escapeMarkdown } from '../escape.ts';
import { container, divider, type MessageBody, messageOf, row, textDisplay } from '../message.ts';
import { draftSelect } from './ids.ts';
import { choices, draftStep, mainButtons, pairLine, titleOf } from './parts.ts';

/** So many of the least sure pairs are shown at first. */
const LEAST_SURE = 5;
/** So many numbers of pairs are named for each kind of finding. */
const NAMED = 12;
/** Room for each text of a pair in a list, in UTF-16 units. */
const IN_LIST = 90;

/** What the bot made of a text, as those see it who may save it. */
export function renderDraft(words: Words, stored: StoredDraft, note?: string): MessageBody {
  const { draft } = stored;
  const unsure = leastSure(draft, LEAST_SURE);
  const lines = unsure.map((index) => pairLine(words, stored, index, IN_LIST));
  const first = unsure.length > 0 ? unsure : [...draft.pairs.keys()].slice(0, LEAST_SURE);
  return messageOf([
    container([
      textDisplay(heading(words, stored, note)),
      textDisplay(facts(words, stored)),
      ...(lines.length === 0
        ? []
        : [divider(), textDisplay(`**${words.intake.leastSure}**\n${lines.join('\n')}`)]),
    ]),
    choices(
      draftSelect.write('pair', stored.id, stored.version, 1),
      words.intake.openPair,
      first.map((index) => optionOf(words, draft, index)),
    ),
    mainButtons(words, stored),
  ]);
}

/** A choice that opens the pair at `index`; its value is the pair's number. */
export function optionOf(words: Words, draft: Draft, index: number) {
  const pair = draft.pairs[index];
  return {
    value: String(index + 1),
    label: words.intake.pairOf(index + 1, draft.pairs.length),
    description: shorten(pair?.en ?? '', 100),
  };
}

/** Asks once more before a draft is thrown away. */
export function renderCancel(words: Words, stored: StoredDraft): MessageBody {
  const title = escapeMarkdown(shorten(titleOf(stored), 200));
  return messageOf([
    container([textDisplay(words.intake.cancelSure(title))]),
    row(
      draftStep(stored, 'cancel', words.intake.cancel, { emoji: '🗑️' }),
      draftStep(stored, 'overview', words.intake.keep, { emoji: '📋' }),
    ),
  ]);
}

function heading(words: Words, stored: StoredDraft, note: string | undefined): string {
  const title = words.intake.draft(escapeMarkdown(shorten(titleOf(stored), 200)));
  const until = `<t:${Math.floor((stored.createdAt + DRAFT_LIFE) / 1000)}:f>`;
  return [
    ...(note === undefined ? [] : [`-# ${note}`]),
    `## ${title}`,
    `-# ${words.intake.onlyYou(until)}`,
  ].join('\n');
}

function facts(words: Words, { draft, invisible }: StoredDraft): string {
  const reasons = Map.groupBy(draft.dropped, ({ reason }) => reason);
  const findings = new Map<keyof Words['intake']['findings'], number[]>();
  draft.pairs.forEach(({ findings: found }, index) => {
    for (const code of found) findings.set(code, [...(findings.get(code) ?? []), index + 1]);
  });
  return [
    words.intake.pairs(draft.pairs.length),
    ...(draft.dropped.length === 0 ? [] : [words.intake.dropped(draft.dropped.length)]),
    ...[...reasons].map(([reason, all]) => `- ${words.intake.reasons[reason]}: ${all.length}`),
    ...(invisible === 0 ? [] : [words.intake.invisible(invisible)]),
    ...(findings.size === 0 ? [] : [`**${words.intake.look}**`]),
    ...[...findings].map(([code, numbers]) => {
      const more = numbers.length > NAMED ? '…' : '';
      const named = numbers.slice(0, NAMED).join(words.common.comma);
      return `- ${words.intake.findings[code]}: ${named}${more}`;
    }),
  ].join('\n');
}
