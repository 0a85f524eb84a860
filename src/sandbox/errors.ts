/** One problem of a body: where it is, and Discord's code and words for it. */
export interface Problem {
  path: readonly (string | number)[];
  code: string;
  message: string;
}

interface ErrorNode {
  _errors?: { code: string; message: string }[];
  [key: string]: ErrorNode | { code: string; message: string }[] | undefined;
}

function childOf(node: ErrorNode, key: string): ErrorNode {
  const found = node[key];
  if (found && !Array.isArray(found)) return found;
  const made: ErrorNode = {};
  node[key] = made;
  return made;
}

/** Problems in the nested form in which Discord tells them: `{embeds: {0: {title: {_errors: […]}}}}`. */
export function errorTree(problems: readonly Problem[]): ErrorNode {
  const root: ErrorNode = {};
  for (const { path, code, message } of problems) {
    const node = path.reduce<ErrorNode>((at, key) => childOf(at, String(key)), root);
    node._errors = [...(node._errors ?? []), { code, message }];
  }
  return root;
}

/** An answer that refuses a request, in Discord's form. `code` is its JSON error code. */
export class DiscordError extends Error {
  readonly status: number;
  readonly code: number;
  readonly problems: readonly Problem[];
  readonly extra: object;

  constructor(
    status: number,
    code: number,
    message: string,
    problems: readonly Problem[] = [],
    extra: object = {},
  ) {
    super(message);
    this.status = status;
    this.code = code;
    this.problems = problems;
    this.extra = extra;
  }

  body(): object {
    const { message, code, problems, extra } = this;
    return { message, code, ...(problems.length && { errors: errorTree(problems) }), ...extra };
  }
}

/** 50035, the answer to any body that breaks the schema or a rule. */
export function invalidForm(problems: readonly Problem[]): DiscordError {
  return new DiscordError(400, 50035, 'Invalid Form Body', problems);
}

const known = (status: number, code: number, message: string) => () =>
  new DiscordError(status, code, message);

/** The refusals that the bot can meet, with the codes of Discord's "Opcodes and Status Codes" page. */
export const refusal = {
  notFound: known(404, 0, '404: Not Found'),
  unauthorized: known(401, 0, '401: Unauthorized'),
  methodNotAllowed: known(405, 0, '405: Method Not Allowed'),
  unknownChannel: known(404, 10003, 'Unknown Channel'),
  unknownGuild: known(404, 10004, 'Unknown Guild'),
  unknownMember: known(404, 10007, 'Unknown Member'),
  unknownMessage: known(404, 10008, 'Unknown Message'),
  unknownRole: known(404, 10011, 'Unknown Role'),
  unknownUser: known(404, 10013, 'Unknown User'),
  unknownEmoji: known(400, 10014, 'Unknown Emoji'),
  unknownWebhook: known(404, 10015, 'Unknown Webhook'),
  unknownInteraction: known(404, 10062, 'Unknown interaction'),
  unknownCommand: known(404, 10063, 'Unknown application command'),
  tooManyPins: known(400, 30003, 'Maximum number of pins reached (250)'),
  tooManyCommands: known(400, 30032, 'Maximum number of application commands reached (100).'),
  tooManyFollowUps: known(400, 40094, 'Maximum number of follow-up messages reached (5)'),
  tooLarge: known(413, 40005, 'Request entity too large'),
  alreadyAcknowledged: known(400, 40060, 'Interaction has already been acknowledged.'),
  missingAccess: known(403, 50001, 'Missing Access'),
  notYourMessage: known(403, 50005, 'Cannot edit a message authored by another user'),
  emptyMessage: known(400, 50006, 'Cannot send an empty message'),
  cannotDm: known(403, 50007, 'Cannot send messages to this user'),
  notText: known(400, 50008, 'Cannot send messages in a non-text channel'),
  missingPermissions: known(403, 50013, 'Missing Permissions'),
  wrongChannelType: known(400, 50024, 'Cannot execute action on this channel type'),
  invalidToken: known(401, 50027, 'Invalid Webhook Token'),
  threadArchived: known(400, 50083, 'Thread is archived'),
  invalidJson: known(400, 50109, 'The request body contains invalid JSON.'),
  threadExists: known(400, 160004, 'A thread has already been created for this message'),
} as const;
