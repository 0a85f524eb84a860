import type { APIModalInteractionResponseCallbackComponent } from 'discord-api-types/v10';
import { ComponentType as Type } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import type { AskGiven } from '../protocol.ts';
import { avatar } from './avatar.ts';
import { givenFile } from './composing.ts';
import { ICONS } from './icons.ts';
import { markdown } from './markdown.ts';
import { field } from './modal-field.ts';
import type { Page } from './page.ts';
import { Refused } from './wire.ts';

type Values = Extract<AskGiven, { do: 'submit' }>['values'];

/** A form that the bot opened. The page behind it rests until it is sent or put away. */
export function modal(page: Page): TemplateResult | typeof nothing {
  const { modal: open, view } = page.state;
  if (!open || !view) return nothing;
  const { data, interaction, problem } = open;
  const close = () => {
    page.change({ modal: null });
    page.focus('composer');
  };
  const submit = async (event: SubmitEvent) => {
    event.preventDefault();
    if (!(event.target instanceof HTMLFormElement)) return;
    const { values, files } = readForm(event.target);
    try {
      close();
      const given = await Promise.all(files.map(givenFile));
      await page.askOrThrow({ do: 'submit', interaction, values, files: given });
    } catch (error) {
      if (error instanceof Refused && error.unsent) {
        page.change({ modal: { ...open, problem: error.message } });
      } else {
        page.note(error instanceof Error ? error.message : String(error));
      }
    }
  };
  return html`<div class="modal-back">
    <form
      class="modal"
      role="dialog"
      aria-modal="true"
      aria-labelledby="modal-title"
      @submit=${submit}
      @keydown=${(event: KeyboardEvent) => event.key === 'Escape' && close()}
    >
      <div class="modal-head">
        ${avatar(view.bot.id, view.people)}
        <h2 id="modal-title">${data.title}</h2>
        <button class="tool" type="button" aria-label=${page.words.close} @click=${close}>${ICONS.close}</button>
      </div>
      <div class="modal-warning">${page.words.formWarning(view.bot.name)}</div>
      ${problem === null ? nothing : html`<div class="modal-problem" role="alert">${problem}</div>`}
      <div class="modal-fields">${data.components.map((each, index) => part(page, each, index))}</div>
      <div class="modal-actions">
        <button class="button" data-style="secondary" type="button" @click=${close}>${page.words.cancel}</button>
        <button class="button" data-style="primary">${page.words.submit}</button>
      </div>
    </form>
  </div>`;
}

function part(page: Page, given: APIModalInteractionResponseCallbackComponent, index: number) {
  if (given.type === Type.TextDisplay) {
    return html`<div class="text-display">${markdown(given.content, { page, at: `modal/${index}` })}</div>`;
  }
  if (given.type === Type.Label) {
    const { label, description, component } = given;
    return field(page, component, { label, description: description ?? '' });
  }
  return given.components.map((each) =>
    field(page, each, { label: each.label ?? '', description: '' }),
  );
}

/** What was filled in, by custom_id; several values of one field become a list. */
function readForm(form: HTMLFormElement): { values: Values; files: File[] } {
  const values: Record<string, string | boolean | string[]> = {};
  const files: File[] = [];
  for (const element of form.querySelectorAll<HTMLElement>('[data-field]')) {
    const name = element.dataset.field ?? '';
    if (element instanceof HTMLTextAreaElement) values[name] = element.value;
    else if (element instanceof HTMLSelectElement) {
      values[name] = [...element.selectedOptions].map(({ value }) => value).filter(Boolean);
    } else if (element instanceof HTMLInputElement && element.type === 'file') {
      const chosen = [...(element.files ?? [])];
      files.push(...chosen);
      values[name] = chosen.map((file) => file.name);
    } else if (element instanceof HTMLInputElement && element.type === 'checkbox') {
      values[name] = element.checked;
    } else if (element instanceof HTMLInputElement) values[name] = element.value;
    else {
      const ticked = [...element.querySelectorAll<HTMLInputElement>('input:checked')];
      values[name] = ticked.map(({ value }) => value);
    }
  }
  return { values, files };
}
