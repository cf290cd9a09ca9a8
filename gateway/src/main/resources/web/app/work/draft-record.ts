import type { Values } from './values';
import { bodyOf, valuesOf } from './values';

export interface Draft {
  id: string;
  version: number;
  title: string;
  kind: string;
  priority?: string;
  state: string;
  label: { release: string; parties?: string[] };
  labelWhenFiled?: { release: string; parties?: string[] };
  relations?: Record<string, unknown>;
  shares?: { party: string; percent: number }[];
  conditions?: Record<string, unknown>[];
  [field: string]: unknown;
}

/** What the form asks for. */
const ASKED = ['kind', 'title', 'text', 'priority', 'contributions', 'quantity', 'period', 'place', 'domain', 'announcedOn', 'sources', 'pointOfContact', 'instrument', 'approvals', 'caveats', 'triggers'];

/** What a draft may have that the form does not ask for: it stays as it is. */
const LEFT = ['category', 'money', 'euroValue', 'group', 'particulars', 'amountsLabel'];

export function valuesOfDraft(draft: Draft): Values {
  const asked = Object.fromEntries(ASKED.filter(name => name in draft).map(name => [name, draft[name]]));
  const values = valuesOf({ ...asked, label: draft.labelWhenFiled ?? draft.label });
  // The unit of a contribution is the one of its requirement.
  return Object.fromEntries(Object.entries(values).filter(([name]) => !/^contributions\[\d+\]\.unit$/.test(name)));
}

/**
 * The body of a new draft, or of one that is described anew: PUT replaces, so what is not asked for is sent along.
 *
 * @param units of the requirements, by id
 */
export function draftBody(values: Values, units: Map<string, string>, before?: Draft): Record<string, unknown> {
  const body = bodyOf(values);
  for (const one of (body.contributions ?? []) as { requirement?: string; unit?: string }[]) one.unit = units.get(one.requirement ?? '');
  if (!before) return { ...body, basis: 'GUARANTEE' };
  const left = Object.fromEntries(LEFT.filter(name => before[name] !== undefined).map(name => [name, before[name]]));
  return { ...left, ...ofRecords(before), ...body };
}

/** Answered with what is derived of them; told without it. */
function ofRecords(before: Draft): Record<string, unknown> {
  const pick = (from: Record<string, unknown>, names: string[]): Record<string, unknown> => Object.fromEntries(names.filter(name => from[name] !== undefined).map(name => [name, from[name]]));
  return {
    ...(before.relations ? { relations: pick(before.relations, ['supersedes', 'supplements']) } : {}),
    ...(before.shares ? { shares: before.shares.map(one => pick({ ...one }, ['party', 'percent'])) } : {}),
    ...(before.conditions ? { conditions: before.conditions.map(one => pick(one, ['kind', 'commitment', 'party', 'instrument', 'text'])) } : {})
  };
}
