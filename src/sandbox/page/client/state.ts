import type { APIModalInteractionResponseCallbackData } from 'discord-api-types/v10';
import type { ExchangeView, MessageView, View } from '../protocol.ts';
import type { Pickable } from '../text/commands.ts';

/** What was given for an option: as it is sent, and as it is shown. */
export interface Given {
  value: string;
  shown: string;
  file?: File;
}

export interface Choice {
  name: string;
  value: string;
  about?: string;
}

/** The composer: text, or a command whose options are filled in one after another. */
export type Composer =
  | { mode: 'text'; text: string; active: number; closed: boolean }
  | {
      mode: 'command';
      picked: Pickable;
      given: Map<string, Given>;
      /** Names of the options that stand in the line, in their order. */
      line: string[];
      /** The option that is being filled in; null: the end of the line. */
      current: string | null;
      /** What is typed at the end of the line: the beginning of another option's name. */
      tail: string;
      active: number;
      /** What autocomplete offered for the present text; null while it is not known. */
      offered: Choice[] | null;
      /** Whether the list over the composer is put away. */
      closed: boolean;
      problem: string | null;
    };

export interface OpenModal {
  interaction: string;
  data: APIModalInteractionResponseCallbackData;
  problem: string | null;
}

export interface OpenSelect {
  message: string;
  customId: string;
  active: number;
  chosen: string[];
}

/** Something that only this visitor sees, for example that the bot did not answer. */
export interface Note {
  id: number;
  channel: string;
  person: string;
  text: string;
}

export type Panel = 'members' | 'clock' | 'channels' | null;

export interface State {
  connected: boolean;
  view: View | null;
  exchanges: Map<number, ExchangeView>;
  composer: Composer;
  replyTo: { message: MessageView; ping: boolean } | null;
  modal: OpenModal | null;
  select: OpenSelect | null;
  /** The message whose menu is open, and where on the screen. */
  menu: { message: string; x: number; y: number } | null;
  /** The message at which a thread is to begin, while its name is asked for. */
  naming: string | null;
  panel: Panel;
  drawer: boolean;
  /** The exchange whose bodies are shown. */
  detail: { id: number; sent: unknown; answered: unknown } | null;
  onlyRefusals: boolean;
  theme: 'dark' | 'light';
  notes: Note[];
  dismissed: Set<string>;
  /** Buttons and selects that wait for the bot: message id and custom_id. */
  busy: Set<string>;
  /** Spoilers that were opened. */
  opened: Set<string>;
}

export const EMPTY_TEXT: Composer = { mode: 'text', text: '', active: 0, closed: false };

export function firstState(): State {
  const light = matchMedia('(prefers-color-scheme: light)').matches;
  const kept = localStorage.getItem('theme');
  return {
    connected: false,
    view: null,
    exchanges: new Map(),
    composer: EMPTY_TEXT,
    replyTo: null,
    modal: null,
    select: null,
    menu: null,
    naming: null,
    panel: null,
    drawer: false,
    detail: null,
    onlyRefusals: false,
    theme: kept === 'light' || (kept === null && light) ? 'light' : 'dark',
    notes: [],
    dismissed: new Set(),
    busy: new Set(),
    opened: new Set(),
  };
}
