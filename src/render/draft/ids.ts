import { z } from 'zod';
import { countingNumber, defineCustomId } from '../custom-id.ts';

const draftId = z.string().regex(/^[a-z0-9]{12}$/);

/** Views of a draft, and steps that change it. */
const ACTIONS = [
  'overview',
  'pairs',
  'pair',
  'before',
  'after',
  'dropped',
  'ask-split',
  'ask-swap',
  'correct',
  'merge',
  'drop',
  'ask-cancel',
  'cancel',
  'save',
] as const;
export type DraftAction = (typeof ACTIONS)[number];

/**
 * A button of a draft: the draft, its version when the button was made, and the number of a pair or
 * a page, from 1. A step that was asked for on an older version is not done.
 */
export const draftButton = defineCustomId(
  'draft',
  z.tuple([z.enum(ACTIONS), draftId, countingNumber, countingNumber, countingNumber]),
);

/** A select of a draft, for the pair of this number: what was chosen is in its value. */
export const draftSelect = defineCustomId(
  'draft-choose',
  z.tuple([z.enum(['pair', 'split', 'swap']), draftId, countingNumber, countingNumber]),
);

/** The form in which a pair of a draft is corrected. */
export const draftForm = defineCustomId(
  'draft-form',
  z.tuple([draftId, countingNumber, countingNumber]),
);
