import type { LitElement } from 'lit';
import type { Answered } from '../answered';
import { path } from '../api';
import type { CommitmentRepresentation, RequirementRepresentation } from '../api-types';
import { Asked, of, pages, type Page } from '../asked';
import { names } from '../names';
import { compare } from '../parts/table';
import { me } from '../user';
import { code, language, words } from '../words';
import type { Option } from './fields';
import { seriesOf } from './outcome';
import { peopleOf, personOptions } from './people';
import type { Values } from './values';

const t = words({
  loading: 'The commitments are being read…',
  failed: 'The commitments could not be read; they are asked for again as soon as one of them changes.',
  cut: 'Only the first {count} are listed.'
}, {
  loading: 'Lecture des engagements en cours…',
  failed: 'Les engagements n’ont pu être lus ; ils le seront à nouveau dès que l’un d’eux change.',
  cut: 'Seuls les {count} premiers sont listés.'
});

export interface Requirement {
  id: string;
  title: string;
  priority: string;
  unit: string;
  kinds: string[];
}

interface Commitment {
  id: string;
  title: string;
  party: string;
  kind: string;
}

/** What stands in for the military part of a guarantee, and adds to no figure of it. */
export const SUPPLEMENTS = ['FINANCIAL_ASSISTANCE', 'SANCTIONS'];

/** Filed commitments to choose from, by party, and what is to be told where that is done. */
export interface Filed {
  options: Option[];
  told?: string;
}

/** What a draft can name of what the person may see. */
export class Choices {
  private readonly people;
  private readonly asked;
  private readonly guarantees;
  private readonly own;
  private readonly listed = new Map<string, { of?: Commitment[]; called: string; options: Option[] }>();

  /**
   * @param shown whether a draft is shown
   * @param basis of that draft
   * @param named the forms of which it may name commitments: of these there are thousands, so they are asked for when it names one, or has a row for one
   */
  constructor(host: LitElement, shown: () => boolean, basis: () => string, named: () => Values[]) {
    const list = <T>(name: string, query: () => Record<string, string | undefined>, when = shown): Asked<Page<T>> =>
      new Asked<Page<T>>(host, () => when() ? path(name, { ...query(), limit: 500 }) : undefined, of(name), pages);
    const series = (): string => seriesOf(me.party!);
    this.people = peopleOf(host);
    this.asked = {
      requirements: list<Answered<Requirement, RequirementRepresentation>>('requirements', () => ({ series: series() })),
      approvals: list<{ id: string; title: string; body: string }>('approvals', () => ({ party: me.party })),
      instruments: list<{ id: string; title: string }>('instruments', () => ({ series: series() }))
    };
    const commitments = (query: () => Record<string, string | undefined>, naming: (values: Values) => boolean): Asked<Page<Commitment>> =>
      list<Answered<Commitment, CommitmentRepresentation>>('commitments', () => ({ ...query(), state: 'FILED' }), () => shown() && named().some(naming));
    this.guarantees = commitments(() => ({ series: series(), basis: 'GUARANTEE' }), namesGuarantees);
    this.own = commitments(() => ({ party: me.party, basis: basis() }), values => values['relations.supersedes'] !== undefined);
  }

  get requirements(): Requirement[] {
    return this.asked.requirements.value?.items ?? [];
  }

  get persons(): Option[] {
    return personOptions(this.people);
  }

  get approvals(): Option[] {
    return (this.asked.approvals.value?.items ?? []).map(one => ({ value: one.id, label: `${one.title} (${one.body})` }));
  }

  get instruments(): Option[] {
    return (this.asked.instruments.value?.items ?? []).map(one => ({ value: one.id, label: one.title }));
  }

  /** What a condition can be on. */
  get grounds(): Filed {
    return this.filed('grounds', this.guarantees);
  }

  /** What sanctions or money can stand in for. */
  get supplemented(): Filed {
    return this.filed('supplemented', this.guarantees, one => !SUPPLEMENTS.includes(one.kind));
  }

  /** What another promise of the party can take the place of. */
  get superseded(): Filed {
    return this.filed('superseded', this.own);
  }

  /** The same options until there is another answer, or parties are called otherwise. */
  private filed(name: string, asked: Asked<Page<Commitment>>, fits: (one: Commitment) => boolean = () => true): Filed {
    const items = asked.value?.items;
    const called = `${language()} ${names.of(me.party)}`;
    let listed = this.listed.get(name);
    if (!listed || listed.of !== items || listed.called !== called) {
      const key = (one: Commitment): string => `${names.of(one.party)}\n${one.title}`;
      const sorted = (items ?? []).filter(fits).sort((a, b) => compare(key(a), key(b)));
      listed = { of: items, called, options: sorted.map(one => ({ value: one.id, label: `${one.title} (${code(one.kind)})`, group: names.of(one.party) })) };
      this.listed.set(name, listed);
    }
    return { options: listed.options, told: !asked.value ? t(asked.failure ? 'failed' : 'loading') : asked.value.cut ? t('cut', { count: asked.value.items.length }) : undefined };
  }
}

/** Whether a form names a guarantee of somebody, or has a row for one. */
function namesGuarantees(values: Values): boolean {
  return values['relations.supplements'] !== undefined || Object.entries(values).some(([name, value]) => /^conditions\[\d+\]\.kind$/.test(name) && value === 'COMMITMENT');
}
