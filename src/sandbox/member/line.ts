import type { APIApplicationCommand, APIApplicationCommandOption } from 'discord-api-types/v10';
import {
  ApplicationCommandType,
  ApplicationCommandOptionType as Type,
} from 'discord-api-types/v10';

/** What a member typed cannot be sent: the client would say so and send nothing. */
export class LineError extends Error {}

/** A command as it was typed: the way to its subcommand, and the raw text of each option. */
export interface TypedCommand {
  command: APIApplicationCommand;
  /** The group and subcommand, outermost first. */
  way: APIApplicationCommandOption[];
  /** The options that can be filled in here. */
  options: APIApplicationCommandOption[];
  /** Raw values by the options' own names, in the order in which they were typed. */
  values: Map<string, string>;
}

type Named = Pick<APIApplicationCommandOption, 'name' | 'name_localizations'>;

/** All names under which something is known, its own first. */
export function namesOf({ name, name_localizations }: Named): string[] {
  const translated = Object.values(name_localizations ?? {}).filter((each) => each !== null);
  return [...new Set([name, ...translated])];
}

const lower = (text: string) => text.toLocaleLowerCase('en');
const isNamed = (wanted: string) => (thing: Named) =>
  namesOf(thing).some((name) => lower(name) === lower(wanted));

const innerOptions = (thing: object): APIApplicationCommandOption[] =>
  'options' in thing && Array.isArray(thing.options) ? thing.options : [];

const isSub = ({ type }: APIApplicationCommandOption) =>
  type === Type.Subcommand || type === Type.SubcommandGroup;

const listed = (names: readonly string[]) => names.join(', ') || 'none';

/** "number (required), language, article" */
export function describeOptions(options: readonly APIApplicationCommandOption[]): string {
  return listed(options.map(({ name, required }) => (required ? `${name} (required)` : name)));
}

function firstWord(text: string): [word: string, rest: string] {
  const [, word = '', rest = ''] = /^\s*(\S*)\s*([\s\S]*)$/.exec(text) ?? [];
  return [word, rest];
}

function findCommand(name: string, commands: readonly APIApplicationCommand[]) {
  const slash = commands.filter(({ type }) => type === ApplicationCommandType.ChatInput);
  const found = slash.find(isNamed(name));
  if (found) return found;
  const known = listed(slash.map((command) => `/${command.name}`));
  throw new LineError(`There is no command /${name}. There are: ${known}.`);
}

/** Walks from a command to its subcommand, taking words off the line. */
function walk(command: APIApplicationCommand, line: string) {
  const way: APIApplicationCommandOption[] = [];
  let options = innerOptions(command);
  let rest = line;
  let title = `/${command.name}`;
  while (options.some(isSub)) {
    const [word, after] = firstWord(rest);
    const next = options.find(isNamed(word));
    if (!next) {
      const known = listed(options.map(({ name }) => `${title} ${name}`));
      const said = word ? `${title} has no “${word}”` : `${title} needs a subcommand`;
      throw new LineError(`${said}. There are: ${known}.`);
    }
    way.push(next);
    title += ` ${next.name}`;
    options = innerOptions(next);
    rest = after;
  }
  return { way, options, rest, title };
}

const CLOSING: Record<string, string> = { '"': '"', '“': '”', '「': '」' };

function marker(options: readonly APIApplicationCommandOption[]): RegExp {
  const names = options.flatMap(namesOf).sort((a, b) => b.length - a.length);
  return new RegExp(`(^|\\s)(${names.map((name) => RegExp.escape(name)).join('|')})[:：]`, 'giu');
}

/** A quoted value at the start of a text, and how much of the text it took; `\` keeps a quote inside. */
function quoted(text: string): [value: string, taken: number] | null {
  const lead = /^\s*/.exec(text)?.[0].length ?? 0;
  const close = CLOSING[text[lead] ?? ''];
  if (close === undefined) return null;
  let value = '';
  for (let at = lead + 1; at < text.length; at += 1) {
    const char = text[at] ?? '';
    if (char === close) return /^(\s|$)/.test(text.slice(at + 1)) ? [value, at + 1] : null;
    const escapes = char === '\\' && (text[at + 1] === close || text[at + 1] === '\\');
    value += escapes ? text[at + 1] : char;
    if (escapes) at += 1;
  }
  throw new LineError(`A quotation is not closed: ${text.trim()}`);
}

/** `name:value name:"quoted value"`: a value goes on until the next option's name, as in Discord's composer. */
function splitValues(
  text: string,
  options: readonly APIApplicationCommandOption[],
  title: string,
): Map<string, string> {
  const values = new Map<string, string>();
  const pattern = marker(options);
  let rest = text;
  while (rest.trim() !== '') {
    pattern.lastIndex = 0;
    const found = options.length > 0 ? pattern.exec(rest) : null;
    const before = found ? rest.slice(0, found.index) : rest;
    if (before.trim() !== '') throw stray(before.trim(), options, title);
    if (!found) break;
    const option = options.find(isNamed(found[2] ?? ''));
    rest = rest.slice(found.index + found[0].length);
    const inQuotes = quoted(rest);
    pattern.lastIndex = 0;
    const end = inQuotes ? inQuotes[1] : (pattern.exec(rest)?.index ?? rest.length);
    const value = inQuotes ? inQuotes[0] : rest.slice(0, end).trim();
    if (option && values.has(option.name)) {
      throw new LineError(`${title}: the option ${option.name} is given twice.`);
    }
    if (option) values.set(option.name, value);
    rest = rest.slice(end);
  }
  return values;
}

function stray(text: string, options: readonly APIApplicationCommandOption[], title: string) {
  const name = /^([^\s:：]+)[:：]/.exec(text)?.[1];
  const known = describeOptions(options);
  return name
    ? new LineError(`${title} has no option “${name}”. Its options: ${known}.`)
    : new LineError(`${title}: write options as name:value, not “${text}”. Its options: ${known}.`);
}

/** Reads `/name [group] [subcommand] option:value …` against the registered commands; any locale's names do. */
export function parseLine(line: string, commands: readonly APIApplicationCommand[]): TypedCommand {
  const trimmed = line.trim();
  if (!trimmed.startsWith('/')) {
    throw new LineError(`A command begins with a slash: /help, not “${trimmed}”.`);
  }
  const [name, after] = firstWord(trimmed.slice(1));
  const command = findCommand(name, commands);
  const { way, options, rest, title } = walk(command, after);
  return { command, way, options, values: splitValues(rest, options, title) };
}

/** The same for a command given by name (`'article show'`) and values, with nothing to parse. */
export function typedCommand(
  given: { name: string; options?: Readonly<Record<string, string | number | boolean>> },
  commands: readonly APIApplicationCommand[],
): TypedCommand {
  const typed = parseLine(`/${given.name.replace(/^\//, '')}`, commands);
  for (const [name, value] of Object.entries(given.options ?? {})) {
    const option = typed.options.find(isNamed(name));
    if (!option) throw stray(`${name}:`, typed.options, `/${given.name}`);
    typed.values.set(option.name, String(value));
  }
  return typed;
}
