import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { AttachmentError } from '../../commands/attachment.ts';
import { attachmentFetcher } from '../../src/discord/attachments.ts';

let server: Server;
let origin = '';

beforeAll(async () => {
  server = createServer((request, response) => {
    if (request.url === '/file') response.end('text');
    else if (request.url === '/endless') response.end(Buffer.alloc(2 * 1024 * 1024));
    else if (request.url === '/moved') response.writeHead(302, { location: '/file' }).end();
    else if (request.url === '/broken') response.writeHead(500).end();
    else if (request.url !== '/silent') response.writeHead(404).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  origin = `http://127.0.0.1:${port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

async function problem(url: string, size = 4, patience = 5000): Promise<string> {
  const fetching = attachmentFetcher(`${origin}/api`, patience)({ url, size });
  const error = await fetching.catch((thrown: unknown) => thrown);
  return error instanceof AttachmentError ? error.problem : 'none';
}

describe('an attachment', () => {
  it('is fetched from where Discord, or the sandbox, keeps it', async () => {
    const bytes = await attachmentFetcher(`${origin}/api`)({ url: `${origin}/file`, size: 4 });
    expect(Buffer.from(bytes).toString()).toBe('text');
  });

  it.each([
    'http://127.0.0.1:1/file',
    'https://cdn.discordapp.com.example.org/attachments/1/2/a.txt',
    'http://cdn.discordapp.com/attachments/1/2/a.txt',
    'https://user@example.org/cdn.discordapp.com',
    'file:///etc/passwd',
    'nowhere',
  ])('is not fetched from anywhere else: %s', async (url) => {
    expect(await problem(url)).toBe('foreign-host');
    const real = attachmentFetcher('https://discord.com/api')({ url: `${origin}/file`, size: 4 });
    await expect(real).rejects.toMatchObject({ problem: 'foreign-host' });
  });

  it('is not fetched when it is too large, whatever its size is said to be', async () => {
    expect(await problem(`${origin}/file`, 1024 * 1024 + 1)).toBe('too-large');
    expect(await problem(`${origin}/endless`)).toBe('too-large');
  });

  it('says what is wrong', async () => {
    expect(await problem(`${origin}/nothing`)).toBe('gone');
    expect(await problem(`${origin}/broken`)).toBe('network');
    expect(await problem(`${origin}/moved`)).toBe('network');
    expect(await problem(`${origin}/silent`, 4, 50)).toBe('network');
  });
});
