import { html, nothing, type TemplateResult } from 'lit';
import { address } from '../address';
import type { Answered } from '../answered';
import { path } from '../api';
import type { ApprovalAxis, CommitmentRepresentation, HistoryEntry, Standing1 } from '../api-types';
import { Asked, of, ofCoverage, pages, type Page } from '../asked';
import { conditionKind } from '../condition';
import { day, instant, money, quantity } from '../format';
import { happened } from '../happened';
import { names } from '../names';
import { Part, scope } from '../part';
import { figureOf, ofHundred, standing, standingLink, type Delivery, type ShareOf } from '../parts/deliveries';
import { figure } from '../parts/figure';
import { empty, shown } from '../parts/states';
import { rowsOf, table, type Column } from '../parts/table';
import { me } from '../user';
import { code, words } from '../words';

const t = words({
  none: 'Choose a commitment in another panel.',
  party: 'Party',
  kind: 'Kind',
  basis: 'Basis',
  priority: 'Priority',
  quantity: 'Quantity',
  value: 'Value',
  period: 'Period',
  until: '{from} to {until}',
  domain: 'Domain',
  label: 'Released to',
  state: 'State',
  binding: 'Binding',
  decision: 'Decided',
  readiness: 'Readiness',
  authority: 'Authority of who filed',
  caveats: 'Caveats',
  triggers: 'Sleeps until',
  text: 'Text',
  sources: 'Sources',
  noSources: 'No source is stated.',
  approvals: 'Approvals',
  noApprovals: 'No approval is named.',
  conditions: 'Conditions',
  noConditions: 'None.',
  met: 'met',
  notMet: 'not met',
  excluded: 'Excluded where',
  deliveries: 'Deliveries',
  noDeliveries: 'Nothing is delivered yet.',
  history: 'History',
  recipient: 'Recipient',
  stage: 'Stage',
  on: 'Day',
  confirmation: 'Confirmation',
  recorded: 'Recorded',
  what: 'What happened',
  fields: 'Fields',
  reason: 'Reason',
  contributions: 'Counts for',
  shares: 'Promised together',
  rest: 'the rest, as the one that leads',
  confirmShare: 'Confirm or withdraw',
  deliver: 'State a delivery',
  answer: 'Say what arrived',
  change: 'Say more of it',
  edit: 'Record an act',
  draftEdit: 'Edit the draft'
}, {
  none: 'Choisissez un engagement dans un autre panneau.',
  party: 'Partie',
  kind: 'Nature',
  basis: 'Base',
  priority: 'Priorité',
  quantity: 'Quantité',
  value: 'Valeur',
  period: 'Période',
  until: 'du {from} au {until}',
  domain: 'Domaine',
  label: 'Diffusion',
  state: 'État',
  binding: 'Forme',
  decision: 'Décidé',
  readiness: 'Préparation',
  authority: 'Pouvoir du déposant',
  caveats: 'Restrictions',
  triggers: 'En sommeil jusqu’à ce que',
  text: 'Texte',
  sources: 'Sources',
  noSources: 'Aucune source n’est indiquée.',
  approvals: 'Autorisations',
  noApprovals: 'Aucune autorisation n’est nommée.',
  conditions: 'Conditions',
  noConditions: 'Aucune.',
  met: 'remplie',
  notMet: 'non remplie',
  excluded: 'Exclu là où',
  deliveries: 'Livraisons',
  noDeliveries: 'Rien n’est encore livré.',
  history: 'Historique',
  recipient: 'Destinataire',
  stage: 'Étape',
  on: 'Jour',
  confirmation: 'Confirmation',
  recorded: 'Enregistré',
  what: 'Ce qui est arrivé',
  fields: 'Champs',
  reason: 'Motif',
  contributions: 'Compte pour',
  shares: 'Promis ensemble',
  rest: 'le reste, comme partie qui mène',
  confirmShare: 'Confirmer ou retirer',
  deliver: 'Déclarer une livraison',
  answer: 'Dire ce qui est arrivé',
  change: 'En dire davantage',
  edit: 'Enregistrer un acte',
  draftEdit: 'Modifier le projet'
});

interface Source {
  text?: string;
  url?: string;
}

interface Commitment {
  id: string;
  party: string;
  title: string;
  text?: string;
  kind: string;
  basis: string;
  priority?: string;
  contributions?: { requirement: string; quantity?: number; unit?: string }[];
  quantity?: { quantity?: number; unit?: string; undisclosed?: string };
  money?: { amount?: string | number; currency?: string; undisclosed?: string };
  period?: { from?: string; until?: string };
  domain?: string;
  sources?: Source[];
  caveats?: { kind: string; text?: string }[];
  triggers?: { kind: string; day?: string }[];
  state: string;
  binding?: string;
  authority?: string;
  decision?: { decidedOn: string; source?: string };
  readiness?: { level?: string; freshness: string; noticeDays?: number };
  label: { release: string; parties?: string[] };
  shares?: ShareOf[];
}

interface Approval {
  id: string;
  title: string;
  body: string;
  effect: string;
  standing: { status: string; blocks: boolean; why: string };
}

interface Version {
  recordedAt: string;
  type: string;
  changed: string[];
  reason: string;
  effectiveOn?: string;
}

/** One commitment with all that is behind its worth: acts, approvals, conditions, deliveries, history and sources. */
class CommitmentPanel extends Part {
  private readonly commitment = new Asked<Answered<Commitment, CommitmentRepresentation>>(this, () => this.at('', true), ofCoverage);
  private readonly approvals = new Asked<Answered<{ approvals: Approval[] }, ApprovalAxis>>(this, () => this.at('/approvals', true), of('approvals', 'commitments'));
  private readonly standing = new Asked<Answered<{ conditions: { kind: string; party?: string; met: boolean; why: string }[]; excluded: { reason: string; requirement?: string }[] }, Standing1>>(this,
    () => this.at('/standing', true), ofCoverage);
  private readonly deliveries = new Asked<Page<Delivery>>(this, () => this.at('/deliveries', true), of('deliveries', 'commitments'), pages);
  private readonly history = new Asked<Answered<Page<Version>, Page<HistoryEntry>>>(this, () => this.at('/history', false), of('commitments'), pages);

  private at(part: string, dated: boolean): string | undefined {
    const id = address.get('id');
    const { known, day: asOf } = scope();
    return id && /^[0-9a-f-]{36}$/.test(id) ? path(`commitments/${id}${part}`, dated ? { knownAt: known, asOf } : { limit: 100 }) : undefined;
  }

  protected override render(): TemplateResult {
    if (!this.at('', false)) return empty(t('none'));
    return shown(this.commitment, commitment => html`
      <h2>${commitment.title}</h2>
      ${me.writes && me.party === commitment.party ? html`<p><a class="button" href=${address.href({ panel: 'work', task: commitment.state === 'DRAFT' ? 'draft' : 'act', id: commitment.id })}>${t(commitment.state === 'DRAFT' ? 'draftEdit' : 'edit')}</a></p>` : nothing}
      <div class="beside">${this.facts(commitment)}<div>${this.behind(commitment)}</div></div>
      ${shown(this.deliveries, page => page.items.length
        ? figure({ id: 'deliveries', title: t('deliveries'), table: table('deliveries', t('deliveries'), deliveries(), page.items), rows: () => rowsOf(deliveries(), page.items) })
        : html`<h3>${t('deliveries')}</h3><p class="note">${t('noDeliveries')}</p>`)}
      ${me.writes && me.party === commitment.party && commitment.state === 'FILED' ? html`<p><a class="button" href=${address.href({ panel: 'work', task: 'act', act: 'delivery', id: commitment.id })}>${t('deliver')}</a></p>` : nothing}
      ${shown(this.history, page => figure({ id: 'history', title: t('history'), table: table('history', t('history'), versions(), page.items), rows: () => rowsOf(versions(), page.items) }))}`);
  }

  private facts(of: Commitment): TemplateResult {
    const fact = (label: string, value: unknown): TemplateResult | typeof nothing => value === undefined || value === '' ? nothing : html`<dt>${label}</dt><dd>${value}</dd>`;
    return html`<dl class="facts">
      ${fact(t('party'), names.of(of.party))}
      ${fact(t('state'), html`<span class="tag">${code(of.state)}</span>`)}
      ${fact(t('basis'), code(of.basis))} ${fact(t('kind'), code(of.kind))} ${fact(t('priority'), code(of.priority))}
      ${fact(t('quantity'), of.quantity && html`<span class=${of.quantity.undisclosed ? 'undisclosed' : nothing}>${quantity(of.quantity)}</span>`)}
      ${fact(t('value'), of.money && html`<span class=${of.money.undisclosed ? 'undisclosed' : nothing}>${money(of.money)}</span>`)}
      ${fact(t('period'), of.period && t('until', { from: day(of.period.from), until: day(of.period.until) }))}
      ${fact(t('domain'), code(of.domain))}
      ${fact(t('contributions'), of.contributions?.length ? html`${of.contributions.map(one => html`<a href=${address.href({ panel: undefined, requirement: one.requirement })}>${one.quantity === undefined ? one.requirement.slice(0, 8) : quantity(one)}</a> `)}` : undefined)}
      ${fact(t('binding'), code(of.binding))} ${fact(t('authority'), code(of.authority))}
      ${fact(t('decision'), of.decision && html`${day(of.decision.decidedOn)}${of.decision.source ? html` <span class="note">${of.decision.source}</span>` : nothing}`)}
      ${fact(t('readiness'), of.readiness && [code(of.readiness.level), code(of.readiness.freshness)].filter(Boolean).join(', '))}
      ${fact(t('caveats'), of.caveats?.map(one => one.text ?? code(one.kind)).join(', '))}
      ${fact(t('triggers'), of.triggers?.map(one => one.day ? day(one.day) : code(one.kind)).join(', '))}
      ${fact(t('label'), [code(of.label.release), ...(of.label.parties ?? []).map(one => names.of(one))].join(', '))}
      ${fact(t('text'), of.text)}
    </dl>`;
  }

  private behind(of: Commitment): TemplateResult {
    return html`
      <h3>${t('approvals')}</h3>${shown(this.approvals, axis => axis.approvals.length
        ? html`<ul>${axis.approvals.map(one => html`<li><strong>${one.title}</strong>, ${one.body}: <span class="tag ${one.standing.blocks ? 'bad' : 'good'}">${code(one.standing.status)}</span> (${code(one.effect)})
          <span class="note" lang="en">${one.standing.why}</span></li>`)}</ul>`
        : html`<p class="note">${t('noApprovals')}</p>`)}
      <h3>${t('conditions')}</h3>${shown(this.standing, standing => html`${standing.conditions.length
        ? html`<ul>${standing.conditions.map(one => html`<li>${conditionKind(one.kind)}: <span class="tag ${one.met ? 'good' : 'bad'}">${t(one.met ? 'met' : 'notMet')}</span> <span class="note" lang="en">${one.why}</span></li>`)}</ul>`
        : html`<p class="note">${t('noConditions')}</p>`}
        ${standing.excluded.length ? html`<p>${t('excluded')}: ${standing.excluded.map(one => code(one.reason)).join(', ')}</p>` : nothing}`)}
      ${of.shares?.length ? html`<h3>${t('shares')}</h3><ul><li>${names.of(of.party)}: ${t('rest')}</li>${of.shares.map(one => share(of, one))}</ul>` : nothing}
      <h3>${t('sources')}</h3>${of.sources?.length ? html`<ul>${of.sources.map(source)}</ul>` : html`<p class="note">${t('noSources')}</p>`}`;
  }
}

/** What another party gives of it, and for that party the way to its word. */
function share(of: Commitment, one: ShareOf): TemplateResult {
  return html`<li data-share=${one.party}>${names.of(one.party)}: ${ofHundred(one.percent)}, <span class="tag">${code(one.state)}</span>${one.since ? html` ${day(one.since)}` : nothing}
    ${me.writes && me.party === one.party && of.state === 'FILED' ? html`<a href=${address.href({ panel: 'work', task: 'share', id: of.id })}>${t('confirmShare')}</a>` : nothing}</li>`;
}

/** A source is shown as it was stated; only a web address becomes a link. */
export function source(of: Source): TemplateResult {
  const url = of.url && /^https?:\/\//.test(of.url) ? of.url : undefined;
  return html`<li>${url ? html`<a href=${url} target="_blank" rel="noopener noreferrer">${of.text ?? url}</a>` : of.text ?? of.url}</li>`;
}

/** The day on which it came to its stage, where that is said. */
function lastDay(of: Delivery): string | undefined {
  const on = of.steps[of.steps.length - 1]?.day;
  return typeof on === 'string' ? on : undefined;
}

function deliveries(): Column<Delivery>[] {
  return [
    { id: 'recipient', label: t('recipient'), head: true, value: row => names.of(row.recipient) },
    { id: 'status', label: t('confirmation'), value: row => code(standing(row)), cell: row => standingLink(row, t(row.recipient === me.party ? 'answer' : 'change')) },
    { id: 'stage', label: t('stage'), value: row => code(row.stage) },
    { id: 'day', label: t('on'), value: lastDay, cell: row => day(lastDay(row)) },
    { id: 'quantity', label: t('quantity'), numeric: true, value: row => row.quantity?.quantity ?? row.money?.amount, cell: figureOf }
  ];
}

function versions(): Column<Version>[] {
  return [
    { id: 'recorded', label: t('recorded'), value: row => row.recordedAt, cell: row => instant(row.recordedAt) },
    { id: 'what', label: t('what'), head: true, value: row => happened(row.type) },
    { id: 'on', label: t('on'), value: row => row.effectiveOn, cell: row => day(row.effectiveOn) },
    { id: 'reason', label: t('reason'), value: row => code(row.reason) },
    { id: 'fields', label: t('fields'), value: row => row.changed.join(', ') }
  ];
}

customElements.define('commitment-panel', CommitmentPanel);
