import { z } from 'zod';

/** What each setting may be; the first is what holds where nobody chose. */
export const OPTIONS = {
  /** The Chinese as the article has it, or always in one script. */
  script: ['written', 'traditional', 'simplified'],
  aid: ['none', 'pinyin', 'zhuyin'],
  first: ['english', 'chinese'],
  /** Whether the second language waits for a press. */
  translation: ['shown', 'hidden'],
  /** Whose readings: those that go with the script, or always Taiwan's or the mainland's. */
  usage: ['script', 'taiwan', 'mainland'],
  /** Whose words and sentences a quiz asks for: of both languages in turn, or always of one. */
  quiz: ['both', 'chinese', 'english'],
  /** The bot's own language: that of the reader's Discord, or always the same. */
  language: ['discord', 'en', 'zh-TW', 'zh-CN'],
} as const;

export type Setting = keyof typeof OPTIONS;
type Option<Name extends Setting> = (typeof OPTIONS)[Name][number];

/** How a reader reads. */
export type Preferences = { readonly [Name in Setting]: Option<Name> } & {
  /** An IANA zone, or null where none was chosen. */
  readonly timeZone: string | null;
};

/** What a reader or a server chose, and nothing of what they left open. */
export type Choices = Partial<Preferences>;

/** What holds where neither the reader nor the server chose. */
export const STANDARD: Preferences = {
  script: 'written',
  aid: 'none',
  first: 'english',
  translation: 'shown',
  usage: 'script',
  quiz: 'both',
  language: 'discord',
  timeZone: null,
};

/** What holds for a reader: their own choice, else the server's, else the standard. */
export function preferencesFrom(own: Choices, server: Choices = {}): Preferences {
  return { ...STANDARD, ...server, ...own };
}

const stored = z.object({
  script: z.enum(OPTIONS.script).optional().catch(undefined),
  aid: z.enum(OPTIONS.aid).optional().catch(undefined),
  first: z.enum(OPTIONS.first).optional().catch(undefined),
  translation: z.enum(OPTIONS.translation).optional().catch(undefined),
  usage: z.enum(OPTIONS.usage).optional().catch(undefined),
  quiz: z.enum(OPTIONS.quiz).optional().catch(undefined),
  language: z.enum(OPTIONS.language).optional().catch(undefined),
  timeZone: z.string().refine(isTimeZone).optional().catch(undefined),
});

/** Choices as they were kept: what this version does not know is left out, never an error. */
export function choicesIn(kept: unknown): Choices {
  const choices = Object.entries(stored.catch({}).parse(kept));
  return Object.fromEntries(choices.filter(([, value]) => value !== undefined));
}

/** `choices` with one setting chosen anew; null where the setting cannot be that. */
export function chosen(choices: Choices, setting: Setting, option: string): Choices | null {
  const known = z.enum(OPTIONS[setting]).safeParse(option).data;
  return known === undefined ? null : { ...choices, [setting]: known };
}

/** Whether the runtime knows `zone` as a time zone by an IANA name; offsets (+08:00) are none. */
export function isTimeZone(zone: string): boolean {
  return timeZoneNamed(zone) !== null;
}

/** The IANA name of a zone that a reader typed: `asia/taipei ` → `Asia/Taipei`; null for none. */
export function timeZoneNamed(typed: string): string | null {
  const wanted = typed.trim().replace(/\s+/g, '_');
  if (!/^[a-z]/i.test(wanted)) return null;
  try {
    return new Intl.DateTimeFormat('en', { timeZone: wanted }).resolvedOptions().timeZone;
  } catch {
    return null;
  }
}
