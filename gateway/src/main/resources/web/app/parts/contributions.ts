import { html, nothing, type TemplateResult } from 'lit';
import { address } from '../address';
import type { Answered } from '../answered';
import { path } from '../api';
import type { PrioritiesContributionRepresentation } from '../api-types';
import { Asked, ofCoverage, pages, type Page } from '../asked';
import { day, number, quantity } from '../format';
import { names } from '../names';
import { Part, scope } from '../part';
import { code, words } from '../words';
import { figure } from './figure';
import { cut, empty, shown } from './states';
import { rowsOf, table, type Column } from './table';

const t = words({
  title: 'Behind {title}',
  titleOf: 'Behind {title}: {what}',
  all: 'All',
  ofParty: 'Only of {party}.',
  everybody: 'Of all parties',
  only: 'Only what counts as',
  party: 'Party',
  commitment: 'Commitment',
  quantity: 'Promised',
  counts: 'Counts',
  stage: 'Has come to',
  until: 'Until',
  wakes: 'Asleep until',
  why: 'What holds it back',
  none: 'No commitment that is released to you.',
  sources: 'Each commitment opens to its acts, approvals and sources.'
}, {
  title: 'Derrière « {title} »',
  titleOf: 'Derrière « {title} » : {what}',
  all: 'Tout',
  ofParty: 'Seulement de {party}.',
  everybody: 'De toutes les parties',
  only: 'Seulement ce qui compte comme',
  party: 'Partie',
  commitment: 'Engagement',
  quantity: 'Promis',
  counts: 'Compte',
  stage: 'Parvenu à',
  until: 'Jusqu’au',
  wakes: 'En sommeil jusqu’à ce que',
  why: 'Ce qui le retient',
  none: 'Aucun engagement ne vous est communiqué.',
  sources: 'Chaque engagement s’ouvre sur ses actes, autorisations et sources.'
});

interface Contribution {
  commitment: string;
  title?: string;
  party: string;
  quantity?: { quantity?: number; unit?: string; undisclosed?: string };
  stage?: string;
  until?: string;
  wakesOn: string[];
  counts: { what: string; quantity: number; undisclosed: number; rule?: string }[];
}

const STAGES = ['PLEDGED', 'COMMITTED', 'ASSURED', 'AVAILABLE', 'DELIVERED'];

/** What is behind a number of coverage: the parts of commitments whose sums it is. */
class Contributions extends Part {
  static override properties = { requirement: {}, title: {}, unit: {} };
  declare requirement: string;
  declare title: string;
  declare unit: string;

  private readonly parts = new Asked<Answered<Page<Contribution>, Page<PrioritiesContributionRepresentation>>>(this, () => {
    const { series, known, day } = scope();
    return path('coverage/contributions', { series, requirement: this.requirement, party: address.get('party'), what: this.what, knownAt: known, asOf: day, limit: 200 });
  }, ofCoverage, pages);

  private get what(): string | undefined {
    const what = address.get('what');
    return what && STAGES.includes(what) ? what : undefined;
  }

  protected override render(): TemplateResult {
    const { what } = this;
    const party = address.get('party');
    return html`<div class="contributions">
      ${party ? html`<p>${t('ofParty', { party: names.of(party) })} <a href=${address.href({ party: undefined })}>${t('everybody')}</a></p>` : nothing}
      <p>${t('only')}: ${[undefined, ...STAGES].map(one => html`<a href=${address.href({ what: one })} aria-current=${one === what ? 'true' : nothing}>${one ? code(one) : t('all')}</a> `)}</p>
      ${shown(this.parts, page => page.items.length
        ? html`${figure({
            id: 'contributions', level: 5, title: what ? t('titleOf', { title: this.title, what: code(what) }) : t('title', { title: this.title }),
            table: table('contributions', t('title', { title: this.title }), columns(what), page.items), rows: () => rowsOf(columns(what), page.items),
            sources: html`<p>${t('sources')}</p><ul>${page.items.map(one => html`<li><a href=${address.href({ panel: 'commitment', id: one.commitment })}>${one.title ?? one.commitment}</a></li>`)}</ul>`
          })}${page.cut ? cut(page.items.length) : nothing}`
        : empty(t('none')))}
    </div>`;
  }
}

function columns(what: string | undefined): Column<Contribution>[] {
  const counted = (row: Contribution): number | undefined => row.counts.find(one => one.what === (what ?? row.stage))?.quantity;
  return [
    { id: 'party', label: t('party'), value: row => names.of(row.party) },
    { id: 'commitment', label: t('commitment'), head: true, value: row => row.title ?? row.commitment,
      cell: row => html`<a href=${address.href({ panel: 'commitment', id: row.commitment })}>${row.title ?? row.commitment}</a>` },
    { id: 'quantity', label: t('quantity'), numeric: true, value: row => row.quantity?.quantity,
      cell: row => html`<span class=${row.quantity?.undisclosed ? 'undisclosed' : nothing}>${quantity(row.quantity)}</span>` },
    { id: 'counts', label: t('counts'), numeric: true, value: counted, cell: row => counted(row) === undefined ? '' : number(counted(row)!) },
    { id: 'stage', label: t('stage'), value: row => code(row.stage) },
    { id: 'until', label: t('until'), value: row => row.until, cell: row => day(row.until) },
    { id: 'wakes', label: t('wakes'), value: row => row.wakesOn.map(one => code(one.split(':')[0])).join(', ') },
    { id: 'why', label: t('why'), value: row => row.counts.filter(one => one.rule).map(one => code(one.what)).join(', '),
      cell: row => row.counts.filter(one => one.rule).map(one => html`<span title=${one.rule!}>${code(one.what)}</span> `) }
  ];
}

customElements.define('surety-contributions', Contributions);
