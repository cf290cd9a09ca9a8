import { html, nothing, type TemplateResult } from 'lit';
import { address } from '../address';
import type { Answered } from '../answered';
import { path } from '../api';
import type { ApprovalRepresentation } from '../api-types';
import { Asked, of, pages, type Page } from '../asked';
import { day, today } from '../format';
import { empty, shown } from '../parts/states';
import { me } from '../user';
import { code, words } from '../words';
import { Deed } from './deed';
import { area, dayOr, input, options, select } from './fields';
import { done, forWhom, restored } from './outcome';
import { bodyOf, type Values } from './values';

const t = words({
  approval: 'Approval',
  choose: 'Choose one of your party…',
  none: 'Your party has recorded no approval.',
  others: 'This is an approval of another party.',
  kind: 'Step',
  kindHint: 'Only what is possible as the approval stands.',
  doneOn: 'Done on',
  effectiveOn: 'Takes effect on',
  until: 'Granted until',
  voteOn: 'Vote on',
  inFavour: 'In favour',
  against: 'Against',
  abstentions: 'Abstentions',
  provisos: 'Provisos, one a line',
  source: 'Source',
  note: 'Note',
  record: 'Record the step',
  recorded: 'Recorded: {step}.',
  open: 'Open {title}',
  now: 'As it stands',
  status: 'Status',
  body: 'Body',
  why: 'Why',
  steps: 'Steps so far',
  noSteps: 'none',
  commitments: 'Commitments that need it'
}, {
  approval: 'Autorisation',
  choose: 'En choisir une de votre partie…',
  none: 'Votre partie n’a enregistré aucune autorisation.',
  others: 'C’est une autorisation d’une autre partie.',
  kind: 'Étape',
  kindHint: 'Seulement ce qui est possible dans l’état de l’autorisation.',
  doneOn: 'Fait le',
  effectiveOn: 'Prend effet le',
  until: 'Accordée jusqu’au',
  voteOn: 'Vote le',
  inFavour: 'Pour',
  against: 'Contre',
  abstentions: 'Abstentions',
  provisos: 'Réserves, une par ligne',
  source: 'Source',
  note: 'Remarque',
  record: 'Enregistrer l’étape',
  recorded: 'Enregistré : {step}.',
  open: 'Ouvrir « {title} »',
  now: 'Où elle en est',
  status: 'État',
  body: 'Organe',
  why: 'Pourquoi',
  steps: 'Étapes jusqu’ici',
  noSteps: 'aucune',
  commitments: 'Engagements qui en ont besoin'
});

interface Approval {
  id: string;
  version: number;
  party: string;
  title: string;
  body: string;
  steps: { kind: string; doneOn: string; source?: string }[];
  standing?: { status: string; why?: string; allowed: string[]; commitmentCount: number };
}

/** A step of a body on the way to its decision: of what is possible now, and with what belongs to its kind. */
class WorkStep extends Deed<Approval> {
  private readonly approvals = new Asked<Answered<Page<Approval>, Page<ApprovalRepresentation>>>(this, () => path('approvals', { party: me.party, limit: 200 }), of('approvals'), pages);

  constructor() {
    super('approvals');
  }

  protected override pathOf(id: string): string {
    return path(`approvals/${id}`, { asOf: today() });
  }

  protected override initial(): Values {
    return { doneOn: today() };
  }

  protected override render(): TemplateResult {
    return html`${done(this.form)}${shown(this.approvals, page => page.items.length ? this.chooser(t('approval'), t('choose'), page.items.map(one => ({ value: one.id, label: `${one.title} (${one.body})` }))) : empty(t('none')))}
      ${this.chosen ? shown(this.record, record => this.entry(record)) : nothing}`;
  }

  private entry(record: Approval): TemplateResult {
    if (record.party !== me.party) return empty(t('others'));
    const { form } = this;
    return html`<div class="beside"><div><h3>${record.title}</h3>${forWhom(me.party!)}
        ${restored(form, () => form.drop(this.initial(), record.version))}
        ${this.show(this.fields(record), t('record'))}</div>
      ${this.facts(record)}</div>`;
  }

  private fields(record: Approval): TemplateResult {
    const { form } = this;
    const has = (name: string): boolean => belongs(form.text('kind'), name);
    return html`${select(form, 'kind', t('kind'), options(record.standing?.allowed ?? []), { required: true, hint: t('kindHint') })}
      <div class="row">${input(form, 'doneOn', t('doneOn'), { type: 'date' })}
        ${has('effectiveOn') ? input(form, 'effectiveOn', t('effectiveOn'), { type: 'date' }) : nothing}
        ${has('until') ? input(form, 'until', t('until'), { type: 'date' }) : nothing}</div>
      ${has('voteOn') ? dayOr(form, 'voteOn', t('voteOn'), { required: true }) : nothing}
      ${has('votes') ? html`<div class="row">${(['inFavour', 'against', 'abstentions'] as const).map(one => input(form, `votes.${one}`, t(one), { decimal: true }))}</div>` : nothing}
      ${has('provisos') ? area(form, 'provisos', t('provisos')) : nothing}
      ${input(form, 'source', t('source'), { required: true })}${area(form, 'note', t('note'))}`;
  }

  private facts(record: Approval): TemplateResult {
    const { standing } = record;
    return html`<section class="figure" aria-labelledby="step-facts"><h3 id="step-facts">${t('now')}</h3><dl class="facts">
      <dt>${t('body')}</dt><dd>${record.body}</dd><dt>${t('status')}</dt><dd>${code(standing?.status)}</dd>
      ${standing?.why ? html`<dt>${t('why')}</dt><dd lang="en">${standing.why}</dd>` : nothing}
      <dt>${t('commitments')}</dt><dd>${standing?.commitmentCount ?? 0}</dd>
      <dt>${t('steps')}</dt><dd>${record.steps.length ? html`<ol>${record.steps.map(one => html`<li>${day(one.doneOn)}: ${code(one.kind)}${one.source ? html` <span class="note">${one.source}</span>` : nothing}</li>`)}</ol>` : t('noSteps')}</dd>
    </dl><p>${this.link(record)}</p></section>`;
  }

  private link(record: Approval): TemplateResult {
    return html`<a href=${address.href({ panel: 'approvals', id: record.id, task: undefined })}>${t('open', { title: record.title })}</a>`;
  }

  protected override act(): void {
    const kind = this.form.text('kind');
    const values = Object.fromEntries(Object.entries(this.form.values).filter(([name]) => belongs(kind, name)));
    const body = bodyOf(values);
    if (typeof body.provisos === 'string') body.provisos = body.provisos.split('\n').map(line => line.trim()).filter(Boolean);
    void this.post('steps', body, record => html`${t('recorded', { step: code(kind) })} ${this.link(record)}`);
  }
}

const OF_KIND: Record<string, string[]> = {
  VOTE_SCHEDULED: ['voteOn'],
  GRANTED: ['effectiveOn', 'until', 'votes', 'provisos'],
  RENEWED: ['effectiveOn', 'until', 'votes', 'provisos'],
  REFUSED: ['effectiveOn', 'votes'],
  REVOKED: ['effectiveOn', 'votes']
};
const OF_ALL = ['kind', 'doneOn', 'source', 'note'];

/** Whether a step of this kind says that; what was typed for another kind is not sent. */
function belongs(kind: string, name: string): boolean {
  const field = name.split('.')[0]!;
  return OF_ALL.includes(field) || (OF_KIND[kind] ?? []).includes(field);
}

customElements.define('work-step', WorkStep);
