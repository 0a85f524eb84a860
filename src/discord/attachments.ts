import {
  AttachmentError,
  type AttachmentProblem,
  type FetchAttachment,
} from '../../commands/attachment.ts';
import { DISCORD_API } from '../config.ts';

/** Where Discord keeps what members attach. */
const HOSTS = ['https://cdn.discordapp.com', 'https://media.discordapp.net'];
const MOST_BYTES = 1024 * 1024;
const PATIENCE = 15_000;

/**
 * Fetches attachments from Discord's own hosts, and from where `apiUrl` is if that is not Discord
 * (the sandbox): never from an address that somebody made up, and never over a redirection. The
 * bytes are counted as they come, whatever the size was said to be.
 */
export function attachmentFetcher(apiUrl: string, patience = PATIENCE): FetchAttachment {
  const hosts = apiUrl === DISCORD_API ? HOSTS : [...HOSTS, new URL(apiUrl).origin];
  return async ({ url, size }) => {
    if (!URL.canParse(url) || !hosts.includes(new URL(url).origin)) {
      throw new AttachmentError('foreign-host');
    }
    if (size > MOST_BYTES) throw new AttachmentError('too-large');
    try {
      const response = await fetch(url, {
        redirect: 'error',
        signal: AbortSignal.timeout(patience),
      });
      if (!response.ok) throw new AttachmentError(problemOf(response.status));
      return await bytesOf(response);
    } catch (error) {
      throw error instanceof AttachmentError ? error : new AttachmentError('network', error);
    }
  };
}

function problemOf(status: number): AttachmentProblem {
  return status === 403 || status === 404 || status === 410 ? 'gone' : 'network';
}

async function bytesOf(response: Response): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  for await (const chunk of response.body ?? []) {
    size += chunk.length;
    if (size > MOST_BYTES) throw new AttachmentError('too-large');
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
