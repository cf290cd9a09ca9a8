import type { Values } from './values';
import { me } from '../user';

/** What a person had typed into a form, and of which version of the record: enough to go on after signing in again. */
export interface Typed {
  values: Values;
  base: Values;
  version?: number;
  key: string;
}

interface Store {
  subject: string;
  at: number;
  forms: Record<string, Typed>;
}

const NAME = 'surety-typed';
/** A working day: what was not taken up again by then is no longer meant. */
const LONGEST_MS = 8 * 3_600_000;

/**
 * Typed values outlive an expired session and a reload, in this tab alone. They are given back to the person who typed them and to
 * nobody else: as soon as somebody else is signed in they are gone.
 */
function load(): Store {
  const subject = me.user?.subject ?? '';
  try {
    const store = JSON.parse(sessionStorage.getItem(NAME) ?? 'null') as Store | null;
    if (store && store.subject === subject && Date.now() - store.at < LONGEST_MS) return store;
    sessionStorage.removeItem(NAME);
  } catch {
    // A browser that stores nothing has the form itself, as long as the page is there.
  }
  return { subject, at: Date.now(), forms: {} };
}

export function typed(form: string): Typed | undefined {
  return load().forms[form];
}

export function keep(form: string, what: Typed | undefined): void {
  const store = load();
  if (what) store.forms[form] = what;
  else delete store.forms[form];
  store.at = Date.now();
  try {
    if (Object.keys(store.forms).length) sessionStorage.setItem(NAME, JSON.stringify(store));
    else sessionStorage.removeItem(NAME);
  } catch {
    // As above.
  }
}
