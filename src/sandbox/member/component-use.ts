import type { APIMessage } from 'discord-api-types/v10';
import { ComponentType as Type } from 'discord-api-types/v10';
import { type AnyComponent, everyComponent } from '../rules/rules.ts';
import type { Resolver } from './resolver.ts';

/** A member cannot do this in Discord's client. */
export class CannotUse extends Error {}

const SELECTS: readonly number[] = [
  Type.StringSelect,
  Type.UserSelect,
  Type.RoleSelect,
  Type.MentionableSelect,
  Type.ChannelSelect,
];

const partsOf = ({ components }: APIMessage): AnyComponent[] =>
  everyComponent(components ?? []).map(({ component }) => component);

const titleOf = ({ custom_id, label }: AnyComponent) =>
  label && custom_id ? `${label} (${custom_id})` : (label ?? custom_id ?? '?');

function demandEnabled(component: AnyComponent): AnyComponent {
  if (!component.disabled) return component;
  throw new CannotUse(`“${titleOf(component)}” is disabled.`);
}

/** A message's button by its custom_id, its label or its emoji. */
export function findButton(message: APIMessage, wanted: string): AnyComponent {
  const buttons = partsOf(message).filter(({ type }) => type === Type.Button);
  const emojiOf = ({ emoji }: AnyComponent) => (emoji && 'name' in emoji ? emoji.name : undefined);
  const found =
    buttons.find(({ custom_id }) => custom_id === wanted) ??
    buttons.find(({ label }) => label === wanted) ??
    buttons.find((button) => emojiOf(button) === wanted);
  if (!found) {
    const known = buttons.map(titleOf).join(', ') || 'none';
    throw new CannotUse(`There is no button “${wanted}”. There are: ${known}.`);
  }
  if (!found.custom_id)
    throw new CannotUse(`“${titleOf(found)}” is a link: it opens ${found.url}.`);
  return demandEnabled(found);
}

/** A message's select menu by its custom_id. */
export function findSelect(message: APIMessage, wanted: string): AnyComponent {
  const selects = partsOf(message).filter(({ type }) => SELECTS.includes(type));
  const found = selects.find(({ custom_id }) => custom_id === wanted);
  if (found) return demandEnabled(found);
  const known = selects.map(titleOf).join(', ') || 'none';
  throw new CannotUse(`There is no select menu “${wanted}”. There are: ${known}.`);
}

function optionValue(select: AnyComponent, wanted: string): string {
  const options = select.options ?? [];
  const found =
    options.find(({ value }) => value === wanted) ??
    options.find((option) => 'label' in option && option.label === wanted);
  if (typeof found?.value === 'string') return found.value;
  const known = options.map(({ value }) => String(value)).join(', ');
  throw new CannotUse(`“${wanted}” is not an option. There are: ${known}.`);
}

/** The values that a select sends, after the client's checks; people, roles and channels go by name. */
export function selectedValues(
  select: AnyComponent,
  wanted: readonly string[],
  resolver: Resolver,
): string[] {
  const { min_values, max_values, type } = select;
  const least = min_values ?? 1;
  const most = max_values ?? 1;
  if (wanted.length < least || wanted.length > most) {
    throw new CannotUse(
      `Choose ${least === most ? least : `${least} to ${most}`}, not ${wanted.length}.`,
    );
  }
  return wanted.map((name) => {
    if (type === Type.UserSelect) return resolver.user(name);
    if (type === Type.RoleSelect) return resolver.role(name);
    if (type === Type.MentionableSelect) return resolver.mentionable(name);
    if (type === Type.ChannelSelect) return resolver.channel(name, []);
    return optionValue(select, name);
  });
}
