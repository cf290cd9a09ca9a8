/** One step of a what-if, as the API takes it. */
export interface Step {
  step: StepKind;
  party?: string;
  commitment?: string;
  approval?: string;
  situation?: string;
  requirement?: string;
  quantity?: number;
  kind?: string;
  assured?: boolean;
  caveat?: string;
  from?: string;
  until?: string;
}

/** What a person states of a step. */
export type Field = Exclude<keyof Step, 'step' | 'assured'>;

/** The fields that each kind of step has, all of them needed. */
export const STEPS = {
  WITHDRAW_PARTY: ['party'],
  WITHDRAW_COMMITMENT: ['commitment'],
  REFUSE_APPROVAL: ['approval', 'from'],
  DELAY_APPROVAL: ['approval', 'until'],
  GRANT_APPROVAL: ['approval', 'from'],
  SITUATION: ['situation', 'from'],
  ADD_PLEDGE: ['party', 'requirement', 'quantity', 'kind', 'from'],
  DROP_CAVEAT: ['commitment', 'caveat']
} as const satisfies Record<string, readonly Field[]>;

export type StepKind = keyof typeof STEPS;

/** Steps as they stand in an address: `KIND,field:value,...` each, with semicolons between them. */
export function written(steps: Step[]): string | undefined {
  return steps.length ? steps.map(({ step, ...fields }) => [step, ...Object.entries(fields).filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}:${String(value)}`)].join(',')).join(';') : undefined;
}

/** What an address says; a step that is none is left out, and the API judges the rest. */
export function stepsIn(text: string | undefined): Step[] {
  return (text ?? '').split(';').flatMap(one => {
    const [kind, ...fields] = one.split(',');
    if (!kind || !(kind in STEPS)) return [];
    const step: Record<string, unknown> = { step: kind };
    for (const field of fields) {
      const [name, value] = [field.slice(0, field.indexOf(':')), field.slice(field.indexOf(':') + 1)];
      step[name] = name === 'quantity' ? Number(value) : name === 'assured' ? value === 'true' : value;
    }
    return [step as unknown as Step];
  });
}
