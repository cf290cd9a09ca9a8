import { code, language, words } from './words';

const t = words({ undisclosed: 'undisclosed: {reason}' }, { undisclosed: 'non communiqué : {reason}' });

const numbers = new Map<string, Intl.NumberFormat>();

/** A quantity as people read it: grouped, with as many decimals as it has, four at most. */
export function number(value: number | string): string {
  const key = language();
  let format = numbers.get(key);
  if (!format) numbers.set(key, (format = new Intl.NumberFormat(key, { maximumFractionDigits: 4 })));
  return format.format(Number(value));
}

export function percent(share: number): string {
  return new Intl.NumberFormat(language(), { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

/** A day of the register: it has no time of day and no zone. */
export function day(iso: string | undefined): string {
  if (!iso) return '';
  return new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${iso.slice(0, 10)}T00:00:00Z`));
}

/** An instant, in UTC, as the register counts. */
export function instant(iso: string | undefined): string {
  if (!iso) return '';
  return `${new Intl.DateTimeFormat(language(), { dateStyle: 'medium', timeStyle: 'medium', timeZone: 'UTC' }).format(new Date(iso))} UTC`;
}

export interface Undisclosed {
  undisclosed: string;
}

export function isUndisclosed(value: unknown): value is Undisclosed {
  return typeof value === 'object' && value !== null && 'undisclosed' in value;
}

/** "4 aircraft", or why that is not said. */
export function quantity(value: { quantity?: number; unit?: string; undisclosed?: string } | undefined): string {
  if (!value) return '';
  if (value.undisclosed) return t('undisclosed', { reason: code(value.undisclosed) });
  return `${number(value.quantity!)} ${value.unit ?? ''}`.trim();
}

/** "1,250,000 EUR", or why that is not said. */
export function money(value: { amount?: string | number; currency?: string; undisclosed?: string }): string {
  if (value.undisclosed) return t('undisclosed', { reason: code(value.undisclosed) });
  return `${number(value.amount ?? 0)} ${value.currency ?? ''}`.trim();
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to.slice(0, 10)}T00:00:00Z`) - Date.parse(`${from.slice(0, 10)}T00:00:00Z`)) / 86_400_000);
}

/** Today, as the register counts days. */
export function today(): string {
  return new Date().toISOString().slice(0, 10);
}

export function plusDays(from: string, days: number): string {
  return new Date(Date.parse(`${from}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10);
}
