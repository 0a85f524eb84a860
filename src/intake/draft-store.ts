import type { Article } from '../article/article.ts';
import type { PersonalData, ServerData } from '../privacy/owned-data.ts';
import type { Draft } from './draft.ts';

/** What the person who brings a text says of it. */
export type DraftAbout = Pick<Article, 'title' | 'rights' | 'level' | 'script'>;

/** A draft that waits for a person to save it. Seen by those who manage its server only. */
export interface StoredDraft {
  readonly id: string;
  readonly guildId: string;
  readonly userId: string;
  /** Grows by one with each step: a step that was asked for on an older one comes too late. */
  readonly version: number;
  /** In milliseconds since 1970. */
  readonly createdAt: number;
  readonly about: DraftAbout;
  readonly draft: Draft;
  /** How many invisible characters were taken out of the text. */
  readonly invisible: number;
}

/** Drafts are kept for so long. */
export const DRAFT_LIFE = 7 * 24 * 3600 * 1000;
/** A server may have so many drafts waiting. */
export const MAX_DRAFTS = 5;

/** The drafts of all servers. */
export interface DraftStore extends PersonalData, ServerData {
  /** Adds a draft; false when its server has MAX_DRAFTS already. */
  add(draft: StoredDraft): Promise<boolean>;
  /** Null when the server has no such draft, or when it is older than DRAFT_LIFE at `now`. */
  find(guildId: string, id: string, now: number): Promise<StoredDraft | null>;
  /** The drafts of a server that are not too old, the oldest first. */
  ofServer(guildId: string, now: number): Promise<readonly Pick<StoredDraft, 'id' | 'about'>[]>;
  /** Replaces the draft of this id by its next version; false when another step came first. */
  change(next: StoredDraft): Promise<boolean>;
  remove(guildId: string, id: string): Promise<void>;
  /** Deletes the drafts that are too old. */
  expire(now: number): Promise<void>;
}
