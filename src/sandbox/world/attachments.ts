import type { APIAttachment } from 'discord-api-types/v10';
import { invalidForm } from '../errors.ts';
import type { World } from './world.ts';

/** A file of a multipart body; `key` is the n of its field `files[n]`. */
export interface UploadedFile {
  key: string;
  filename: string;
  contentType: string;
  bytes: Uint8Array;
}

export interface AttachmentDraft {
  id: string | number;
  filename?: string | null | undefined;
  description?: string | null | undefined;
}

/** Keeps a file so that it can be fetched from loopback, and returns Discord's description of it. */
export function storeFile(world: World, channelId: string, file: UploadedFile): APIAttachment {
  const id = world.snowflake();
  const { filename, contentType, bytes } = file;
  world.files.set(id, { filename, contentType, bytes });
  const url = `${world.filesUrl}/attachments/${channelId}/${id}/${encodeURIComponent(filename)}`;
  return { id, filename, size: bytes.length, url, proxy_url: url, content_type: contentType };
}

/**
 * The attachments of a message after a create or edit: the old ones that `drafts` keeps (all of them
 * when it is absent) and the uploaded files, each described by the draft of its number.
 */
export function attachmentsAfter(
  world: World,
  channelId: string,
  before: readonly APIAttachment[],
  drafts: readonly AttachmentDraft[] | null | undefined,
  files: readonly UploadedFile[],
): APIAttachment[] {
  const kept = drafts
    ? before.filter(({ id }) => drafts.some((draft) => String(draft.id) === id))
    : [...before];
  drafts?.forEach((draft, index) => {
    const id = String(draft.id);
    if (before.some((old) => old.id === id) || files.some(({ key }) => key === id)) return;
    const message = 'The attachment is not one of the uploaded files.';
    throw invalidForm([
      { path: ['attachments', index, 'id'], code: 'ATTACHMENT_NOT_FOUND', message },
    ]);
  });
  const added = files.map((file) => {
    const draft = drafts?.find(({ id }) => String(id) === file.key);
    const stored = storeFile(world, channelId, {
      ...file,
      filename: draft?.filename ?? file.filename,
    });
    return draft?.description ? { ...stored, description: draft.description } : stored;
  });
  return [...kept, ...added];
}

/**
 * A copy of components or embeds in which every `attachment://name` is the file's address. Discord
 * refuses a reference to a file that is not attached.
 */
export function resolveMedia<Part>(parts: Part, attachments: readonly APIAttachment[]): Part {
  const copy = structuredClone(parts);
  visit(copy, [], attachments);
  return copy;
}

function visit(value: unknown, path: string[], attachments: readonly APIAttachment[]): void {
  if (typeof value !== 'object' || value === null) return;
  const url: unknown = Object.getOwnPropertyDescriptor(value, 'url')?.value;
  if (typeof url === 'string' && url.startsWith('attachment://')) {
    const name = url.slice('attachment://'.length);
    const found = attachments.find(({ filename }) => filename === name);
    if (!found) {
      const code = 'UNFURLED_MEDIA_ITEM_REFERENCED_ATTACHMENT_NOT_FOUND';
      const message = `The referenced attachment "${name}" was not found`;
      throw invalidForm([{ path: ['components', ...path, 'url'], code, message }]);
    }
    Object.assign(value, {
      url: found.url,
      proxy_url: found.url,
      content_type: found.content_type,
    });
  }
  for (const [key, inner] of Object.entries(value)) visit(inner, [...path, key], attachments);
}
