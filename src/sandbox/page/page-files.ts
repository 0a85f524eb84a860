import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { bundleClient } from './bundle.ts';

const CLIENT = fileURLToPath(new URL('./client/', import.meta.url));

const require = createRequire(import.meta.url);

/** Where each part of the page's address leads; only files of these kinds and names are served. */
const FOLDERS = {
  styles: path.join(CLIENT, 'styles'),
  emoji: path.dirname(require.resolve('@twemoji/svg/1f4d6.svg')),
  'fonts/noto-sans': path.dirname(require.resolve('@fontsource-variable/noto-sans/index.css')),
  'fonts/noto-sans-tc': path.dirname(
    require.resolve('@fontsource-variable/noto-sans-tc/index.css'),
  ),
  'fonts/noto-sans-sc': path.dirname(
    require.resolve('@fontsource-variable/noto-sans-sc/index.css'),
  ),
} as const;

const SERVED = /^(files\/)?[\w-]+\.(css|svg|woff2)$/;

const TYPES: Readonly<Record<string, string>> = {
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.woff2': 'font/woff2',
};

/** The page may load from here alone, and runs no program but its own. */
const POLICY = [
  "default-src 'none'",
  "script-src 'self'",
  // Lit writes style attributes; nobody else's text ever becomes one.
  "style-src 'self' 'unsafe-inline'",
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

function response(content: string | Buffer, contentType: string): Response {
  const body = typeof content === 'string' ? content : new Uint8Array(content);
  return new Response(body, {
    headers: {
      'Content-Type': contentType,
      'Content-Security-Policy': POLICY,
      'X-Content-Type-Options': 'nosniff',
      'Referrer-Policy': 'no-referrer',
      'Cache-Control': 'no-cache',
    },
  });
}

async function fileIn(folder: string, name: string): Promise<Response | null> {
  if (!SERVED.test(name)) return null;
  try {
    const content = await readFile(path.join(folder, name));
    return response(content, TYPES[path.extname(name)] ?? '');
  } catch {
    return null;
  }
}

/** Serves the page: one document, one program, its styles, fonts and emoji, all from this machine. */
export async function pageFiles(): Promise<Hono> {
  const program = await bundleClient();
  const document = await readFile(path.join(CLIENT, 'index.html'), 'utf8');
  const app = new Hono()
    .get('/', () => response(document, 'text/html; charset=utf-8'))
    .get('/client.js', () => response(program, 'text/javascript; charset=utf-8'));
  for (const [at, folder] of Object.entries(FOLDERS)) {
    app.get(`/${at}/*`, async (call) => {
      const name = call.req.path.slice(at.length + 2);
      return (await fileIn(folder, name)) ?? call.notFound();
    });
  }
  return app;
}
