import { html, nothing, type TemplateResult } from 'lit';
import { address } from '../address';
import { path } from '../api';
import { Asked, of, ofCoverage, pages, type How, type Page } from '../asked';
import { day } from '../format';
import { names } from '../names';
import { Part, scope } from '../part';
import { figureOf, ofHundred, titled, type Figure, type ShareOf } from '../parts/deliveries';
import { cut, failure, shown } from '../parts/states';
import { me } from '../user';
import { code, words } from '../words';

const t = words({
  intro: 'What {party} has to do, the most pressing first.',
  none: 'Your token names no party.',
  now: 'This panel tells what is to be done now; it does not look back.',
  nothing: 'Nothing.',
  do: 'Do it',
  approvals: 'Approvals that are open',
  expiring: 'Approvals that end within 90 days',
  readiness: 'Readiness that cannot be relied on',
  questions: 'Open questions',
  contested: 'Deliveries that are contested',
  toConfirm: 'Deliveries that wait for your word',
  received: 'received: {figure}',
  shares: 'Shares that wait for your word',
  contacts: 'Contacts to renew',
  obligations: 'Obligations',
  duties: 'Delegations and powers',
  overdue: 'overdue by {count} {count|day|days}',
  due: 'due {when}',
  ends: 'ends {when}',
  waits: 'open for {count} {count|day|days}',
  unavailable: 'This part cannot be asked now.',
  accreditationsToDecide: 'Accreditations to decide',
  accreditationsAwaited: 'Accreditations awaited',
  credentialsToPresent: 'Credentials to present',
  credentialsInQuestion: 'Credentials in question',
  powersExpiring: 'Powers that expire',
  powersExpired: 'Powers that have expired',
  powersOfErasedPersons: 'Powers of erased persons'
}, {
  intro: 'Ce que {party} doit faire, le plus urgent d’abord.',
  none: 'Votre jeton ne nomme aucune partie.',
  now: 'Ce panneau dit ce qui est à faire maintenant ; il ne regarde pas en arrière.',
  nothing: 'Rien.',
  do: 'Le faire',
  approvals: 'Autorisations ouvertes',
  expiring: 'Autorisations qui prennent fin sous 90 jours',
  readiness: 'Préparations sur lesquelles on ne peut compter',
  questions: 'Questions ouvertes',
  contested: 'Livraisons contestées',
  toConfirm: 'Livraisons qui attendent votre parole',
  received: 'reçu : {figure}',
  shares: 'Parts qui attendent votre parole',
  contacts: 'Contacts à renouveler',
  obligations: 'Obligations',
  duties: 'Délégations et pouvoirs',
  overdue: 'en retard de {count} {count|jour|jours}',
  due: 'échéance {when}',
  ends: 'prend fin {when}',
  waits: 'ouverte depuis {count} {count|jour|jours}',
  unavailable: 'Cette partie ne peut être interrogée maintenant.',
  accreditationsToDecide: 'Accréditations à décider',
  accreditationsAwaited: 'Accréditations attendues',
  credentialsToPresent: 'Lettres à présenter',
  credentialsInQuestion: 'Lettres contestées',
  powersExpiring: 'Pouvoirs qui expirent',
  powersExpired: 'Pouvoirs expirés',
  powersOfErasedPersons: 'Pouvoirs de personnes effacées'
});

interface Item extends Figure {
  id: string;
  title?: string;
  text?: string;
  party: string;
  recipient?: string;
  stage?: string;
  commitment?: string | { id?: string; undisclosed?: string };
  dueOn?: string | { undisclosed?: string };
  daysOpen?: number;
  daysOverdue?: number;
  state?: string;
  late?: boolean;
  over?: boolean;
  body?: string;
  standing?: { status: string; why: string; next?: { what: string; on: string } };
  readiness?: { freshness: string; validUntil?: string };
  confirmation?: { recipient?: Figure };
  shares?: ShareOf[];
}

interface MyParty {
  duties: { unavailable?: unknown } & Partial<Record<DutyKind, { items: Duty[]; more: boolean }>>;
  pointsOfContact: { items?: { commitment?: string; title?: string; person?: string; status?: string }[]; unavailable?: unknown };
}

interface Duty {
  id?: string;
  party?: string;
  host?: string;
  until?: string;
  requestedOn?: string;
  gathering?: { title?: string; startsOn?: string };
  scope?: string;
  act?: string;
  reason?: string;
}

const DUTIES = ['accreditationsToDecide', 'accreditationsAwaited', 'credentialsToPresent', 'credentialsInQuestion', 'powersExpiring', 'powersExpired', 'powersOfErasedPersons'] as const;
type DutyKind = (typeof DUTIES)[number];

/** My desk: what the viewer's party has to do, from all three services, each item with the day by which. */
class DeskPanel extends Part {
  private readonly approvals = this.list('approvals', () => ({ party: me.party, status: 'OPEN' }));
  private readonly expiring = this.list('approvals', () => ({ party: me.party, expiresWithin: 90 }));
  private readonly stale = this.list('commitments', () => ({ party: me.party, basis: 'GUARANTEE', state: 'FILED', readiness: 'STALE' }));
  private readonly questions = this.list('questions', () => ({ party: me.party }));
  private readonly contested = this.list('deliveries', () => ({ party: me.party, status: 'CONTESTED' }), titled);
  private readonly toConfirm = this.list('deliveries', () => ({ recipient: me.party, awaiting: 'CONFIRMATION' }), titled);
  private readonly joint = this.list('commitments', () => ({ jointWith: me.party, state: 'FILED' }));
  private readonly obligations = this.list('obligations', () => ({ party: me.party }));
  private readonly party = new Asked<MyParty>(this, () => me.party ? path('my-party', { within: 30 }) : undefined,
    change => !ofCoverage(change) || change.type.includes('authority') || change.type.includes('commitment'));

  private list(collection: string, query: () => Record<string, string | number | undefined>, how: How = pages): Asked<Page<Item>> {
    return new Asked(this, () => me.party ? path(collection, { ...query(), limit: 100 }) : undefined, of(collection), how);
  }

  protected override render(): TemplateResult {
    if (!me.party) return html`<p class="state empty">${t('none')}</p>`;
    const { known, day: asOf } = scope();
    return html`<p>${t('intro', { party: names.of(me.party) })}</p>${known || asOf ? html`<p class="note">${t('now')}</p>` : nothing}
      <div class="beside">
        ${this.card('obligations', this.obligations, item => !item.over && item.state !== 'DONE', item => html`${this.commitmentLink(item.commitment, item.title)} <span class="tag ${item.late ? 'bad' : ''}">${code(item.state)}</span>
          ${typeof item.dueOn === 'string' ? t('due', { when: day(item.dueOn) }) : nothing}`, 'obligation')}
        ${this.card('approvals', this.approvals, () => true, approval, 'step')}
        ${this.card('expiring', this.expiring, () => true, approval, 'step')}
        ${this.card('readiness', this.stale, () => true, item => html`${this.commitmentLink(item.id, item.title)} ${item.readiness?.validUntil ? t('ends', { when: day(item.readiness.validUntil) }) : nothing}`, 'act')}
        ${this.card('questions', this.questions, item => (item as { status?: string }).status !== 'RESOLVED', item => html`${item.text}
          <span class="note">${item.daysOverdue ? html`<strong class="error">${t('overdue', { count: item.daysOverdue })}</strong>` : t('waits', { count: item.daysOpen ?? 0 })}</span>`)}
        ${this.card('contested', this.contested, () => true, item => this.delivery(item), 'delivery')}
        ${this.card('toConfirm', this.toConfirm, () => true, item => this.delivery(item), 'delivery')}
        ${this.card('shares', this.joint, item => ownShare(item)?.state === 'AWAITED', item => html`${this.commitmentLink(item.id, item.title)} ${names.of(item.party)}, ${ofHundred(ownShare(item)!.percent)}`, 'share')}
        ${this.contacts()} ${this.duties()}
      </div>`;
  }

  private card(key: Parameters<typeof t>[0], asked: Asked<Page<Item>>, which: (item: Item) => boolean, show: (item: Item) => TemplateResult, task?: string): TemplateResult {
    return html`<section class="figure" data-desk=${key}><h2>${t(key)}</h2>${shown(asked, page => {
      const items = page.items.filter(which);
      return items.length
        ? html`<ul>${items.map(item => html`<li>${show(item)} ${task && me.writes ? html`<a href=${address.href({ panel: 'work', task, id: item.id })}>${t('do')}<span class="hidden">: ${item.title}</span></a>` : nothing}</li>`)}</ul>${page.cut ? cut(items.length) : nothing}`
        : html`<p class="note">${t('nothing')}</p>`;
    })}</section>`;
  }

  private commitmentLink(of: Item['commitment'], title?: string): TemplateResult | string {
    const id = typeof of === 'string' ? of : of?.id;
    return id ? html`<a href=${address.href({ panel: 'commitment', id })}>${title ?? id.slice(0, 8)}</a>` : title ?? '';
  }

  private delivery(item: Item): TemplateResult {
    const received = item.confirmation?.recipient;
    return html`${this.commitmentLink(item.commitment, item.title)} ${names.of(item.party)} → ${names.of(item.recipient)}, ${code(item.stage)}: ${figureOf(item)}${received ? html`; <strong>${t('received', { figure: figureOf(received) })}</strong>` : nothing}`;
  }

  private contacts(): TemplateResult {
    return html`<section class="figure" data-desk="contacts"><h2>${t('contacts')}</h2>${shown(this.party, ({ pointsOfContact: { items, unavailable } }) => unavailable
      ? html`<p class="state stale">${t('unavailable')}</p>`
      : items?.length ? html`<ul>${items.map(one => html`<li>${this.commitmentLink(one.commitment, one.title)}</li>`)}</ul>` : html`<p class="note">${t('nothing')}</p>`)}</section>`;
  }

  private duties(): TemplateResult {
    return html`<section class="figure" data-desk="duties"><h2>${t('duties')}</h2>${shown(this.party, ({ duties }) => {
      if (duties.unavailable) return html`<p class="state stale">${t('unavailable')}</p>`;
      const present = DUTIES.filter(kind => duties[kind]?.items.length);
      return present.length
        ? html`${present.map(kind => html`<h3>${t(kind)}</h3><ul>${duties[kind]!.items.map(duty)}</ul>`)}`
        : html`<p class="note">${t('nothing')}</p>`;
    })}${this.party.failure && !this.party.value ? failure(this.party.failure) : nothing}</section>`;
  }
}

function ownShare(item: Item): ShareOf | undefined {
  return item.shares?.find(one => one.party === me.party);
}

function approval(item: Item): TemplateResult {
  const next = item.standing?.next;
  return html`<strong>${item.title}</strong>, ${item.body} <span class="tag">${code(item.standing?.status)}</span>
    ${next ? html`${code(next.what)} ${day(next.on)}` : nothing} <span class="note" lang="en">${item.standing?.why}</span>`;
}

function duty(of: Duty): TemplateResult {
  return html`<li>${[of.gathering?.title, names.of(of.party), of.act && code(of.act), of.scope && code(of.scope), of.reason, of.gathering?.startsOn && day(of.gathering.startsOn), of.until && t('ends', { when: day(of.until) })]
    .filter(Boolean).join(', ')}</li>`;
}

customElements.define('desk-panel', DeskPanel);
