import { html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { code, words } from '../words';
import type { Form } from './form';
import { sentence } from './said';

const t = words({
  required: 'required',
  choose: 'Choose…',
  reason: '{label}: or why not',
  given: 'is given',
  remove: 'Remove {what} {number}'
}, {
  required: 'obligatoire',
  choose: 'Choisir…',
  reason: '{label} : ou pourquoi non',
  given: 'est indiqué',
  remove: 'Retirer {what} {number}'
});

export interface Option {
  value: string;
  label: string;
  /** What it stands under where there are many. */
  group?: string;
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
  form.fields.set(name, { label: extra.hidden ? `${label} ${extra.hidden}` : label, show });
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
  // A record that is named and not released can be replaced by another one, and by nothing else.
  const hides = form.text(`${name}.undisclosed`) === HIDDEN;
  const chosen = hides ? HIDDEN : extra.asList ? form.list(name)[0] ?? '' : form.text(name);
  return selectOf(form, name, label, choices, extra, empty, chosen, value => {
    form.set(name, extra.asList ? [value].filter(Boolean) : value);
    if (hides) form.set(`${name}.undisclosed`, '');
  });
}

function selectOf(form: Form, name: string, label: string, choices: Option[], extra: Extra, empty: string, chosen: string, choose: (value: string) => void): TemplateResult {
  const all = chosen && !choices.some(one => one.value === chosen) ? [...choices, { value: chosen, label: code(chosen) }] : choices;
  return field(form, name, label, extra, value => all.find(one => one.value === value)?.label ?? code(value), of => html`<select id=${of.id} name=${name} ?disabled=${extra.disabled}
    aria-required=${extra.required ? 'true' : nothing} aria-invalid=${of.invalid ? 'true' : nothing} aria-describedby=${of.described ?? nothing}
    @change=${(event: Event) => choose((event.target as HTMLSelectElement).value)}>
    ${guard([choices, chosen, empty], () => html`<option value="" .selected=${!chosen}>${empty}</option>${optionsOf(all, chosen)}`)}</select>`);
}

/** Of thousands it is slow to see with every letter that is typed that none has changed: whoever has as many gives the same list again. */
function optionsOf(choices: Option[], chosen: string): unknown[] {
  const groups = new Map<string | undefined, TemplateResult[]>();
  for (const one of choices) {
    const option = html`<option value=${one.value} .selected=${one.value === chosen}>${one.label}</option>`;
    const listed = groups.get(one.group);
    if (listed) listed.push(option);
    else groups.set(one.group, [option]);
  }
  return [...groups].map(([group, listed]) => group ? html`<optgroup label=${group}>${listed}</optgroup>` : listed);
}

/** What stands for a record that is not released: the register's to say. */
const HIDDEN = 'NOT_RELEASED';
/** Reasons that an originator can give. */
const REASONS = ['NOT_DECIDED', 'WITHHELD', 'UNKNOWN', 'NOT_APPLICABLE'];

/** Why a value is not given, beside it. */
export function reason(form: Form, name: string, label: string, hidden?: string): TemplateResult {
  return select(form, `${name}.undisclosed`, t('reason', { label }), options(REASONS), { hidden }, t('given'));
}

/** A day, or why it is not said. */
export function dayOr(form: Form, name: string, label: string, extra: Extra = {}): TemplateResult {
  return textOr(form, name, label, { type: 'date', ...extra });
}

/** A text, or why it is not said. */
export function textOr(form: Form, name: string, label: string, extra: Extra = {}): TemplateResult {
  return html`<div class="row">${input(form, name, label, { ...extra, disabled: !!form.text(`${name}.undisclosed`) })}${reason(form, name, label)}</div>`;
}

/** So many of what, or why it is not said. */
export function quantityOr(form: Form, label: string, unit: string, units: string[], hint?: string): TemplateResult {
  return html`<div class="row">${input(form, 'quantity.quantity', label, { decimal: true, hint, disabled: !!form.text('quantity.undisclosed') })}
    ${input(form, 'quantity.unit', unit, { list: units })}${reason(form, 'quantity', label)}</div>`;
}

/** So much money, or why it is not said; always in euro where no word for the currency is given. */
export function moneyOr(form: Form, name: string, label: string, currency?: string, hint?: string): TemplateResult {
  return html`<div class="row">${input(form, `${name}.amount`, label, { decimal: true, hint, disabled: !!form.text(`${name}.undisclosed`) })}
    ${currency ? input(form, `${name}.currency`, currency, { list: CURRENCIES }) : nothing}${reason(form, name, label)}</div>`;
}

/** Those that are used most; any code of ISO 4217 can be typed. */
const CURRENCIES = ['EUR', 'USD', 'GBP', 'CAD', 'CHF', 'CZK', 'DKK', 'JPY', 'NOK', 'PLN', 'RON', 'SEK', 'TRY', 'UAH'];

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
  const all = [...choices, ...chosen.filter(value => !choices.some(one => one.value === value)).map(value => ({ value, label: code(value) }))];
  return html`<fieldset id=${id} tabindex="-1" aria-describedby=${invalid ? `${id}-error` : nothing}><legend>${legend}${extra.required ? html` <span class="note">(${t('required')})</span>` : nothing}</legend>
    ${all.length ? all.map(one => html`<label class="check"><input type="checkbox" name=${name} value=${one.value} .checked=${chosen.includes(one.value)}
      aria-invalid=${invalid ? 'true' : nothing} @change=${toggle}> ${one.label}</label>`) : html`<p class="note">${extra.none}</p>`}
    ${extra.hint ? html`<p class="note">${extra.hint}</p>` : nothing}${errorsOf(form, name)}</fieldset>`;
}

/** A list of which each row has the same fields. */
export function rows(form: Form, name: string, legend: string, add: string, row: (at: string, number: number) => TemplateResult, hint?: string): TemplateResult {
  const count = form.count(name);
  // Also the fields of a list that is empty have names: somebody else may have filled it.
  if (!count) row(`${name}[0]`, 1);
  return listOf(form, name, legend, { add, hint, count, row, more: () => form.add(name), less: i => form.remove(name, i) });
}

/** Several of many, each chosen in a row of its own. */
export function picks(form: Form, name: string, legend: string, add: string, label: string, choices: Option[], extra: { hint?: string; told?: string } = {}): TemplateResult {
  const chosen = form.list(name);
  const row = (at: string, number: number): TemplateResult => selectOf(form, at, label, choices, { hidden: `${number} (${legend})`, hint: extra.told }, t('choose'), chosen[number - 1] ?? '',
    value => form.set(name, chosen.map((one, i) => i === number - 1 ? value : one)));
  const list = listOf(form, name, legend, { add, hint: extra.hint, count: chosen.length, row, single: true,
    more: () => form.set(name, [...chosen, '']), less: i => form.set(name, chosen.filter((_, at) => at !== i)) });
  form.fields.set(name, { label: legend, show: value => choices.find(one => one.value === value)?.label ?? code(value) });
  return list;
}

interface Listed {
  add: string;
  hint?: string;
  count: number;
  row: (at: string, number: number) => TemplateResult;
  /** Whether a row is one field, which says what is wrong with the row. */
  single?: boolean;
  more: () => void;
  less: (row: number) => void;
}

/** The focus goes with what is added, and to the list when something has gone from it. */
function listOf(form: Form, name: string, legend: string, { add, hint, count, row, single, more, less }: Listed): TemplateResult {
  const id = form.fieldId(name);
  const focus = (what: string): void => void form.host.updateComplete.then(() => form.host.querySelector<HTMLElement>(what)?.focus());
  const rowOf = (_: unknown, i: number): TemplateResult => {
    const at = `${name}[${i}]`;
    const label = `${legend} ${i + 1}`;
    const remove = html`<button type="button" @click=${() => { less(i); focus(`#${id}`); }}><span aria-hidden="true">✕</span><span class="hidden">${t('remove', { what: legend, number: i + 1 })}</span></button>`;
    if (single) return html`<div class="item">${row(at, i + 1)}${remove}</div>`;
    form.fields.set(at, { label, show: value => value });
    return html`<div class="item" id=${form.fieldId(at)} role="group" tabindex="-1" aria-label=${label}><div class="row">${row(at, i + 1)}${errorsOf(form, at)}</div>${remove}</div>`;
  };
  form.fields.set(name, { label: legend, show: value => value });
  return html`<fieldset id=${id} tabindex="-1"><legend>${legend}</legend>
    ${hint ? html`<p class="note">${hint}</p>` : nothing}
    ${Array.from({ length: count }, rowOf)}
    ${errorsOf(form, name)}
    <button type="button" @click=${() => { more(); focus(firstOf(form.fieldId(`${name}[${count}]`))); }}>${add}</button></fieldset>`;
}

/** A row that is one field bears its id; one of several has them in it. */
const firstOf = (row: string): string => `:is(select, input)#${row}, #${row} :is(select, input)`;

/**
 * Fields that are rarely needed: shut until somebody opens them, they hold something, or something is wrong with them.
 *
 * @param names of what is in it, by the API's names: `particulars` stands for all that begins so
 */
export function group(form: Form, id: string, title: string, names: string[], content: TemplateResult): TemplateResult {
  const within = (field: string | undefined): boolean => names.some(name => field === name || (field?.startsWith(name) && '.['.includes(field[name.length]!)));
  const wrong = form.refused?.problem.violations?.some(one => within(one.field));
  const holds = Object.entries(form.values).some(([name, value]) => value.length && value !== '0' && within(name));
  // Once open it stays so while somebody empties it, and once shut until something new is wrong.
  if (wrong && form.groups.get(id)?.refused !== form.refused) form.groups.set(id, { open: true, refused: form.refused });
  else if (holds && !form.groups.has(id)) form.groups.set(id, { open: true });
  const before = form.groups.get(id);
  const toggled = (event: Event): void => {
    const { open } = event.target as HTMLDetailsElement;
    if (open === !!before?.open) return;
    form.groups.set(id, { ...before, open });
    form.host.requestUpdate();
  };
  return html`<details class="part" id="${form.id}-${id}" .open=${!!before?.open} @toggle=${toggled}><summary>${title}</summary>${content}</details>`;
}
