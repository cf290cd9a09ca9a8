import type { Undisclosed } from './format';

/** What of delegation-service the board reads. */
export interface Source {
  url?: string;
  text?: string;
}

export interface Gathering {
  id: string;
  title: string;
  place?: string;
  host?: string;
  coChairs: string[];
  startsOn: string;
  endsOn: string;
  agenda?: string;
  status: string;
  sources: Source[];
}

export type Level = string | Undisclosed;

export interface Composition {
  level: Level;
  levelBasis: string;
  head: { kind: string; persons: string[] };
  members: string[];
  represents?: string;
}

export interface Delegation extends Composition {
  id: string;
  gathering: string;
  party: string;
  formedOn?: string | Undisclosed;
  former: string[];
  plannedLevel?: Level;
  plannedHead?: { kind: string; persons: string[] };
  note?: string;
  sources: Source[];
}

/** One person of a delegation, or a head whom nobody has disclosed. */
export interface Participant {
  delegation: string;
  party: string;
  partyKind: string;
  host: boolean;
  level: Level;
  role: 'HEAD' | 'MEMBER';
  person: string | Undisclosed;
  rank: string | Undisclosed;
  name: string | Undisclosed;
  post?: string | Undisclosed;
}

export interface Tally {
  kinds: {
    partyKind: string;
    delegations: number;
    levels: Record<string, number>;
    undisclosed: number;
    headRanks: Record<string, number>;
    headRanksUndisclosed: number;
  }[];
}

export interface Restructure {
  id: string;
  reason?: string;
  announcedBy?: string;
  announcedAt: string | Undisclosed;
  effectiveAt: string | Undisclosed;
  effectiveOn: string;
  effectiveBasis: string;
  recordedAt: string | Undisclosed;
  notice?: { quantity?: number; unit?: string; undisclosed?: string };
  from: Composition;
  to: Composition;
  levelChange: string;
  sources: Source[];
  correctedBy?: string;
}

export const LEVELS = ['LEADER', 'MINISTERIAL', 'ENVOY', 'AMBASSADOR', 'UNDISCLOSED'] as const;

export function levelOf(level: Level | undefined): string {
  return typeof level === 'string' ? level : 'UNDISCLOSED';
}

/** Whether what counts now is another composition than what was announced or counted before. */
export function changed(delegation: Delegation): boolean {
  return delegation.former.length > 0;
}
