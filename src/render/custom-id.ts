import { z } from 'zod';

/** Discord's limit on a custom_id, in characters. */
export const MAX_CUSTOM_ID = 100;
const SEPARATOR = ':';

/** Writes and reads the custom_ids of one kind of button or select. */
export interface CustomId<Values extends readonly (string | number)[]> {
  readonly prefix: string;
  /** Throws a RangeError when the id would be longer than Discord takes. */
  write(...values: Values): string;
  /** The values in `id`, or null when it is not one that `write` could have made. */
  read(id: string): Values | null;
}

/**
 * Defines the custom_ids that start with `prefix`: `shape` checks what is read from Discord, since
 * a member can send any id. Whatever a button needs is in its id or in the store, so that buttons
 * outlive the process that made them.
 */
export function defineCustomId<Values extends readonly (string | number)[]>(
  prefix: string,
  shape: z.ZodType<Values>,
): CustomId<Values> {
  return {
    prefix,
    write: (...values) => {
      const id = [prefix, ...values].join(SEPARATOR);
      if (id.length > MAX_CUSTOM_ID) throw new RangeError(`custom_id too long: ${id}`);
      return id;
    },
    read: (id) => {
      const [found, ...parts] = id.split(SEPARATOR);
      if (found !== prefix) return null;
      return shape.safeParse(parts).data ?? null;
    },
  };
}

/** The prefix of a custom_id, by which the router finds who answers. */
export function prefixOf(id: string): string {
  return id.split(SEPARATOR)[0] ?? '';
}

/** A whole number from 1, written in digits without a leading zero. */
export const countingNumber = z
  .string()
  .regex(/^[1-9]\d{0,5}$/)
  .transform(Number);
