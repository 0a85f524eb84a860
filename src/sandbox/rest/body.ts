import { refusal } from '../errors.ts';
import type { UploadedFile } from '../world/attachments.ts';

const MAX_BYTES = 10 * 1024 * 1024;

export interface ParsedBody {
  body: unknown;
  files: UploadedFile[];
}

function json(text: string): unknown {
  if (text === '') return undefined;
  try {
    return JSON.parse(text);
  } catch {
    throw refusal.invalidJson();
  }
}

async function upload(key: string, file: File): Promise<UploadedFile> {
  if (file.size > MAX_BYTES) throw refusal.tooLarge();
  const bytes = new Uint8Array(await file.arrayBuffer());
  const contentType = file.type || 'application/octet-stream';
  return { key, filename: file.name, contentType, bytes };
}

/** The body of a request: JSON, or multipart with `payload_json` and `files[n]`. */
export async function parseBody(request: Request): Promise<ParsedBody> {
  const kind = request.headers.get('content-type') ?? '';
  if (!kind.startsWith('multipart/form-data'))
    return { body: json(await request.text()), files: [] };
  const form = await request.formData();
  const payload = form.get('payload_json');
  const files: UploadedFile[] = [];
  for (const [field, value] of form) {
    const key = /^files\[(\d+)\]$/.exec(field)?.[1];
    if (key !== undefined && typeof value !== 'string') files.push(await upload(key, value));
  }
  return { body: typeof payload === 'string' ? json(payload) : {}, files };
}
