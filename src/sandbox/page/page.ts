import type { Sandbox } from '../sandbox.ts';
import type { KeptBot } from './bot-keeper.ts';
import { pageFiles } from './page-files.ts';
import { PageSockets } from './socket.ts';

/** Opens the page at the sandbox's address, for visitors to act in it, until the sandbox closes. */
export async function openPage(sandbox: Sandbox, bot: KeptBot): Promise<void> {
  const sockets = new PageSockets(sandbox, bot);
  const files = await pageFiles();
  sandbox.serve({
    files,
    upgrade: (request, socket, head) => sockets.upgrade(request, socket, head),
    close: () => sockets.close(),
  });
}
