import { html, nothing, type TemplateResult } from 'lit';
import { language, code, words } from '../words';
import type { Form } from './form';

const t = words({
  required: 'required',
  choose: 'Choose…',
  reason: '{label}: or why not',
  given: 'is given',
  remove: 'Remove {what} {number}',
  stated: 'must be stated',
  negative: 'must not be negative',
  before: 'must not be before from',
  positive: 'must be more than 0'
}, {
  required: 'obligatoire',
  choose: 'Choisir…',
  reason: '{label} : ou pourquoi non',
  given: 'est indiqué',
  remove: 'Retirer {what} {number}',
  stated: 'doit être indiqué',
  negative: 'ne doit pas être négatif',
  before: 'ne doit pas précéder le début',
  positive: 'doit être supérieur à 0'
});

/** What the API says most often of a field, in the language of the board; the rest is shown as it is said, in English. */
const SAID: Record<string, Parameters<typeof t>[0]> = {
  'must be stated': 'stated', 'must not be negative': 'negative', 'must not be before from': 'before', 'must be more than 0': 'positive'
};

export function sentence(message: string): { text: string; lang: string } {
  const known = SAID[message];
  return known ? { text: t(known), lang: language() } : { text: message, lang: 'en' };
}

export interface Option {
  value: string;
  label: string;
}

export const options = (codes: readonly string[]): Option[] => codes.map(value => ({ value, label: code(value) }));

interface Extra {
  hint?: string;
  required?: boolean;
  type?: 'text' | 'date' | 'url' | 'datetime-local';
  decimal?: boolean;
  disabled?: boolean;
  list?: string[];
  /** One of a list that could have several. */
  asList?: boolean;
  /** Told where the label stands beside a list of the same ones. */
  hidden?: string;
}

interface Control {
  id: string;
  invalid: boolean;
  described: string | undefined;
  oninput: (event: Event) => void;
}

/** A label, a control, a hint and what was said against it: tied together for whoever does not see them beside each other. */
function field(form: Form, name: string, label: string, extra: Extra, show: (value: string) => string, control: (of: Control) => TemplateResult): TemplateResult {
  form.fields.set(name, { label, show });
  const id = form.fieldId(name);
  const errors = form.errors(name);
  const described = [extra.hint ? `${id}-hint` : '', errors.length ? `${id}-error` : ''].filter(Boolean).join(' ') || undefined;
  return html`<div class="field">
    <label for=${id}>${label}${extra.hidden ? html`<span class="hidden"> ${extra.hidden}</span>` : nothing}${extra.required ? html` <span class="note">(${t('required')})</span>` : nothing}</label>
    ${control({ id, invalid: errors.length > 0, described, oninput: event => form.set(name, (event.target as HTMLInputElement).value) })}
    ${extra.hint ? html`<span class="note" id="${id}-hint">${extra.hint}</span>` : nothing}
    ${errorsOf(form, name)}
  </div>`;
}

export function errorsOf(form: Form, name: string): TemplateResult | typeof nothing {
  const errors = form.errors(name);
  if (!errors.length) return nothing;
  return html`<span class="error" id="${form.fieldId(name)}-error">${errors.map(sentence).map(one => html`<span lang=${one.lang}>${one.text}</span> `)}</span>`;
}

export function input(form: Form, name: string, label: string, extra: Extra = {}): TemplateResult {
  return field(form, name, label, extra, value => value, of => html`<input id=${of.id} name=${name} type=${extra.type ?? 'text'} inputmode=${extra.decimal ? 'decimal' : nothing}
    .value=${form.text(name)} ?disabled=${extra.disabled} list=${extra.list ? `${of.id}-list` : nothing} autocomplete="off" aria-required=${extra.required ? 'true' : nothing}
    aria-invalid=${of.invalid ? 'true' : nothing} aria-describedby=${of.described ?? nothing} @input=${of.oninput}>${extra.list
    ? html`<datalist id="${of.id}-list">${extra.list.map(one => html`<option value=${one}></option>`)}</datalist>` : nothing}`);
}

export function area(form: Form, name: string, label: string, extra: Extra = {}): TemplateResult {
  return field(form, name, label, extra, value => value, of => html`<textarea id=${of.id} name=${name} maxlength="2000" .value=${form.text(name)}
    aria-required=${extra.required ? 'true' : nothing} aria-invalid=${of.invalid ? 'true' : nothing} aria-describedby=${of.described ?? nothing} @input=${of.oninput}></textarea>`);
}

export function select(form: Form, name: string, label: string, choices: Option[], extra: Extra = {}, empty = t('choose')): TemplateResult {
  const chosen = extra.asList ? form.list(name)[0] ?? '' : form.text(name);
  const choose = (event: Event): void => form.set(name, [(event.target as HTMLSelectElement).value].filter(Boolean));
  const all = chosen && !choices.some(one => one.value === chosen) ? [...choices, { value: chosen, label: code(chosen) }] : choices;
  return field(form, name, label, extra, value => all.find(one => one.value === value)?.label ?? code(value), of => html`<select id=${of.id} name=${name} ?disabled=${extra.disabled}
    aria-required=${extra.required ? 'true' : nothing} aria-invalid=${of.invalid ? 'true' : nothing} aria-describedby=${of.described ?? nothing} @change=${extra.asList ? choose : of.oninput}>
    <option value="" .selected=${!chosen}>${empty}</option>${all.map(one => html`<option value=${one.value} .selected=${one.value === chosen}>${one.label}</option>`)}</select>`);
}

/** Reasons that an originator can give; "not released to you" is the register's to say. */
const REASONS = ['NOT_DECIDED', 'WITHHELD', 'UNKNOWN', 'NOT_APPLICABLE'];

/** Why a value is not given, beside it. */
export function reason(form: Form, name: string, label: string, hidden?: string): TemplateResult {
  return select(form, `${name}.undisclosed`, t('reason', { label }), options(REASONS), { hidden }, t('given'));
}

/** A day, or why it is not said. */
export function dayOr(form: Form, name: string, label: string, extra: Extra = {}): TemplateResult {
  return html`<div class="row">${input(form, name, label, { type: 'date', ...extra, disabled: !!form.text(`${name}.undisclosed`) })}${reason(form, name, label)}</div>`;
}

/** So many of what, or why it is not said. */
export function quantityOr(form: Form, label: string, unit: string, units: string[], hint?: string): TemplateResult {
  return html`<div class="row">${input(form, 'quantity.quantity', label, { decimal: true, hint, disabled: !!form.text('quantity.undisclosed') })}
    ${input(form, 'quantity.unit', unit, { list: units })}${reason(form, 'quantity', label)}</div>`;
}

/** Some of several. */
export function checks(form: Form, name: string, legend: string, choices: Option[], extra: Extra & { none?: string } = {}): TemplateResult {
  const chosen = form.list(name);
  form.fields.set(name, { label: legend, show: value => choices.find(one => one.value === value)?.label ?? value });
  const id = form.fieldId(name);
  const toggle = (event: Event): void => {
    const { value, checked } = event.target as HTMLInputElement;
    form.set(name, checked ? [...chosen, value] : chosen.filter(one => one !== value));
  };
  const invalid = form.errors(name).length > 0;
  return html`<fieldset id=${id} tabindex="-1" aria-describedby=${invalid ? `${id}-error` : nothing}><legend>${legend}${extra.required ? html` <span class="note">(${t('required')})</span>` : nothing}</legend>
    ${choices.length ? choices.map(one => html`<label class="check"><input type="checkbox" name=${name} value=${one.value} .checked=${chosen.includes(one.value)}
      aria-invalid=${invalid ? 'true' : nothing} @change=${toggle}> ${one.label}</label>`) : html`<p class="note">${extra.none}</p>`}
    ${extra.hint ? html`<p class="note">${extra.hint}</p>` : nothing}${errorsOf(form, name)}</fieldset>`;
}

/** A list of which each row has the same fields. */
export function rows(form: Form, name: string, legend: string, add: string, row: (at: string, number: number) => TemplateResult, hint?: string): TemplateResult {
  const count = form.count(name);
  form.fields.set(name, { label: legend, show: value => value });
  // Also the fields of a list that is empty have names: somebody else may have filled it.
  if (!count) row(`${name}[0]`, 1);
  return html`<fieldset id=${form.fieldId(name)} tabindex="-1"><legend>${legend}</legend>
    ${hint ? html`<p class="note">${hint}</p>` : nothing}
    ${Array.from({ length: count }, (_, i) => html`<div class="row">${row(`${name}[${i}]`, i + 1)}
      <button type="button" @click=${() => form.remove(name, i)}><span aria-hidden="true">✕</span><span class="hidden">${t('remove', { what: legend, number: i + 1 })}</span></button></div>`)}
    ${errorsOf(form, name)}
    <button type="button" @click=${() => form.add(name)}>${add}</button></fieldset>`;
}
