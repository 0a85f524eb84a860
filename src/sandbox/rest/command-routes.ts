import {
  ApplicationCommandCreateRequestSchema,
  ApplicationCommandPatchRequestPartialSchema,
  ApplicationCommandUpdateRequestSchema,
} from 'discord-api-spec/zod';
import type { APIApplicationCommand, APIApplicationCommandOption } from 'discord-api-types/v10';
import { ApplicationCommandType } from 'discord-api-types/v10';
import type * as z from 'zod/mini';
import { DiscordError, invalidForm, type Problem, refusal } from '../errors.ts';
import { commandListProblems, commandProblems, tooMany } from '../rules/command-rules.ts';
import { checked } from '../rules/schema-check.ts';
import type { World } from '../world/world.ts';
import {
  type Answer,
  created,
  type Discord,
  guildOf,
  idParam,
  noContent,
  ok,
  type RestRequest,
  type Route,
} from './route.ts';

type CommandBody = z.output<typeof ApplicationCommandCreateRequestSchema>;

/**
 * The published schema asks for a number in `default_member_permissions`, while Discord documents and
 * takes a string of digits. A good string is set aside during the check and put back.
 */
function setAside(body: unknown): [body: unknown, permissions: string | undefined] {
  if (typeof body !== 'object' || body === null || !('default_member_permissions' in body)) {
    return [body, undefined];
  }
  const { default_member_permissions: permissions, ...rest } = body;
  return typeof permissions === 'string' && /^\d+$/.test(permissions)
    ? [rest, permissions]
    : [body, undefined];
}

function checkedCommand<Body extends object>(
  check: (body: unknown) => Body,
  body: unknown,
): Body & { default_member_permissions?: string } {
  const [rest, permissions] = setAside(body);
  const passed = check(rest);
  return permissions === undefined
    ? passed
    : { ...passed, default_member_permissions: permissions };
}

/** One command of a list: Discord tells where in the list a problem is. */
function checkedItem(body: unknown, index: number): CommandBody {
  try {
    const command = checkedCommand(
      (each) => checked(ApplicationCommandUpdateRequestSchema, each),
      body,
    );
    refuse(commandProblems(command));
    return command;
  } catch (error) {
    if (!(error instanceof DiscordError)) throw error;
    throw invalidForm(error.problems.map((each) => ({ ...each, path: [index, ...each.path] })));
  }
}

function refuse(problems: readonly Problem[]): void {
  if (problems.length > 0) throw invalidForm(problems);
}

const typeOf = ({ type }: { type?: number | null | undefined }) =>
  type ?? ApplicationCommandType.ChatInput;

/** Discord leaves out of options what is false or null, so a bot that compares must expect that. */
function tidy(option: APIApplicationCommandOption): APIApplicationCommandOption {
  const copy = structuredClone(option);
  for (const [key, value] of Object.entries(copy)) {
    if (value === null || value === false) Reflect.deleteProperty(copy, key);
  }
  if ('options' in copy && Array.isArray(copy.options)) {
    Object.assign(copy, { options: copy.options.map(tidy) });
  }
  return copy;
}

/** A command as Discord keeps it, with its defaults. */
function stored(world: World, body: CommandBody, scope: string, id: string): APIApplicationCommand {
  const { name, name_localizations, description_localizations, options } = body;
  const global = scope === 'global';
  return {
    id,
    application_id: world.application.id,
    version: world.snowflake(),
    type: typeOf(body),
    name,
    name_localizations: name_localizations ?? null,
    description: body.description ?? '',
    description_localizations: description_localizations ?? null,
    default_member_permissions: body.default_member_permissions?.toString() ?? null,
    dm_permission: body.dm_permission ?? true,
    nsfw: body.nsfw ?? false,
    // The default is what the app is configured for; this one is for servers and for users.
    integration_types: body.integration_types ?? (global ? [0, 1] : [0]),
    ...(options && { options: options.map(tidy) }),
    ...(global ? { contexts: body.contexts ?? null } : { guild_id: scope }),
  };
}

function withoutLocalizations(command: APIApplicationCommand): object {
  return JSON.parse(
    JSON.stringify(command, (key, value) => (key.endsWith('_localizations') ? undefined : value)),
  );
}

function scopeOf(request: RestRequest, discord: Discord): string {
  if (idParam(request, 'application_id') !== discord.world.application.id) {
    throw new DiscordError(
      403,
      20012,
      'You are not authorized to perform this action on this application',
    );
  }
  return 'guild_id' in request.params ? guildOf(request, discord).id : 'global';
}

function list(request: RestRequest, discord: Discord): Answer {
  const commands = discord.world.commands.get(scopeOf(request, discord)) ?? [];
  const whole = request.query.get('with_localizations') === 'true';
  return ok(whole ? commands : commands.map(withoutLocalizations));
}

function replaceAll(request: RestRequest, discord: Discord): Answer {
  const { world } = discord;
  const scope = scopeOf(request, discord);
  if (request.body !== null && !Array.isArray(request.body)) {
    const message = 'Only iterables may be used in a ListType';
    throw invalidForm([{ path: [], code: 'LIST_TYPE_CONVERT', message }]);
  }
  const bodies = (request.body ?? []).map(checkedItem);
  if (tooMany(bodies)) throw refusal.tooManyCommands();
  refuse(commandListProblems(bodies));
  const before = world.commands.get(scope) ?? [];
  const commands = bodies.map((body) => {
    const old = before.find(({ name, type }) => name === body.name && type === typeOf(body));
    return stored(world, body, scope, old?.id ?? world.snowflake());
  });
  world.commands.set(scope, commands);
  return ok(commands);
}

/** A POST with the name of an existing command overwrites it and answers 200 instead of 201. */
function create(request: RestRequest, discord: Discord): Answer {
  const { world } = discord;
  const scope = scopeOf(request, discord);
  const body = checkedCommand(
    (each) => checked(ApplicationCommandCreateRequestSchema, each),
    request.body,
  );
  refuse(commandProblems(body));
  const before = world.commands.get(scope) ?? [];
  const old = before.find(({ name, type }) => name === body.name && type === typeOf(body));
  const command = stored(world, body, scope, old?.id ?? world.snowflake());
  const after = [...before.filter((each) => each !== old), command];
  if (tooMany(after)) throw refusal.tooManyCommands();
  world.commands.set(scope, after);
  return old ? ok(command) : created(command);
}

function one(request: RestRequest, discord: Discord): [APIApplicationCommand, string] {
  const scope = scopeOf(request, discord);
  const id = idParam(request, 'command_id');
  const command = discord.world.commands.get(scope)?.find((each) => each.id === id);
  if (!command) throw refusal.unknownCommand();
  return [command, scope];
}

function edit(request: RestRequest, discord: Discord): Answer {
  const { world } = discord;
  const [command, scope] = one(request, discord);
  const change = checkedCommand(
    (each) => checked(ApplicationCommandPatchRequestPartialSchema, each),
    request.body,
  );
  const merged = { ...command, ...change, name: change.name ?? command.name };
  refuse(commandProblems(merged));
  const after = stored(world, merged, scope, command.id);
  const commands = world.commands.get(scope) ?? [];
  world.commands.set(
    scope,
    commands.map((each) => (each.id === command.id ? after : each)),
  );
  return ok(after);
}

function remove(request: RestRequest, discord: Discord): Answer {
  const [command, scope] = one(request, discord);
  const commands = discord.world.commands.get(scope) ?? [];
  discord.world.commands.set(
    scope,
    commands.filter((each) => each !== command),
  );
  return noContent;
}

const under = (root: string): Route[] => [
  { method: 'GET', path: root, access: 'bot', run: list },
  { method: 'PUT', path: root, access: 'bot', run: replaceAll },
  { method: 'POST', path: root, access: 'bot', run: create },
  {
    method: 'GET',
    path: `${root}/:command_id`,
    access: 'bot',
    run: (request, discord) => ok(one(request, discord)[0]),
  },
  { method: 'PATCH', path: `${root}/:command_id`, access: 'bot', run: edit },
  { method: 'DELETE', path: `${root}/:command_id`, access: 'bot', run: remove },
];

/** Application commands, global and of one guild. */
export const commandRoutes: readonly Route[] = [
  ...under('/applications/:application_id/commands'),
  ...under('/applications/:application_id/guilds/:guild_id/commands'),
];
