import { html, nothing, type TemplateResult } from 'lit';
import { address } from '../address';
import { number } from '../format';
import { names } from '../names';
import { standing, type Amount, type Coverage, type OfParty, type OfRequirement } from '../standing';
import { code, words } from '../words';
import { table, type Column } from './table';
import { andUndisclosed } from './undisclosed';
import { lossesOf, missing, type Weak } from './weak-links';

const t = words({
  requirement: 'Requirement',
  unit: 'Unit',
  needed: 'Needed',
  minimum: 'Minimum',
  standing: 'Stands',
  covered: 'covered',
  atMinimum: 'at the minimum',
  short: 'short',
  shortBy: 'short by {quantity}',
  coverage: 'Coverage of each requirement',
  carriers: 'What each party carries: assured of what it pledged',
  note: 'Assured of what is pledged. A dash: the party pledged nothing that is released to you.',
  party: 'Party',
  of: '{assured} of {pledged}',
  losses: 'What takes a requirement below its minimum',
  what: 'What',
  left: 'Left',
  below: 'already below its minimum: {missing} {unit} missing',
  none: 'no single loss',
  loss: '{kind}: {what}',
  more: '{count} more on the board'
}, {
  requirement: 'Besoin',
  unit: 'Unité',
  needed: 'Besoin',
  minimum: 'Minimum',
  standing: 'État',
  covered: 'couvert',
  atMinimum: 'au minimum',
  short: 'insuffisant',
  shortBy: 'il manque {quantity}',
  coverage: 'Couverture de chaque besoin',
  carriers: 'Ce que porte chaque partie : assuré sur promis',
  note: 'Assuré sur promis. Un tiret : la partie n’a rien promis qui vous soit communiqué.',
  party: 'Partie',
  of: '{assured} sur {pledged}',
  losses: 'Ce qui fait passer un besoin sous son minimum',
  what: 'Quoi',
  left: 'Reste',
  below: 'déjà sous son minimum : il manque {missing} {unit}',
  none: 'aucune perte seule',
  loss: '{kind} : {what}',
  more: '{count} de plus au tableau'
});

type OfPriority = Coverage['priorities'][number];

/** So many that two pages hold them all; the rest is counted. */
const MOST_LOSSES = 3;
const MOST_PARTIES = 14;
const MOST_REQUIREMENTS = 14;
const MOST_COLUMNS = 6;

/** The first of many are those that are farthest from their minimum; few stay in their order. */
function worst<T>(all: T[], most: number, share: (one: T) => number): T[] {
  return all.length <= most ? all : [...all].sort((a, b) => share(a) - share(b)).slice(0, most);
}

function assuredShare(of: OfRequirement): number {
  return of.assured.quantity / (of.minimum || 1);
}

function more(all: unknown[], most: number): TemplateResult | typeof nothing {
  return all.length > most ? html`<p class="note">${t('more', { count: all.length - most })}</p>` : nothing;
}

function behind(of: { requirement: string }, what?: string): string {
  return address.href({ panel: undefined, requirement: of.requirement, what });
}

export function coverageTable(of: OfPriority): TemplateResult {
  const amount = (id: string, what: string, value: (row: OfRequirement) => Pick<Amount, 'quantity' | 'undisclosed'>): Column<OfRequirement> => ({
    id, label: code(what), numeric: true, value: row => value(row).quantity, cell: row => html`<a href=${behind(row, what)} data-figure="${row.requirement}:${id}">${number(value(row).quantity)}<span class="hidden"> ${row.unit}, ${row.title}</span></a>${andUndisclosed(value(row).undisclosed)}`
  });
  return html`${table('brief-coverage', t('coverage'), [
    { id: 'requirement', label: t('requirement'), head: true, value: row => row.title },
    { id: 'unit', label: t('unit'), value: row => row.unit },
    { id: 'needed', label: t('needed'), numeric: true, value: row => row.needed, cell: row => number(row.needed) },
    { id: 'minimum', label: t('minimum'), numeric: true, value: row => row.minimum, cell: row => number(row.minimum) },
    amount('pledged', 'PLEDGED', row => row.pledged), amount('committed', 'COMMITTED', row => row.committed), amount('assured', 'ASSURED', row => row.assured),
    amount('available', 'AVAILABLE', row => row.assured.available), amount('delivered', 'DELIVERED', row => row.delivered),
    { id: 'standing', label: t('standing'), value: stands }
  ], worst(of.requirements, MOST_REQUIREMENTS, assuredShare))}${more(of.requirements, MOST_REQUIREMENTS)}`;
}

function stands(of: OfRequirement): string {
  const where = standing(of);
  const short = of.minimum - of.assured.quantity;
  return where === 'covered' ? t('covered') : where === 'minimum' ? t('atMinimum') : short > 0 ? t('shortBy', { quantity: number(short) }) : t('short');
}

interface Carrier {
  party: string;
  of: Map<string, OfParty>;
}

export function carriersTable(of: OfPriority): TemplateResult {
  const carriers = new Map<string, Carrier>();
  const requirements = worst(of.requirements, MOST_COLUMNS, assuredShare);
  for (const requirement of requirements) {
    for (const one of requirement.parties) {
      if (!carriers.has(one.party)) carriers.set(one.party, { party: one.party, of: new Map() });
      carriers.get(one.party)!.of.set(requirement.requirement, one);
    }
  }
  const rows = [...carriers.values()].sort((a, b) => b.of.size - a.of.size || names.of(a.party).localeCompare(names.of(b.party)));
  return html`<p class="note">${t('note')}</p>${table('brief-carriers', t('carriers'), [
    { id: 'party', label: t('party'), head: true, value: row => names.of(row.party) },
    ...requirements.map((requirement): Column<Carrier> => ({
      id: requirement.requirement, label: requirement.title, numeric: true, value: row => row.of.get(requirement.requirement)?.pledged,
      cell: row => share(row.of.get(requirement.requirement), requirement)
    }))
  ], rows.slice(0, MOST_PARTIES))}${more([...of.requirements.slice(MOST_COLUMNS), ...rows.slice(MOST_PARTIES)], 0)}`;
}

function share(one: OfParty | undefined, requirement: OfRequirement): TemplateResult | string {
  if (!one) return '–';
  const hidden = one.undisclosed?.pledged ?? 0;
  if (!one.pledged && hidden) return html`<span class="undisclosed">${code('UNDISCLOSED')}</span>`;
  return html`<a href=${behind(requirement)}>${t('of', { assured: number(one.assured ?? 0), pledged: number(one.pledged ?? 0) })}<span class="hidden"> ${requirement.unit}</span></a>${andUndisclosed(hidden)}`;
}

export function lossesTable(all: Weak[]): TemplateResult {
  return html`${table('brief-losses', t('losses'), [
    { id: 'requirement', label: t('requirement'), head: true, value: row => row.title },
    { id: 'what', label: t('what'), value: row => (row.belowMinimum ? missing(row) : -row.links.length), cell: broken }
  ], worst(all, MOST_REQUIREMENTS, one => one.assured / (one.minimum || 1)))}${more(all, MOST_REQUIREMENTS)}`;
}

function broken(of: Weak): TemplateResult | string {
  if (of.belowMinimum) return t('below', { missing: number(missing(of)), unit: of.unit });
  const losses = lossesOf(of);
  if (!losses.length) return t('none');
  return html`${losses.slice(0, MOST_LOSSES).map((one, i) => html`${i ? '; ' : ''}${t('loss', { kind: one.kind, what: one.what })} (${t('left')} ${number(one.left)})`)}${losses.length > MOST_LOSSES
    ? html`; ${t('more', { count: losses.length - MOST_LOSSES })}` : nothing}`;
}
