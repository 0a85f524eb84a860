import type { APIApplicationCommandOption } from 'discord-api-types/v10';
import { ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import { LineError, namesOf } from './line.ts';
import type { Resolver } from './resolver.ts';

type Value = string | number | boolean;

interface Limits {
  min_value?: number;
  max_value?: number;
  min_length?: number;
  max_length?: number;
  choices?: { name: string; name_localizations?: object | null; value: string | number }[];
  autocomplete?: boolean;
}

/** The limits that an option states, whatever its kind. */
function limitsOf(option: APIApplicationCommandOption): Limits {
  switch (option.type) {
    case Type.String:
    case Type.Integer:
    case Type.Number:
      return option;
    default:
      return {};
  }
}

const YES = ['true', 'yes', 'on', '是', '對', '对'];
const NO = ['false', 'no', 'off', '否', '不'];

function fail(option: APIApplicationCommandOption, reason: string): never {
  throw new LineError(`${option.name}: ${reason}`);
}

/** The value of the choice that was meant, by its name in any locale or by its value. */
function chosen(
  option: APIApplicationCommandOption,
  raw: string,
  { choices = [] }: Limits,
): Value | null {
  if (choices.length === 0) return null;
  const wanted = raw.toLocaleLowerCase('en');
  const found = choices.find(
    ({ name, name_localizations, value }) =>
      String(value) === raw ||
      namesOf({ name, name_localizations: { ...name_localizations } }).some(
        (each) => each.toLocaleLowerCase('en') === wanted,
      ),
  );
  if (found) return found.value;
  return fail(
    option,
    `“${raw}” is not a choice. Choose from: ${choices.map(({ name }) => name).join(', ')}.`,
  );
}

function number(option: APIApplicationCommandOption, raw: string, limits: Limits): number {
  const value = Number(raw);
  const whole = option.type === Type.Integer;
  if (raw.trim() === '' || !Number.isFinite(value) || (whole && !Number.isSafeInteger(value))) {
    return fail(option, `“${raw}” is not a ${whole ? 'whole ' : ''}number.`);
  }
  const { min_value, max_value } = limits;
  if (min_value !== undefined && value < min_value) fail(option, `${value} is below ${min_value}.`);
  if (max_value !== undefined && value > max_value) fail(option, `${value} is above ${max_value}.`);
  return value;
}

function text(option: APIApplicationCommandOption, raw: string, limits: Limits): string {
  const { min_length = 0, max_length = 6000 } = limits;
  if (raw.length < min_length) fail(option, `needs at least ${min_length} characters.`);
  if (raw.length > max_length) fail(option, `may have at most ${max_length} characters.`);
  return raw;
}

function boolean(option: APIApplicationCommandOption, raw: string): boolean {
  const word = raw.toLocaleLowerCase('en');
  if (YES.includes(word)) return true;
  return NO.includes(word) ? false : fail(option, `“${raw}” is neither true nor false.`);
}

/**
 * The value that Discord's client sends for what was typed. It enforces type, choices, limits and the
 * kinds of channels, and throws a LineError where it would not send. Resolves people, roles, channels
 * and attachments into `resolver`.
 */
export function optionValue(
  option: APIApplicationCommandOption,
  raw: string,
  resolver: Resolver,
): Value {
  const limits = limitsOf(option);
  switch (option.type) {
    case Type.String:
      return chosen(option, raw, limits) ?? text(option, raw, limits);
    case Type.Integer:
    case Type.Number:
      return chosen(option, raw, limits) ?? number(option, raw, limits);
    case Type.Boolean:
      return boolean(option, raw);
    case Type.User:
      return resolver.user(raw);
    case Type.Role:
      return resolver.role(raw);
    case Type.Mentionable:
      return resolver.mentionable(raw);
    case Type.Channel:
      return resolver.channel(raw, option.channel_types ?? []);
    case Type.Attachment:
      return resolver.attachment(raw);
    default:
      return fail(option, 'is not an option that takes a value.');
  }
}
