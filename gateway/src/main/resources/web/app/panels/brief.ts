import { html, nothing, type TemplateResult } from 'lit';
import { address } from '../address';
import type { Answered } from '../answered';
import { path } from '../api';
import type { ApprovalRepresentation, CommitmentRepresentation, CoverageRepresentation, DeliberationRepresentation, PositionRepresentation, QuestionRepresentation, WeakLinkRepresentation } from '../api-types';
import { byBody, waits, type Approval } from '../approval';
import { Asked, of, ofCoverage, pages, type Page } from '../asked';
import { day, instant, today } from '../format';
import { names } from '../names';
import { Part, scope } from '../part';
import { positionsOf, questionsTable, waitingTable, type Position, type Question } from '../parts/brief-lists';
import { carriersTable, coverageTable, lossesTable } from '../parts/brief-numbers';
import { empty, shown } from '../parts/states';
import type { WeakLinksAnswer } from '../parts/weak-links';
import type { Coverage } from '../standing';
import { me } from '../user';
import { code, words } from '../words';

const t = words({
  choose: 'Of which priority?',
  title: 'Brief: {priority}',
  print: 'Print',
  EXERCISE: 'EXERCISE – everything here is invented',
  REAL: 'REAL – only what cited public sources say',
  on: 'on {day}',
  known: 'as known at {when}',
  made: 'made {when}',
  notice: 'Surety is not accredited for classified information. Labels are release markings. It shows what is released to {party}.',
  you: 'you',
  today: 'Weak links show what is known now.',
  deliberation: 'Where the deliberation stands',
  since: '{state} since {day}',
  leads: 'led by {parties}',
  steppedBack: 'a step back',
  noDeliberation: 'No state of deliberation is recorded for this series.',
  coverage: 'Is it covered?',
  carriers: 'Who carries it?',
  waiting: 'What waits for which body?',
  noWaiting: 'No approval that is released to you is needed for it.',
  losses: 'What would break it?',
  positions: 'Positions of the parties',
  noPositions: 'No position is stated that is released to you.',
  questions: 'Open questions',
  noQuestions: 'No question is open that is released to you.',
  noRequirement: 'No requirement is stated for this series that is released to you.'
}, {
  choose: 'De quelle priorité ?',
  title: 'Note : {priority}',
  print: 'Imprimer',
  EXERCISE: 'EXERCICE – tout ici est inventé',
  REAL: 'RÉEL – seulement ce que disent des sources publiques citées',
  on: 'pour le {day}',
  known: 'tel que connu à {when}',
  made: 'établie à {when}',
  notice: 'Surety n’est pas homologué pour les informations classifiées. Les mentions sont des marques de diffusion. La note montre ce qui est communiqué à {party}.',
  you: 'vous',
  today: 'Les maillons faibles montrent ce qui est connu à présent.',
  deliberation: 'Où en est la délibération',
  since: '{state} depuis le {day}',
  leads: 'menée par {parties}',
  steppedBack: 'un pas en arrière',
  noDeliberation: 'Aucun état de délibération n’est enregistré pour cette série.',
  coverage: 'Est-elle couverte ?',
  carriers: 'Qui la porte ?',
  waiting: 'Qu’est-ce qui attend quel organe ?',
  noWaiting: 'Aucune autorisation qui vous soit communiquée n’est nécessaire.',
  losses: 'Qu’est-ce qui la romprait ?',
  positions: 'Positions des parties',
  noPositions: 'Aucune position ne vous est communiquée.',
  questions: 'Questions ouvertes',
  noQuestions: 'Aucune question ouverte ne vous est communiquée.',
  noRequirement: 'Aucun besoin de cette série ne vous est communiqué.'
});

const PRIORITIES = ['CEASEFIRE_MONITORING', 'ARMED_FORCES_SUPPORT', 'MULTINATIONAL_FORCE', 'RENEWED_AGGRESSION_RESPONSE', 'LONG_TERM_DEFENCE_COOPERATION'];

interface Deliberation {
  state: string;
  from: string;
  leads: string[];
  steppedBack: boolean;
  reason?: string;
  source?: string;
}

/** Two pages of paper about one priority, each of which says of which series it is. */
class BriefPanel extends Part {
  private readonly coverage = new Asked<Answered<Coverage, CoverageRepresentation>>(this, () => this.ask('coverage', { priority: this.priority }), ofCoverage);
  private readonly approvals = new Asked<Answered<Page<Approval>, Page<ApprovalRepresentation>>>(this, () => this.ask('approvals', { limit: 500 }), of('approvals', 'commitments'), pages);
  private readonly commitments = new Asked<Answered<Page<{ id: string }>, Page<CommitmentRepresentation>>>(this, () => this.ask('commitments', { priority: this.priority, limit: 500 }), of('commitments'), pages);
  private readonly positions = new Asked<Answered<Page<Position>, Page<PositionRepresentation>>>(this, () => this.ask('positions', { priority: this.priority, limit: 200 }), of('positions'), pages);
  private readonly questions = new Asked<Answered<Page<Question>, Page<QuestionRepresentation>>>(this, () => this.ask('questions', { priority: this.priority, status: 'OPEN', limit: 200 }), of('questions'), pages);
  private readonly deliberations = new Asked<Answered<Page<Deliberation>, Page<DeliberationRepresentation>>>(this, () => this.ask(`priorities/${this.priority}/deliberations`, { limit: 200 }), of('priorities'), pages);
  private readonly weak = new Asked<Answered<WeakLinksAnswer, WeakLinkRepresentation>>(this, () => (this.priority ? path('weak-links', { series: scope().series, asOf: scope().day }) : undefined), ofCoverage);

  private get priority(): string | undefined {
    return PRIORITIES.find(one => one === address.get('priority'));
  }

  private ask(what: string, query: Record<string, string | number | undefined>): string | undefined {
    const { series, known, day } = scope();
    return this.priority && path(what, { series, ...query, knownAt: known, asOf: day });
  }

  protected override render(): TemplateResult {
    const links = html`<ul class="choices" aria-label=${t('choose')}>${PRIORITIES.map(one => html`<li><a href=${address.href({ priority: one })} aria-current=${one === this.priority ? 'true' : nothing}>${code(one)}</a></li>`)}</ul>`;
    if (!this.priority) return html`<h2>${t('choose')}</h2>${links}`;
    return html`${links}<p><button type="button" class="primary" @click=${() => print()}>${t('print')}</button></p>
      <table class="brief" role="presentation">
        <thead><tr><td>${this.mark()}</td></tr></thead>
        <tbody><tr><td>${this.pages(this.priority)}</td></tr></tbody>
      </table>`;
  }

  /** Stands on top of every printed page, as the head of a table does. */
  private mark(): TemplateResult {
    const { series } = scope();
    return html`<p class="mark" data-series=${series}><strong>${t(series)}</strong> <span>${t('notice', { party: me.party ? names.of(me.party) : t('you') })}</span></p>`;
  }

  private pages(priority: string): TemplateResult {
    const { known, day: on } = scope();
    return html`
      <h2>${t('title', { priority: code(priority) })}</h2>
      <p class="note">${t('on', { day: day(on ?? known ?? today()) })}${known ? html`, ${t('known', { when: instant(known) })}` : nothing}, ${t('made', { when: instant(new Date().toISOString()) })}</p>
      ${section(t('deliberation'), shown(this.deliberations, page => deliberation(page.items[page.items.length - 1])))}
      ${section(t('coverage'), this.numbers(coverageTable))}
      ${section(t('carriers'), this.numbers(carriersTable))}
      ${section(t('waiting'), shown(this.approvals, page => (this.commitments.value ? this.waiting(page.items, new Set(this.commitments.value.items.map(one => one.id))) : shown(this.commitments, () => nothing))))}
      ${section(t('losses'), html`${known ? html`<p class="note">${t('today')}</p>` : nothing}${shown(this.weak, answer => {
        const those = answer.requirements.filter(one => one.priority === priority);
        return those.length ? lossesTable(those) : empty(t('noRequirement'));
      })}`)}
      ${section(t('positions'), shown(this.positions, page => (page.items.length ? positionsOf(page.items) : empty(t('noPositions')))))}
      ${section(t('questions'), shown(this.questions, page => (page.items.length ? questionsTable(page.items) : empty(t('noQuestions')))))}`;
  }

  private numbers(show: (coverage: Coverage['priorities'][number]) => TemplateResult): TemplateResult {
    return shown(this.coverage, coverage => {
      const one = coverage.priorities.find(each => each.priority === this.priority);
      return one?.requirements.length ? show(one) : empty(t('noRequirement'));
    });
  }

  private waiting(all: Approval[], commitments: Set<string>): TemplateResult {
    const needed = byBody(all.filter(one => one.standing.commitments.some(id => commitments.has(id)))).flatMap(body => body.approvals);
    const told = needed.filter(one => waits(one) || one.standing.blocksFrom);
    return told.length ? waitingTable(told, needed.length) : empty(t('noWaiting'));
  }
}

function section(title: string, content: TemplateResult): TemplateResult {
  return html`<section><h3>${title}</h3>${content}</section>`;
}

function deliberation(of: Deliberation | undefined): TemplateResult {
  if (!of) return empty(t('noDeliberation'));
  return html`<p><strong>${t('since', { state: code(of.state), day: day(of.from) })}</strong>${of.leads.length ? html`, ${t('leads', { parties: of.leads.map(one => names.of(one)).join(', ') })}` : nothing}${of.steppedBack
    ? html`; ${t('steppedBack')}` : nothing}${of.reason ? html`: <span lang="en">${of.reason}</span>` : nothing}${of.source ? html` <span class="note" lang="en">(${of.source})</span>` : nothing}</p>`;
}

customElements.define('brief-panel', BriefPanel);
