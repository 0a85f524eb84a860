import { fileURLToPath } from 'node:url';
import { rolldown } from 'rolldown';

const MAIN = fileURLToPath(new URL('./client/main.ts', import.meta.url));

/** The page's program in one file, made in memory when the sandbox starts: nothing can be stale. */
export async function bundleClient(): Promise<string> {
  const bundle = await rolldown({ input: MAIN, platform: 'browser' });
  try {
    const { output } = await bundle.generate({ format: 'esm' });
    return output[0].code;
  } finally {
    await bundle.close();
  }
}
