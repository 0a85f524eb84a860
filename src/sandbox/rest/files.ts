import { Hono } from 'hono';
import type { World } from '../world/world.ts';

/** Serves the files that were sent, as Discord's CDN does. Nothing is ever shown as a page. */
export function fileRoute(world: World): Hono {
  return new Hono().get('/attachments/:channel_id/:id/:filename', (call) => {
    const file = world.files.get(call.req.param('id'));
    if (!file) return call.notFound();
    return new Response(Buffer.from(file.bytes), {
      headers: {
        'Content-Type': file.contentType,
        'Content-Security-Policy': "default-src 'none'; sandbox",
        'X-Content-Type-Options': 'nosniff',
      },
    });
  });
}
