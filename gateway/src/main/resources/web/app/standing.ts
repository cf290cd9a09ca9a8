/** Coverage as `GET /coverage` answers it. */
export interface Amount {
  quantity: number;
  undisclosed: number;
  commitments: number;
}

export interface OfRequirement {
  requirement: string;
  title: string;
  unit: string;
  domain: string;
  from?: string;
  until?: string;
  needed: number;
  minimum: number;
  rotationFactor: number;
  pledged: Amount;
  committed: Amount;
  assured: Amount & { available: Amount; dormant: (Amount & { until: string[] })[] };
  delivered: { quantity: number; undisclosed: number; deliveries: number };
  excluded: (Amount & { reason: string })[];
  parties: OfParty[];
  attributes: { attributes: string[]; atLeast: number; assured: string[]; met: boolean }[];
}

/** What one party gives, and how many of its commitments are in no sum since they state no quantity to the viewer. */
export interface OfParty {
  party: string;
  pledged?: number;
  committed?: number;
  assured?: number;
  available?: number;
  undisclosed?: Record<'pledged' | 'committed' | 'assured' | 'available', number>;
}

export interface Coverage {
  series: string;
  note: string;
  asOf: string;
  knownAt?: string;
  priorities: {
    priority: string;
    title: string;
    requirements: OfRequirement[];
    withoutRequirement?: { pledged: number; committed: number; assured: number; undisclosed: number };
  }[];
  rules: Record<string, string>;
  earlierSupport?: { party: string; category: string; kind: string; commitments: number; euro: string; undisclosed: number }[];
}

export type Standing = 'covered' | 'minimum' | 'short';

/** Where a requirement stands by what is assured and by who must be among those who assure it. */
export function standing(of: OfRequirement): Standing {
  const attributes = of.attributes.every(rule => rule.met);
  if (of.assured.quantity >= of.needed && attributes) return 'covered';
  return of.assured.quantity >= of.minimum && attributes ? 'minimum' : 'short';
}
