import type { Problem } from '../errors.ts';
import { lengthOf } from './rules.ts';

/** A command or option with the parts that the rules read. */
export interface AnyOption {
  type?: number | null | undefined;
  name: string;
  description?: string | null | undefined;
  name_localizations?: Readonly<Record<string, string | null | undefined>> | null | undefined;
  description_localizations?:
    | Readonly<Record<string, string | null | undefined>>
    | null
    | undefined;
  required?: boolean | null | undefined;
  autocomplete?: boolean | null | undefined;
  choices?: readonly { name: string; value: unknown }[] | null | undefined;
  options?: readonly AnyOption[] | null | undefined;
  min_value?: number | null | undefined;
  max_value?: number | null | undefined;
  min_length?: number | null | undefined;
  max_length?: number | null | undefined;
}

type Path = readonly (string | number)[];

const SUBCOMMAND = 1;
const GROUP = 2;
const CHAT_INPUT = 1;
const MAX_COMMAND_SIZE = 8000;
/** From Discord's page "Application Commands", its own pattern; it also asks for the lower-case form. */
const NAME = /^[-_'\p{L}\p{N}\p{Script=Devanagari}\p{Script=Thai}]{1,32}$/u;

/** The locales that Discord has; there is no zh-HK. */
const LOCALES = new Set(
  (
    'id da de en-GB en-US es-ES es-419 fr hr it lt hu nl no pl pt-BR ro fi sv-SE vi tr cs el bg ru ' +
    'uk hi th zh-CN ja zh-TW ko'
  ).split(' '),
);

const isSub = ({ type }: AnyOption) => type === SUBCOMMAND || type === GROUP;

function nameProblems(name: string, path: Path): Problem[] {
  if (NAME.test(name) && name === name.toLowerCase()) return [];
  return [
    { path, code: 'STRING_TYPE_REGEX', message: 'String value did not match validation regex.' },
  ];
}

function localeProblems(option: AnyOption, path: Path, strictNames: boolean): Problem[] {
  const problems: Problem[] = [];
  for (const key of ['name_localizations', 'description_localizations'] as const) {
    for (const [locale, text] of Object.entries(option[key] ?? {})) {
      if (!LOCALES.has(locale)) {
        const message = `"${locale}" is not a locale of Discord.`;
        problems.push({ path: [...path, key, locale], code: 'BASE_TYPE_CHOICES', message });
      } else if (key === 'name_localizations' && strictNames && text) {
        problems.push(...nameProblems(text, [...path, key, locale]));
      }
    }
  }
  return problems;
}

function orderProblems(options: readonly AnyOption[], path: Path): Problem[] {
  const problems: Problem[] = [];
  let optional = false;
  const names = new Set<string>();
  options.forEach((option, index) => {
    if (option.required && optional) {
      const message = 'Required options must be placed before non-required options';
      const code = 'APPLICATION_COMMAND_OPTIONS_REQUIRED_INVALID';
      problems.push({ path: [...path, index], code, message });
    }
    optional ||= !option.required;
    if (names.has(option.name)) {
      const message = 'Option name already exists in this command';
      const code = 'APPLICATION_COMMAND_OPTIONS_NAME_ALREADY_EXISTS';
      problems.push({ path: [...path, index], code, message });
    }
    names.add(option.name);
  });
  if (options.some(isSub) && !options.every(isSub)) {
    const message =
      'Sub-command and sub-command group option types are mutually exclusive to all other types';
    problems.push({ path, code: 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', message });
  }
  return options.some(isSub) ? problems.filter(({ code }) => !code.includes('REQUIRED')) : problems;
}

function depthProblem(option: AnyOption, parent: number | null, path: Path): Problem[] {
  const allowed =
    parent === null || !isSub(option) || (parent === GROUP && option.type === SUBCOMMAND);
  const message = 'Sub-commands stand in a command or in a group, groups in a command.';
  return allowed
    ? []
    : [{ path: [...path, 'type'], code: 'APPLICATION_COMMAND_OPTIONS_TYPE_INVALID', message }];
}

function valueProblems(option: AnyOption, path: Path): Problem[] {
  const problems: Problem[] = [];
  const { choices, autocomplete, min_value, max_value, min_length, max_length } = option;
  if (autocomplete && choices?.length) {
    const message = 'Autocomplete and choices are mutually exclusive';
    const code = 'APPLICATION_COMMAND_OPTIONS_AUTOCOMPLETE_CHOICES_EXCLUSIVE';
    problems.push({ path: [...path, 'choices'], code, message });
  }
  const names = new Set((choices ?? []).map(({ name }) => name));
  if (names.size < (choices?.length ?? 0)) {
    const message = 'Option choice names must be unique';
    const code = 'APPLICATION_COMMAND_OPTIONS_CHOICE_NAME_ALREADY_EXISTS';
    problems.push({ path: [...path, 'choices'], code, message });
  }
  if ((min_value ?? -Infinity) > (max_value ?? Infinity)) {
    const message = 'min_value cannot be above max_value';
    problems.push({ path: [...path, 'min_value'], code: 'NUMBER_TYPE_MAX', message });
  }
  if ((min_length ?? 0) > (max_length ?? Infinity)) {
    const message = 'min_length cannot be above max_length';
    problems.push({ path: [...path, 'min_length'], code: 'NUMBER_TYPE_MAX', message });
  }
  return problems;
}

function optionProblems(option: AnyOption, parent: number | null, path: Path): Problem[] {
  const options = option.options ?? [];
  const inner = [...path, 'options'];
  return [
    ...nameProblems(option.name, [...path, 'name']),
    ...localeProblems(option, path, true),
    ...depthProblem(option, parent, path),
    ...valueProblems(option, path),
    ...orderProblems(options, inner),
    ...options.flatMap((child, index) =>
      optionProblems(child, option.type ?? null, [...inner, index]),
    ),
  ];
}

const longest = (
  text: string | null | undefined,
  others: AnyOption['name_localizations'],
): number =>
  Math.max(
    lengthOf(text ?? ''),
    ...Object.values(others ?? {}).map((translated) => lengthOf(translated ?? '')),
  );

/** The size that Discord limits to 8,000: names, descriptions and choice values, the longest locale of each. */
export function commandSize(option: AnyOption): number {
  const choices = (option.choices ?? []).map(
    ({ name, value }) => lengthOf(name) + lengthOf(String(value)),
  );
  return [
    longest(option.name, option.name_localizations),
    longest(option.description, option.description_localizations),
    ...choices,
    ...(option.options ?? []).map(commandSize),
  ].reduce((sum, part) => sum + part, 0);
}

function slashProblems(command: AnyOption): Problem[] {
  const options = command.options ?? [];
  const problems = [
    ...nameProblems(command.name, ['name']),
    ...localeProblems(command, [], true),
    ...orderProblems(options, ['options']),
    ...options.flatMap((option, index) => optionProblems(option, null, ['options', index])),
  ];
  if (!command.description) {
    const message = 'This field is required';
    problems.push({ path: ['description'], code: 'BASE_TYPE_REQUIRED', message });
  }
  return problems;
}

function menuProblems(command: AnyOption): Problem[] {
  const problems = localeProblems(command, [], false);
  if (command.description) {
    const message = 'Context menu commands cannot have description';
    const code = 'APPLICATION_COMMAND_CONTEXT_MENU_DESCRIPTION_INVALID';
    problems.push({ path: ['description'], code, message });
  }
  if (command.options?.length) {
    const message = 'Context menu commands cannot have options';
    problems.push({ path: ['options'], code: 'BASE_TYPE_MAX_LENGTH', message });
  }
  return problems;
}

/** All rules for one command. Slash command names are lower case; menu names may be anything. */
export function commandProblems(command: AnyOption): Problem[] {
  const slash = (command.type ?? CHAT_INPUT) === CHAT_INPUT;
  const problems = slash ? slashProblems(command) : menuProblems(command);
  const size = commandSize(command);
  if (size > MAX_COMMAND_SIZE) {
    const message = `Command exceeds maximum size (${MAX_COMMAND_SIZE})`;
    problems.push({ path: [], code: 'APPLICATION_COMMAND_TOO_LARGE', message });
  }
  return problems;
}

/** At most 100 slash, 15 user and 15 message commands, each name once in its kind. */
export function commandListProblems(commands: readonly AnyOption[]): Problem[] {
  const seen = new Set<string>();
  return commands.flatMap((command, index) => {
    const key = `${command.type ?? CHAT_INPUT} ${command.name}`;
    if (!seen.has(key)) {
      seen.add(key);
      return [];
    }
    const message = 'Application command names must be unique';
    return [{ path: [index, 'name'], code: 'APPLICATION_COMMANDS_DUPLICATE_NAME', message }];
  });
}

const LIMITS: Record<number, number> = { 1: 100, 2: 15, 3: 15 };

/** Whether a list holds more commands of one kind than Discord keeps (30032). */
export function tooMany(commands: readonly AnyOption[]): boolean {
  return Object.entries(LIMITS).some(
    ([type, limit]) =>
      commands.filter((command) => (command.type ?? CHAT_INPUT) === Number(type)).length > limit,
  );
}
