import { type Inline, parseInline } from './inline.ts';

export interface ListItem {
  inner: Inline[];
  nested: Block[];
}

/** A block of Discord's markdown. */
export type Block =
  | { kind: 'paragraph' | 'subtext'; inner: Inline[] }
  | { kind: 'heading'; level: 1 | 2 | 3; inner: Inline[] }
  | { kind: 'quote'; blocks: Block[] }
  | { kind: 'list'; ordered: boolean; start: number; items: ListItem[] }
  | { kind: 'code'; language: string; text: string };

const FENCE = /\\[\s\S]|```(?:([\w+#.-]*)\n)?([\s\S]*?[^\n][\s\S]*?)```\n?/g;

/** Reads a message's text as Discord's client does: fences first, then line by line. */
export function parseMarkdown(text: string): Block[] {
  const blocks: Block[] = [];
  let from = 0;
  for (const match of text.matchAll(FENCE)) {
    const code = match[2];
    if (code === undefined) continue;
    blocks.push(...linesToBlocks(text.slice(from, match.index).replace(/\n$/, '')));
    blocks.push({ kind: 'code', language: match[1] ?? '', text: code.replace(/\n$/, '') });
    from = match.index + match[0].length;
  }
  blocks.push(...linesToBlocks(text.slice(from)));
  return blocks;
}

const ITEM = /^( *)([-*]|\d{1,9}\.) +(\S.*)$/;

function linesToBlocks(text: string): Block[] {
  if (text === '') return [];
  const blocks: Block[] = [];
  const lines = text.split('\n');
  let plain: string[] = [];
  const flush = () => {
    if (plain.length > 0) blocks.push({ kind: 'paragraph', inner: parseInline(plain.join('\n')) });
    plain = [];
  };
  for (let at = 0; at < lines.length; ) {
    const taken = blockAt(lines, at);
    if (taken) {
      flush();
      blocks.push(taken.block);
      at += taken.lines;
    } else {
      plain.push(lines[at] ?? '');
      at += 1;
    }
  }
  flush();
  return blocks;
}

/** The block that begins with a line, and how many lines it takes; null for plain text. */
function blockAt(lines: readonly string[], at: number): { block: Block; lines: number } | null {
  const line = lines[at] ?? '';
  const heading = /^(#{1,3}) +(\S.*)$/.exec(line);
  if (heading) {
    const level = heading[1]?.length === 1 ? 1 : heading[1]?.length === 2 ? 2 : 3;
    return { block: { kind: 'heading', level, inner: parseInline(heading[2] ?? '') }, lines: 1 };
  }
  const small = /^-# +(\S.*)$/.exec(line);
  if (small) return { block: { kind: 'subtext', inner: parseInline(small[1] ?? '') }, lines: 1 };
  if (line.startsWith('>>> ')) {
    const rest = [line.slice(4), ...lines.slice(at + 1)].join('\n');
    return { block: { kind: 'quote', blocks: linesToBlocks(rest) }, lines: lines.length - at };
  }
  if (line.startsWith('> ')) {
    const quoted = run(lines, at, (each) => each.startsWith('> '));
    const inner = quoted.map((each) => each.slice(2)).join('\n');
    return { block: { kind: 'quote', blocks: linesToBlocks(inner) }, lines: quoted.length };
  }
  if (!ITEM.test(line)) return null;
  const { ordered, depth } = partsOf(line);
  // A number after bullets of the same depth begins another list.
  const items = run(lines, at, (each) => {
    const next = ITEM.test(each) ? partsOf(each) : null;
    return next !== null && (next.depth > depth || next.ordered === ordered);
  });
  return { block: list(items), lines: items.length };
}

function run(lines: readonly string[], at: number, belongs: (line: string) => boolean): string[] {
  const after = lines.slice(at);
  const end = after.findIndex((line) => !belongs(line));
  return end === -1 ? after : after.slice(0, end);
}

function partsOf(line: string) {
  const [, indent = '', mark = '', text = ''] = ITEM.exec(line) ?? [];
  return {
    depth: indent.length,
    ordered: /\d/.test(mark),
    number: Number.parseInt(mark, 10),
    text,
  };
}

/** A list; deeper lines belong to the item above them. */
function list(lines: readonly string[]): Block {
  const first = partsOf(lines[0] ?? '');
  const items: ListItem[] = [];
  for (let at = 0; at < lines.length; ) {
    const inner = parseInline(partsOf(lines[at] ?? '').text);
    const deeper = run(lines, at + 1, (line) => partsOf(line).depth > first.depth);
    items.push({ inner, nested: deeper.length > 0 ? [list(deeper)] : [] });
    at += 1 + deeper.length;
  }
  return { kind: 'list', ordered: first.ordered, start: first.number || 1, items };
}
