import { html, nothing, type TemplateResult } from 'lit';
import { address } from '../address';
import type { Answered } from '../answered';
import { path } from '../api';
import type { CommitmentRepresentation } from '../api-types';
import { Asked, of, pages, type Page } from '../asked';
import { today } from '../format';
import { names } from '../names';
import { figureOf, ofHundred, type Figure, type ShareOf } from '../parts/deliveries';
import { cut, empty, shown } from '../parts/states';
import { table, type Column } from '../parts/table';
import { me } from '../user';
import { code, words } from '../words';
import { shareFields } from './acts';
import { Deed } from './deed';
import { done, forWhom, restored } from './outcome';
import { personOptions } from './people';
import { bodyOf, type Values } from './values';

const t = words({
  list: 'What your party has a share of',
  none: 'No other party names a share of yours.',
  title: 'Commitment',
  lead: 'Led by',
  share: 'Your share',
  state: 'State',
  promised: 'Promised in all',
  answer: 'Confirm or withdraw',
  back: 'All shares',
  acts: 'What your party says',
  confirmation: 'Confirm it',
  withdrawal: 'Withdraw it',
  confirmed: 'Recorded: the share is confirmed.',
  withdrawn: 'Recorded: the share is withdrawn.',
  noted: 'Noted. It takes effect once the register knows that the person had the authority for it.',
  counts: 'Confirmed is what the commitment says now. If its lead party changes how much, or the share, it is to be confirmed again.',
  withdraws: 'From then on the share counts for nothing. The shares of the others stay as they are.',
  now: 'What is promised together',
  others: 'Your party has no share of this commitment.',
  over: 'The commitment has been withdrawn, and the shares with it.',
  open: 'Open {title}',
  rest: 'the rest'
}, {
  list: 'Ce dont votre partie a une part',
  none: 'Aucune autre partie ne nomme une part de la vôtre.',
  title: 'Engagement',
  lead: 'Mené par',
  share: 'Votre part',
  state: 'État',
  promised: 'Promis en tout',
  answer: 'Confirmer ou retirer',
  back: 'Toutes les parts',
  acts: 'Ce que dit votre partie',
  confirmation: 'La confirmer',
  withdrawal: 'La retirer',
  confirmed: 'Enregistré : la part est confirmée.',
  withdrawn: 'Enregistré : la part est retirée.',
  noted: 'Noté. Cela prend effet dès que le registre sait que la personne en avait le pouvoir.',
  counts: 'Est confirmé ce que dit l’engagement maintenant. Si la partie qui le mène change le montant ou la part, c’est à confirmer de nouveau.',
  withdraws: 'À partir de là, la part ne compte plus. Les parts des autres restent ce qu’elles sont.',
  now: 'Ce qui est promis ensemble',
  others: 'Votre partie n’a aucune part de cet engagement.',
  over: 'L’engagement a été retiré, et les parts avec lui.',
  open: 'Ouvrir « {title} »',
  rest: 'le reste'
});

interface Described extends Figure {
  id: string;
  version: number;
  title: string;
  party: string;
  state: string;
  shares?: ShareOf[];
}

type Joint = Answered<Described, CommitmentRepresentation>;

const ACTS = ['confirmation', 'withdrawal'] as const;
type Act = (typeof ACTS)[number];

/** The party's share of what another one leads: confirmed or withdrawn by its own person alone. */
class WorkShare extends Deed<Joint> {
  private readonly joint = new Asked<Page<Joint>>(this, () => this.chosen ? undefined : path('commitments', { jointWith: me.party, state: 'FILED', limit: 200 }), of('commitments'), pages);

  constructor() {
    super('commitments');
  }

  private actOn(record: Joint): Act {
    const possible = actsOf(record);
    return possible.find(act => act === address.get('act')) ?? possible[0] ?? 'confirmation';
  }

  protected override name(record: Joint): string {
    return `share ${this.actOn(record)} ${record.id}`;
  }

  protected override initial(): Values {
    return { doneOn: today() };
  }

  protected override render(): TemplateResult {
    return html`${done(this.form)}${this.chosen ? html`<p><a href=${address.href({ id: undefined, act: undefined })}>${t('back')}</a></p>${shown(this.record, record => this.entry(record))}`
      : shown(this.joint, page => page.items.length ? html`${table('shares', t('list'), columns(), page.items)}${page.cut ? cut(page.items.length) : nothing}` : empty(t('none')))}`;
  }

  private entry(record: Joint): TemplateResult {
    if (!own(record)) return empty(t('others'));
    if (record.state !== 'FILED') return html`<p class="state">${t('over')} ${link(record)}</p>`;
    const { form } = this;
    const act = this.actOn(record);
    const possible = actsOf(record);
    return html`<div class="beside"><div>${this.choice(t('acts'), possible, act, t)}
        <h3>${t(act)}</h3>${forWhom(me.party!)}
        ${restored(form, () => form.drop(this.initial(), record.version))}
        <p class=${act === 'withdrawal' ? 'state stale' : 'note'}>${t(act === 'withdrawal' ? 'withdraws' : 'counts')}</p>
        ${this.show(shareFields(form, act, personOptions(this.people)), t(act))}</div>
      <section class="figure" aria-labelledby="share-facts"><h3 id="share-facts">${t('now')}</h3><dl class="facts">
        <dt>${t('title')}</dt><dd>${record.title}</dd><dt>${t('promised')}</dt><dd>${figureOf(record)}</dd>
        <dt>${names.of(record.party)}</dt><dd>${t('rest')}</dd>
        ${record.shares?.map(one => html`<dt>${names.of(one.party)}</dt><dd data-share=${one.party}>${ofHundred(one.percent)}, ${code(one.state)}</dd>`)}
      </dl><p>${link(record)}</p></section></div>`;
  }

  protected override act(): void {
    const act = this.actOn(this.record.value!);
    const [to, state, said] = act === 'confirmation' ? ['share-confirmations', 'CONFIRMED', 'confirmed'] as const : ['share-withdrawals', 'WITHDRAWN', 'withdrawn'] as const;
    void this.post(to, bodyOf(this.form.values), (record, answer) => html`${t(own(answer as Joint)?.state === state ? said : 'noted')} ${link(record)}`);
  }
}

function own(record: Joint): ShareOf | undefined {
  return record.shares?.find(one => one.party === me.party);
}

/** What is withdrawn can be confirmed once more, and what is confirmed withdrawn. */
function actsOf(record: Joint): readonly Act[] {
  const state = own(record)?.state;
  return state === 'CONFIRMED' ? ['withdrawal'] : state === 'WITHDRAWN' ? ['confirmation'] : ACTS;
}

function link(record: Joint): TemplateResult {
  return html`<a href=${address.href({ panel: 'commitment', id: record.id, task: undefined, act: undefined })}>${t('open', { title: record.title })}</a>`;
}

function columns(): Column<Joint>[] {
  return [
    { id: 'title', label: t('title'), head: true, value: row => row.title, cell: row => html`<a href=${address.href({ panel: 'commitment', id: row.id, task: undefined, act: undefined })}>${row.title}</a>` },
    { id: 'state', label: t('state'), value: row => code(own(row)?.state), cell: row => html`${code(own(row)?.state)} <a href=${address.href({ id: row.id, act: undefined })}>${t('answer')}<span class="hidden">: ${row.title}</span></a>` },
    { id: 'lead', label: t('lead'), value: row => names.of(row.party) },
    { id: 'promised', label: t('promised'), value: figureOf },
    { id: 'share', label: t('share'), numeric: true, value: row => own(row)?.percent, cell: row => ofHundred(own(row)?.percent ?? 0) }
  ];
}

customElements.define('work-share', WorkShare);
