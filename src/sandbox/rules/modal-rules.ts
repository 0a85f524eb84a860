import type { Problem } from '../errors.ts';
import { type AnyComponent, componentRules, everyComponent } from './rules.ts';

const TYPE_TEXT_INPUT = 4;
const MAX_PARTS = 5;

interface TextInput extends AnyComponent {
  min_length?: number | null | undefined;
  max_length?: number | null | undefined;
  value?: string | null | undefined;
}

function inputProblems(component: TextInput, path: readonly (string | number)[]): Problem[] {
  if (component.type !== TYPE_TEXT_INPUT) return [];
  const { min_length, max_length, value, label } = component;
  const problems: Problem[] = [];
  if ((min_length ?? 0) > (max_length ?? 4000)) {
    const message = 'min_length cannot be above max_length';
    problems.push({ path: [...path, 'min_length'], code: 'NUMBER_TYPE_MAX', message });
  }
  if (value && value.length > (max_length ?? 4000)) {
    const message = `Must be ${max_length ?? 4000} or fewer in length.`;
    problems.push({ path: [...path, 'value'], code: 'BASE_TYPE_MAX_LENGTH', message });
  }
  const inLabel = path.at(-1) === 'component';
  if (!inLabel && !label) {
    problems.push({
      path: [...path, 'label'],
      code: 'BASE_TYPE_REQUIRED',
      message: 'This field is required',
    });
  }
  return problems;
}

/** All rules for a modal: 1 to 5 parts, unique ids, sane lengths. */
export function modalProblems(modal: { components: readonly AnyComponent[] }): Problem[] {
  const problems = componentRules(modal.components);
  if (modal.components.length > MAX_PARTS) {
    const message = `Must be between 1 and ${MAX_PARTS} in length.`;
    problems.push({ path: ['components'], code: 'BASE_TYPE_BAD_LENGTH', message });
  }
  for (const { component, path } of everyComponent(modal.components)) {
    problems.push(...inputProblems(component, path));
  }
  return problems;
}
