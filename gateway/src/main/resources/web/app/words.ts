import { address } from './address';
import { CODES, type Code } from './codes';

export const LANGUAGES = ['en', 'fr'] as const;
export type Language = (typeof LANGUAGES)[number];

/** The language of the address, else the one chosen before, else the browser's. */
export function language(): Language {
  return (address.get('lang') ?? preferred) === 'fr' ? 'fr' : 'en';
}

let preferred = remembered() ?? navigator.language.slice(0, 2);

export function remember(chosen: Language): void {
  preferred = chosen;
  try {
    localStorage.setItem('surety-language', chosen);
  } catch {
    // A browser that stores nothing has the address.
  }
}

function remembered(): string | null {
  try {
    return localStorage.getItem('surety-language');
  } catch {
    return null;
  }
}

type Values = Record<string, string | number | undefined>;

/**
 * The sentences of one part of the board, in every language: one that lacks a sentence does not compile. In a sentence `{name}` is
 * filled in, and `{count|one|many}` takes the form for the number.
 */
export function words<T extends Record<string, string>>(en: T, fr: { [K in keyof T]: string }): (key: keyof T, values?: Values) => string {
  return (key, values = {}) => filled((language() === 'fr' ? fr : en)[key], values);
}

function filled(sentence: string, values: Values): string {
  if (!sentence.includes('{')) return sentence;
  return sentence.replace(/\{(\w+)(?:\|([^|}]*)\|([^}]*))?\}/g, (whole, name: string, one?: string, many?: string) => {
    const value = values[name];
    if (value === undefined) return whole;
    if (one === undefined) return String(value);
    return new Intl.PluralRules(language()).select(Number(value)) === 'one' ? one : many!;
  });
}

/** What a code of the API is called; one that the board does not know yet is shown as words rather than hidden. */
export function code(value: string | undefined | null): string {
  if (!value) return '';
  const names = CODES[value as Code];
  return names ? names[LANGUAGES.indexOf(language())]! : value.toLowerCase().replace(/_/g, ' ');
}
