import { html, nothing, type TemplateResult } from 'lit';
import { address } from '../address';
import type { Answered } from '../answered';
import { path } from '../api';
import type { ApprovalRepresentation } from '../api-types';
import { ageing, byBody, nextDay, waits, type Approval, type Body } from '../approval';
import { Asked, of, pages, type Page } from '../asked';
import { day, number, today } from '../format';
import { names } from '../names';
import { Part, scope } from '../part';
import { approvalCard, blockWord, nextStep } from '../parts/approval';
import { figure } from '../parts/figure';
import { cut, empty, shown } from '../parts/states';
import { rowsOf, table, type Column } from '../parts/table';
import '../parts/timeline';
import type { Lane } from '../parts/timeline';
import { code, words } from '../words';

const t = words({
  filters: 'Which approvals',
  only: 'Only what blocks on the day',
  body: 'Body',
  every: 'every body',
  within: 'Ends within 90 days',
  bodyOf: '{body} ({party})',
  timeline: 'Approvals over time',
  verdict: 'What waits',
  blocking: '{count|approval blocks|approvals block} what needs {count|it|them}',
  waiting: '{count|waits|wait} for a decision',
  ending: '{count|ends|end} within 90 days',
  longest: '{days|day|days}: the longest wait',
  label: '{count} {count|approval|approvals} of {bodies} {bodies|body|bodies} over time; {blocking} {blocking|blocks|block} on {day}. The table and the list below say the same in words.',
  party: 'Party',
  approval: 'Approval',
  effect: 'Effect',
  status: 'Stands at',
  blocks: 'Blocks?',
  since: 'Waited for since',
  days: 'Days',
  next: 'Comes next',
  nextDay: 'On',
  ends: 'Blocks from',
  steps: 'Steps done',
  phases: 'Over time',
  from: '{status} from {day}',
  commitments: 'Commitments',
  legend: 'Legend',
  free: 'does not block',
  hatched: 'blocks what needs it',
  done: 'a step was done',
  coming: 'a vote, a deadline or an end to come',
  none: 'No approval of this kind is released to you.',
  rules: 'Prior: blocks until granted. To continue: ends what has begun on a day unless granted. Tacit: granted on a day unless objected to. For information: blocks nothing. Political undertaking: blocks only where the party says so. Each approval opens to its steps, their sources and its legal basis.',
  counted: '{blocking} {blocking|blocks|block}, {waiting} {waiting|waits|wait}'
}, {
  filters: 'Quelles autorisations',
  only: 'Seulement ce qui bloque ce jour-là',
  body: 'Organe',
  every: 'tous les organes',
  within: 'Prend fin sous 90 jours',
  bodyOf: '{body} ({party})',
  timeline: 'Les autorisations dans le temps',
  verdict: 'Ce qui attend',
  blocking: '{count|autorisation bloque|autorisations bloquent} ce qui en dépend',
  waiting: '{count|attend|attendent} une décision',
  ending: '{count|prend|prennent} fin sous 90 jours',
  longest: '{days|jour|jours} : la plus longue attente',
  label: '{count} {count|autorisation|autorisations} de {bodies} {bodies|organe|organes} dans le temps ; {blocking} {blocking|bloque|bloquent} le {day}. Le tableau et la liste ci-dessous disent la même chose en mots.',
  party: 'Partie',
  approval: 'Autorisation',
  effect: 'Effet',
  status: 'État',
  blocks: 'Bloque ?',
  since: 'Attendue depuis',
  days: 'Jours',
  next: 'Étape suivante',
  nextDay: 'Le',
  ends: 'Bloque à partir du',
  steps: 'Étapes faites',
  phases: 'Dans le temps',
  from: '{status} à partir du {day}',
  commitments: 'Engagements',
  legend: 'Légende',
  free: 'ne bloque pas',
  hatched: 'bloque ce qui en dépend',
  done: 'une étape a été faite',
  coming: 'un vote, une échéance ou une fin à venir',
  none: 'Aucune autorisation de ce genre ne vous est communiquée.',
  rules: 'Préalable : bloque jusqu’à l’accord. Pour continuer : met fin un jour donné à ce qui a commencé, sauf accord. Tacite : accordée un jour donné, sauf objection. Pour information : ne bloque rien. Engagement politique : ne bloque que si la partie le dit. Chaque autorisation s’ouvre sur ses étapes, leurs sources et sa base juridique.',
  counted: '{blocking} {blocking|bloque|bloquent}, {waiting} {waiting|attend|attendent}'
});

/** More lanes than these nobody reads; the table has them all. */
const MOST_DRAWN = 60;
const SOON_DAYS = 90;

/** What waits for which body? Of each approval where it stands, since when it is waited for, and what comes next. */
class ApprovalsPanel extends Part {
  private readonly approvals = new Asked<Answered<Page<Approval>, Page<ApprovalRepresentation>>>(this, () => this.ask(), of('approvals', 'commitments'), pages);
  private readonly ending = new Asked<Answered<Page<Approval>, Page<ApprovalRepresentation>>>(this, () => this.ask(SOON_DAYS), of('approvals', 'commitments'), pages);

  private ask(expiresWithin?: number): string {
    const { series, known, day } = scope();
    return path('approvals', { series, knownAt: known, asOf: day, expiresWithin, limit: 500 });
  }

  protected override render(): TemplateResult {
    return shown(this.approvals, page => {
      const bodies = byBody(page.items);
      const ending = address.get('within') ? this.ending.value?.items.map(one => one.id) ?? [] : undefined;
      const chosen = page.items.filter(one => (!address.get('blocks') || one.standing.blocks) && (!ending || ending.includes(one.id))
        && (!address.get('body') || keyOf(one.bodyOf, one.body) === address.get('body')));
      return html`${this.verdict(page.items)}${this.filters(bodies)}
        ${page.cut ? cut(page.items.length) : nothing}
        ${chosen.length ? this.show(byBody(chosen)) : empty(t('none'))}`;
    });
  }

  /** What a room sees in ten seconds. */
  private verdict(approvals: Approval[]): TemplateResult {
    const longest = Math.max(0, ...approvals.map(one => ageing(one)?.days ?? 0));
    const blocking = approvals.filter(one => one.standing.blocks).length;
    const waiting = approvals.filter(waits).length;
    const ending = this.ending.value?.items.length;
    const item = (standing: string, name: string, count: number | undefined, sentence: string, href?: string): TemplateResult =>
      html`<li data-standing=${standing}><strong data-figure="approvals:${name}">${count === undefined ? '…' : number(count)}</strong>${href ? html`<a href=${href}>${sentence}</a>` : sentence}</li>`;
    return html`<ul class="verdict" aria-label=${t('verdict')}>
      ${item(blocking ? 'short' : 'covered', 'blocking', blocking, t('blocking', { count: blocking }), address.href({ blocks: '1', within: undefined, body: undefined }))}
      ${item(waiting ? 'minimum' : 'covered', 'waiting', waiting, t('waiting', { count: waiting }), address.href({ blocks: undefined, within: undefined, body: undefined }))}
      ${item(ending ? 'minimum' : 'covered', 'ending', ending, t('ending', { count: ending ?? 0 }), address.href({ within: '90', blocks: undefined, body: undefined }))}
      ${longest ? item('minimum', 'longest', longest, t('longest', { days: longest })) : nothing}
    </ul>`;
  }

  private filters(bodies: Body[]): TemplateResult {
    const flag = (name: string, value: string) => (e: Event) => address.go({ [name]: (e.target as HTMLInputElement).checked ? value : undefined });
    return html`<form class="filters" aria-label=${t('filters')} @submit=${(e: Event) => e.preventDefault()}>
      <label><input type="checkbox" name="blocks" .checked=${address.get('blocks') !== undefined} @change=${flag('blocks', '1')}>${t('only')}</label>
      <label><input type="checkbox" name="within" .checked=${address.get('within') !== undefined} @change=${flag('within', '90')}>${t('within')}</label>
      <label>${t('body')} <select name="body" @change=${(e: Event) => address.go({ body: (e.target as HTMLSelectElement).value })}>
        <option value="">${t('every')}</option>${bodies.map(one => html`<option value=${keyOf(one.of, one.name)} ?selected=${keyOf(one.of, one.name) === address.get('body')}>${bodyName(one)}</option>`)}
      </select></label>
    </form>`;
  }

  private show(bodies: Body[]): TemplateResult {
    const approvals = bodies.flatMap(body => body.approvals);
    const on = approvals[0]!.standing.day;
    const label = t('label', { count: approvals.length, bodies: bodies.length, blocking: approvals.filter(one => one.standing.blocks).length, day: day(on) });
    return html`
      ${figure({
        id: 'approvals', title: t('timeline'),
        chart: html`${legend()}<surety-timeline .lanes=${lanes(bodies).slice(0, MOST_DRAWN)} .label=${label} .now=${on} .today=${on === today()}></surety-timeline>
          ${approvals.length > MOST_DRAWN ? cut(MOST_DRAWN) : nothing}`,
        table: table('approvals', t('timeline'), columns(), approvals), rows: () => rowsOf(columns(), approvals),
        sources: html`<p>${t('rules')}</p><ul>${approvals.map(one => html`<li><a href=${address.href({ approval: one.id, 'view-approvals': undefined })}>${one.title}</a>: <span lang="en">${one.legalBasis.map(basis => basis.text ?? basis.url).join('; ')}</span></li>`)}</ul>`
      })}
      ${bodies.map(body => html`<section class="body">
        <h2>${bodyName(body)} ${body.approvals.some(waits) ? html`<span class="note">${t('counted', { blocking: body.approvals.filter(one => one.standing.blocks).length, waiting: body.approvals.filter(waits).length })}</span>` : nothing}</h2>
        ${body.approvals.map(approvalCard)}</section>`)}`;
  }
}

function keyOf(party: string, body: string): string {
  return `${party}:${body}`;
}

function bodyName(body: Body): string {
  return t('bodyOf', { body: body.name, party: names.of(body.of) });
}

function legend(): TemplateResult {
  return html`<ul class="legend" aria-label=${t('legend')}><li><span class="swatch blocking" aria-hidden="true"></span>${t('hatched')}</li><li><span class="swatch free" aria-hidden="true"></span>${t('free')}</li>
    <li><span aria-hidden="true">● </span>${t('done')}</li><li><span aria-hidden="true">◆ </span>${t('coming')}</li></ul>`;
}

function lanes(bodies: Body[]): Lane[] {
  return bodies.flatMap(body => body.approvals.map((approval, i) => ({
    heading: i ? undefined : bodyName(body),
    title: `${approval.title} – ${code(approval.effect)}, ${blockWord(approval)}`,
    spans: approval.phases.map((phase, at) => ({
      from: phase.from ?? firstDay(approval), until: approval.phases[at + 1]?.from, label: code(phase.status), look: phase.blocks ? 'blocks' as const : 'free' as const
    })),
    marks: [
      ...approval.steps.map(step => ({ on: step.doneOn, look: 'done' as const })),
      ...[nextDay(approval)].filter(on => on !== undefined).map(on => ({ on, look: 'coming' as const }))
    ]
  })));
}

/** Before its first step an approval is as open as after it; a line from the beginning of time would only say less. */
function firstDay(approval: Approval): string | undefined {
  return approval.steps.map(step => step.doneOn).sort()[0];
}

function columns(): Column<Approval>[] {
  return [
    { id: 'body', label: t('body'), value: row => row.body },
    { id: 'party', label: t('party'), value: row => names.of(row.party) },
    { id: 'approval', label: t('approval'), head: true, value: row => row.title, cell: row => html`<a href=${address.href({ approval: row.id, 'view-approvals': undefined })}>${row.title}</a>` },
    { id: 'effect', label: t('effect'), value: row => code(row.effect) },
    { id: 'status', label: t('status'), value: row => code(row.standing.status) },
    { id: 'blocks', label: t('blocks'), value: blockWord },
    { id: 'since', label: t('since'), value: row => ageing(row)?.since, cell: row => day(ageing(row)?.since) },
    { id: 'days', label: t('days'), numeric: true, value: row => ageing(row)?.days },
    { id: 'next', label: t('next'), value: nextStep },
    { id: 'nextDay', label: t('nextDay'), value: nextDay, cell: row => day(nextDay(row)) },
    { id: 'ends', label: t('ends'), value: row => row.standing.blocksFrom, cell: row => day(row.standing.blocksFrom) },
    { id: 'commitments', label: t('commitments'), numeric: true, value: row => row.standing.commitmentCount,
      cell: row => html`<a href=${address.href({ approval: row.id, 'view-approvals': undefined })}>${number(row.standing.commitmentCount)}<span class="hidden"> – ${row.title}</span></a>` },
    { id: 'steps', label: t('steps'), value: row => row.steps.map(step => `${code(step.kind)} ${day(step.doneOn)}`).join('; ') },
    { id: 'phases', label: t('phases'), value: row => row.phases.map(phase => (phase.from ? t('from', { status: code(phase.status), day: day(phase.from) }) : code(phase.status))).join('; ') }
  ];
}

customElements.define('approvals-panel', ApprovalsPanel);
