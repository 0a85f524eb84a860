import type { Page } from './page.ts';
import type { Choice } from './state.ts';

/** The people who can be chosen, the bot among them. */
export function personChoices(page: Page): Choice[] {
  const { view } = page.state;
  if (!view) return [];
  const people = view.people.map(({ id, name, username }) => ({
    name,
    value: id,
    about: username,
  }));
  return [...people, { name: view.bot.name, value: view.bot.id, about: view.bot.name }];
}

/** The roles of the server where the person is. */
export function roleChoices(page: Page): Choice[] {
  const { view } = page.state;
  const server = view?.servers.find(({ channels }) =>
    channels.some(({ id }) => id === view.channel.id),
  );
  return (server?.roles ?? []).map(({ id, name }) => ({ name, value: id }));
}

/** The channels that the person sees, of some kinds or of all. */
export function channelChoices(page: Page, types: readonly number[]): Choice[] {
  const { view } = page.state;
  const server = view?.servers.find(({ channels }) =>
    channels.some(({ id }) => id === view.channel.id),
  );
  const fitting = (server?.channels ?? []).filter(
    ({ type }) => types.length === 0 || types.includes(type),
  );
  return fitting.map(({ id, name }) => ({ name: `#${name}`, value: id }));
}
