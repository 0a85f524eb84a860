/**
 * What stands as the licence of an article that is under none: why its text may be shown, in the
 * reader's language.
 */
export const LICENCES = ['own-work', 'public-domain', 'permission'] as const;
