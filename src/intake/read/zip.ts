import { fromBufferPromise, type ZipFile } from 'yauzl';
import type { ReadLimits } from './limits.ts';
import { RefusedFile } from './refused.ts';

/** The parts of a packed file by name; each is unpacked when it is asked for, within the limits. */
export interface Packed {
  readonly names: readonly string[];
  /** Null when there is no such part. Throws a RefusedFile when it cannot be unpacked or is too large. */
  read(name: string): Promise<Uint8Array | null>;
}

/** No real document has more; a central directory can claim 65,535 in a mebibyte. */
const MOST_PARTS = 5000;
const FLAG_ENCRYPTED = 1;

/** Whether `bytes` begin as a zip does. */
export function isZip(bytes: Uint8Array): boolean {
  return bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;
}

/** Opens a zip. Only its directory is read; every size in it is a claim, and held to when unpacking. */
export async function openZip(
  bytes: Uint8Array,
  file: string,
  limits: ReadLimits,
): Promise<Packed> {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  try {
    const zip = await fromBufferPromise(buffer, { lazyEntries: true, validateEntrySizes: true });
    return await packed(zip, file, limits);
  } catch (error) {
    throw asRefusal(error, file);
  }
}

async function packed(zip: ZipFile, file: string, limits: ReadLimits): Promise<Packed> {
  if (zip.entryCount > MOST_PARTS) throw new RefusedFile('unpacks-too-large', file);
  const entries = await Array.fromAsync(zip.eachEntry());
  const byName = new Map(entries.map((entry) => [entry.fileName, entry]));
  let left = limits.unpackedSize;
  return {
    names: [...byName.keys()],
    async read(name) {
      const entry = byName.get(name);
      if (entry === undefined) return null;
      if ((entry.generalPurposeBitFlag & FLAG_ENCRYPTED) !== 0) {
        throw new RefusedFile('protected', file);
      }
      left -= entry.uncompressedSize;
      const bomb = entry.uncompressedSize > limits.ratio * Math.max(entry.compressedSize, 512);
      if (left < 0 || bomb) throw new RefusedFile('unpacks-too-large', file);
      try {
        // yauzl ends the stream with an error once it gives more than the directory claims.
        return Buffer.concat(await Array.fromAsync(await zip.openReadStreamPromise(entry)));
      } catch (error) {
        throw asRefusal(error, file);
      }
    },
  };
}

/** Whatever a zip reader says of a file is about the file. */
function asRefusal(error: unknown, file: string): RefusedFile {
  return error instanceof RefusedFile ? error : new RefusedFile('damaged', file);
}
