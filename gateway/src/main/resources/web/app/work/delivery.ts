import { html, nothing, type TemplateResult } from 'lit';
import { address } from '../address';
import { path } from '../api';
import { Asked, of, type Page } from '../asked';
import { today } from '../format';
import { names } from '../names';
import { canAct, figureOf, isDelivered, standing, standingLink, titled, type Delivery, type Figure } from '../parts/deliveries';
import { cut, empty, shown } from '../parts/states';
import { table, type Column } from '../parts/table';
import { me } from '../user';
import { code, words } from '../words';
import { evidence, stage, STAGES } from './acts';
import { Deed } from './deed';
import { claims } from './delivery-claims';
import { area, dayOr, input, select } from './fields';
import { figureBody, figureFields, figureValues, numberOf, overDelivery } from './figure-fields';
import { done, forWhom, restored } from './outcome';
import { personOptions } from './people';
import { bodyOf, valuesOf, type Values } from './values';

const t = words({
  received: 'To your party',
  given: 'From your party',
  noneReceived: 'Nobody has stated a delivery to your party.',
  noneGiven: 'Your party has stated no delivery.',
  state: 'State a delivery',
  back: 'All deliveries',
  commitment: 'Commitment',
  from: 'From',
  to: 'To',
  stage: 'Stage',
  quantity: 'How much',
  standing: 'Confirmation',
  answer: 'Say what arrived',
  change: 'Say more of it',
  acts: 'What your party says',
  confirmation: 'What arrived',
  movement: 'It has come further',
  correction: 'Correct it',
  withdrawal: 'Take it back',
  figureHint: 'In the measure of the giver. 0: nothing arrived.',
  on: 'Received on',
  reached: 'Reached on',
  source: 'Source',
  person: 'Person',
  nobody: 'nobody named',
  note: 'Note',
  reason: 'Reason',
  confirms: 'This confirms the delivery.',
  contests: 'The giver says {figure}: this contests the delivery. Both stay on record.',
  confirm: 'Confirm',
  contest: 'Contest',
  move: 'Record the stage',
  correct: 'Correct it',
  withdraw: 'Take it back',
  withdraws: 'It was not so: it stays readable and counts nowhere. That is not taken back.',
  open: 'Open {title}',
  confirmed: 'Recorded: confirmed.',
  contested: 'Recorded: contested. The giver sees it on its desk.',
  moved: 'Recorded: {stage}.',
  corrected: 'Recorded: corrected.',
  withdrawn: 'Recorded: taken back.',
  unchanged: 'Nothing has been changed: it says so already.',
  isWithdrawn: 'It was taken back: nothing more is said of it.',
  underWay: 'It is on its way. Your party says what arrived once it is handed over, deployed or paid.',
  hidden: 'How much was promised is not released to your party any more: it cannot say how much arrived.',
  others: 'This is a delivery between other parties.'
}, {
  received: 'À votre partie',
  given: 'De votre partie',
  noneReceived: 'Personne n’a déclaré de livraison à votre partie.',
  noneGiven: 'Votre partie n’a déclaré aucune livraison.',
  state: 'Déclarer une livraison',
  back: 'Toutes les livraisons',
  commitment: 'Engagement',
  from: 'De',
  to: 'À',
  stage: 'Étape',
  quantity: 'Combien',
  standing: 'Confirmation',
  answer: 'Dire ce qui est arrivé',
  change: 'En dire davantage',
  acts: 'Ce que dit votre partie',
  confirmation: 'Ce qui est arrivé',
  movement: 'Elle a progressé',
  correction: 'La corriger',
  withdrawal: 'La reprendre',
  figureHint: 'Dans la mesure du donateur. 0 : rien n’est arrivé.',
  on: 'Reçue le',
  reached: 'Atteinte le',
  source: 'Source',
  person: 'Personne',
  nobody: 'personne de nommé',
  note: 'Remarque',
  reason: 'Motif',
  confirms: 'Ceci confirme la livraison.',
  contests: 'Le donateur dit {figure} : ceci conteste la livraison. Les deux restent enregistrés.',
  confirm: 'Confirmer',
  contest: 'Contester',
  move: 'Enregistrer l’étape',
  correct: 'La corriger',
  withdraw: 'La reprendre',
  withdraws: 'Il n’en était rien : elle reste lisible et ne compte nulle part. Cela ne se reprend pas.',
  open: 'Ouvrir « {title} »',
  confirmed: 'Enregistré : confirmée.',
  contested: 'Enregistré : contestée. Le donateur le voit sur son bureau.',
  moved: 'Enregistré : {stage}.',
  corrected: 'Enregistré : corrigée.',
  withdrawn: 'Enregistré : reprise.',
  unchanged: 'Rien n’a été modifié : c’est déjà ce qui est dit.',
  isWithdrawn: 'Elle a été reprise : plus rien ne s’en dit.',
  underWay: 'Elle est en route. Votre partie dit ce qui est arrivé une fois qu’elle est remise, déployée ou payée.',
  hidden: 'Le montant promis n’est plus communiqué à votre partie : elle ne peut dire combien est arrivé.',
  others: 'C’est une livraison entre d’autres parties.'
});

/** What the recipient says; then what the giver says. */
const ACTS = ['confirmation', 'movement', 'correction', 'withdrawal'] as const;
type Act = (typeof ACTS)[number];
const SENDS = { confirmation: 'confirm', movement: 'move', correction: 'correct', withdrawal: 'withdraw' } as const;

/** What a delivery is, in the words of the two that it concerns: the giver says how far it has come, the recipient what arrived; neither speaks for the other. */
class WorkDelivery extends Deed<Delivery> {
  private readonly received = this.list('recipient');
  private readonly given = this.list('party');
  /** A delivery does not say what its commitment is called. */
  private readonly commitment = new Asked<{ title: string }>(this, () => this.record.value ? path(`commitments/${this.record.value.commitment}`) : undefined);

  constructor() {
    super('deliveries');
  }

  private list(side: 'recipient' | 'party'): Asked<Page<Delivery>> {
    return new Asked<Page<Delivery>>(this, () => this.chosen ? undefined : path('deliveries', { [side]: me.party, limit: 200 }), of('deliveries'), titled);
  }

  private actOn(record: Delivery): Act | undefined {
    const possible = actsOf(record);
    return possible.find(act => act === address.get('act')) ?? (standing(record) === 'CONTESTED' ? possible.find(act => act === 'correction') : undefined) ?? possible[0];
  }

  protected override name(record: Delivery): string {
    return `delivery ${this.actOn(record)} ${record.id}`;
  }

  protected override get replaces(): boolean {
    return !!this.record.value && this.actOn(this.record.value) === 'correction';
  }

  protected override initial(record: Delivery): Values {
    const last = record.steps[record.steps.length - 1];
    const claim = record.confirmation.recipient;
    switch (this.actOn(record)) {
      case 'confirmation': return claim ? { ...valuesOf({ ...claim, person: undefined, notedOn: undefined }), ...(typeof claim.person === 'string' ? { person: claim.person } : {}) }
        : { ...figureValues(record), day: today() };
      case 'correction': return { ...valuesOf({ quantity: record.quantity, money: record.money, day: last?.day, evidence: last?.evidence ?? [], note: record.note }), overDelivery: record.overDelivery ? 'YES' : '' };
      case 'movement': return { day: today() };
      default: return {};
    }
  }

  protected override render(): TemplateResult {
    return html`${done(this.form)}${this.chosen ? html`<p><a href=${address.href({ id: undefined, act: undefined })}>${t('back')}</a></p>${shown(this.record, record => this.entry(record))}` : html`
      ${this.listed('received', 'noneReceived', this.received)}${this.listed('given', 'noneGiven', this.given)}
      <p><a class="button" href=${address.href({ task: 'act', act: 'delivery' })}>${t('state')}</a></p>`}`;
  }

  private listed(title: 'received' | 'given', none: 'noneReceived' | 'noneGiven', asked: Asked<Page<Delivery>>): TemplateResult {
    return html`<h3>${t(title)}</h3>${shown(asked, page => page.items.length
      ? html`${table(title, t(title), columns(title === 'received'), [...page.items].sort((a, b) => pressing(a) - pressing(b)))}${page.cut ? cut(page.items.length) : nothing}` : empty(t(none)))}`;
  }

  private entry(record: Delivery): TemplateResult {
    const act = this.actOn(record);
    return html`<div class="beside"><div>${act ? this.acting(record, act) : empty(t(whyNot(record)))}</div>${claims(record, this.people, this.link(record))}</div>`;
  }

  private acting(record: Delivery, act: Act): TemplateResult {
    const { form } = this;
    const possible = actsOf(record);
    return html`${this.choice(t('acts'), possible, act, t)}
      <h3>${t(act)}</h3>${forWhom(me.party!)}
      ${restored(form, () => form.drop(this.initial(record), record.version))}
      ${this.show(this.fields(record, act), t(act === 'confirmation' && this.says(record) === 'contests' ? 'contest' : SENDS[act]))}`;
  }

  /** What the recipient's figure, as it is typed, makes of the delivery: a number other than the giver's contests it. */
  private says(record: Delivery): 'confirms' | 'contests' | undefined {
    const body = figureBody(this.form, record) as Figure;
    const [mine, theirs] = [numberOf(body), numberOf(record)];
    if (mine === undefined) return body.quantity?.undisclosed ?? body.money?.undisclosed ? 'confirms' : undefined;
    return theirs === undefined || mine === theirs ? 'confirms' : 'contests';
  }

  private fields(record: Delivery, act: Act): TemplateResult {
    const { form } = this;
    switch (act) {
      case 'confirmation': return html`${figureFields(form, record, t('figureHint'))}${this.effect(record)}
        ${dayOr(form, 'day', t('on'), { required: true })}${select(form, 'person', t('person'), personOptions(this.people), {}, t('nobody'))}${input(form, 'source', t('source'))}`;
      case 'movement': return html`${stage(form, STAGES.slice(STAGES.findIndex(one => one === record.stage) + 1))}${dayOr(form, 'day', t('reached'), { required: true })}${evidence(form)}`;
      case 'correction': return html`${figureFields(form, record)}${overDelivery(form)}${dayOr(form, 'day', t('reached'), { required: true })}${evidence(form)}${area(form, 'note', t('note'))}`;
      case 'withdrawal': return html`<p class="state stale">${t('withdraws')}</p>${area(form, 'reason', t('reason'), { required: true })}`;
    }
  }

  private effect(record: Delivery): TemplateResult {
    const says = this.says(record);
    return html`<p role="status" class=${says === 'contests' ? 'state stale' : 'note'}>${says ? t(says, { figure: figureOf(record) }) : nothing}</p>`;
  }

  private link(record: Delivery): TemplateResult {
    const title = this.commitment.value?.title ?? record.commitment.slice(0, 8);
    return html`<a href=${address.href({ panel: 'commitment', id: record.commitment, task: undefined, act: undefined })}>${t('open', { title })}</a>`;
  }

  protected override act(): void {
    const { form } = this;
    const record = this.record.value!;
    const act = this.actOn(record);
    if (!act) return;
    const { version } = form;
    const to = { confirmation: 'confirmations', movement: 'movements', correction: undefined, withdrawal: 'withdrawals' }[act];
    const body = act === 'confirmation' || act === 'correction' ? figureBody(form, record) : bodyOf(form.values);
    void this.post(to, body, (_, answer) => html`${told(act, version, answer as Delivery)} ${this.link(record)}`);
  }
}

function told(act: Act, before: number | undefined, after: Delivery): string {
  if (after.version === before) return t('unchanged');
  switch (act) {
    case 'confirmation': return t(standing(after) === 'CONTESTED' ? 'contested' : 'confirmed');
    case 'movement': return t('moved', { stage: code(after.stage) });
    case 'correction': return t('corrected');
    case 'withdrawal': return t('withdrawn');
  }
}

/** What the viewer's party can say of it as it stands. */
function actsOf(record: Delivery): Act[] {
  if (!canAct(record) || hidden(record)) return [];
  if (record.recipient === me.party) return ['confirmation'];
  return ACTS.filter(act => act !== 'confirmation' && (act !== 'movement' || record.stage !== 'PAID'));
}

function hidden(record: Delivery): boolean {
  return (record.quantity?.undisclosed ?? record.money?.undisclosed) === 'NOT_RELEASED';
}

function whyNot(record: Delivery): 'isWithdrawn' | 'others' | 'hidden' | 'underWay' {
  if (record.party !== me.party && record.recipient !== me.party) return 'others';
  if (record.withdrawal) return 'isWithdrawn';
  return hidden(record) ? 'hidden' : 'underWay';
}

/** What waits for a word first, what is over last. */
function pressing(of: Delivery): number {
  if (of.withdrawal) return 3;
  if (of.recipient === me.party) return isDelivered(of) && standing(of) === 'UNCONFIRMED' ? 0 : 1;
  return standing(of) === 'CONTESTED' ? 0 : 1;
}

function columns(received: boolean): Column<Delivery>[] {
  return [
    { id: 'commitment', label: t('commitment'), head: true, value: row => row.title ?? row.commitment.slice(0, 8),
      cell: row => html`<a href=${address.href({ panel: 'commitment', id: row.commitment, task: undefined, act: undefined })}>${row.title ?? row.commitment.slice(0, 8)}</a>` },
    { id: 'status', label: t('standing'), value: row => code(standing(row)), cell: row => standingLink(row, t(received ? 'answer' : 'change')) },
    { id: 'other', label: t(received ? 'from' : 'to'), value: row => names.of(received ? row.party : row.recipient) },
    { id: 'stage', label: t('stage'), value: row => code(row.stage) },
    { id: 'quantity', label: t('quantity'), numeric: true, value: row => numberOf(row), cell: figureOf }
  ];
}

customElements.define('work-delivery', WorkDelivery);
