import { writeFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { z } from 'zod';
import { IntakeError } from '../decode.ts';

/** Where the prepared dictionary is kept: made again whenever it is missing. */
export const CACHE = fileURLToPath(new URL('../../../.cache/', import.meta.url));

/** Options as they should be. An IntakeError says what is not, one line each. */
export function checked<T>(schema: z.ZodType<T>, values: unknown): T {
  const parsed = schema.safeParse(values);
  if (parsed.success) return parsed.data;
  throw new IntakeError(parsed.error.issues.map((issue) => issue.message).join('\n'));
}

export async function writeJson(file: string, value: unknown): Promise<void> {
  await writeFile(file, `${JSON.stringify(value, null, 2)}\n`);
}
