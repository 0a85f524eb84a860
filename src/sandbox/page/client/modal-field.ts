import type {
  APIComponentInLabel,
  APISelectMenuComponent,
  APITextInputComponent,
} from 'discord-api-types/v10';
import { TextInputStyle, ComponentType as Type } from 'discord-api-types/v10';
import { html, nothing, type TemplateResult } from 'lit';
import type { Page } from './page.ts';
import { selectChoices } from './select.ts';

export interface FieldLabel {
  label: string;
  description: string;
}

interface Ticked {
  label: string;
  value: string;
  description?: string | null;
  default?: boolean;
}

/** One field of a form under its label. */
export function field(page: Page, given: APIComponentInLabel, about: FieldLabel): TemplateResult {
  const required = !('required' in given) || given.required !== false;
  const { label, description } = about;
  const id = `field-${given.custom_id}`;
  const groups: readonly number[] = [Type.RadioGroup, Type.CheckboxGroup];
  const head = html`<span class="field-label"
      >${label}${required && given.type !== Type.Checkbox ? html`<i aria-hidden="true"> *</i>` : nothing}</span
    >${description ? html`<span class="field-about">${description}</span>` : nothing}`;
  if (groups.includes(given.type)) {
    return html`<fieldset class="field"><legend>${head}</legend>${input(page, given, id, required)}</fieldset>`;
  }
  return html`<label class="field" for=${id}>${head}${input(page, given, id, required)}</label>`;
}

function input(
  page: Page,
  given: APIComponentInLabel,
  id: string,
  required: boolean,
): TemplateResult {
  switch (given.type) {
    case Type.TextInput:
      return text(given, id, required);
    case Type.FileUpload:
      return html`<input
        class="input"
        type="file"
        id=${id}
        data-field=${given.custom_id}
        ?multiple=${(given.max_values ?? 1) > 1}
        ?required=${required}
      />`;
    case Type.Checkbox:
      return html`<input type="checkbox" id=${id} data-field=${given.custom_id} ?checked=${given.default ?? false} />`;
    case Type.RadioGroup:
      return ticks('radio', given.custom_id, given.options, required);
    case Type.CheckboxGroup:
      return ticks('checkbox', given.custom_id, given.options, false);
    default:
      return menu(page, given, id, required);
  }
}

function text(given: APITextInputComponent, id: string, required: boolean) {
  const { custom_id, style, value, placeholder, min_length, max_length } = given;
  const isLong = style === TextInputStyle.Paragraph;
  return html`<textarea
    class="input"
    id=${id}
    data-field=${custom_id}
    data-short=${isLong ? nothing : ''}
    rows=${isLong ? 6 : 1}
    placeholder=${placeholder ?? ''}
    minlength=${min_length ?? nothing}
    maxlength=${max_length ?? 4000}
    ?required=${required}
    .defaultValue=${value ?? ''}
    @keydown=${(event: KeyboardEvent) => {
      if (isLong || event.key !== 'Enter' || event.isComposing) return;
      event.preventDefault();
      if (event.target instanceof HTMLTextAreaElement) event.target.form?.requestSubmit();
    }}
  ></textarea>`;
}

/** In a form a select is the browser's own: it is what every keyboard and reader knows. */
function menu(page: Page, given: APISelectMenuComponent, id: string, required: boolean) {
  const many = (given.max_values ?? 1) > 1;
  const preset =
    given.type === Type.StringSelect ? given.options.filter((each) => each.default) : [];
  return html`<select class="input" id=${id} data-field=${given.custom_id} ?multiple=${many} ?required=${required}>
    ${many ? nothing : html`<option value="">${given.placeholder ?? page.words.choose}</option>`}
    ${selectChoices(page, given).map(
      ({ name, value }) =>
        html`<option value=${value} ?selected=${preset.some((each) => each.value === value)}>${name}</option>`,
    )}
  </select>`;
}

function ticks(
  type: 'radio' | 'checkbox',
  customId: string,
  options: readonly Ticked[],
  required: boolean,
): TemplateResult {
  return html`<div class="ticks" data-field=${customId}>
    ${options.map(
      ({ label, value, description, default: on }) => html`<label class="tick-row">
        <input type=${type} name=${customId} value=${value} ?checked=${on ?? false} ?required=${required} />
        <span>${label}${description ? html`<span class="field-about">${description}</span>` : nothing}</span>
      </label>`,
    )}
  </div>`;
}
