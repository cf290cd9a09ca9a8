import { html, nothing, type TemplateResult } from 'lit';
import { address } from '../address';
import type { Answered } from '../answered';
import { path } from '../api';
import type { CoverageRepresentation } from '../api-types';
import { Asked, ofCoverage } from '../asked';
import { number } from '../format';
import { names } from '../names';
import { Part, scope } from '../part';
import { figure } from '../parts/figure';
import { onGridKey } from '../parts/grid';
import { empty, shown } from '../parts/states';
import { compare } from '../parts/table';
import { andUndisclosed } from '../parts/undisclosed';
import type { Coverage, OfParty, OfRequirement } from '../standing';
import { code, words } from '../words';

const t = words({
  title: 'Who contributes how much to which requirement',
  stage: 'Stage',
  turn: 'Turn the table',
  keys: 'In the table the arrow keys go from cell to cell, Enter opens what is behind a number. A darker cell carries more of what is needed.',
  party: 'Party',
  requirement: 'Requirement',
  none: 'No party contributes anything that is released to you.',
  priority: 'Priority',
  all: 'all'
}, {
  title: 'Qui contribue combien à quel besoin',
  stage: 'Étape',
  turn: 'Transposer le tableau',
  keys: 'Dans le tableau, les flèches vont de case en case, Entrée ouvre ce qu’il y a derrière un nombre. Une case plus foncée porte une plus grande part du besoin.',
  party: 'Partie',
  requirement: 'Besoin',
  none: 'Aucune contribution ne vous est communiquée.',
  priority: 'Priorité',
  all: 'toutes'
});

/** More requirements than this beside one another nobody looks over. */
const MOST_AT_ONCE = 60;
const ALL = 'all';
const STAGES = ['pledged', 'committed', 'assured', 'available'] as const;
type Stage = (typeof STAGES)[number];

interface Line {
  id: string;
  label: string;
  unit?: string;
  group?: string;
}

interface Cell {
  value?: number;
  /** Commitments that are in no number. */
  undisclosed: number;
  share: number;
  party: string;
  requirement: OfRequirement;
}

/** Who carries what? A table of parties and requirements with a number in each cell; the colour repeats how much of the need that is. */
class CarriersPanel extends Part {
  private readonly coverage = new Asked<Answered<Coverage, CoverageRepresentation>>(this, () => {
    const { series, known, day } = scope();
    return path('coverage', { series, knownAt: known, asOf: day });
  }, ofCoverage);

  private get stage(): Stage {
    const asked = address.get('stage') as Stage | undefined;
    return asked && STAGES.includes(asked) ? asked : 'assured';
  }

  protected override render(): TemplateResult {
    return shown(this.coverage, coverage => this.show(coverage));
  }

  private show(coverage: Coverage): TemplateResult {
    const priority = this.priority(coverage);
    const requirements = coverage.priorities.filter(one => !priority || one.priority === priority)
      .flatMap(one => one.requirements.map(requirement => ({ ...requirement, priority: one.priority, of: new Map(requirement.parties.map(own => [own.party, own])) })));
    const parties = [...new Set(requirements.flatMap(one => one.parties.map(party => party.party)))].sort((a, b) => compare(names.of(a), names.of(b)));
    if (!parties.length) return empty(t('none'));
    const cell = (party: string, requirement: OfRequirement & { of: Map<string, OfParty> }): Cell => {
      const own = requirement.of.get(party);
      const value = own?.[this.stage];
      return { value, undisclosed: own?.undisclosed?.[this.stage] ?? 0, share: value === undefined || !requirement.needed ? 0 : value / requirement.needed, party, requirement };
    };
    const partyLines: Line[] = parties.map(party => ({ id: party, label: names.of(party) }));
    const requirementLines: Line[] = requirements.map(one => ({ id: one.requirement, label: one.title, unit: one.unit, group: code(one.priority) }));
    const byId = new Map(requirements.map(one => [one.requirement, one]));
    const turned = address.get('turned') === '1';
    const at = (row: Line, column: Line): Cell => turned ? cell(column.id, byId.get(row.id)!) : cell(row.id, byId.get(column.id)!);
    const [rows, columns] = turned ? [requirementLines, partyLines] : [partyLines, requirementLines];
    return html`${this.choices(coverage, priority)}<p class="note">${t('keys')}</p>
      ${figure({
        id: 'carriers', title: `${t('title')}: ${code(this.stage.toUpperCase())}`,
        table: this.table(this.ordered(rows, columns, at), columns, at, turned),
        rows: () => ({ head: [t(turned ? 'requirement' : 'party'), ...columns.map(one => one.label)], rows: rows.map(row => [row.label, ...columns.map(column => at(row, column).value)]) })
      })}`;
  }

  /** The one priority that is shown; none: all of them, as long as that is a table that a person can look over. */
  private priority(coverage: Coverage): string | undefined {
    const asked = address.get('priority');
    if (coverage.priorities.some(one => one.priority === asked)) return asked;
    const all = coverage.priorities.reduce((count, one) => count + one.requirements.length, 0);
    return asked === ALL || all <= MOST_AT_ONCE ? undefined : coverage.priorities.find(one => one.requirements.length)?.priority;
  }

  private choices(coverage: Coverage, shown?: string): TemplateResult {
    const link = (priority: string | undefined, label: string): TemplateResult => html`<a href=${address.href({ priority: priority ?? ALL })} aria-current=${priority === shown ? 'true' : nothing}>${label}</a> `;
    return html`<div class="choices">
      <span>${t('stage')}: ${STAGES.map(one => html`<a href=${address.href({ stage: one === 'assured' ? undefined : one })} aria-current=${one === this.stage ? 'true' : nothing}>${code(one.toUpperCase())}</a> `)}</span>
      <span>${t('priority')}: ${coverage.priorities.map(one => link(one.priority, code(one.priority)))}${link(undefined, t('all'))}</span>
      <a class="button" href=${address.href({ turned: address.get('turned') ? undefined : '1', 'sort-carriers': undefined })}>${t('turn')}</a></div>`;
  }

  private ordered(rows: Line[], columns: Line[], at: (row: Line, column: Line) => Cell): Line[] {
    const [by, direction] = (address.get('sort-carriers') ?? '').split('.');
    const column = columns.find(one => one.id === by);
    if (!column) return by === 'name' ? [...rows].sort((a, b) => compare(a.label, b.label) * (direction === 'down' ? -1 : 1)) : rows;
    return [...rows].sort((a, b) => {
      const [one, other] = [at(a, column).value, at(b, column).value];
      return one === undefined || other === undefined ? compare(one, other) : compare(one, other) * (direction === 'up' ? 1 : -1);
    });
  }

  private table(rows: Line[], columns: Line[], at: (row: Line, column: Line) => Cell, turned: boolean): TemplateResult {
    return html`<div class="scroll"><table class="heat" role="grid" aria-label=${t('title')} @keydown=${onGridKey}>
      <thead>
        ${turned ? nothing : html`<tr><td></td>${groups(columns).map(one => html`<th scope="colgroup" colspan=${one.count}>${one.label}</th>`)}</tr>`}
        <tr>${this.heading('name', t(turned ? 'requirement' : 'party'))}${columns.map(column => this.heading(column.id, column.label, column.unit))}</tr>
      </thead>
      <tbody>${rows.map((row, i) => html`<tr><th scope="row">${row.label}${row.unit ? html` <span class="note">${row.unit}</span>` : nothing}</th>${columns
        .map((column, j) => this.cell(at(row, column), i === 0 && j === 0))}</tr>`)}</tbody>
    </table></div>`;
  }

  private heading(id: string, label: string, unit?: string): TemplateResult {
    const [by, direction] = (address.get('sort-carriers') ?? '').split('.');
    const first = id === 'name' ? 'up' : 'down';
    const second = id === 'name' ? 'down' : 'up';
    const next = by !== id ? first : direction === first ? second : undefined;
    return html`<th scope="col" aria-sort=${by === id ? (direction === 'up' ? 'ascending' : 'descending') : nothing}><a class="sort"
      href=${address.href({ 'sort-carriers': next && `${id}.${next}` })}>${label}<span aria-hidden="true">${by === id ? (direction === 'up' ? ' ▲' : ' ▼') : ''}</span></a>${unit ? html`<br><span class="note">${unit}</span>` : nothing}</th>`;
  }

  private cell({ value, undisclosed, share, party, requirement }: Cell, first: boolean): TemplateResult {
    const heat = value ? Math.min(4, 1 + Math.floor(share * 8)) : 0;
    return html`<td tabindex=${first ? '0' : '-1'} data-heat=${heat} data-cell="${party}:${requirement.requirement}">${value === undefined
      ? '–'
      : html`<a tabindex="-1" href=${address.href({ panel: 'coverage', requirement: requirement.requirement, party, what: this.stage.toUpperCase() })}>${value || !undisclosed ? number(value) : nothing}${andUndisclosed(undisclosed)}</a>`}</td>`;
  }
}

function groups(columns: Line[]): { label: string; count: number }[] {
  const groups: { label: string; count: number }[] = [];
  columns.forEach(column => {
    const last = groups[groups.length - 1];
    if (last?.label === column.group) last!.count++;
    else groups.push({ label: column.group ?? '', count: 1 });
  });
  return groups;
}

customElements.define('carriers-panel', CarriersPanel);
