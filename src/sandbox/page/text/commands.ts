import type { APIApplicationCommand, APIApplicationCommandOption } from 'discord-api-types/v10';

const SUBCOMMAND = 1;
const GROUP = 2;

/** An option as the composer asks for it, in the chosen language. */
export interface PickOption {
  name: string;
  title: string;
  description: string;
  type: number;
  required: boolean;
  choices: { name: string; value: string }[];
  autocomplete: boolean;
  /** Kinds of channels that may be chosen; empty for all. */
  channelTypes: number[];
}

/** A command or subcommand as the picker lists it. */
export interface Pickable {
  /** By its own names, as it is sent: `article show`. */
  path: string;
  /** In the chosen language, without the slash. */
  title: string;
  description: string;
  options: PickOption[];
}

interface Said {
  name: string;
  description?: string;
  name_localizations?: object | null | undefined;
  description_localizations?: object | null | undefined;
}

function inLanguage(localizations: object | null | undefined, locale: string): string | null {
  const found: unknown = Object.entries(localizations ?? {}).find(([key]) => key === locale)?.[1];
  return typeof found === 'string' ? found : null;
}

const titleOf = (said: Said, locale: string) =>
  inLanguage(said.name_localizations, locale) ?? said.name;
const descriptionOf = (said: Said, locale: string) =>
  inLanguage(said.description_localizations, locale) ?? said.description ?? '';

function pickOption(option: APIApplicationCommandOption, locale: string): PickOption {
  const choices = 'choices' in option ? (option.choices ?? []) : [];
  return {
    name: option.name,
    title: titleOf(option, locale),
    description: descriptionOf(option, locale),
    type: option.type,
    required: option.required ?? false,
    choices: choices.map((choice) => ({
      name: titleOf(choice, locale),
      value: String(choice.value),
    })),
    autocomplete: 'autocomplete' in option && option.autocomplete === true,
    channelTypes: 'channel_types' in option ? [...(option.channel_types ?? [])] : [],
  };
}

function leaves(
  said: Said & { options?: APIApplicationCommandOption[] | undefined },
  locale: string,
  before: { path: string; title: string },
): Pickable[] {
  const path = `${before.path} ${said.name}`.trim();
  const title = `${before.title} ${titleOf(said, locale)}`.trim();
  const options = said.options ?? [];
  const inner = options.filter(({ type }) => type === SUBCOMMAND || type === GROUP);
  if (inner.length > 0) return inner.flatMap((each) => leaves(each, locale, { path, title }));
  const description = descriptionOf(said, locale);
  return [{ path, title, description, options: options.map((each) => pickOption(each, locale)) }];
}

/** The slash commands as a member of this language picks them, subcommands one by one. */
export function pickables(commands: readonly APIApplicationCommand[], locale: string): Pickable[] {
  const slash = commands.filter(({ type }) => type === 1);
  return slash.flatMap((command) => leaves(command, locale, { path: '', title: '' }));
}

/** Those that a typed beginning may mean, in either language; the better fits first. */
export function fitting(all: readonly Pickable[], typed: string): Pickable[] {
  const wanted = typed.trim().toLocaleLowerCase();
  const rank = ({ path, title, description }: Pickable): number => {
    const names = [path, title].map((each) => each.toLocaleLowerCase());
    if (names.some((each) => each.startsWith(wanted))) return 0;
    if (names.some((each) => each.includes(wanted))) return 1;
    return description.toLocaleLowerCase().includes(wanted) ? 2 : 3;
  };
  const ranked = all.map((each) => ({ each, rank: rank(each) }));
  return ranked
    .filter((one) => one.rank < 3)
    .toSorted((a, b) => a.rank - b.rank)
    .map(({ each }) => each);
}

/** The one that a line such as “/article show ” names in full, or null. */
export function namedBy(all: readonly Pickable[], line: string): Pickable | null {
  const wanted = line.trim().toLocaleLowerCase();
  return (
    all.find(({ path, title }) =>
      [path, title].some((each) => `/${each.toLocaleLowerCase()}` === wanted),
    ) ?? null
  );
}

/** The names of the commands that stand in a message's Apps menu. */
export function menuNames(
  commands: readonly APIApplicationCommand[],
  locale: string,
): { name: string; title: string }[] {
  const menus = commands.filter(({ type }) => type === 3);
  return menus.map((each) => ({ name: each.name, title: titleOf(each, locale) }));
}
