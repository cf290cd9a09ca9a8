import { daysBetween, type Undisclosed } from './format';

/** An approval as `GET /approvals` answers it. */
export interface Approval {
  id: string;
  party: string;
  series: string;
  title: string;
  body: string;
  bodyOf: string;
  kind: string;
  effect: string;
  revocable: boolean;
  tacitAfterDays?: number;
  continueAfterMonths?: number;
  grantedForMonths?: number;
  legalBasis: { url?: string; text?: string }[];
  text?: string;
  steps: ApprovalStep[];
  phases: { from?: string; status: string; blocks: boolean }[];
  standing: {
    day: string;
    status: string;
    blocks: boolean;
    blocksFrom?: string;
    why: string;
    next?: { what: string; on: string | Undisclosed };
    waiting?: { since: string; days: number };
    commitments: string[];
    commitmentCount: number;
  };
}

export interface ApprovalStep {
  kind: string;
  doneOn: string;
  effectiveOn?: string;
  until?: string;
  voteOn?: string | Undisclosed;
  votes?: { inFavour: number; against: number; abstentions: number };
  provisos?: string[];
  source?: string;
  note?: string;
}

export interface Body {
  name: string;
  of: string;
  approvals: Approval[];
}

/** Whether its body still has something to decide: it is open, or what needs it is blocked. */
export function waits(approval: Approval): boolean {
  return approval.standing.blocks || approval.standing.status === 'OPEN';
}

/** What blocks comes before what waits, what waits longest before the rest; a body stands where its first approval does. */
export function byBody(approvals: Approval[]): Body[] {
  const bodies = new Map<string, Body>();
  for (const approval of [...approvals].sort((a, b) => rank(a) - rank(b) || (ageing(b)?.days ?? 0) - (ageing(a)?.days ?? 0))) {
    const key = `${approval.bodyOf}:${approval.body}`;
    if (!bodies.has(key)) bodies.set(key, { name: approval.body, of: approval.bodyOf, approvals: [] });
    bodies.get(key)!.approvals.push(approval);
  }
  return [...bodies.values()];
}

function rank(approval: Approval): number {
  return approval.standing.blocks ? 0 : waits(approval) ? 1 : 2;
}

/** Since when its body is waited for: what the register says, else since it was last asked. */
export function ageing(approval: Approval): { since: string; days: number } | undefined {
  const { waiting, day } = approval.standing;
  if (waiting || !waits(approval)) return waiting;
  const since = approval.steps.filter(step => ASKS.includes(step.kind) && step.doneOn <= day).map(step => step.doneOn).sort().pop();
  return since === undefined ? undefined : { since, days: daysBetween(since, day) };
}

const ASKS = ['REQUESTED', 'NOTIFIED'];

/** What comes next on a day that is known. */
export function nextDay(approval: Approval): string | undefined {
  const on = approval.standing.next?.on;
  return typeof on === 'string' ? on : undefined;
}
