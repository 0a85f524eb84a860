import type { GivenFile } from '../protocol.ts';
import { fitting, namedBy, type Pickable, type PickOption, pickables } from '../text/commands.ts';
import { channelChoices, personChoices, roleChoices } from './choices.ts';
import type { Page } from './page.ts';
import { type Choice, type Composer, EMPTY_TEXT, type Given } from './state.ts';
import { Refused } from './wire.ts';

export type CommandComposer = Extract<Composer, { mode: 'command' }>;

const USER = 6;
const CHANNEL = 7;
const ROLE = 8;
const MENTIONABLE = 9;
const BOOLEAN = 5;
export const ATTACHMENT = 11;

/** The commands that the typed text may mean; null as long as it is no command. */
export function picked(page: Page): Pickable[] | null {
  const { composer, view } = page.state;
  if (composer.mode !== 'text' || composer.closed || !composer.text.startsWith('/')) return null;
  const all = pickables(view?.commands ?? [], view?.locale ?? 'en-US');
  const fits = fitting(all, composer.text.slice(1));
  return composer.text.includes(':') || composer.text.includes('：') ? null : fits;
}

/** Follows what is typed into the text. A command's whole name and a space begin the command. */
export function typeText(page: Page, text: string): void {
  const { view } = page.state;
  const all = pickables(view?.commands ?? [], view?.locale ?? 'en-US');
  const named = /^\/.+\s$/.test(text) ? namedBy(all, text) : null;
  if (named) begin(page, named);
  else page.change({ composer: { mode: 'text', text, active: 0, closed: false } });
}

/** Puts a picked command into the composer, its required options in line. */
export function begin(page: Page, command: Pickable): void {
  const line = command.options.filter(({ required }) => required).map(({ name }) => name);
  const composer: CommandComposer = {
    mode: 'command',
    picked: command,
    given: new Map(),
    line,
    current: null,
    tail: '',
    active: -1,
    offered: null,
    closed: false,
    problem: null,
  };
  page.change({ composer, panel: null });
  goToOption(page, line[0] ?? null);
}

export const optionOf = (composer: CommandComposer, name: string | null): PickOption | null =>
  composer.picked.options.find((each) => each.name === name) ?? null;

/** The options that are not in line yet. */
export const remaining = ({ picked: { options }, line }: CommandComposer): PickOption[] =>
  options.filter(({ name }) => !line.includes(name));

/** Of these, the ones whose name begins as it is typed at the end of the line. */
export function matching(now: CommandComposer): PickOption[] {
  const typed = now.tail.trim().toLocaleLowerCase();
  return remaining(now).filter(({ name, title }) =>
    [name, title].some((each) => each.toLocaleLowerCase().startsWith(typed)),
  );
}

/** Types at the end of the line. An option's name and a colon lead to it: `kind:`. */
export function typeTail(page: Page, text: string): void {
  const { composer } = page.state;
  if (composer.mode !== 'command') return;
  const led = leadsOn(composer, text);
  if (led !== null && led.before.trim() === '') {
    goToOption(page, led.to);
    return;
  }
  const active = text.trim() === '' ? -1 : 0;
  page.change({ composer: { ...composer, tail: text, active, problem: null } });
}

/** Moves to an option, or to the end of the line. */
export function goToOption(page: Page, name: string | null): void {
  const { composer } = page.state;
  if (composer.mode !== 'command') return;
  const line =
    name === null || composer.line.includes(name) ? composer.line : [...composer.line, name];
  page.change({
    composer: {
      ...composer,
      line,
      current: name,
      tail: '',
      active: -1,
      offered: null,
      closed: false,
    },
  });
  page.focus(name === null ? 'composer' : `option-${name}`);
  if (name !== null) offer(page, name);
}

/** Types into an option. Its own name or another's with a colon leads there: `3 language:`. */
export function typeOption(page: Page, name: string, text: string): void {
  const { composer } = page.state;
  if (composer.mode !== 'command') return;
  const led = leadsOn(composer, text);
  if (led) {
    if (led.before !== '' || led.to === name) typeOption(page, name, led.before);
    if (led.to !== name) goToOption(page, led.to);
    return;
  }
  const given = new Map(composer.given).set(name, { value: text, shown: text });
  page.change({
    composer: {
      ...composer,
      given,
      current: name,
      active: 0,
      offered: null,
      closed: false,
      problem: null,
    },
  });
  offer(page, name);
}

/** Whether a text ends in an option's name and a colon, and what stands before that. */
function leadsOn({ picked: { options } }: CommandComposer, text: string) {
  const [, before = '', named = ''] = /^(?:(.*)\s)?(\S+)[:：]$/.exec(text) ?? [];
  const option = options.find(({ name, title }) => named === name || named === title);
  return option ? { before, to: option.name } : null;
}

/** Asks the bot what it offers for an option's present text, where the option completes. */
function offer(page: Page, name: string): void {
  const { composer } = page.state;
  if (composer.mode !== 'command' || !optionOf(composer, name)?.autocomplete) return;
  const options = { ...valuesOf(composer), [name]: composer.given.get(name)?.value ?? '' };
  const typed = options[name];
  const ask = { do: 'complete', name: composer.picked.path, options, focused: name } as const;
  const show = (offered: Choice[]) => {
    const now = page.state.composer;
    // The answer to an older text comes too late.
    if (now.mode !== 'command' || now.current !== name) return;
    if ((now.given.get(name)?.value ?? '') !== typed || now.closed) return;
    page.change({ composer: { ...now, offered, active: 0 } });
  };
  page.askOrThrow(ask).then(
    ({ choices = [] }) => show(choices.map((each) => ({ ...each, value: String(each.value) }))),
    () => show([]),
  );
}

/** What is offered for the current option; null where there is nothing to choose from. */
export function offered(page: Page, composer: CommandComposer): Choice[] | null {
  const option = optionOf(composer, composer.current);
  if (!option || composer.closed) return null;
  if (option.autocomplete) return composer.offered;
  const all = fixedChoices(page, option);
  if (all === null) return null;
  const typed = (composer.given.get(option.name)?.shown ?? '').toLocaleLowerCase();
  const found = all.filter(({ name, about = '' }) =>
    `${name} ${about}`.toLocaleLowerCase().includes(typed),
  );
  return found.slice(0, 25);
}

function fixedChoices(page: Page, { type, choices, channelTypes }: PickOption): Choice[] | null {
  if (choices.length > 0) return choices;
  if (type === BOOLEAN) {
    const { yes, no } = page.words;
    return [
      { name: yes, value: 'true' },
      { name: no, value: 'false' },
    ];
  }
  if (type === USER) return personChoices(page);
  if (type === ROLE) return roleChoices(page);
  if (type === MENTIONABLE) return [...personChoices(page), ...roleChoices(page)];
  if (type === CHANNEL) return channelChoices(page, channelTypes);
  return null;
}

/** Takes a choice for the current option, and goes on to the next one that is required. */
export function take(page: Page, { name, value }: Choice): void {
  const { composer } = page.state;
  if (composer.mode !== 'command' || composer.current === null) return;
  const given = new Map(composer.given).set(composer.current, { value, shown: name });
  page.change({ composer: { ...composer, given, offered: null, closed: true, problem: null } });
  const next = nextMissing(page);
  if (next !== null) goToOption(page, next);
}

export function takeFile(page: Page, name: string, file: File): void {
  const { composer } = page.state;
  if (composer.mode !== 'command') return;
  const entry: Given = { value: file.name, shown: file.name, file };
  const given = new Map(composer.given).set(name, entry);
  page.change({ composer: { ...composer, given, problem: null } });
  goToOption(page, nextMissing(page));
}

/** The first required option that has no value yet. */
export function nextMissing(page: Page): string | null {
  const { composer } = page.state;
  if (composer.mode !== 'command') return null;
  const { picked: command, given } = composer;
  const missing = command.options.find(
    ({ name, required }) => required && (given.get(name)?.value ?? '') === '',
  );
  return missing?.name ?? null;
}

/** Takes an option out of the line, or, from its beginning, leaves the command for its text. */
export function removeOption(page: Page, name: string): void {
  const { composer } = page.state;
  if (composer.mode !== 'command') return;
  const at = composer.line.indexOf(name);
  const before = composer.line[at - 1] ?? null;
  if (optionOf(composer, name)?.required) {
    if (before === null) leave(page);
    else goToOption(page, before);
    return;
  }
  const given = new Map(composer.given);
  given.delete(name);
  const line = composer.line.filter((each) => each !== name);
  page.change({ composer: { ...composer, given, line } });
  goToOption(page, before);
}

/** Back from a command to its name as text. */
export function leave(page: Page): void {
  const { composer } = page.state;
  if (composer.mode !== 'command') return;
  const text = `/${composer.picked.title}`;
  page.change({ composer: { mode: 'text', text, active: 0, closed: false } });
  page.focus('composer');
}

function valuesOf({ given }: CommandComposer): Record<string, string> {
  const filled = [...given].filter(([, { value }]) => value !== '');
  return Object.fromEntries(filled.map(([name, { value }]) => [name, value]));
}

async function filesOf({ given }: CommandComposer): Promise<GivenFile[]> {
  const files = [...given.values()].flatMap(({ file }) => file ?? []);
  return Promise.all(files.map(givenFile));
}

/** A chosen file as it is sent. */
export async function givenFile(file: File): Promise<GivenFile> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let binary = '';
  for (const byte of bytes) binary += String.fromCharCode(byte);
  return { filename: file.name, contentType: file.type, base64: btoa(binary) };
}

/** Sends the command, or goes to the option that is still missing and says so. */
export async function sendCommand(page: Page): Promise<void> {
  const { composer } = page.state;
  if (composer.mode !== 'command') return;
  const missing = nextMissing(page);
  if (missing !== null) {
    goToOption(page, missing);
    const now = page.state.composer;
    if (now.mode === 'command') page.change({ composer: { ...now, problem: page.words.required } });
    return;
  }
  const { path } = composer.picked;
  const files = await filesOf(composer);
  page.change({ composer: EMPTY_TEXT });
  page.focus('composer');
  try {
    await page.askOrThrow({ do: 'command', name: path, options: valuesOf(composer), files });
  } catch (error) {
    const reason = error instanceof Refused ? error.message : String(error);
    const isOurs = error instanceof Refused && error.unsent;
    // What Discord's client would not have sent comes back into the composer, with the reason.
    if (isOurs && page.state.composer === EMPTY_TEXT) {
      page.change({ composer: { ...composer, problem: reason, closed: true } });
      page.focus('composer');
    } else {
      page.note(reason);
    }
  }
}

/** Sends what was typed: a message, a reply, or a whole command as a line. */
export async function sendText(page: Page): Promise<void> {
  const { composer, replyTo } = page.state;
  if (composer.mode !== 'text' || composer.text.trim() === '') return;
  const text = composer.text.trim();
  page.change({ composer: EMPTY_TEXT, replyTo: null });
  if (text.startsWith('/')) {
    await page.ask({ do: 'line', line: text });
    return;
  }
  const reply = replyTo && { replyTo: replyTo.message.message.id, ping: replyTo.ping };
  await page.ask({ do: 'say', text, ...reply });
}
