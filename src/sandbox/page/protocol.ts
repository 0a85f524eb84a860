import type {
  APIApplicationCommand,
  APIMessage,
  APIModalInteractionResponseCallbackData,
} from 'discord-api-types/v10';
import * as z from 'zod';

/** The languages in which a member of the sandbox can use Discord. */
export const LOCALES = ['en-US', 'zh-TW', 'zh-CN'] as const;
export type PageLocale = (typeof LOCALES)[number];

/** What can be switched on and off; the last one is of the channel where the visitor is. */
export const FAULTS = ['error-500', 'error-429', 'no-permission'] as const;
export type FaultName = (typeof FAULTS)[number];

const id = z.string().regex(/^\d{1,20}$/);
const customId = z.string().min(1).max(100);
const name = z.string().min(1).max(200);
const fileSchema = z.object({
  filename: z.string().min(1).max(260),
  contentType: z.string().max(200),
  base64: z.base64(),
});
const files = z.array(fileSchema).max(10).default([]);
const options = z.record(z.string(), z.string().max(6000));

/** What the page can ask of the sandbox, each in the socket's own place: person, channel, locale. */
export const askSchema = z.discriminatedUnion('do', [
  z.object({
    do: z.literal('look'),
    person: id.optional(),
    channel: z.union([id, z.literal('DM')]).optional(),
    locale: z.enum(LOCALES).optional(),
  }),
  z.object({ do: z.literal('line'), line: z.string().min(1).max(6000) }),
  z.object({ do: z.literal('command'), name, options, files }),
  z.object({ do: z.literal('complete'), name, options, focused: name }),
  z.object({ do: z.literal('press'), message: id, customId }),
  z.object({
    do: z.literal('choose'),
    message: id,
    customId,
    values: z.array(z.string().max(200)).max(25),
  }),
  z.object({
    do: z.literal('submit'),
    interaction: id,
    values: z.record(
      z.string(),
      z.union([z.string().max(4000), z.boolean(), z.array(z.string().max(300)).max(25)]),
    ),
    files,
  }),
  z.object({ do: z.literal('menu'), name, message: id }),
  z.object({
    do: z.literal('say'),
    text: z.string().min(1).max(2000),
    replyTo: id.optional(),
    ping: z.boolean().default(true),
  }),
  z.object({ do: z.literal('thread'), message: id.optional(), name: z.string().min(1).max(100) }),
  z.object({ do: z.literal('detail'), exchange: z.int() }),
  /** Sets the sandbox's clock to a time, or moves it; in milliseconds. */
  z.object({ do: z.literal('clock'), to: z.int().min(0).max(4e12) }),
  z.object({ do: z.literal('advance'), by: z.int().min(-1e12).max(1e12) }),
  z.object({ do: z.literal('restart') }),
  z.object({ do: z.literal('fault'), fault: z.enum(FAULTS), on: z.boolean() }),
  /** Milliseconds by which every answer of Discord is late; 0 for none. */
  z.object({ do: z.literal('latency'), milliseconds: z.int().min(0).max(60_000) }),
  /** The gateway drops: the bot may resume its session, or has to begin anew. */
  z.object({ do: z.literal('drop'), resumable: z.boolean() }),
  z.object({ do: z.literal('delete-channel'), channel: id }),
]);

export type Ask = z.infer<typeof askSchema>;
/** The same before defaults are filled in: what the page writes. */
export type AskGiven = z.input<typeof askSchema>;
export type GivenFile = z.infer<typeof fileSchema>;

/** A numbered ask, so that its answer finds back. */
export const numberedAskSchema = z.object({ number: z.int(), ask: askSchema });

export interface PersonView {
  id: string;
  name: string;
  username: string;
  locale: string;
  /** Names of roles on the server where the bot is; empty for somebody outside. */
  roles: string[];
  /** Colour of the highest role, as `#rrggbb`. */
  color: string | null;
  outside: boolean;
}

export type ChannelKind = 'text' | 'news' | 'forum' | 'thread' | 'dm';

export interface ChannelView {
  id: string;
  kind: ChannelKind;
  /** A discord-api-types `ChannelType`, for options that take some kinds only. */
  type: number;
  name: string;
  /** The channel of a thread. */
  parentId: string | null;
  botMayWrite: boolean;
}

export interface ServerView {
  id: string;
  name: string;
  hasBot: boolean;
  channels: ChannelView[];
  roles: { id: string; name: string; color: string | null }[];
}

/** The slash command that a message answers, as its header shows it. */
export interface UsedCommand {
  user: string;
  name: string;
}

export interface MessageView {
  message: APIMessage;
  private: boolean;
  used: UsedCommand | null;
  thread: { id: string; name: string; messages: number } | null;
}

export type BotState = 'starting' | 'running' | 'stopped';

/** The faults that are on; `no-permission` is told of the present channel. */
export interface FaultsView {
  on: FaultName[];
  latency: number;
}

/** All that one socket shows: what its person sees in its channel. */
export interface View {
  me: PersonView;
  locale: PageLocale;
  people: PersonView[];
  bot: { id: string; name: string; state: BotState };
  faults: FaultsView;
  /** How far the sandbox's clock is ahead of the machine's, in milliseconds. */
  clockOffset: number;
  servers: ServerView[];
  channel: ChannelView;
  mayWrite: boolean;
  mayOpenThreads: boolean;
  messages: MessageView[];
  /** The commands that are offered here to this person, of all types. */
  commands: APIApplicationCommand[];
}

/** One exchange between bot and Discord, without the bodies. */
export interface ExchangeView {
  id: number;
  at: number;
  kind: 'rest' | 'gateway';
  from: 'bot' | 'discord';
  name: string;
  milliseconds: number | null;
  status: number | null;
  refusal: { status: number; code: number; message: string } | null;
  /** Whether this is an interaction, which has 3 seconds for its first response. */
  interaction: boolean;
}

/** What an ask gives; each part only where it applies. */
export interface Answer {
  /** A modal that opened, with the interaction that is to be submitted. */
  modal?: { interaction: string; data: APIModalInteractionResponseCallbackData };
  choices?: { name: string; value: string | number }[];
  detail?: { sent: unknown; answered: unknown };
  /** A channel that came to be. */
  channel?: string;
}

/** What the sandbox tells the page. */
export type Told =
  | { tell: 'view'; view: View }
  | { tell: 'exchanges'; exchanges: ExchangeView[] }
  | { tell: 'answer'; number: number; ok: true; answer: Answer }
  | { tell: 'answer'; number: number; ok: false; error: string; unsent: boolean };

/** What a language is called in itself. */
export const LOCALE_NAMES: readonly (readonly [PageLocale, string])[] = [
  ['en-US', 'English'],
  ['zh-TW', '中文（台灣）'],
  ['zh-CN', '中文（简体）'],
];
