import { splitPlaces } from '../../intake/draft.ts';
import type { StoredDraft } from '../../intake/draft-store.ts';
import { graphemesOf } from '../../language/characters.ts';
import type { Words } from '../../words/index.ts';
import { container, type MessageBody, messageOf, row, textDisplay } from '../message.ts';
import { draftSelect } from './ids.ts';
import { choices, draftStep, mainButtons, pairLine } from './parts.ts';

/** Discord's limit on the options of a select. */
const MAX_OPTIONS = 25;
const IN_LIST = 500;

/** Asks where the pair at `index` is to be cut; null when there is nowhere. */
export function renderSplit(words: Words, stored: StoredDraft, index: number): MessageBody | null {
  const pair = stored.draft.pairs[index];
  const places = pair === undefined ? [] : splitPlaces(pair);
  if (pair === undefined || places.length === 0) return null;
  return messageOf([
    container([
      textDisplay(words.intake.chooseSplit),
      textDisplay(pairLine(words, stored, index, IN_LIST)),
    ]),
    choices(
      draftSelect.write('split', stored.id, stored.version, index + 1),
      words.intake.split,
      places.map(({ en, zh }) => ({
        value: `${en}-${zh}`,
        label: endOf(pair.en.slice(0, en), 60),
        description: endOf(pair.zh.slice(0, zh), 40),
      })),
    ),
    row(draftStep(stored, 'pair', words.intake.keep, { at: index + 1 })),
    mainButtons(words, stored),
  ]);
}

/** Asks which line takes the place of a side of the pair at `index`; null when none can. */
export function renderSwap(
  words: Words,
  stored: StoredDraft,
  index: number,
  page: number,
): MessageBody | null {
  const usable = stored.draft.dropped.flatMap((one, at) =>
    one.language === null ? [] : [{ ...one, at }],
  );
  if (usable.length === 0) return null;
  const last = Math.ceil(usable.length / MAX_OPTIONS);
  const shown = Math.min(page, last);
  const step = (to: number, label: string, disabled: boolean) =>
    draftStep(stored, 'ask-swap', label, { at: index + 1, page: to, disabled });
  return messageOf([
    container([
      textDisplay(words.intake.chooseSwap),
      textDisplay(pairLine(words, stored, index, IN_LIST)),
    ]),
    choices(
      draftSelect.write('swap', stored.id, stored.version, index + 1),
      words.intake.swap,
      usable.slice((shown - 1) * MAX_OPTIONS, shown * MAX_OPTIONS).map(({ text, reason, at }) => ({
        value: String(at + 1),
        label: text,
        description: words.intake.reasons[reason],
      })),
    ),
    row(
      draftStep(stored, 'pair', words.intake.keep, { at: index + 1 }),
      ...(last === 1
        ? []
        : [
            step(shown === 1 ? 999 : shown - 1, words.common.previousPage, shown === 1),
            step(shown + 1, words.common.nextPage, shown === last),
          ]),
    ),
    mainButtons(words, stored),
  ]);
}

/** The end of a text, cut between graphemes. */
function endOf(text: string, length: number): string {
  const graphemes = graphemesOf(text.trim());
  return graphemes.length <= length ? text.trim() : `…${graphemes.slice(-length).join('')}`;
}
