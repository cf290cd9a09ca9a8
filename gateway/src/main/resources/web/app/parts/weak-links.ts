import { html, nothing, type TemplateResult } from 'lit';
import { address } from '../address';
import type { Answered } from '../answered';
import { path } from '../api';
import type { WeakLinkRepresentation } from '../api-types';
import { Asked, ofCoverage } from '../asked';
import { number } from '../format';
import { names } from '../names';
import { Part, scope } from '../part';
import { code, words } from '../words';
import { figure } from './figure';
import { leftBar } from './left-bar';
import { empty, shown } from './states';
import { rowsOf, table, type Column } from './table';
import { andUndisclosed } from './undisclosed';

const t = words({
  links: 'Which single loss breaks a requirement',
  upTo: 'Losses taken together',
  one: 'one loss',
  many: 'up to {count} parties at once',
  stands: 'assured {assured} of the minimum {minimum} {unit}',
  left: '{left} {unit} left, {short} below the minimum',
  bar: '{what}: {left} of {assured} {unit} left; the minimum is {minimum}',
  safe: 'No single loss takes it below its minimum.',
  safeUpTo: 'No loss of up to {count} parties takes it below its minimum.',
  considered: '{considered} of {of} parties were tried together.',
  leftOut: '{count} more {count|set is|sets are} not listed.',
  falls: 'Falls away',
  together: 'together',
  none: 'Nothing stands at its minimum yet: what is missing is listed below.',
  noRequirement: 'No requirement is stated for this series that is released to you.',
  requirement: 'Requirement',
  priority: 'Priority',
  kind: 'Loss',
  what: 'Of what',
  leftOver: 'Left',
  minimum: 'Minimum',
  assured: 'Assured',
  short: 'Below the minimum by',
  unit: 'Unit',
  falling: 'Commitments that fall away',
  below: 'Already below the minimum',
  belowNote: 'No loss is needed to break these: what is assured today does not reach the minimum.',
  missing: 'Missing',
  missingLine: '{missing} {unit} missing: {assured} of {minimum} assured',
  rules: 'Rules',
  legend: 'Legend',
  stays: 'left',
  goes: 'falls away',
  lacks: 'missing to the minimum'
}, {
  links: 'Quelle seule perte fait tomber un besoin',
  upTo: 'Pertes prises ensemble',
  one: 'une perte',
  many: 'jusqu’à {count} parties à la fois',
  stands: '{assured} assurés pour un minimum de {minimum} {unit}',
  left: 'reste {left} {unit}, {short} sous le minimum',
  bar: '{what} : reste {left} de {assured} {unit} ; le minimum est {minimum}',
  safe: 'Aucune perte seule ne le fait passer sous son minimum.',
  safeUpTo: 'La perte de {count} parties au plus ne le fait pas passer sous son minimum.',
  considered: '{considered} parties sur {of} ont été essayées ensemble.',
  leftOut: '{count} {count|autre ensemble n’est pas listé|autres ensembles ne sont pas listés}.',
  falls: 'Tombe',
  together: 'ensemble',
  none: 'Rien n’atteint encore son minimum : ce qui manque est listé ci-dessous.',
  noRequirement: 'Aucun besoin de cette série ne vous est communiqué.',
  requirement: 'Besoin',
  priority: 'Priorité',
  kind: 'Perte',
  what: 'De quoi',
  leftOver: 'Reste',
  minimum: 'Minimum',
  assured: 'Assuré',
  short: 'Sous le minimum de',
  unit: 'Unité',
  falling: 'Engagements qui tombent',
  below: 'Déjà sous le minimum',
  belowNote: 'Il ne faut aucune perte pour rompre ceux-ci : ce qui est assuré aujourd’hui n’atteint pas le minimum.',
  missing: 'Manque',
  missingLine: 'il manque {missing} {unit} : {assured} assurés pour un minimum de {minimum}',
  rules: 'Règles',
  legend: 'Légende',
  stays: 'reste',
  goes: 'tombe',
  lacks: 'manque pour le minimum'
});

export interface Named {
  commitment: string;
  party: string;
  title?: string;
}

interface Link {
  kind: string;
  party?: string;
  commitment?: string;
  approval?: string;
  title?: string;
  left: number;
  commitments: number;
  falling: Named[];
}

export interface Weak {
  requirement: string;
  title: string;
  priority: string;
  unit: string;
  minimum: number;
  assured: number;
  undisclosed: number;
  belowMinimum: boolean;
  missing?: number;
  links: Link[];
  sets: { parties: string[]; left: number }[];
  leftOut?: number;
  parties?: { considered: number; of: number };
}

export interface WeakLinksAnswer {
  searchedUpTo: number;
  requirements: Weak[];
  rules: Record<string, string>;
}

/** One loss, or the loss of some parties at once, that breaks one requirement. */
export interface Loss {
  of: Weak;
  kind: string;
  what: string;
  href?: string;
  left: number;
  falling: Named[];
}

const UP_TO = [undefined, '2', '3'];

/** The losses that take a requirement below its minimum, and apart from them what is below it already. */
class WeakLinks extends Part {
  private readonly asked = new Asked<Answered<WeakLinksAnswer, WeakLinkRepresentation>>(this, () => path('weak-links', { series: scope().series, asOf: scope().day, upTo: this.upTo }), ofCoverage);

  private get upTo(): string | undefined {
    const asked = address.get('upTo');
    return UP_TO.includes(asked) ? asked : undefined;
  }

  protected override render(): TemplateResult {
    return html`<p>${t('upTo')}: ${UP_TO.map(one => html`<a href=${address.href({ upTo: one })} aria-current=${one === this.upTo ? 'true' : nothing}>${one ? t('many', { count: one }) : t('one')}</a> `)}</p>
      ${shown(this.asked, answer => (answer.requirements.length ? html`${this.links(answer)}${this.below(answer)}` : empty(t('noRequirement'))))}`;
  }

  private links(answer: WeakLinksAnswer): TemplateResult {
    const standing = answer.requirements.filter(one => !one.belowMinimum);
    const rows = standing.flatMap(lossesOf);
    const shape = linkColumns();
    return figure({
      id: 'weak-links', title: t('links'),
      chart: standing.length ? html`${legend()}${standing.map(one => requirement(one, answer.searchedUpTo))}` : empty(t('none')),
      table: rows.length ? table('weak-links', t('links'), shape, rows) : empty(t('none')),
      rows: () => rowsOf(shape, rows),
      sources: html`<h3>${t('rules')}</h3><dl class="facts">${Object.entries(answer.rules).map(([name, rule]) => html`<dt>${code(name.toUpperCase())}</dt><dd lang="en">${rule}</dd>`)}</dl>`
    });
  }

  private below(answer: WeakLinksAnswer): TemplateResult | typeof nothing {
    const rows = answer.requirements.filter(one => one.belowMinimum).sort((a, b) => a.assured / (a.minimum || 1) - b.assured / (b.minimum || 1));
    if (!rows.length) return nothing;
    const shape = belowColumns();
    return figure({
      id: 'below-minimum', title: t('below'),
      chart: html`<p class="note">${t('belowNote')}</p><ul class="bars">${rows.map(one => {
        const line = t('missingLine', { missing: number(missing(one)), unit: one.unit, assured: number(one.assured), minimum: number(one.minimum) });
        return html`<li data-requirement=${one.requirement}><a href=${behind(one)}>${one.title}</a>${leftBar(`${one.title}: ${line}`, one.assured, one.minimum)}<span class="note">${line}${andUndisclosed(one.undisclosed)}</span></li>`;
      })}</ul>`,
      table: table('below-minimum', t('below'), shape, rows), rows: () => rowsOf(shape, rows)
    });
  }
}

export function lossesOf(of: Weak): Loss[] {
  return [
    ...of.links.map(link => ({ of, kind: code(link.kind), what: [names.of(link.party), link.title].filter(Boolean).join(': '), href: hrefOf(link), left: link.left, falling: link.falling })),
    ...of.sets.map(set => ({ of, kind: t('together'), what: set.parties.map(one => names.of(one)).join(' + '), left: set.left, falling: [] }))
  ];
}

function hrefOf(link: Link): string | undefined {
  if (link.approval) return address.href({ panel: 'approvals', approval: link.approval });
  return link.commitment && address.href({ panel: 'commitment', id: link.commitment });
}

/** The commitments behind a requirement, where coverage shows them. */
function behind(of: Weak): string {
  return address.href({ panel: undefined, requirement: of.requirement });
}

export function missing(of: Weak): number {
  return of.missing ?? Math.max(0, of.minimum - of.assured);
}

function legend(): TemplateResult {
  return html`<ul class="legend" aria-label=${t('legend')}><li><span class="swatch available" aria-hidden="true"></span>${t('stays')}</li><li><span class="swatch goes" aria-hidden="true"></span>${t('goes')}</li>
    <li><span class="swatch blocking" aria-hidden="true"></span>${t('lacks')}</li><li><span aria-hidden="true">┆ </span>${t('minimum')}</li></ul>`;
}

function requirement(of: Weak, searchedUpTo: number): TemplateResult {
  const rows = lossesOf(of);
  return html`<section class="requirement" data-requirement=${of.requirement}>
    <h3><a href=${behind(of)}>${of.title}</a> <span class="note">${t('stands', { assured: number(of.assured), minimum: number(of.minimum), unit: of.unit })}${andUndisclosed(of.undisclosed)}</span></h3>
    ${rows.length ? nothing : html`<p>${searchedUpTo > 1 ? t('safeUpTo', { count: searchedUpTo }) : t('safe')}</p>`}
    <ul class="bars">${rows.map(row => {
      const line = { left: number(row.left), unit: of.unit, short: number(of.minimum - row.left), assured: number(of.assured), minimum: number(of.minimum), what: `${row.kind}, ${row.what}` };
      return html`<li><span>${row.kind}: ${row.href ? html`<a href=${row.href}>${row.what}</a>` : row.what}</span>${leftBar(t('bar', line), row.left, of.minimum, of.assured)}
        <span class="note">${t('left', line)}${row.falling.length ? html`. ${t('falls')}: ${fallen(row)}` : nothing}</span></li>`;
    })}</ul>
    ${of.parties && of.parties.considered < of.parties.of ? html`<p class="note">${t('considered', { considered: of.parties.considered, of: of.parties.of })}</p>` : nothing}
    ${of.leftOut ? html`<p class="note">${t('leftOut', { count: of.leftOut })}</p>` : nothing}
  </section>`;
}

function fallen(row: Loss): TemplateResult[] {
  return row.falling.map((one, i) => html`${i ? ', ' : ''}<a href=${address.href({ panel: 'commitment', id: one.commitment })}>${one.title ?? one.commitment}</a> (${names.of(one.party)})`);
}

function linkColumns(): Column<Loss>[] {
  return [
    { id: 'priority', label: t('priority'), value: row => code(row.of.priority) },
    { id: 'requirement', label: t('requirement'), head: true, value: row => row.of.title, cell: row => html`<a href=${behind(row.of)}>${row.of.title}</a>` },
    { id: 'kind', label: t('kind'), value: row => row.kind },
    { id: 'what', label: t('what'), value: row => row.what, cell: row => (row.href ? html`<a href=${row.href}>${row.what}</a>` : row.what) },
    { id: 'assured', label: t('assured'), numeric: true, value: row => row.of.assured, cell: row => number(row.of.assured) },
    { id: 'left', label: t('leftOver'), numeric: true, value: row => row.left, cell: row => number(row.left) },
    { id: 'minimum', label: t('minimum'), numeric: true, value: row => row.of.minimum, cell: row => number(row.of.minimum) },
    { id: 'short', label: t('short'), numeric: true, value: row => row.of.minimum - row.left, cell: row => number(row.of.minimum - row.left) },
    { id: 'unit', label: t('unit'), value: row => row.of.unit },
    { id: 'falling', label: t('falling'), value: row => row.falling.map(one => one.title ?? one.commitment).join('; '), cell: fallen }
  ];
}

function belowColumns(): Column<Weak>[] {
  return [
    { id: 'priority', label: t('priority'), value: row => code(row.priority) },
    { id: 'requirement', label: t('requirement'), head: true, value: row => row.title, cell: row => html`<a href=${behind(row)}>${row.title}</a>` },
    { id: 'assured', label: t('assured'), numeric: true, value: row => row.assured, cell: row => html`${number(row.assured)}${andUndisclosed(row.undisclosed)}` },
    { id: 'minimum', label: t('minimum'), numeric: true, value: row => row.minimum, cell: row => number(row.minimum) },
    { id: 'missing', label: t('missing'), numeric: true, value: missing, cell: row => number(missing(row)) },
    { id: 'unit', label: t('unit'), value: row => row.unit }
  ];
}

customElements.define('surety-weak-links', WeakLinks);
