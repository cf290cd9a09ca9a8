import { html, nothing, svg, type TemplateResult } from 'lit';
import { address } from '../address';
import type { Answered } from '../answered';
import { path } from '../api';
import type * as Api from '../api-types';
import type { DelegationRepresentation, GatheringRepresentation, GatheringTally, PointOfContact } from '../api-types';
import { Asked, of, pages, type Page } from '../asked';
import { changed, levelOf, LEVELS, type Delegation, type Gathering, type Participant, type Tally } from '../delegation';
import { day, isUndisclosed, number } from '../format';
import { names } from '../names';
import { Part, scope } from '../part';
import { figure } from '../parts/figure';
import { said, saidPlainly, sourceList } from '../parts/person';
import '../parts/restructure';
import { cut, empty, shown } from '../parts/states';
import { rowsOf, table, type Column } from '../parts/table';
import { code, words } from '../words';

const t = words({
  gathering: 'Gathering',
  choose: 'Which gathering',
  none: 'No gathering of this series is released to you.',
  when: 'Held',
  place: 'Place',
  host: 'Host',
  chairs: 'Co-chairs',
  agenda: 'Agenda',
  status: 'Status',
  about: 'About the gathering',
  sources: 'Sources',
  levels: 'Delegations by level',
  level: 'Level',
  delegations: 'Delegations',
  chart: 'Delegations by level: {all}. The table says the same.',
  part: '{level} {count} ({states} {states|state|states}, {organisations} {organisations|organisation|organisations})',
  people: 'Who speaks',
  party: 'Party',
  role: 'Role',
  HEAD: 'head',
  MEMBER: 'member',
  person: 'Person',
  post: 'Post',
  rank: 'Rank',
  source: 'Sources',
  hostMark: 'host',
  represents: 'for {whom}',
  every: 'all levels',
  changes: 'What changed in the delegations',
  noChange: 'No delegation of this gathering had changed its composition by the day shown.',
  contacts: 'Contacts to renew',
  contactsNote: 'A point of contact who left a delegation is to be renewed; the commitment keeps its worth. This part shows today.',
  noContacts: 'No point of contact that is released to you is to be renewed.',
  commitment: 'Commitment',
  since: 'Since',
  rules: 'The level is stated by a source or derived from the rank of the head. A head who is not published stays undisclosed. Each line rests on these sources:'
}, {
  gathering: 'Rencontre',
  choose: 'Quelle rencontre',
  none: 'Aucune rencontre de cette série ne vous est communiquée.',
  when: 'Tenue',
  place: 'Lieu',
  host: 'Hôte',
  chairs: 'Coprésidence',
  agenda: 'Ordre du jour',
  status: 'État',
  about: 'La rencontre',
  sources: 'Sources',
  levels: 'Délégations par niveau',
  level: 'Niveau',
  delegations: 'Délégations',
  chart: 'Délégations par niveau : {all}. Le tableau dit la même chose.',
  part: '{level} {count} ({states} {states|État|États}, {organisations} {organisations|organisation|organisations})',
  people: 'Qui parle',
  party: 'Partie',
  role: 'Rôle',
  HEAD: 'chef',
  MEMBER: 'membre',
  person: 'Personne',
  post: 'Fonction',
  rank: 'Rang',
  source: 'Sources',
  hostMark: 'hôte',
  represents: 'pour {whom}',
  every: 'tous les niveaux',
  changes: 'Ce qui a changé dans les délégations',
  noChange: 'Aucune délégation à cette rencontre n’avait changé de composition au jour affiché.',
  contacts: 'Correspondants à renouveler',
  contactsNote: 'Un correspondant qui a quitté une délégation est à renouveler ; l’engagement garde sa valeur. Cette partie montre aujourd’hui.',
  noContacts: 'Aucun correspondant qui vous soit communiqué n’est à renouveler.',
  commitment: 'Engagement',
  since: 'Depuis',
  rules: 'Le niveau est déclaré par une source ou déduit du rang du chef. Un chef qui n’est pas publié reste non communiqué. Chaque ligne repose sur ces sources :'
});

interface Contact {
  commitment: string;
  title?: string;
  party: string;
  person: string;
  since?: string;
}

interface LevelRow {
  level: string;
  states: number;
  organisations: number;
}

/** Who speaks for whom? The delegations of one gathering by their level, how they changed, and which contacts are to be renewed. */
class DelegationsPanel extends Part {
  private readonly gatherings = new Asked<Answered<Page<Gathering>, Page<GatheringRepresentation>>>(this, () => path('gatherings', { series: scope().series, knownAt: scope().known, limit: 200 }), of('gatherings'), pages);
  private readonly tally = new Asked<Answered<Tally, GatheringTally>>(this, () => this.at('tally'), of('gatherings', 'delegations'));
  private readonly participants = new Asked<Answered<Page<Participant>, Page<Api.Participant>>>(this, () => this.at('participants', 500), of('gatherings', 'delegations', 'persons'), pages);
  private readonly delegations = new Asked<Answered<Page<Delegation>, Page<DelegationRepresentation>>>(this, () => {
    const { series, known, day } = scope();
    return this.gathering && path('delegations', { gathering: this.gathering.id, series, knownAt: known, asOf: day, limit: 500 });
  }, of('gatherings', 'delegations'), pages);
  private readonly contacts = new Asked<Answered<Page<Contact>, Page<PointOfContact>>>(this, () => path('points-of-contact', { status: 'TO_BE_RENEWED', limit: 200 }), of('delegations', 'commitments'), pages);

  private readonly redraw = (): void => this.requestUpdate();

  override connectedCallback(): void {
    super.connectedCallback();
    narrow.addEventListener('change', this.redraw);
  }

  override disconnectedCallback(): void {
    narrow.removeEventListener('change', this.redraw);
    super.disconnectedCallback();
  }

  private get gathering(): Gathering | undefined {
    const all = this.gatherings.value?.items;
    return all?.find(one => one.id === address.get('gathering')) ?? all?.[0];
  }

  private at(what: string, limit?: number): string | undefined {
    const { known, day } = scope();
    return this.gathering && path(`gatherings/${this.gathering.id}/${what}`, { knownAt: known, asOf: day, limit });
  }

  protected override render(): TemplateResult {
    return html`${shown(this.gatherings, page => (this.gathering ? html`${this.choice(page.items, this.gathering)}${this.show(this.gathering)}` : empty(t('none'))))}
      ${this.renewals()}`;
  }

  private choice(all: Gathering[], chosen: Gathering): TemplateResult {
    return html`<form class="filters" aria-label=${t('choose')} @submit=${(e: Event) => e.preventDefault()}>
      <label>${t('gathering')} <select name="gathering" @change=${(e: Event) => address.go({ gathering: (e.target as HTMLSelectElement).value, level: undefined })}>
        ${all.map(one => html`<option value=${one.id} ?selected=${one === chosen}>${one.title}, ${day(one.startsOn)}</option>`)}</select></label></form>`;
  }

  private show(gathering: Gathering): TemplateResult {
    return html`
      ${shown(this.tally, tally => levelFigure(tally, this.delegations.value?.items ?? []))}
      <h2>${t('changes')}</h2>
      ${shown(this.delegations, page => {
        const moved = page.items.filter(changed);
        return moved.length ? html`${moved.map(one => html`<surety-restructures .delegation=${one}></surety-restructures>`)}` : empty(t('noChange'));
      })}
      ${shown(this.participants, page => html`${this.people(page.items)}${page.cut ? cut(page.items.length) : nothing}`)}
      <h2>${t('about')}</h2>
      <dl class="facts"><dt>${t('gathering')}</dt><dd lang="en">${gathering.title}</dd>
        <dt>${t('when')}</dt><dd>${day(gathering.startsOn)}${gathering.endsOn === gathering.startsOn ? nothing : html` – ${day(gathering.endsOn)}`}</dd>
        <dt>${t('place')}</dt><dd lang="en">${gathering.place}</dd><dt>${t('host')}</dt><dd>${names.of(gathering.host)}</dd>
        <dt>${t('chairs')}</dt><dd>${gathering.coChairs.map(one => names.of(one)).join(', ')}</dd><dt>${t('status')}</dt><dd>${code(gathering.status)}</dd>
        ${gathering.agenda ? html`<dt>${t('agenda')}</dt><dd lang="en">${gathering.agenda}</dd>` : nothing}
        <dt>${t('sources')}</dt><dd>${sourceList(gathering.sources)}</dd></dl>`;
  }

  private people(all: Participant[]): TemplateResult {
    const level = LEVELS.find(one => one === address.get('level'));
    const rows = all.filter(one => !level || levelOf(one.level) === level);
    const of = new Map(this.delegations.value?.items.map(one => [one.id, one]));
    const shape = columns(of);
    return html`${figure({
      id: 'participants', title: level ? `${t('people')}: ${code(level)}` : t('people'),
      table: html`<p>${t('level')}: ${[undefined, ...LEVELS].map(one => html`<a href=${address.href({ level: one })} aria-current=${one === level ? 'true' : nothing}>${one ? code(one) : t('every')}</a> `)}</p>
        ${table('participants', t('people'), shape, rows)}`,
      rows: () => rowsOf(shape, rows),
      sources: html`<p>${t('rules')}</p><dl class="facts">${[...of.values()].map(one => html`<dt>${names.of(one.party)}</dt><dd>${sourceList(one.sources)}${one.note ? html`<p class="note" lang="en">${one.note}</p>` : nothing}</dd>`)}</dl>`
    })}`;
  }

  private renewals(): TemplateResult {
    const shape: Column<Contact>[] = [
      { id: 'party', label: t('party'), value: row => names.of(row.party) },
      { id: 'commitment', label: t('commitment'), head: true, value: row => row.title ?? row.commitment, cell: row => html`<a href=${address.href({ panel: 'commitment', id: row.commitment })}>${row.title ?? row.commitment}</a>` },
      { id: 'person', label: t('person'), value: row => row.person, cell: row => html`<surety-person .person=${row.person}></surety-person>` },
      { id: 'since', label: t('since'), value: row => row.since, cell: row => day(row.since) }
    ];
    return shown(this.contacts, page => {
      const rows = page.items.filter(one => names.in(scope().series).some(party => party.code === one.party));
      return figure({
        id: 'contacts', title: t('contacts'), table: html`<p class="note">${t('contactsNote')}</p>${rows.length ? table('contacts', t('contacts'), shape, rows) : empty(t('noContacts'))}`,
        rows: () => rowsOf(shape, rows)
      });
    });
  }
}

function levelFigure(tally: Tally, delegations: Delegation[]): TemplateResult {
  const rows: LevelRow[] = LEVELS.map(level => {
    const count = (kind: string): number => tally.kinds.filter(one => one.partyKind === kind).reduce((sum, one) => sum + (level === 'UNDISCLOSED' ? one.undisclosed : one.levels[level] ?? 0), 0);
    return { level, states: count('STATE'), organisations: count('ORGANISATION') };
  });
  const opened = (row: LevelRow, value: number, what: string): TemplateResult => html`<a href=${address.href({ level: row.level })} data-figure="level:${row.level}:${what}">${number(value)}<span class="hidden"> – ${code(row.level)}</span></a>`;
  const shape: Column<LevelRow>[] = [
    { id: 'level', label: t('level'), head: true, value: row => code(row.level) },
    { id: 'states', label: code('STATE'), numeric: true, value: row => row.states, cell: row => opened(row, row.states, 'states') },
    { id: 'organisations', label: code('ORGANISATION'), numeric: true, value: row => row.organisations, cell: row => opened(row, row.organisations, 'organisations') },
    { id: 'delegations', label: t('delegations'), numeric: true, value: row => row.states + row.organisations, cell: row => opened(row, row.states + row.organisations, 'all') }
  ];
  return figure({
    id: 'levels', title: t('levels'), chart: html`${legend()}${bars(rows)}
      <ul class="figures">${rows.map(row => html`<li>${code(row.level)} ${opened(row, row.states + row.organisations, 'all')}</li>`)}</ul>`,
    table: table('levels', t('levels'), shape, rows), rows: () => rowsOf(shape, rows),
    sources: html`<p>${t('rules')}</p><ul>${[...new Set(delegations.flatMap(one => one.sources.map(source => source.text ?? source.url)))].map(one => html`<li lang="en">${one}</li>`)}</ul>`
  });
}

function legend(): TemplateResult {
  return html`<ul class="legend"><li><span class="swatch available" aria-hidden="true"></span>${code('STATE')}</li><li><span class="swatch dormant" aria-hidden="true"></span>${code('ORGANISATION')}</li></ul>`;
}

const ROW = 30;
const LABEL = 118;
const WIDTH = 560;
/** As wide as a telephone, so that its letters are as large there. */
const NARROW_WIDTH = 320;
const narrow = matchMedia('(max-width: 40rem)');

function bars(rows: LevelRow[]): TemplateResult {
  const width = narrow.matches ? NARROW_WIDTH : WIDTH;
  const most = Math.max(1, ...rows.map(row => row.states + row.organisations));
  const x = (count: number): number => (count / most) * (width - LABEL - 30);
  const label = t('chart', { all: rows.map(row => t('part', { level: code(row.level), count: row.states + row.organisations, states: row.states, organisations: row.organisations })).join('; ') });
  return html`<svg class="levels" viewBox="0 0 ${width} ${rows.length * ROW}" role="img" aria-label=${label}>
    <defs><pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse"><rect class="dot-ground" width="6" height="6"/><circle class="dot-mark" cx="3" cy="3" r="1.3"/></pattern></defs>
    ${rows.map((row, i) => svg`<text x=${LABEL - 8} y=${i * ROW + 20} text-anchor="end">${code(row.level)}</text>
      <rect class="bar-available" x=${LABEL} y=${i * ROW + 5} height="20" width=${x(row.states)}/>
      <rect class="bar-dormant" x=${LABEL + x(row.states)} y=${i * ROW + 5} height="20" width=${x(row.organisations)}/>
      <text x=${LABEL + x(row.states + row.organisations) + 6} y=${i * ROW + 20}>${number(row.states + row.organisations)}</text>`)}
  </svg>`;
}

function columns(delegations: Map<string, Delegation>): Column<Participant>[] {
  const coded = (value: string | { undisclosed: string }): TemplateResult | string => (isUndisclosed(value) ? said(value) : code(value));
  const plain = (value: string | { undisclosed: string }): string | undefined => (isUndisclosed(value) ? saidPlainly(value) : code(value));
  return [
    { id: 'party', label: t('party'), head: true, value: row => names.of(row.party), cell: row => html`${names.of(row.party)}${row.host ? html` <span class="tag">${t('hostMark')}</span>` : nothing}` },
    { id: 'level', label: t('level'), value: row => plain(row.level), cell: row => coded(row.level) },
    { id: 'role', label: t('role'), value: row => t(row.role) },
    { id: 'person', label: t('person'), value: row => saidPlainly(row.name), cell: row => html`${said(row.name)}${row.role === 'HEAD' && delegations.get(row.delegation)?.represents
      ? html` <span class="note" lang="en">${t('represents', { whom: delegations.get(row.delegation)!.represents })}</span>` : nothing}` },
    { id: 'post', label: t('post'), value: row => saidPlainly(row.post), cell: row => html`<span lang=${isUndisclosed(row.post) ? nothing : 'en'}>${said(row.post)}</span>` },
    { id: 'rank', label: t('rank'), value: row => plain(row.rank), cell: row => coded(row.rank) },
    { id: 'source', label: t('source'), value: row => delegations.get(row.delegation)?.sources.map(one => one.text ?? one.url).join('; '),
      cell: row => html`<span lang="en">${delegations.get(row.delegation)?.sources.map(one => one.text ?? one.url).join('; ')}</span>` }
  ];
}

customElements.define('delegations-panel', DelegationsPanel);
