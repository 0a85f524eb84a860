import type { PersonalData, ServerData } from '../privacy/owned-data.ts';
import type { Delivery, Schedule, ScheduleChange } from './model.ts';

/** The schedules of all servers. */
export interface Schedules extends PersonalData, ServerData {
  /** Adds a schedule; false when its server has MAX_SCHEDULES already. */
  add(schedule: Schedule): Promise<boolean>;
  /** The schedule as it stands after the change, or null when there is none of this id. */
  change(id: string, change: ScheduleChange): Promise<Schedule | null>;
  /** Deletes a schedule and its deliveries; false when there is none of this id. */
  remove(id: string): Promise<boolean>;
  byId(id: string): Promise<Schedule | null>;
  /** The schedules of a server, oldest first. */
  ofServer(guildId: string): Promise<readonly Schedule[]>;
  /** The latest deliveries of a schedule, the newest first. */
  history(id: string, limit: number): Promise<readonly Delivery[]>;
}
