import { html, nothing, type TemplateResult } from 'lit';
import { address } from '../address';
import { path } from '../api';
import { ageing, waits, type Approval, type ApprovalStep } from '../approval';
import { Asked, of, pages, type Page } from '../asked';
import { day, isUndisclosed, number } from '../format';
import { names } from '../names';
import { Part, scope } from '../part';
import { code, words } from '../words';
import { cut, empty, shown } from './states';
import { table, type Column } from './table';

const t = words({
  blocks: 'blocks',
  waits: 'waits',
  clear: 'does not block',
  since: 'waited for since {since}: {days} {days|day|days}',
  soon: 'blocks from {when}',
  effect: 'Effect',
  status: 'Stands at',
  next: 'Comes next',
  nothingNext: 'nothing is known to come',
  nextOn: '{what}, {on}',
  commitments: '{count} {count|commitment needs|commitments need} it',
  open: 'Steps, sources, commitments',
  close: 'Close',
  openOf: '{what} of {title}',
  undisclosed: 'undisclosed: {reason}',
  steps: 'Steps',
  step: 'Step',
  doneOn: 'Done on',
  effectiveOn: 'Takes effect',
  until: 'Until',
  voteOn: 'Vote on',
  votes: 'Votes',
  voted: '{inFavour} in favour, {against} against, {abstentions} abstaining',
  provisos: 'Provisos',
  source: 'Source',
  basis: 'Legal basis',
  needed: 'Commitments that need it',
  none: 'No commitment that is released to you needs it.',
  notStated: 'No step is recorded yet.'
}, {
  blocks: 'bloque',
  waits: 'en attente',
  clear: 'ne bloque pas',
  since: 'attendue depuis le {since} : {days} {days|jour|jours}',
  soon: 'bloque à partir du {when}',
  effect: 'Effet',
  status: 'État',
  next: 'Étape suivante',
  nothingNext: 'rien d’annoncé',
  nextOn: '{what}, {on}',
  commitments: '{count} {count|engagement en dépend|engagements en dépendent}',
  open: 'Étapes, sources, engagements',
  close: 'Fermer',
  openOf: '{what} : {title}',
  undisclosed: 'non communiqué : {reason}',
  steps: 'Étapes',
  step: 'Étape',
  doneOn: 'Faite le',
  effectiveOn: 'Prend effet le',
  until: 'Jusqu’au',
  voteOn: 'Vote le',
  votes: 'Voix',
  voted: '{inFavour} pour, {against} contre, {abstentions} abstentions',
  provisos: 'Réserves',
  source: 'Source',
  basis: 'Base juridique',
  needed: 'Engagements qui en dépendent',
  none: 'Aucun engagement qui vous soit communiqué n’en dépend.',
  notStated: 'Aucune étape n’est enregistrée.'
});

/** What blocks and what waits, in a word; the colour only repeats it. */
export function blockTag(approval: Approval): TemplateResult {
  const { blocks } = approval.standing;
  return html`<span class="tag ${blocks ? 'bad' : waits(approval) ? 'warn' : 'good'}">${t(blocks ? 'blocks' : waits(approval) ? 'waits' : 'clear')}</span>`;
}

export function blockWord(approval: Approval): string {
  return t(approval.standing.blocks ? 'blocks' : waits(approval) ? 'waits' : 'clear');
}

/** What comes next and when, or why that is not said. */
export function nextStep(approval: Approval): string {
  const { next } = approval.standing;
  return next ? t('nextOn', { what: code(next.what), on: dayOr(next.on) }) : t('nothingNext');
}

function dayOr(on: string | { undisclosed: string } | undefined): string {
  return isUndisclosed(on) ? t('undisclosed', { reason: code(on.undisclosed) }) : day(on);
}

/** One approval in a list: where it stands, why, what comes next; its steps and what needs it open below. */
export function approvalCard(approval: Approval): TemplateResult {
  const { standing } = approval;
  const waiting = ageing(approval);
  const open = address.get('approval') === approval.id;
  const opener = (label: string): TemplateResult => html`<a href=${address.href({ approval: open ? undefined : approval.id })} aria-expanded=${open}
    aria-label=${t('openOf', { what: label, title: approval.title })}>${label}</a>`;
  return html`<article class="approval" data-approval=${approval.id}>
    <h3>${approval.title} ${blockTag(approval)}</h3>
    <p lang="en">${standing.why}</p>
    <ul class="figures">
      <li>${t('effect')}: <strong>${code(approval.effect)}</strong></li>
      <li>${t('status')}: <strong>${code(standing.status)}</strong></li>
      ${waiting ? html`<li>${t('since', { since: day(waiting.since), days: waiting.days })}</li>` : nothing}
      <li>${t('next')}: <strong>${nextStep(approval)}</strong></li>
      ${standing.blocksFrom ? html`<li>${t('soon', { when: day(standing.blocksFrom) })}</li>` : nothing}
      <li>${opener(t('commitments', { count: standing.commitmentCount }))}</li>
    </ul>
    <p>${opener(t(open ? 'close' : 'open'))}</p>
    ${open ? html`<surety-approval .approval=${approval}></surety-approval>` : nothing}
  </article>`;
}

interface Needing {
  id: string;
  party: string;
  title?: string;
}

/** What is behind one approval: each step with its source, the law it rests on, and the commitments that wait for it. */
class ApprovalRecord extends Part {
  static override properties = { approval: {} };
  declare approval: Approval;

  private readonly needing = new Asked<Page<Needing>>(this, () => {
    const { known, day } = scope();
    return path('commitments', { approval: this.approval.id, series: this.approval.series, knownAt: known, asOf: day, limit: 200 });
  }, of('commitments'), pages);

  protected override render(): TemplateResult {
    const { approval } = this;
    return html`<div class="record">
      <h4>${t('steps')}</h4>
      ${approval.steps.length ? table(`steps-${approval.id}`, t('openOf', { what: t('steps'), title: approval.title }), columns(), approval.steps) : empty(t('notStated'))}
      ${approval.text ? html`<p lang="en">${approval.text}</p>` : nothing}
      <h4>${t('basis')}</h4>
      <ul>${approval.legalBasis.map(one => html`<li lang="en">${one.url ? html`<a href=${one.url} target="_blank" rel="noreferrer">${one.text ?? one.url}</a>` : one.text}</li>`)}</ul>
      <h4>${t('needed')}</h4>
      ${shown(this.needing, page => page.items.length
        ? html`<ul>${page.items.map(one => html`<li>${names.of(one.party)}: <a href=${address.href({ panel: 'commitment', id: one.id })}>${one.title ?? one.id}</a></li>`)}</ul>${page.cut ? cut(page.items.length) : nothing}`
        : empty(t('none')))}
    </div>`;
  }
}

function columns(): Column<ApprovalStep>[] {
  return [
    { id: 'step', label: t('step'), head: true, value: row => code(row.kind) },
    { id: 'doneOn', label: t('doneOn'), value: row => row.doneOn, cell: row => day(row.doneOn) },
    { id: 'effectiveOn', label: t('effectiveOn'), value: row => row.effectiveOn, cell: row => day(row.effectiveOn) },
    { id: 'until', label: t('until'), value: row => row.until, cell: row => day(row.until) },
    { id: 'voteOn', label: t('voteOn'), value: row => dayOr(row.voteOn) },
    { id: 'votes', label: t('votes'), value: row => row.votes && t('voted', { inFavour: number(row.votes.inFavour), against: number(row.votes.against), abstentions: number(row.votes.abstentions) }) },
    { id: 'provisos', label: t('provisos'), value: row => row.provisos?.join('; '), cell: row => html`<span lang="en">${row.provisos?.join('; ')}</span>` },
    { id: 'source', label: t('source'), value: row => row.source, cell: row => html`<span lang="en">${row.source}</span>` }
  ];
}

customElements.define('surety-approval', ApprovalRecord);
