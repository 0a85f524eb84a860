import type { core } from 'zod';
import type { ZodMiniType } from 'zod/mini';
import { invalidForm, type Problem } from '../errors.ts';

type Issue = core.$ZodIssue;
type Path = readonly (string | number)[];

function valueAt(body: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      typeof at === 'object' && at !== null
        ? Object.getOwnPropertyDescriptor(at, key)?.value
        : undefined,
    body,
  );
}

const CONVERSIONS: Record<string, [code: string, message: string]> = {
  string: ['STRING_TYPE_CONVERT', 'Could not interpret value as string.'],
  number: ['NUMBER_TYPE_COERCE', 'Value is not a number.'],
  int: ['NUMBER_TYPE_COERCE', 'Value is not int.'],
  boolean: ['BOOLEAN_TYPE_CONVERT', 'Must be either true or false.'],
  array: ['LIST_TYPE_CONVERT', 'Only iterables may be used in a ListType'],
  object: ['MODEL_TYPE_CONVERT', 'Only dictionaries may be used in a ModelType'],
  record: ['DICT_TYPE_CONVERT', 'Only dictionaries may be used in a DictType'],
};

function size(issue: core.$ZodIssueTooBig | core.$ZodIssueTooSmall): [string, string] {
  const number = issue.origin === 'number' || issue.origin === 'int';
  if (issue.code === 'too_big') {
    return number
      ? ['NUMBER_TYPE_MAX', `Value should be less than or equal to ${issue.maximum}.`]
      : ['BASE_TYPE_MAX_LENGTH', `Must be ${issue.maximum} or fewer in length.`];
  }
  return number
    ? ['NUMBER_TYPE_MIN', `Value should be greater than or equal to ${issue.minimum}.`]
    : ['BASE_TYPE_MIN_LENGTH', `Must be ${issue.minimum} or more in length.`];
}

function words(issue: Issue, value: unknown): [code: string, message: string] {
  if (value === undefined) return ['BASE_TYPE_REQUIRED', 'This field is required'];
  switch (issue.code) {
    case 'too_big':
    case 'too_small':
      return size(issue);
    case 'invalid_value':
      return ['BASE_TYPE_CHOICES', `Value must be one of {${issue.values.join(', ')}}.`];
    case 'invalid_format':
      return issue.format === 'url'
        ? ['URL_TYPE_INVALID_URL', 'Not a well formed URL.']
        : ['NUMBER_TYPE_COERCE', `Value "${String(value)}" is not ${issue.format}.`];
    case 'invalid_type':
      return CONVERSIONS[issue.expected] ?? ['BASE_TYPE_INVALID', `Expected ${issue.expected}.`];
    default:
      return ['BASE_TYPE_INVALID', issue.message];
  }
}

const isType = ({ path, code }: Issue) =>
  path.length === 1 && path[0] === 'type' && code === 'invalid_value';

/** The branch of a union that the body's own `type` chose; its problems are the ones to tell. */
function unionProblems(issue: core.$ZodIssueInvalidUnion, path: Path, body: unknown): Problem[] {
  const chosen = issue.errors.find((branch) => branch.length > 0 && !branch.some(isType));
  const value = valueAt(body, path);
  if (chosen && typeof value === 'object') return problemsOf(chosen, body, path);
  const types = issue.errors.flatMap((branch) =>
    branch.flatMap((inner) => (isType(inner) && 'values' in inner ? inner.values : [])),
  );
  const message = `Value of field "type" must be one of (${types.join(', ')}).`;
  return [{ path, code: 'UNION_TYPE_CHOICES', message }];
}

function problemsOf(issues: readonly Issue[], body: unknown, base: Path): Problem[] {
  return issues.flatMap((issue) => {
    const own = issue.path.map((key) => (typeof key === 'number' ? key : String(key)));
    const path = [...base, ...own];
    if (issue.code === 'invalid_union') return unionProblems(issue, path, body);
    const [code, message] = words(issue, valueAt(body, path));
    return [{ path, code, message }];
  });
}

/**
 * The body as Discord's published schema reads it (unknown keys fall away, as they do at Discord).
 * Throws 50035 with the schema's problems in Discord's form; `at` is the body's place in the request.
 */
export function checked<Shape>(
  schema: ZodMiniType<Shape>,
  body: unknown,
  at: readonly string[] = [],
): Shape {
  const parsed = schema.safeParse(body);
  if (parsed.success) return parsed.data;
  const problems = problemsOf(parsed.error.issues, body, []);
  throw invalidForm(problems.map((each) => ({ ...each, path: [...at, ...each.path] })));
}
