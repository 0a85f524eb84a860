import { ComponentType as Type } from 'discord-api-types/v10';
import { type AnyComponent, everyComponent } from '../rules/rules.ts';
import { CannotUse, selectedValues } from './component-use.ts';
import type { Resolver } from './resolver.ts';

/** What a member fills in, by custom_id: a text, a choice, several choices, or a checkbox. */
export type ModalValues = Readonly<Record<string, string | boolean | readonly string[]>>;

interface Field extends AnyComponent {
  id?: number;
  min_length?: number | null;
  max_length?: number | null;
  value?: string | null;
}

const listOf = (given: ModalValues[string] | undefined): string[] => {
  if (given === undefined || typeof given === 'boolean') return [];
  return typeof given === 'string' ? [given] : [...given];
};

function textValue(field: Field, given: ModalValues[string] | undefined): string {
  const value = typeof given === 'string' ? given : (field.value ?? '');
  const { custom_id, required, min_length, max_length } = field;
  if (value === '' && (required ?? true)) throw new CannotUse(`${custom_id} must be filled in.`);
  if (value !== '' && value.length < (min_length ?? 0)) {
    throw new CannotUse(`${custom_id} needs at least ${min_length} characters.`);
  }
  if (value.length > (max_length ?? 4000)) {
    throw new CannotUse(`${custom_id} may have at most ${max_length ?? 4000} characters.`);
  }
  return value;
}

function demandRequired(field: Field, values: readonly string[]): void {
  if (values.length === 0 && (field.required ?? true)) {
    throw new CannotUse(`${field.custom_id} must be answered.`);
  }
}

function optionOf(field: Field, wanted: string): string {
  const found = (field.options ?? []).find(
    (option) => option.value === wanted || ('label' in option && option.label === wanted),
  );
  if (typeof found?.value === 'string') return found.value;
  throw new CannotUse(`“${wanted}” is not an option of ${field.custom_id}.`);
}

/** One answered field in the form in which Discord sends it. */
function answerOf(field: Field, values: ModalValues, resolver: Resolver): object {
  const { type, id, custom_id } = field;
  const given = values[custom_id ?? ''];
  const common = { type, ...(id !== undefined && { id }), ...(custom_id && { custom_id }) };
  if (type === Type.TextInput) return { ...common, value: textValue(field, given) };
  if (type === Type.Checkbox) return { ...common, value: given === true };
  if (type === Type.TextDisplay) return common;
  const wanted = listOf(given);
  if (type === Type.RadioGroup) {
    demandRequired(field, wanted);
    return { ...common, value: wanted[0] === undefined ? null : optionOf(field, wanted[0]) };
  }
  if (type === Type.CheckboxGroup) {
    return { ...common, values: wanted.map((each) => optionOf(field, each)) };
  }
  demandRequired(field, wanted);
  if (type === Type.FileUpload) {
    return { ...common, values: wanted.map((name) => resolver.attachment(name)) };
  }
  const optional = wanted.length === 0 && field.required === false;
  return { ...common, values: optional ? [] : selectedValues(field, wanted, resolver) };
}

/** The components of a MODAL_SUBMIT: every field answered, by the modal's own layout. */
export function modalAnswer(
  components: readonly Field[],
  values: ModalValues,
  resolver: Resolver,
): object[] {
  const known = everyComponent(components).map(({ component }) => component.custom_id);
  const stray = Object.keys(values).find((name) => !known.includes(name));
  if (stray) {
    const fields = known.filter((name) => typeof name === 'string').join(', ');
    throw new CannotUse(`The modal has no field “${stray}”. Its fields: ${fields}.`);
  }
  return components.map((part) => {
    const { type, id } = part;
    const common = { type, ...(id !== undefined && { id }) };
    if (part.component) return { ...common, component: answerOf(part.component, values, resolver) };
    if (!part.components) return answerOf(part, values, resolver);
    return {
      ...common,
      components: part.components.map((each) => answerOf(each, values, resolver)),
    };
  });
}
