import { html, nothing, type TemplateResult } from 'lit';
import { address } from '../address';
import { number } from '../format';
import { names } from '../names';
import { figure } from '../parts/figure';
import { rowsOf, table, type Column } from '../parts/table';
import { andUndisclosed } from '../parts/undisclosed';
import type { Amount } from '../standing';
import { code, words } from '../words';

const t = words({
  difference: 'What would be different',
  same: 'Nothing would be different.',
  unchanged: '{count} {count|requirement stays as it is|requirements stay as they are}.',
  cascade: 'How it spreads',
  wave: '{number}. {count} {count|commitment|commitments}',
  turn: '{before} → {after}',
  because: 'because: {reasons}',
  ineffective: 'changes nothing by itself',
  requirement: 'Requirement',
  priority: 'Priority',
  stage: 'Stage',
  today: 'Today',
  then: 'Then',
  change: 'Difference',
  minimum: 'Minimum',
  below: 'falls below the minimum',
  back: 'reaches the minimum',
  unit: 'Unit',
  hidden: 'a commitment that is not released to you',
  rules: 'Steps are assessed by the same rules as coverage. Nothing that is real changes by them, and only what is released to you is shown.',
  PARTY_WITHDRAWN: 'its party withdraws',
  SHARE_WITHDRAWN: 'a sharing party withdraws',
  WITHDRAWN: 'it is withdrawn',
  conditions: 'waited for {whom}'
}, {
  difference: 'Ce qui serait différent',
  same: 'Rien ne serait différent.',
  unchanged: '{count} {count|besoin reste inchangé|besoins restent inchangés}.',
  cascade: 'Comment cela se propage',
  wave: '{number}. {count} {count|engagement|engagements}',
  turn: '{before} → {after}',
  because: 'car : {reasons}',
  ineffective: 'ne change rien à soi seul',
  requirement: 'Besoin',
  priority: 'Priorité',
  stage: 'Étape',
  today: 'Aujourd’hui',
  then: 'Alors',
  change: 'Différence',
  minimum: 'Minimum',
  below: 'passe sous le minimum',
  back: 'atteint le minimum',
  unit: 'Unité',
  hidden: 'un engagement qui ne vous est pas communiqué',
  rules: 'Les étapes sont évaluées selon les mêmes règles que la couverture. Rien de réel n’en est changé, et seul ce qui vous est communiqué est affiché.',
  PARTY_WITHDRAWN: 'sa partie se retire',
  SHARE_WITHDRAWN: 'une partie associée se retire',
  WITHDRAWN: 'il est retiré',
  conditions: 'dépendait de {whom}'
});

type Stages = Record<'pledged' | 'committed' | 'assured' | 'available', Amount>;

export interface Evaluation {
  scenario?: string;
  title?: string;
  steps: { step: string; title?: string; effective?: boolean }[];
  requirements: { requirement: string; priority: string; title: string; unit: string; needed: number; minimum: number; live: Stages; scenario: Stages; difference: Partial<Stages> }[];
  unchanged: number;
  cascade: { number: number; commitments: number; turns: Turn[] }[];
}

interface Turn {
  commitment?: string;
  title?: string;
  party: string;
  requirement?: string;
  before: string;
  after: string;
  reasons: string[];
  conditions?: { party?: string; commitment?: string; title?: string }[];
}

export interface Evaluated {
  note: string;
  asOf: string;
  evaluations: Evaluation[];
}

interface Row {
  requirement: string;
  title: string;
  priority: string;
  unit: string;
  minimum: number;
  stage: keyof Stages;
  today: number;
  then: number;
  /** How many more there are whose amount is not disclosed. */
  undisclosedToday: number;
  undisclosedThen: number;
}

/** The difference that steps make, and the waves in which it spreads from commitment to commitment. */
export function evaluated(evaluation: Evaluation): TemplateResult {
  const rows: Row[] = evaluation.requirements.flatMap(one => (Object.keys(one.difference) as (keyof Stages)[]).map(stage => ({
    requirement: one.requirement, title: one.title, priority: one.priority, unit: one.unit, minimum: one.minimum, stage,
    today: one.live[stage].quantity, then: one.scenario[stage].quantity,
    undisclosedToday: one.live[stage].undisclosed, undisclosedThen: one.scenario[stage].undisclosed
  })));
  return html`<div class="evaluated">
    ${rows.length
      ? figure({ id: 'difference', title: t('difference'), table: table('difference', t('difference'), columns(), rows), rows: () => rowsOf(columns(), rows), sources: html`<p>${t('rules')}</p>` })
      : html`<p class="state empty">${t('same')}</p>`}
    <p class="note">${t('unchanged', { count: evaluation.unchanged })}</p>
    ${evaluation.cascade.length ? html`<section class="figure" aria-labelledby="cascade"><h2 id="cascade">${t('cascade')}</h2><ol class="waves">${evaluation.cascade
      .map(wave => html`<li><strong>${t('wave', { number: wave.number, count: wave.commitments })}</strong><ul>${wave.turns.map(turn)}</ul></li>`)}</ol></section>` : nothing}
  </div>`;
}

function turn(of: Turn): TemplateResult {
  const title = of.commitment ? html`<a href=${address.href({ panel: 'commitment', id: of.commitment })}>${of.title ?? of.commitment}</a>` : t('hidden');
  return html`<li>${names.of(of.party)}: ${title}: ${t('turn', { before: code(of.before), after: code(of.after) })}
    <span class="note">${t('because', { reasons: of.reasons.map(reason).join(', ') })}${of.conditions?.length
      ? html`; ${t('conditions', { whom: of.conditions.map(one => one.title ?? names.of(one.party)).join(', ') })}` : nothing}</span></li>`;
}

function reason(of: string): string {
  return of === 'PARTY_WITHDRAWN' || of === 'SHARE_WITHDRAWN' || of === 'WITHDRAWN' ? t(of) : code(of);
}

function columns(): Column<Row>[] {
  return [
    { id: 'priority', label: t('priority'), value: row => code(row.priority) },
    { id: 'requirement', label: t('requirement'), head: true, value: row => row.title, cell: row => html`<a href=${address.href({ panel: undefined, requirement: row.requirement })}>${row.title}</a>` },
    { id: 'stage', label: t('stage'), value: row => code(row.stage.toUpperCase()) },
    { id: 'today', label: t('today'), numeric: true, value: row => row.today, cell: row => html`${number(row.today)}${andUndisclosed(row.undisclosedToday)}` },
    { id: 'then', label: t('then'), numeric: true, value: row => row.then, cell: row => html`<span data-then="${row.requirement}:${row.stage}">${number(row.then)}</span>${andUndisclosed(row.undisclosedThen)}` },
    { id: 'change', label: t('change'), numeric: true, value: row => row.then - row.today, cell: row => html`${row.then > row.today ? '+' : row.then < row.today ? '−' : ''}${number(Math.abs(row.then - row.today))}` },
    { id: 'minimum', label: t('minimum'), numeric: true, value: row => row.minimum, cell: row => html`${number(row.minimum)} ${crossing(row)}` },
    { id: 'unit', label: t('unit'), value: row => row.unit }
  ];
}

function crossing(row: Row): TemplateResult | typeof nothing {
  if (row.stage !== 'assured') return nothing;
  if (row.today >= row.minimum && row.then < row.minimum) return html`<span class="tag bad">${t('below')}</span>`;
  return row.today < row.minimum && row.then >= row.minimum ? html`<span class="tag good">${t('back')}</span>` : nothing;
}

export function effect(step: { effective?: boolean }): TemplateResult | typeof nothing {
  return step.effective === false ? html`<span class="note">(${t('ineffective')})</span>` : nothing;
}
