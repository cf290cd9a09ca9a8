import { html, nothing, type TemplateResult } from 'lit';
import { address } from '../address';
import { path } from '../api';
import { Asked, of, pages, type Page } from '../asked';
import { day, today } from '../format';
import { figureOf, type Figure } from '../parts/deliveries';
import { empty, shown } from '../parts/states';
import { me } from '../user';
import { code, words } from '../words';
import { ACTS, actFields, initialAct, type Act } from './acts';
import { Deed } from './deed';
import type { Draft } from './draft-record';
import { figureBody } from './figure-fields';
import { done, forWhom, restored } from './outcome';
import { personOptions } from './people';
import { bodyOf, type Values } from './values';

const t = words({
  commitment: 'Commitment',
  choose: 'Choose one of your party…',
  none: 'Your party has filed no commitment.',
  others: 'This is a commitment of another party, or a draft.',
  acts: 'Act',
  decision: 'Decision',
  readiness: 'Readiness statement',
  delivery: 'Delivery',
  withdrawal: 'Withdrawal',
  record: 'Record the act',
  recorded: 'Recorded: {act}.',
  stated: 'Recorded: Delivery.',
  openDelivery: 'Say more of it',
  open: 'Open {title}',
  now: 'As it stands',
  state: 'State',
  binding: 'Binding',
  promised: 'Promised',
  decided: 'Decided on',
  ready: 'Readiness',
  until: 'until {day}',
  nothing: 'not stated',
  never: 'not yet',
  withdraws: 'A withdrawal takes the promise out of every sum from that day on. It is not taken back.',
  noMore: 'It has been withdrawn: nothing more is recorded of it.'
}, {
  commitment: 'Engagement',
  choose: 'En choisir un de votre partie…',
  none: 'Votre partie n’a déposé aucun engagement.',
  others: 'C’est un engagement d’une autre partie, ou un projet.',
  acts: 'Acte',
  decision: 'Décision',
  readiness: 'Déclaration de préparation',
  delivery: 'Livraison',
  withdrawal: 'Retrait',
  record: 'Enregistrer l’acte',
  recorded: 'Enregistré : {act}.',
  stated: 'Enregistré : Livraison.',
  openDelivery: 'En dire davantage',
  open: 'Ouvrir « {title} »',
  now: 'Où il en est',
  state: 'État',
  binding: 'Forme juridique',
  promised: 'Promis',
  decided: 'Décidé le',
  ready: 'Préparation',
  until: 'jusqu’au {day}',
  nothing: 'non déclarée',
  never: 'pas encore',
  withdraws: 'Un retrait sort la promesse de toutes les sommes à partir de ce jour. Il ne se reprend pas.',
  noMore: 'Il a été retiré : plus rien ne s’y enregistre.'
});

interface Filed extends Draft {
  binding?: string;
  quantity?: Figure['quantity'];
  money?: Figure['money'];
  decision?: { decidedOn: string; effectiveOn?: string };
  readiness?: { level: string; validUntil?: string; freshness: string };
}

/** A step on one of the axes of a commitment: decided, ready, delivered, or withdrawn. */
class WorkAct extends Deed<Filed> {
  private readonly commitments = new Asked<Page<Filed>>(this, () => path('commitments', { party: me.party, state: 'FILED', limit: 200 }), of('commitments'), pages);

  constructor() {
    super('commitments');
  }

  private get kind(): Act {
    const asked = address.get('act');
    return ACTS.find(act => act === asked) ?? 'decision';
  }

  protected override name(record: Filed): string {
    return `${this.kind} ${record.id}`;
  }

  protected override initial(record: Filed): Values {
    return initialAct(this.kind, today(), record);
  }

  protected override render(): TemplateResult {
    return html`${done(this.form)}${shown(this.commitments, page => page.items.length ? this.chooser(t('commitment'), t('choose'), page.items.map(one => ({ value: one.id, label: one.title }))) : empty(t('none')))}
      ${this.chosen ? shown(this.record, record => this.entry(record)) : nothing}`;
  }

  private entry(record: Filed): TemplateResult {
    const { kind: act, form } = this;
    if (record.party !== me.party || record.state === 'DRAFT') return empty(t('others'));
    if (record.state === 'WITHDRAWN') return html`<p class="state">${t('noMore')} ${this.link(record)}</p>`;
    return html`${this.choice(t('acts'), ACTS, act, t)}
      <div class="beside"><div><h3>${t(act)}</h3>${forWhom(me.party!)}
        ${restored(form, () => form.drop(this.initial(record), record.version))}
        ${act === 'withdrawal' ? html`<p class="state stale">${t('withdraws')}</p>` : nothing}
        ${this.show(actFields(form, act, personOptions(this.people), record), t('record'))}</div>
        ${this.facts(record)}</div>`;
  }

  private facts(record: Filed): TemplateResult {
    const { decision, readiness } = record;
    return html`<section class="figure" aria-labelledby="act-facts"><h3 id="act-facts">${t('now')}</h3><dl class="facts">
      <dt>${t('state')}</dt><dd>${code(record.state)}</dd>
      <dt>${t('binding')}</dt><dd>${code(record.binding)}</dd>
      <dt>${t('promised')}</dt><dd>${figureOf(record)}</dd>
      <dt>${t('decided')}</dt><dd>${decision ? day(decision.decidedOn) : t('never')}</dd>
      <dt>${t('ready')}</dt><dd>${readiness ? html`${code(readiness.level)}, ${code(readiness.freshness)}${readiness.validUntil ? html`, ${t('until', { day: day(readiness.validUntil) })}` : nothing}` : t('nothing')}</dd>
    </dl><p>${this.link(record)}</p></section>`;
  }

  private link(record: Filed): TemplateResult {
    return html`<a href=${address.href({ panel: 'commitment', id: record.id, task: undefined, act: undefined })}>${t('open', { title: record.title })}</a>`;
  }

  protected override act(): void {
    const { kind: act, form } = this;
    if (act === 'delivery') {
      // A delivery is a record of its own: it is stated on no version of the commitment.
      void this.post('deliveries', figureBody(form, this.record.value!), (_, answer) => html`${t('stated')} ${openDelivery(answer as { id: string })}`, { versioned: false });
      return;
    }
    const to = { decision: 'decisions', readiness: 'readiness-statements', withdrawal: 'withdrawals' }[act];
    const values = form.text('level') === 'READY_WITH_NOTICE' ? form.values : { ...form.values, noticeDays: '' };
    void this.post(to, bodyOf(values), record => html`${t('recorded', { act: t(act) })} ${this.link(record)}`);
  }
}

function openDelivery(delivery: { id: string }): TemplateResult {
  return html`<a href=${address.href({ task: 'delivery', id: delivery.id, act: undefined })}>${t('openDelivery')}</a>`;
}

customElements.define('work-act', WorkAct);
