import type { LitElement } from 'lit';
import type { Answered } from '../answered';
import { path } from '../api';
import type { PersonRepresentation } from '../api-types';
import { Asked, of, pages, type Page } from '../asked';
import { me } from '../user';
import { code } from '../words';
import type { Option } from './fields';

export interface Person {
  id: string;
  name: string;
  post?: string;
  rank: string;
  erased?: boolean;
}

/** The persons of the party: those who can act for it, as far as they have the authority; that the register tells. */
export function peopleOf(host: LitElement): Asked<Page<Person>> {
  return new Asked<Answered<Page<Person>, Page<PersonRepresentation>>>(host, () => path('persons', { party: me.party, limit: 200 }), of('persons'), pages);
}

export function personOptions(people: Asked<Page<Person>>): Option[] {
  return (people.value?.items ?? []).map(person => ({ value: person.id, label: `${person.name} – ${person.post ?? code(person.rank)}` }));
}

/** What a party calls a person, or the id where that is not released. */
export function personName(people: Asked<Page<Person>>, id: string): string {
  return personOptions(people).find(one => one.value === id)?.label ?? id;
}
