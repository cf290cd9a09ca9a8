import { html, nothing, type TemplateResult } from 'lit';
import { address } from '../address';
import type { Answered } from '../answered';
import { path } from '../api';
import type { ObligationRepresentation } from '../api-types';
import { Asked, of, pages, type Page } from '../asked';
import { day, isUndisclosed, today, type Undisclosed } from '../format';
import { empty, shown } from '../parts/states';
import { table, type Column } from '../parts/table';
import { me } from '../user';
import { code, words } from '../words';
import { Deed } from './deed';
import { input, select } from './fields';
import { done, forWhom, restored, seriesOf } from './outcome';
import type { Values } from './values';

const t = words({
  list: 'Obligations of your party',
  none: 'No situation has called on your party.',
  title: 'Commitment',
  trigger: 'Called by',
  due: 'Due on',
  state: 'State',
  late: 'late',
  over: 'the situation is over',
  exercise: 'exercise call',
  act: 'What your party says',
  acknowledgements: 'We know of it',
  'ready-reports': 'We are ready',
  completions: 'It is done',
  on: 'On the day',
  holds: 'Each holds the earlier ones. None is taken back.',
  record: 'Say so',
  recorded: 'Recorded: {act}.',
  remains: 'What remains to be done',
  nothing: 'Nothing: it is done.',
  open: 'Open {title}',
  since: 'on {day}',
  notYet: 'not yet',
  ACKNOWLEDGED: 'Acknowledge it',
  READY: 'Be ready',
  DONE: 'Do it and say so',
  back: 'All obligations',
  others: 'This is an obligation of another party.'
}, {
  list: 'Obligations de votre partie',
  none: 'Aucune situation n’appelle votre partie.',
  title: 'Engagement',
  trigger: 'Appelée par',
  due: 'Échéance',
  state: 'État',
  late: 'en retard',
  over: 'la situation est terminée',
  exercise: 'appel d’exercice',
  act: 'Ce que dit votre partie',
  acknowledgements: 'Nous en avons pris connaissance',
  'ready-reports': 'Nous sommes prêts',
  completions: 'C’est fait',
  on: 'Le',
  holds: 'Chacune comprend les précédentes. Aucune ne se reprend.',
  record: 'Le dire',
  recorded: 'Enregistré : {act}.',
  remains: 'Ce qui reste à faire',
  nothing: 'Rien : c’est fait.',
  open: 'Ouvrir « {title} »',
  since: 'le {day}',
  notYet: 'pas encore',
  ACKNOWLEDGED: 'En accuser réception',
  READY: 'Être prêt',
  DONE: 'Le faire et le dire',
  back: 'Toutes les obligations',
  others: 'C’est une obligation d’une autre partie.'
});

interface Obligation {
  id: string;
  version: number;
  party: string;
  title?: string;
  commitment: string;
  trigger: string;
  exercise: boolean;
  dueOn?: string | Undisclosed;
  state: string;
  late: boolean;
  over: boolean;
  acknowledgedOn?: string;
  readyOn?: string;
  doneOn?: string;
}

/** The steps in their order, each with the act by which it is taken and the day on which it was. */
const STEPS = [
  { state: 'ACKNOWLEDGED', act: 'acknowledgements', on: 'acknowledgedOn' },
  { state: 'READY', act: 'ready-reports', on: 'readyOn' },
  { state: 'DONE', act: 'completions', on: 'doneOn' }
] as const;

/** What a situation asks of the party, and what the party says to it. */
class WorkObligation extends Deed<Obligation> {
  private readonly obligations = new Asked<Answered<Page<Obligation>, Page<ObligationRepresentation>>>(this, () => this.chosen ? undefined : path('obligations', { party: me.party, series: seriesOf(me.party!), limit: 200 }), of('obligations', 'situations', 'commitments'), pages);

  constructor() {
    super('obligations');
  }

  protected override initial(record: Obligation): Values {
    const next = remaining(record)[0];
    return next ? { act: next.act, on: today() } : {};
  }

  protected override render(): TemplateResult {
    return html`${done(this.form)}${this.chosen ? html`<p><a href=${address.href({ id: undefined })}>${t('back')}</a></p>${shown(this.record, record => this.entry(record))}`
      : shown(this.obligations, page => page.items.length ? table('obligations', t('list'), columns(), page.items) : empty(t('none')))}`;
  }

  private entry(record: Obligation): TemplateResult {
    const { form } = this;
    if (record.party !== me.party) return empty(t('others'));
    const left = remaining(record);
    const acts = left.map(one => ({ value: one.act, label: t(one.act) }));
    return html`<div class="beside"><div><h3>${record.title ?? code(record.trigger)}</h3>${forWhom(me.party!)}
        ${restored(form, () => form.drop(this.initial(record), record.version))}
        ${left.length ? this.show(html`<div class="row">${select(form, 'act', t('act'), acts, { required: true, hint: t('holds') })}${input(form, 'on', t('on'), { type: 'date' })}</div>`, t('record'))
          : html`<p class="state done">${t('nothing')}</p>`}</div>
      <section class="figure" aria-labelledby="obligation-left"><h3 id="obligation-left">${t('remains')}</h3>
        <ol>${STEPS.map(one => html`<li>${t(one.state)}: <strong>${record[one.on] ? t('since', { day: day(record[one.on]) }) : t('notYet')}</strong></li>`)}</ol>
        <dl class="facts"><dt>${t('trigger')}</dt><dd>${code(record.trigger)}</dd><dt>${t('due')}</dt><dd>${due(record)} ${flags(record)}</dd></dl>
        <p>${this.link(record)}</p></section></div>`;
  }

  private link(record: Obligation): TemplateResult {
    return html`<a href=${address.href({ panel: 'commitment', id: record.commitment, task: undefined })}>${t('open', { title: record.title ?? '' })}</a>`;
  }

  protected override act(): void {
    const act = this.form.text('act') as (typeof STEPS)[number]['act'];
    void this.post(act, { on: this.form.text('on') || undefined }, record => html`${t('recorded', { act: t(act) })} ${this.link(record)}`);
  }
}

function remaining(record: Obligation): (typeof STEPS)[number][] {
  return STEPS.filter(one => !record[one.on]);
}

function due(record: Obligation): string {
  return isUndisclosed(record.dueOn) ? code(record.dueOn.undisclosed) : day(record.dueOn);
}

function flags(record: Obligation): TemplateResult {
  return html`${record.late ? html`<span class="tag bad">${t('late')}</span> ` : nothing}${record.over ? html`<span class="tag">${t('over')}</span> ` : nothing}${record.exercise ? html`<span class="tag">${t('exercise')}</span>` : nothing}`;
}

function columns(): Column<Obligation>[] {
  return [
    { id: 'title', label: t('title'), head: true, value: row => row.title ?? row.id, cell: row => html`<a href=${address.href({ id: row.id })}>${row.title ?? row.id}</a>` },
    { id: 'trigger', label: t('trigger'), value: row => code(row.trigger) },
    { id: 'due', label: t('due'), value: row => isUndisclosed(row.dueOn) ? '' : row.dueOn, cell: row => html`${due(row)} ${flags(row)}` },
    { id: 'state', label: t('state'), value: row => code(row.state) }
  ];
}

customElements.define('work-obligation', WorkObligation);
