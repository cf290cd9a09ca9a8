import { html, nothing, type TemplateResult } from 'lit';
import { address } from '../address';
import { language, words } from '../words';

const t = words({ scroll: '{title}, can be scrolled' }, { scroll: '{title}, défilable' });

export interface Column<T> {
  id: string;
  label: string;
  /** What the rows are ordered by, and what stands in a file. */
  value: (row: T) => string | number | undefined;
  /** What is shown, if it is more than the value. */
  cell?: (row: T) => unknown;
  numeric?: boolean;
  /** The cell that names the row. */
  head?: boolean;
}

/** A table that a person can order by any column; the order stands in the address under `sort-<id>`. */
export function table<T>(id: string, title: string, columns: Column<T>[], rows: T[]): TemplateResult {
  const [by, direction] = (address.get(`sort-${id}`) ?? '').split('.');
  const ordered = columns.find(column => column.id === by);
  const sorted = ordered ? [...rows].sort((a, b) => compare(ordered.value(a), ordered.value(b)) * (direction === 'down' ? -1 : 1)) : rows;
  return html`<div class="scroll" tabindex="0" role="region" aria-label=${t('scroll', { title })}>
    <table>
      <caption class="hidden">${title}</caption>
      <thead><tr>${columns.map(column => heading(id, column, column.id === by ? direction === 'down' : undefined))}</tr></thead>
      <tbody>${sorted.map(row => html`<tr>${columns.map(column => column.head
        ? html`<th scope="row">${content(column, row)}</th>`
        : html`<td class=${column.numeric ? 'numeric' : nothing}>${content(column, row)}</td>`)}</tr>`)}</tbody>
    </table>
  </div>`;
}

function heading<T>(id: string, column: Column<T>, down: boolean | undefined): TemplateResult {
  const next = down === undefined ? 'up' : down ? undefined : 'down';
  return html`<th scope="col" class=${column.numeric ? 'numeric' : nothing} aria-sort=${down === undefined ? nothing : down ? 'descending' : 'ascending'}><a class="sort"
    href=${address.href({ [`sort-${id}`]: next && `${column.id}.${next}` })}>${column.label}<span aria-hidden="true">${down === undefined ? '' : down ? ' ▼' : ' ▲'}</span></a></th>`;
}

function content<T>(column: Column<T>, row: T): unknown {
  return column.cell ? column.cell(row) : column.value(row) ?? '';
}

export function compare(a: string | number | undefined, b: string | number | undefined): number {
  if (a === undefined || b === undefined) return a === b ? 0 : a === undefined ? 1 : -1;
  return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b), language(), { numeric: true });
}

/** The same rows for a file. */
export function rowsOf<T>(columns: Column<T>[], rows: T[]): { head: string[]; rows: (string | number | undefined)[][] } {
  return { head: columns.map(column => column.label), rows: rows.map(row => columns.map(column => column.value(row))) };
}
