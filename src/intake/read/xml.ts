import { detect } from './encoding.ts';

/** The text of an XML file, in the encoding that is found; bytes of no encoding are read as UTF-8. */
export function decodeXml(bytes: Uint8Array): string {
  return detect(bytes)?.text ?? new TextDecoder().decode(bytes);
}
