import { strToU8, zipSync } from 'fflate';
import type { SentFile } from '../../../src/intake/read/read.ts';
import { articleOf } from '../../article/fixtures.ts';
import { docx, encoded, epub, wordParagraph } from './files.ts';

/** Numbers from 0 up to but not including 1, the same for the same seed (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const EN = 'The ferry leaves at six. Most people sleep.';
const ZH = '渡輪六點開。多數人睡了，他們不看海。';
const TEXT = `${EN}\n${ZH}\n\n${EN} Again.\n又一次。${ZH}`;
const DOCUMENT = `${wordParagraph(EN)}${wordParagraph(ZH)}<w:tbl><w:tr><w:tc>${wordParagraph('a')}</w:tc></w:tr></w:tbl>`;
const PAGE = `<html><head><meta charset="utf-8"></head><body><p>${EN}<br>${ZH}</p><pre>${TEXT}</pre><ruby>漢<rt>hàn</rt></ruby></body></html>`;
const TMX = `<tmx version="1.4"><body><tu><tuv xml:lang="en"><seg>${EN}</seg></tuv><tuv xml:lang="zh-TW"><seg>${ZH}</seg></tuv></tu></body></tmx>`;

/** Sound files of every kind that is read. */
const SOUND: readonly SentFile[] = [
  { name: 'a.txt', bytes: strToU8(TEXT) },
  { name: 'a.txt', bytes: encoded(TEXT, 'big5') },
  { name: 'a.txt', bytes: encoded(TEXT, 'gb18030') },
  { name: 'a.txt', bytes: Buffer.from(`\ufeff${TEXT}`, 'utf16le') },
  {
    name: 'a.md',
    bytes: strToU8(`# ${EN}\n\n${TEXT}\n\n- *a*\n- [b](c)\n\n> ${ZH}\n\n|a|b|\n|-|-|\n|c|d|`),
  },
  { name: 'a.html', bytes: strToU8(PAGE) },
  { name: 'a.docx', bytes: docx(DOCUMENT) },
  { name: 'a.epub', bytes: epub([PAGE, `<p>${ZH}</p>`]) },
  {
    name: 'a.srt',
    bytes: strToU8(
      `1\n00:00:01,000 --> 00:00:02,000\n${EN}\n${ZH}\n\n2\n00:00:03,000 --> 00:00:04,000\n${EN}`,
    ),
  },
  { name: 'a.vtt', bytes: strToU8(`WEBVTT\n\n00:01.000 --> 00:02.000\n<i>${EN}</i>`) },
  { name: 'a.tmx', bytes: strToU8(TMX) },
  { name: 'a.json', bytes: strToU8(JSON.stringify(articleOf([[EN, ZH]]))) },
];

/** What breaks readers: marks of formats, endless things, characters nobody sees. */
const TOKENS = [
  '<',
  '>',
  '</',
  '<!--',
  '-->',
  '<![CDATA[',
  ']]>',
  '&#x0;',
  '&#xD800;',
  '&#1114112;',
  '&lt;',
  '<p',
  '<w:p>',
  '</w:p>',
  '<w:t>',
  '<tu>',
  '<seg>',
  '<rt>',
  '<pre>',
  '<table>',
  '<!DOCTYPE x [<!ENTITY a "aaaaaaaaaa">]>&a;',
  '"',
  '{',
  '}',
  '[',
  '\\',
  '```',
  '~~~',
  '***',
  '[](',
  '![',
  '--> ',
  '00:00:00,000 --> 99:99:99,999',
  '\0',
  '\u0007',
  '\u001b[31m',
  '\u200b',
  '\u200d',
  '\u202e',
  '\u2066',
  '\ufeff',
  '\ufffd',
  '\u2028',
  '\r',
  '\u0301'.repeat(40),
  '👨\u200d'.repeat(20),
  'ᄀ'.repeat(20),
  '\u{e0041}',
  '\u0600',
  '\ud83d',
  '𠮷',
  '　',
  '\t',
  '\n',
  '\n\n',
  ' '.repeat(300),
  'a'.repeat(300),
  '中'.repeat(300),
  '-'.repeat(300),
  '9'.repeat(400),
] as const;

/**
 * The hostile file of this seed: a sound one that was damaged (its bytes, or what is inside the
 * zip), its name changed, or bytes by chance alone. Most are small, one in 200 is large.
 */
export function hostileFile(seed: number): SentFile {
  const random = randomFrom(seed);
  const below = (limit: number) => Math.floor(random() * limit);
  const pick = <One>(all: readonly [One, ...One[]] | readonly One[]): One => {
    const one = all[below(all.length)];
    if (one === undefined) throw new RangeError('nothing to pick from');
    return one;
  };
  const noise = (length: number) => Uint8Array.from({ length }, () => below(256));
  const damaged = (bytes: Uint8Array): Uint8Array => {
    let out = Buffer.from(bytes);
    for (let times = 1 + below(6); times > 0; times -= 1) {
      const at = below(out.length + 1);
      const end = Math.min(out.length, at + below(200));
      const [before, part, after] = [out.subarray(0, at), out.subarray(at, end), out.subarray(end)];
      switch (below(16)) {
        case 0:
          out = Buffer.concat([before, noise(below(20)), out.subarray(at)]);
          break;
        case 1:
          out = Buffer.concat([before, after]);
          break;
        case 2:
          out = Buffer.concat([before, part, part, after]);
          break;
        case 3:
          out = Buffer.concat([before]);
          break;
        case 4:
          if (at < out.length) out[at] = below(256);
          break;
        default: {
          const many = below(40) === 0 ? below(2000) : 1 + below(3);
          const token = Buffer.from(pick(TOKENS).repeat(many));
          out = Buffer.concat([before, token.subarray(0, 200_000), out.subarray(at)]);
        }
      }
    }
    return out;
  };
  const text = () =>
    Buffer.from(damaged(strToU8(pick([DOCUMENT, DOCUMENT, DOCUMENT, PAGE, TEXT, TMX])))).toString();
  const sound = pick(SOUND);
  const name = below(5) === 0 ? pick(SOUND).name : sound.name;
  if (below(200) === 0) {
    const unit = Buffer.from(pick([...TOKENS, TEXT, PAGE, DOCUMENT]));
    const bytes = Buffer.alloc(1024 * (1 + below(1100)), unit);
    return { name, bytes: below(2) === 0 ? bytes : docx(bytes.toString()) };
  }
  switch (below(8)) {
    case 0:
      return { name, bytes: noise(below(3000)) };
    case 1:
      return { name: 'a.docx', bytes: docx(text()) };
    case 2:
      return { name: 'a.epub', bytes: epub([text(), text()]) };
    case 3:
      return {
        name: 'a.epub',
        bytes: zipSync({
          'META-INF/container.xml': strToU8(
            `<rootfile full-path="${pick(['a', '../../a', '/', ''])}"/>${text()}`,
          ),
          a: strToU8(
            `<item id="x" href="${pick(['a', 'b', '../../../etc/passwd', '%zz'])}"/><itemref idref="x"/>${text()}`,
          ),
        }),
      };
    default:
      return { name, bytes: damaged(sound.bytes) };
  }
}
