import type { CommitmentDescription, Pledge } from '../api-types';
import type { Values } from './values';
import { bodyOf, valuesOf } from './values';

export interface Draft {
  id: string;
  version: number;
  title: string;
  kind: string;
  basis: string;
  externalId?: string;
  priority?: string;
  state: string;
  label: { release: string; parties?: string[] };
  labelWhenFiled?: { release: string; parties?: string[] };
  [field: string]: unknown;
}

/** All that PUT replaces, and the form asks for all of it: what it left out would be lost by the next save, so a new field does not compile. */
const ASKED = {
  kind: true, category: true, title: true, text: true, priority: true, contributions: true, quantity: true, money: true, euroValue: true, period: true, place: true, domain: true,
  announcedOn: true, sources: true, group: true, pointOfContact: true, instrument: true, approvals: true, caveats: true, conditions: true, triggers: true, relations: true, particulars: true,
  shares: true, amountsLabel: true, label: true
} satisfies Record<keyof CommitmentDescription, true>;

/** What is settled by the first save besides; the party is that of who writes. */
const SETTLED = ['basis', 'externalId'] as const satisfies readonly (keyof Omit<Pledge, keyof CommitmentDescription | 'party'>)[];

/**
 * Not asked for, as it follows from what is: the unit of a contribution is that of its requirement, the state of a share is its own
 * party's to say, and a value in euro is in euro. What `mapping` and `asGiven` tell, imports alone set.
 */
const DERIVED = /^contributions\[\d+\]\.unit$|^shares\[\d+\]\.(state|since)$|^euroValue\.currency$/;

/** What a new draft begins with. */
export const NEW_DRAFT: Values = { basis: 'GUARANTEE', 'label.release': 'COALITION' };

export function valuesOfDraft(draft: Draft): Values {
  const asked = Object.fromEntries(Object.keys(ASKED).filter(name => name in draft).map(name => [name, draft[name]]));
  const values = valuesOf({ ...asked, label: draft.labelWhenFiled ?? draft.label });
  return Object.fromEntries(Object.entries(values).filter(([name]) => !DERIVED.test(name)));
}

const OF_GUARANTEES = ['contributions', 'approvals', 'conditions', 'triggers', 'shares'];
const OF_CONDITION: Record<string, string> = { COMMITMENT: 'commitment', PARTICIPATION: 'party', HOST_CONSENT: 'party', INSTRUMENT_IN_FORCE: 'instrument' };

/**
 * Whether a field is asked for, given what the others say. One that is not asked for is not sent either: what was typed in it stays, for
 * whoever only passed over another kind.
 *
 * @param basis of the draft: the form says it of a new one alone
 */
export function asks(values: Values, basis: string, name: string): boolean {
  const first = /^\w*/.exec(name)![0];
  if (first === 'category') return basis === 'EARLIER_SUPPORT';
  if (OF_GUARANTEES.includes(first) && basis === 'EARLIER_SUPPORT') return false;
  const [, at, part] = /^(conditions\[\d+\]|triggers\[\d+\]|label|amountsLabel)\.(commitment|party|instrument|day|parties)\b/.exec(name) ?? [];
  if (!at) return true;
  if (part === 'parties') return values[`${at}.release`] === 'NAMED';
  const kind = String(values[`${at}.kind`] ?? '');
  return part === 'day' ? kind === 'DATE' : OF_CONDITION[kind] === part;
}

/**
 * The body of a new draft, or of one that is described anew.
 *
 * @param units of the requirements, by id
 */
export function draftBody(values: Values, units: Map<string, string>, before?: Draft): Record<string, unknown> {
  const basis = before?.basis ?? String(values.basis ?? '');
  const settled = (name: string): boolean => before !== undefined && (SETTLED as readonly string[]).includes(name);
  const body = bodyOf(Object.fromEntries(Object.entries(values).filter(([name]) => !settled(name) && asks(values, basis, name))));
  for (const one of (body.contributions ?? []) as { requirement?: string; unit?: string }[]) one.unit = units.get(one.requirement ?? '');
  const euro = body.euroValue as { amount?: string; currency?: string } | undefined;
  if (euro?.amount) euro.currency = 'EUR';
  return body;
}
