import { ApplicationCommandOptionType as Type } from 'discord-api-types/v10';
import type { Problem } from '../errors.ts';

const MAX_CHOICES = 25;
const MAX_LENGTH = 100;

/** All rules for autocomplete's answer: at most 25 choices of 100 characters, of the option's own type. */
export function choiceProblems(
  choices: readonly { name: string; value: unknown }[],
  focusedType: number | null,
): Problem[] {
  const path = ['data', 'choices'];
  if (choices.length > MAX_CHOICES) {
    const message = `Must be ${MAX_CHOICES} or fewer in length.`;
    return [{ path, code: 'BASE_TYPE_MAX_LENGTH', message }];
  }
  return choices.flatMap(({ name, value }, index): Problem[] => {
    const at = [...path, index];
    const problems: Problem[] = [];
    if (name.length < 1 || name.length > MAX_LENGTH) {
      const message = `Must be between 1 and ${MAX_LENGTH} in length.`;
      problems.push({ path: [...at, 'name'], code: 'BASE_TYPE_BAD_LENGTH', message });
    }
    if (typeof value === 'string' && value.length > MAX_LENGTH) {
      const message = `Must be ${MAX_LENGTH} or fewer in length.`;
      problems.push({ path: [...at, 'value'], code: 'BASE_TYPE_MAX_LENGTH', message });
    }
    if (!fits(value, focusedType)) {
      const message = `The value does not fit the option's type (${focusedType}).`;
      problems.push({ path: [...at, 'value'], code: 'BASE_TYPE_INVALID', message });
    }
    return problems;
  });
}

function fits(value: unknown, type: number | null): boolean {
  if (type === Type.Integer) return Number.isSafeInteger(value);
  if (type === Type.Number) return typeof value === 'number';
  return typeof value === 'string';
}
