/**
 * What a form holds: by the API's name of each field (`period.until`, `caveats[0].kind`), so that what the API says of a field is shown
 * at it. The number of rows of a list stands under `caveats.#`.
 */
export type Values = Record<string, string | string[]>;

type Tree = { [name: string]: unknown };

/** Leaves that are numbers in a body. What is no number is sent as it was typed: the API says what is wrong with it. */
const NUMBERS = new Set(['quantity', 'noticeDays', 'inFavour', 'against', 'abstentions']);

/** The body of a request. Empty fields are left out; where a reason is given, the value that it stands for is. */
export function bodyOf(values: Values): Tree {
  const body: Tree = {};
  for (const [name, value] of Object.entries(values)) {
    if (name.endsWith('.#')) {
      if (Number(value)) put(body, name.slice(0, -2), Array.from({ length: Number(value) }, () => ({})), true);
    } else if (value.length && !values[`${name}.undisclosed`] && !stoodFor(values, name)) {
      put(body, name, typeof value === 'string' ? leaf(name, value) : value);
    }
  }
  return body;
}

/** Whether it is the quantity for which its neighbour gives the reason. */
function stoodFor(values: Values, name: string): boolean {
  const at = name.lastIndexOf('.');
  return name.slice(at + 1) === 'quantity' && !!values[at < 0 ? 'undisclosed' : `${name.slice(0, at)}.undisclosed`];
}

function leaf(name: string, value: string): unknown {
  if (!NUMBERS.has(name.split('.').pop()!)) return value.trim();
  const number = Number(value.replace(/[\s\u00a0\u202f]/g, '').replace(',', '.'));
  return Number.isFinite(number) ? number : value;
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

/** A record, or a part of one, as a form holds it. */
export function valuesOf(record: object, under = ''): Values {
  const values: Values = {};
  for (const [key, value] of Object.entries(record) as [string, unknown][]) {
    const name = under + key;
    if (value === null || value === undefined) continue;
    if (!Array.isArray(value)) {
      if (typeof value === 'object') Object.assign(values, valuesOf(value, `${name}.`));
      else values[name] = String(value);
    } else if (value.every(one => typeof one === 'string')) {
      values[name] = value as string[];
    } else {
      values[`${name}.#`] = String(value.length);
      value.forEach((one, i) => Object.assign(values, valuesOf(one as object, `${name}[${i}].`)));
    }
  }
  return values;
}

/** The field that is decided on as one: a list is, a reason belongs to the value that it stands for. */
export function unit(name: string): string {
  return name.replace(/\[.*$|\.#$/, '').replace(/\.undisclosed$|\.quantity$|\.unit$/, '');
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
