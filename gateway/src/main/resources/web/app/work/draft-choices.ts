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

const NONE: Commitment[] = [];

/** What a draft can name of what the person may see. */
export class Choices {
  private readonly people;
  private readonly asked;
  private readonly commitments;
  private listed?: { of: Commitment[]; called: string; all: Option[]; own: Option[]; supplemented: Option[] };

  /**
   * @param shown whether a draft is shown
   * @param basis of that draft
   * @param naming whether it names a commitment, or is about to: of these there are thousands
   */
  constructor(host: LitElement, shown: () => boolean, basis: () => string, naming: () => boolean) {
    const list = <T>(name: string, query: () => Record<string, string | undefined>, when = shown): Asked<Page<T>> =>
      new Asked<Page<T>>(host, () => when() ? path(name, { ...query(), limit: 500 }) : undefined, of(name), pages);
    const series = (): string => seriesOf(me.party!);
    this.people = peopleOf(host);
    this.asked = {
      requirements: list<Answered<Requirement, RequirementRepresentation>>('requirements', () => ({ series: series() })),
      approvals: list<{ id: string; title: string; body: string }>('approvals', () => ({ party: me.party })),
      instruments: list<{ id: string; title: string }>('instruments', () => ({ series: series() }))
    };
    this.commitments = list<Answered<Commitment, CommitmentRepresentation>>('commitments', () => ({ series: series(), state: 'FILED', basis: basis() }), () => shown() && naming());
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

  /**
   * The filed ones of the same series and basis, by party: all, those of the own party, those that others can stand in for. The same lists
   * until there is another answer, or parties are called otherwise.
   */
  get filed(): { all: Option[]; own: Option[]; supplemented: Option[] } {
    const items = this.commitments.value?.items ?? NONE;
    const called = `${language()} ${names.of(me.party)}`;
    if (this.listed?.of !== items || this.listed.called !== called) {
      const key = (one: Commitment): string => `${names.of(one.party)}\n${one.title}`;
      const sorted = [...items].sort((a, b) => compare(key(a), key(b)));
      const option = (one: Commitment): Option => ({ value: one.id, label: `${one.title} (${code(one.kind)})`, group: names.of(one.party) });
      this.listed = { of: items, called, all: sorted.map(option), own: sorted.filter(one => one.party === me.party).map(option),
        supplemented: sorted.filter(one => !SUPPLEMENTS.includes(one.kind)).map(option) };
    }
    return this.listed;
  }

  /** What is to be told where commitments are chosen. */
  get told(): string | undefined {
    const { value, failure } = this.commitments;
    if (!value) return t(failure ? 'failed' : 'loading');
    return value.cut ? t('cut', { count: value.items.length }) : undefined;
  }
}

/** Whether a form names a commitment, or has a row for one. */
export function namesCommitments(values: Values): boolean {
  return Object.entries(values).some(([name, value]) => /^relations\.\w+$/.test(name) ? value.length > 0 : /^conditions\[\d+\]\.kind$/.test(name) && value === 'COMMITMENT');
}
