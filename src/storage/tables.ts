import type { DeliveryRow } from './delivery-row.ts';
import type { ScheduleRow } from './schedules.ts';

/** Every table by its name; each port's file tells the columns of its own. */
export interface Tables {
  schedules: ScheduleRow;
  deliveries: DeliveryRow;
}
