import { languageOf } from '../../language/characters.ts';
import { joined } from './wrapped.ts';

interface Cue {
  /** In seconds. */
  readonly start: number;
  readonly end: number;
  readonly lines: readonly string[];
}

/** `00:01:02,345 --> 00:01:04.000`, in both formats; hours may be missing in WebVTT. */
const TIMES = /^\s*(?:(\d+):)?(\d+):(\d+)[.,](\d+)\s*-->\s*(?:(\d+):)?(\d+):(\d+)[.,](\d+)/;
/** A silence of so many seconds ends a paragraph, and so does this many units of text. */
const SILENCE = 3;
const LONG = 400;

/**
 * The lines of SubRip or WebVTT subtitles. Cues are joined up to the end of a sentence where the
 * subtitles have sentence ends; with both languages in a cue, the two stay side by side.
 */
export function subtitleLines(text: string): string[] {
  const cues = cuesOf(text);
  const ended = cues.filter(({ lines }) => endsSentence(lines.at(-1) ?? '')).length;
  if (ended * 5 < cues.length) return cues.flatMap(({ lines }) => byLanguage(lines));
  const groups: Cue[][] = [];
  for (const cue of cues) {
    const group = groups.at(-1);
    if (group === undefined || isOver(group, cue)) groups.push([cue]);
    else group.push(cue);
  }
  return groups.flatMap((group) => byLanguage(group.flatMap(({ lines }) => lines)));
}

function isOver(group: readonly Cue[], next: Cue): boolean {
  const last = group.at(-1);
  if (last === undefined || next.start - last.end >= SILENCE) return true;
  const length = group.reduce((sum, { lines }) => sum + lines.join('').length, 0);
  // English tells best: Chinese subtitles often go without a full stop.
  const english = last.lines.find((line) => languageOf(line) === 'en') ?? last.lines.at(-1);
  return length >= LONG || endsSentence(english ?? '');
}

function endsSentence(line: string): boolean {
  return /[.!?。！？…][”’」』"')）]*$/u.test(line.slice(-8));
}

/** One line a language, in the order in which the languages come. */
function byLanguage(lines: readonly string[]): string[] {
  const groups = Map.groupBy(lines, (line) => languageOf(line) ?? 'neither');
  const worded = [...groups].filter(([language]) => language !== 'neither');
  return (worded.length > 0 ? worded : [...groups]).map(([, same]) => joined(same));
}

function cuesOf(text: string): Cue[] {
  const cues: { start: number; end: number; lines: string[] }[] = [];
  let current: (typeof cues)[number] | null = null;
  for (const line of text.split(/\r\n|[\n\r]/)) {
    const times = line.length < 200 ? TIMES.exec(line) : null;
    if (times) {
      current = { start: seconds(times.slice(1, 5)), end: seconds(times.slice(5, 9)), lines: [] };
      cues.push(current);
    } else if (line.trim() === '') current = null;
    else current?.lines.push(plain(line));
  }
  return cues.filter(({ lines }) => lines.some((line) => line !== ''));
}

function seconds(parts: readonly (string | undefined)[]): number {
  const [hours = '0', minutes = '0', whole = '0', fraction = '0'] = parts;
  return Number(hours) * 3600 + Number(minutes) * 60 + Number(`${whole}.${fraction}`);
}

/** Without the tags of SubRip, WebVTT and Advanced SubStation; `- ` of a speaker stays. */
function plain(line: string): string {
  return line
    .replaceAll(/<[^<>]{0,200}>|\{[^{}]{0,200}\}/gu, '')
    .replaceAll(/&(amp|lt|gt|nbsp|lrm|rlm);/gu, (_, name: string) => ENTITIES[name] ?? ' ')
    .trim();
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', lrm: '', rlm: '' };
