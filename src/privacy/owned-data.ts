/** What the store keeps of one person, in one place: shown to them and deleted at their wish. */
export interface PersonalData {
  /** The name of this part in the export, for example `schedules`. */
  readonly section: string;
  /** All that is kept of the user here, as plain JSON values. */
  exportOf(userId: string): Promise<readonly object[]>;
  /** Deletes it, or takes the user's name off what belongs to a server. */
  forget(userId: string): Promise<void>;
}

/** What the store keeps for one server, in one place: deleted 30 days after the bot has left it. */
export interface ServerData {
  forgetServer(guildId: string): Promise<void>;
}
