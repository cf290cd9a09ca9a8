import { html, type TemplateResult } from 'lit';
import type { Answered } from '../answered';
import { path } from '../api';
import type * as Api from '../api-types';
import { Asked, ofCoverage } from '../asked';
import { number } from '../format';
import { Part, scope } from '../part';
import { code, words } from '../words';
import { figure } from './figure';
import { empty, shown } from './states';
import { rowsOf, table, type Column } from './table';

const t = words({
  title: 'Can it be believed?',
  count: '{count|criterion|criteria}: {status}',
  criterion: 'Criterion',
  status: 'Status',
  reason: 'Why',
  rule: 'Rule',
  none: 'No criterion is set for this series that is released to you.',
  rules: 'The parties set the criteria. One that hangs on values that are not released to you cannot be told; it is never taken for met or not met.'
}, {
  title: 'Peut-on y croire ?',
  count: '{count|critère|critères} : {status}',
  criterion: 'Critère',
  status: 'État',
  reason: 'Pourquoi',
  rule: 'Règle',
  none: 'Aucun critère de cette série ne vous est communiqué.',
  rules: 'Les parties fixent les critères. Celui qui dépend de valeurs qui ne vous sont pas communiquées est indéterminable ; il n’est jamais tenu pour rempli ni pour non rempli.'
});

interface Judged {
  code: string;
  title: string;
  kind: string;
  status: string;
  reason: string;
  rule: string;
}

const STATUSES = { NOT_MET: ['short', 'bad'], CANNOT_BE_TOLD: ['minimum', 'warn'], MET: ['covered', 'good'] } as const;

/** The criteria of credibility, each with its status, the reason and the rule. */
class Credibility extends Part {
  private readonly asked = new Asked<Answered<{ criteria: Judged[] }, Api.Credibility>>(this, () => path('credibility', { series: scope().series, asOf: scope().day }), ofAnything);

  protected override render(): TemplateResult {
    return shown(this.asked, ({ criteria }) => {
      if (!criteria.length) return empty(t('none'));
      const shape = columns();
      return html`<ul class="verdict" aria-label=${t('title')}>${Object.entries(STATUSES).map(([status, [standing]]) => {
        const count = criteria.filter(one => one.status === status).length;
        return html`<li data-standing=${count ? standing : 'none'}><strong data-figure="credibility:${status}">${number(count)}</strong>${t('count', { count, status: code(status) })}</li>`;
      })}</ul>
      ${figure({
        id: 'credibility', title: t('title'), table: table('credibility', t('title'), shape, criteria), rows: () => rowsOf(shape, criteria),
        sources: html`<p>${t('rules')}</p><dl class="facts">${criteria.map(one => html`<dt lang="en">${one.title}</dt><dd lang="en">${one.rule}</dd>`)}</dl>`
      })}`;
    });
  }
}

/** Criteria hang on coverage, on approvals and on open questions. */
const ofAnything = (change: Parameters<typeof ofCoverage>[0]): boolean => ofCoverage(change) || change.type.startsWith('org.surety.question.');

function columns(): Column<Judged>[] {
  return [
    { id: 'criterion', label: t('criterion'), head: true, value: row => row.title, cell: row => html`<span lang="en">${row.title}</span>` },
    { id: 'status', label: t('status'), value: row => code(row.status), cell: row => html`<span class="tag ${STATUSES[row.status as 'MET']?.[1]}">${code(row.status)}</span>` },
    { id: 'reason', label: t('reason'), value: row => row.reason, cell: row => html`<span lang="en">${row.reason}</span>` },
    { id: 'rule', label: t('rule'), value: row => row.rule, cell: row => html`<span lang="en" class="note">${row.rule}</span>` }
  ];
}

customElements.define('surety-credibility', Credibility);
