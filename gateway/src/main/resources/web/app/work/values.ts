import { language } from '../words';

/**
 * What a form holds: by the API's name of each field (`period.until`, `caveats[0].kind`), so that what the API says of a field is shown
 * at it. The number of rows of a list stands under `caveats.#`.
 */
export type Values = Record<string, string | string[]>;

type Tree = { [name: string]: unknown };

/** Leaves that are numbers in a body. What is no number is sent as it was typed: the API says what is wrong with it. */
const NUMBERS = new Set(['quantity', 'percent', 'noticeDays', 'inFavour', 'against', 'abstentions']);
/** Leaves that are numbers in digits that none must get lost of: texts in a body. */
const DIGITS = new Set(['amount', 'perEuro']);
/** What stands in a list for a record that is not released. */
const HIDDEN = 'NOT_RELEASED';

/** The body of a request. Empty fields are left out; where a reason is given, the value that it stands for is. */
export function bodyOf(values: Values): Tree {
  const body: Tree = {};
  for (const [name, value] of Object.entries(values)) {
    if (name.endsWith('.#')) {
      if (Number(value)) put(body, name.slice(0, -2), Array.from({ length: Number(value) }, () => ({})), true);
    } else if (value.length && !values[`${name}.undisclosed`] && !stoodFor(values, name)) {
      put(body, name, typeof value === 'string' ? leaf(name, value) : value.map(listed));
    }
  }
  return body;
}

/** Whether it is the quantity or amount for which its neighbour gives the reason. */
function stoodFor(values: Values, name: string): boolean {
  const at = name.lastIndexOf('.');
  return ['quantity', 'amount'].includes(name.slice(at + 1)) && !!values[at < 0 ? 'undisclosed' : `${name.slice(0, at)}.undisclosed`];
}

function leaf(name: string, value: string): unknown {
  const last = name.split('.').pop()!;
  if (DIGITS.has(last)) return decimal(value);
  if (last === 'currency') return value.trim().toUpperCase();
  if (last === 'leadNation') return value === 'true';
  if (!NUMBERS.has(last)) return value.trim();
  const number = Number(decimal(value));
  return Number.isFinite(number) ? number : value;
}

/** A number as the language of the board writes it, in the digits of the API: a comma is of thousands in English, and a decimal one in French. */
function decimal(value: string): string {
  const bare = value.replace(/[\s\u00a0\u202f]/g, '');
  if (language() === 'fr') return bare.replace(',', '.');
  return /^\d{1,3}(,\d{3})+(\.\d*)?$/.test(bare) ? bare.replace(/,/g, '') : bare;
}

/** One of a list of records. A row in which none is chosen is sent as one, so that the API says so of that row. */
function listed(value: string): unknown {
  return value === HIDDEN ? { undisclosed: HIDDEN } : value || null;
}

function put(body: Tree, name: string, value: unknown, first = false): void {
  const steps = name.split(/[.[\]]+/).filter(Boolean);
  let at: Tree = body;
  steps.forEach((step, i) => {
    if (i === steps.length - 1) {
      if (!(first && step in at)) at[step] = value;
    } else {
      at[step] ??= /^\d+$/.test(steps[i + 1]!) ? [] : {};
      at = at[step] as Tree;
    }
  });
}

/** Whether it is all that is told of a record that is not released. */
function isHidden(value: unknown): boolean {
  return typeof value === 'object' && value !== null && 'undisclosed' in value && value.undisclosed === HIDDEN && Object.keys(value).length === 1;
}

/** A record, or a part of one, as a form holds it. */
export function valuesOf(record: object, under = ''): Values {
  const values: Values = {};
  for (const [key, value] of Object.entries(record) as [string, unknown][]) {
    const name = under + key;
    if (value === null || value === undefined) continue;
    if (!Array.isArray(value)) {
      if (typeof value === 'object') Object.assign(values, valuesOf(value, `${name}.`));
      else values[name] = String(value);
    } else if (value.every(one => typeof one === 'string' || isHidden(one))) {
      values[name] = value.map(one => typeof one === 'string' ? one : HIDDEN);
    } else {
      values[`${name}.#`] = String(value.length);
      value.forEach((one, i) => Object.assign(values, valuesOf(one as object, `${name}[${i}].`)));
    }
  }
  return values;
}

/** The field that is decided on as one: a list, an amount or the reason that stands for it, a label with the parties it names, a rate. */
export function unit(name: string): string {
  return name.replace(/\[.*$|\.#$/, '').replace(/\.(undisclosed|quantity|unit|amount|currency|release|parties)$|(?<=\.rate)\..*$/, '');
}

/** The fields in which two forms differ. */
export function differences(one: Values, other: Values): string[] {
  const names = new Set([...Object.keys(one), ...Object.keys(other)]);
  return [...new Set([...names].filter(name => said(one[name]) !== said(other[name])).map(unit))];
}

function said(value: string | string[] | undefined): string {
  if (value === undefined || value === '0') return '';
  return typeof value === 'string' ? value.trim() : [...value].sort().join('\n');
}

/** Mine onto the new version: what I have changed is mine, all else is as it stands there now. */
export function merged(base: Values, mine: Values, theirs: Values): Values {
  const changed = new Set(differences(base, mine));
  const result: Values = {};
  for (const [name, value] of Object.entries(theirs)) if (!changed.has(unit(name))) result[name] = value;
  for (const [name, value] of Object.entries(mine)) if (changed.has(unit(name))) result[name] = value;
  return result;
}
