import { html, nothing, svg, type TemplateResult } from 'lit';
import { address } from '../address';
import type { Answered } from '../answered';
import { path } from '../api';
import type { CoverageRepresentation } from '../api-types';
import { Asked, ofCoverage } from '../asked';
import { number, percent } from '../format';
import { names } from '../names';
import { Part, scope } from '../part';
import { figure } from '../parts/figure';
import '../parts/contributions';
import { empty, shown } from '../parts/states';
import { rowsOf, table, type Column } from '../parts/table';
import { andUndisclosed } from '../parts/undisclosed';
import { standing, type Coverage, type OfRequirement } from '../standing';
import { code, words } from '../words';

const t = words({
  covered: 'covered',
  minimum: 'at the minimum',
  short: 'short',
  verdict: 'Where the guarantee stands',
  verdictLine: '{covered} covered, {minimum} at the minimum, {short} short',
  gapToMinimum: '{quantity} {unit} short of the credible minimum',
  gapToNeed: '{quantity} {unit} short of the need',
  noGap: 'need covered',
  needed: 'needed',
  minimumOf: 'minimum',
  requirement: 'Requirement',
  priority: 'Priority',
  unit: 'Unit',
  domain: 'Domain',
  gap: 'Gap to the minimum',
  dormantUntil: 'asleep until {when}',
  chart: '{title}: needed {needed}, minimum {minimum}; pledged {pledged}, committed {committed}, assured {assured}, of that available now {available}; delivered {delivered} {unit}',
  none: 'No requirement is stated for this series that is released to you.',
  withoutRequirement: '{count} {count|commitment|commitments} without a requirement',
  table: 'Coverage by requirement',
  share: 'Assured of the need',
  open: 'What is behind it',
  openOf: 'What is behind {title}',
  rules: 'Rules',
  earlier: 'Earlier support',
  earlierNote: 'Given before and apart from the guarantee. It is in none of the numbers above.',
  brief: 'Brief to print',
  party: 'Party',
  value: 'Value in euro',
  kind: 'Kind',
  records: 'Records',
  legend: 'Legend'
}, {
  covered: 'couvert',
  minimum: 'au minimum',
  short: 'insuffisant',
  verdict: 'Où en est la garantie',
  verdictLine: '{covered} couverts, {minimum} au minimum, {short} insuffisants',
  gapToMinimum: 'il manque {quantity} {unit} pour le minimum crédible',
  gapToNeed: 'il manque {quantity} {unit} pour le besoin',
  noGap: 'besoin couvert',
  needed: 'besoin',
  minimumOf: 'minimum',
  requirement: 'Besoin',
  priority: 'Priorité',
  unit: 'Unité',
  domain: 'Domaine',
  gap: 'Écart au minimum',
  dormantUntil: 'en sommeil jusqu’à ce que {when}',
  chart: '{title} : besoin {needed}, minimum {minimum} ; promis {pledged}, engagé {committed}, assuré {assured}, dont disponible {available} ; livré {delivered} {unit}',
  none: 'Aucun besoin de cette série ne vous est communiqué.',
  withoutRequirement: '{count} {count|engagement|engagements} sans besoin nommé',
  table: 'Couverture par besoin',
  share: 'Part assurée du besoin',
  open: 'Ce qu’il y a derrière',
  openOf: 'Ce qu’il y a derrière « {title} »',
  rules: 'Règles',
  earlier: 'Soutien antérieur',
  earlierNote: 'Donné avant la garantie et en dehors d’elle. Il n’entre dans aucun des nombres ci-dessus.',
  brief: 'Note à imprimer',
  party: 'Partie',
  value: 'Valeur en euros',
  kind: 'Nature',
  records: 'Enregistrements',
  legend: 'Légende'
});

type Row = OfRequirement & { priority: string };

/** Are the five priorities covered? Of each requirement what is needed and what is there, stage by stage and never mixed. */
class CoveragePanel extends Part {
  private readonly coverage = new Asked<Answered<Coverage, CoverageRepresentation>>(this, () => {
    const { series, known, day } = scope();
    return path('coverage', { series, knownAt: known, asOf: day });
  }, ofCoverage);

  protected override render(): TemplateResult {
    return shown(this.coverage, coverage => this.show(coverage));
  }

  private show(coverage: Coverage): TemplateResult {
    const rows: Row[] = coverage.priorities.flatMap(one => one.requirements.map(requirement => ({ ...requirement, priority: one.priority })));
    if (!rows.length) return html`${empty(t('none'))}${this.earlier(coverage)}`;
    const { series, known, day } = scope();
    return html`
      ${this.verdict(coverage)}
      ${figure({
        id: 'coverage',
        title: t('verdict'),
        chart: html`${defs()}${this.legend()}<div class="priorities">${coverage.priorities.map(one => html`<section aria-labelledby="p-${one.priority}">
          <h3 id="p-${one.priority}">${code(one.priority)} <a class="note" href=${address.href({ panel: 'brief', priority: one.priority })}>${t('brief')}<span class="hidden">: ${code(one.priority)}</span></a></h3>
          ${one.requirements.map(requirement => this.requirement(requirement))}
          ${one.withoutRequirement?.pledged ? html`<p class="note">${t('withoutRequirement', { count: one.withoutRequirement.pledged })}</p>` : nothing}
        </section>`)}</div>`,
        table: table('coverage', t('table'), columns(), rows),
        rows: () => rowsOf(columns(), rows),
        file: path('coverage', { series, knownAt: known, asOf: day }),
        sources: html`<h3>${t('rules')}</h3><dl class="facts">${Object.entries(coverage.rules).map(([stage, rule]) => html`<dt>${code(stage.toUpperCase())}</dt><dd lang="en">${rule}</dd>`)}</dl>`
      })}
      ${this.earlier(coverage)}`;
  }

  /** What a room sees in ten seconds. */
  private verdict(coverage: Coverage): TemplateResult {
    return html`<ul class="verdict" aria-label=${t('verdict')}>${coverage.priorities.map(one => {
      const count = { covered: 0, minimum: 0, short: 0 };
      one.requirements.forEach(requirement => count[standing(requirement)]++);
      const worst = count.short ? 'short' : count.minimum ? 'minimum' : 'covered';
      return html`<li data-standing=${worst} data-priority=${one.priority}><a href="#p-${one.priority}" @click=${jump}>${code(one.priority)}</a>
        <strong>${t(worst)}</strong><span class="note">${t('verdictLine', count)}</span></li>`;
    })}</ul>`;
  }

  private legend(): TemplateResult {
    return html`<ul class="legend" aria-label=${t('legend')}>${(['pledged', 'committed', 'dormant', 'available', 'delivered'] as const)
      .map(one => html`<li><span class="swatch ${one}" aria-hidden="true"></span>${code(one.toUpperCase())}</li>`)}
      <li><span aria-hidden="true">┃ </span>${t('needed')}</li><li><span aria-hidden="true">┆ </span>${t('minimumOf')}</li></ul>`;
  }

  private requirement(of: OfRequirement): TemplateResult {
    const open = address.get('requirement') === of.requirement;
    return html`<div class="requirement" data-requirement=${of.requirement}>
      <h4>${of.title} ${gapTag(of)}</h4>
      ${bars(of)}
      <ul class="figures">
        ${figureOf(of, 'needed', t('needed'), of.needed)} ${figureOf(of, 'minimum', t('minimumOf'), of.minimum)}
        ${(['pledged', 'committed', 'assured'] as const).map(stage => figureOf(of, stage, code(stage.toUpperCase()), of[stage].quantity, of[stage].undisclosed))}
        ${figureOf(of, 'available', code('AVAILABLE'), of.assured.available.quantity, of.assured.available.undisclosed)}
        ${figureOf(of, 'delivered', code('DELIVERED'), of.delivered.quantity, of.delivered.undisclosed)}
      </ul>
      ${of.assured.dormant.map(part => html`<p class="note">${number(part.quantity)} ${of.unit} ${t('dormantUntil', { when: part.until.map(one => code(one.split(':')[0]) + (one.includes(':') ? ` ${one.split(':')[1]}` : '')).join(', ') })}</p>`)}
      <p><a href=${address.href({ requirement: open ? undefined : of.requirement, what: undefined })} aria-expanded=${open} aria-label=${t('openOf', { title: of.title })}>${t('open')}</a></p>
      ${open ? html`<surety-contributions .requirement=${of.requirement} .title=${of.title} .unit=${of.unit}></surety-contributions>` : nothing}
    </div>`;
  }

  private earlier(coverage: Coverage): TemplateResult | typeof nothing {
    const rows = coverage.earlierSupport ?? [];
    if (!rows.length) return nothing;
    const shape: Column<(typeof rows)[number]>[] = [
      { id: 'party', label: t('party'), head: true, value: row => names.of(row.party) },
      { id: 'kind', label: t('kind'), value: row => code(row.kind) },
      { id: 'commitments', label: t('records'), numeric: true, value: row => row.commitments },
      { id: 'value', label: t('value'), numeric: true, value: row => Math.round(Number(row.euro)), cell: row => html`${number(Math.round(Number(row.euro)))}${andUndisclosed(row.undisclosed)}` }
    ];
    return html`<p class="note">${t('earlierNote')}</p>${figure({ id: 'earlier-support', title: t('earlier'), table: table('earlier', t('earlier'), shape, rows), rows: () => rowsOf(shape, rows) })}`;
  }
}

function figureOf(of: OfRequirement, name: string, label: string, quantity: number, undisclosed = 0): TemplateResult {
  const href = ['needed', 'minimum'].includes(name) ? undefined : address.href({ requirement: of.requirement, what: name.toUpperCase() });
  const value = html`<span data-figure="${of.requirement}:${name}">${number(quantity)}</span>`;
  return html`<li>${label} ${href ? html`<a href=${href}>${value}<span class="hidden"> ${of.unit}, ${of.title}</span></a>` : value}${andUndisclosed(undisclosed)}</li>`;
}

function gapTag(of: OfRequirement): TemplateResult {
  const where = standing(of);
  const toMinimum = of.minimum - of.assured.quantity;
  const toNeed = of.needed - of.assured.quantity;
  return html`<span class="gap"><span class="tag ${where === 'covered' ? 'good' : where === 'minimum' ? 'warn' : 'bad'}">${t(where)}</span>
    ${where === 'short' ? t('gapToMinimum', { quantity: number(toMinimum), unit: of.unit }) : where === 'minimum' ? t('gapToNeed', { quantity: number(toNeed), unit: of.unit }) : t('noGap')}</span>`;
}

/** The patterns of all bars of the page. */
function defs(): TemplateResult {
  return html`<svg class="hidden" width="0" height="0" aria-hidden="true">${patterns()}</svg>`;
}

function patterns(): TemplateResult {
  return svg`<defs>
    <pattern id="hatch" width="6" height="6" patternUnits="userSpaceOnUse" patternTransform="rotate(45)"><line class="hatch-line" x1="0" y1="0" x2="0" y2="6"/></pattern>
    <pattern id="dots" width="6" height="6" patternUnits="userSpaceOnUse"><rect class="dot-ground" width="6" height="6"/><circle class="dot-mark" cx="3" cy="3" r="1.3"/></pattern>
  </defs>`;
}

const WIDTH = 560;

/** Nested from the widest to the surest, so that what is lost on the way from promise to guarantee is what sticks out. */
function bars(of: OfRequirement): TemplateResult {
  const most = Math.max(of.needed, of.minimum, of.pledged.quantity, of.delivered.quantity, 1) * 1.02;
  const x = (quantity: number): number => (Math.max(0, quantity) / most) * WIDTH;
  const label = t('chart', {
    title: of.title, unit: of.unit, needed: number(of.needed), minimum: number(of.minimum), pledged: number(of.pledged.quantity), committed: number(of.committed.quantity),
    assured: number(of.assured.quantity), available: number(of.assured.available.quantity), delivered: number(of.delivered.quantity)
  });
  return html`<svg viewBox="0 0 ${WIDTH} 40" role="img" aria-label=${label}>
    <line class="axis" x1="0" x2=${WIDTH} y1="32" y2="32"></line>
    <rect class="bar-pledged" x="0" y="4" height="28" width=${x(of.pledged.quantity)}></rect>
    <rect class="bar-committed" x="0" y="7" height="22" width=${x(of.committed.quantity)}></rect>
    <rect class="bar-dormant" x="0" y="10" height="16" width=${x(of.assured.quantity)}></rect>
    <rect class="bar-available" x="0" y="10" height="16" width=${x(of.assured.available.quantity)}></rect>
    <rect class="bar-delivered" x="0" y="34" height="5" width=${x(of.delivered.quantity)}></rect>
    <line class="mark-needed" x1=${x(of.needed)} x2=${x(of.needed)} y1="0" y2="36"></line>
    <line class="mark-minimum" x1=${x(of.minimum)} x2=${x(of.minimum)} y1="0" y2="36"></line>
  </svg>`;
}

function columns(): Column<Row>[] {
  const numeric = (id: string, label: string, value: (row: Row) => number): Column<Row> => ({
    id, label, numeric: true, value, cell: row => html`<span data-figure="${row.requirement}:${id}">${number(value(row))}</span>`
  });
  return [
    { id: 'priority', label: t('priority'), value: row => code(row.priority) },
    { id: 'requirement', label: t('requirement'), head: true, value: row => row.title, cell: row => html`<a href=${address.href({ requirement: row.requirement, 'view-coverage': undefined })}>${row.title}</a>` },
    { id: 'domain', label: t('domain'), value: row => code(row.domain) },
    { id: 'unit', label: t('unit'), value: row => row.unit },
    numeric('needed', t('needed'), row => row.needed),
    numeric('minimum', t('minimumOf'), row => row.minimum),
    numeric('pledged', code('PLEDGED'), row => row.pledged.quantity),
    numeric('committed', code('COMMITTED'), row => row.committed.quantity),
    numeric('assured', code('ASSURED'), row => row.assured.quantity),
    numeric('available', code('AVAILABLE'), row => row.assured.available.quantity),
    numeric('delivered', code('DELIVERED'), row => row.delivered.quantity),
    { id: 'gap', label: t('gap'), numeric: true, value: row => Math.max(0, row.minimum - row.assured.quantity), cell: row => number(Math.max(0, row.minimum - row.assured.quantity)) },
    { id: 'standing', label: t('share'), value: row => row.assured.quantity / row.needed, cell: row => html`${percent(row.assured.quantity / row.needed)} ${t(standing(row))}` }
  ];
}

function jump(event: Event): void {
  event.preventDefault();
  event.stopPropagation();
  const to = document.getElementById((event.currentTarget as HTMLAnchorElement).hash.slice(1));
  to?.scrollIntoView({ block: 'start' });
  to?.setAttribute('tabindex', '-1');
  to?.focus({ preventScroll: true });
}

customElements.define('coverage-panel', CoveragePanel);
