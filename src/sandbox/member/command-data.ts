import type { APIApplicationCommandOption } from 'discord-api-types/v10';
import { LineError, type TypedCommand } from './line.ts';
import { optionValue } from './option-values.ts';
import type { Resolver } from './resolver.ts';

/** One filled-in option as Discord sends it. */
export function typedOption(
  typed: TypedCommand,
  name: string,
  raw: string,
  resolver: Resolver,
): object {
  const option = typed.options.find((each) => each.name === name);
  if (!option) throw new LineError(`There is no option “${name}”.`);
  return { type: option.type, name, value: optionValue(option, raw, resolver) };
}

/** The data of a command or autocomplete interaction: options inside their subcommand and group. */
export function commandData(typed: TypedCommand, options: object[], resolver: Resolver): object {
  const { id, name, guild_id, type } = typed.command;
  const wrap = (inner: object[], { name: sub, type: kind }: APIApplicationCommandOption) => [
    { name: sub, type: kind, options: inner },
  ];
  const nested = typed.way.toReversed().reduce(wrap, options);
  const { resolved } = resolver;
  return {
    id,
    name,
    type,
    ...(guild_id && { guild_id }),
    ...(nested.length > 0 && { options: nested }),
    ...(resolved && { resolved }),
  };
}
