import { html, nothing, type TemplateResult } from 'lit';
import { address } from '../address';
import type { Answered } from '../answered';
import { path } from '../api';
import type { CommitmentsDifference } from '../api-types';
import { Asked } from '../asked';
import { instant } from '../format';
import { happened } from '../happened';
import { live, type Change } from '../live';
import { names } from '../names';
import { Part, scope } from '../part';
import { figure } from '../parts/figure';
import { empty, shown } from '../parts/states';
import { rowsOf, table, type Column } from '../parts/table';
import { code, words } from '../words';

const t = words({
  live: 'As it happens',
  pause: 'Pause',
  resume: 'Go on',
  paused: 'Paused: {count} {count|change waits|changes wait}.',
  nothing: 'Nothing has changed since this page was opened.',
  when: 'Recorded',
  what: 'What happened',
  who: 'By',
  record: 'Record',
  fields: 'Fields',
  withdrawn: 'is not released to you any more',
  told: '{count} new {count|change|changes}',
  between: 'What made the commitments of this series different',
  betweenLast: 'of the last',
  days: '{count} {count|day|days}',
  reason: 'Reason',
  none: 'No commitment has changed in this time.'
}, {
  live: 'Au fil de l’eau',
  pause: 'Suspendre',
  resume: 'Reprendre',
  paused: 'Suspendu : {count} {count|changement attend|changements attendent}.',
  nothing: 'Rien n’a changé depuis l’ouverture de cette page.',
  when: 'Enregistré',
  what: 'Ce qui est arrivé',
  who: 'Par',
  record: 'Enregistrement',
  fields: 'Champs',
  withdrawn: 'ne vous est plus communiqué',
  told: '{count} {count|nouveau changement|nouveaux changements}',
  between: 'Ce qui a fait évoluer les engagements de cette série',
  betweenLast: 'sur',
  days: '{count} {count|jour|jours}',
  reason: 'Motif',
  none: 'Aucun engagement n’a changé sur cette période.'
});

interface Difference {
  commitment: string;
  party: string;
  title?: string;
  recordedAt: string;
  type: string;
  reason: string;
  by?: string;
  changed: string[];
  sources?: { text?: string; url?: string }[];
}

/** How long a screen reader is left in peace: what came meanwhile is told in one sentence. */
const TELLING_MS = 3_000;
const SPANS = [1, 7, 30];

/** What just changed? The stream as it comes - it can be paused -, and the log between two instants. */
class ChangesPanel extends Part {
  private readonly past = new Asked<Answered<{ changes: Difference[] }, CommitmentsDifference>>(this, () => {
    const { series, known } = scope();
    const to = known ?? this.opened;
    const from = new Date(Date.parse(to) - this.span * 86_400_000).toISOString();
    return path('changes-between', { series, from, to, limit: 200 });
  });
  /** A minute back: an instant that the log has certainly reached. */
  private readonly opened = new Date(Date.now() - 60_000).toISOString();
  private shownChanges: Change[] = [...live.recent];
  private waiting = 0;
  private paused = false;
  private told = '';
  private untold = 0;
  private timer?: number;

  private get span(): number {
    return Number(address.get('span') ?? 7);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    live.addEventListener('change', this.onChange);
  }

  override disconnectedCallback(): void {
    live.removeEventListener('change', this.onChange);
    clearTimeout(this.timer);
    super.disconnectedCallback();
  }

  private readonly onChange = (): void => {
    if (this.paused) {
      this.waiting++;
    } else {
      this.shownChanges = [...live.recent];
      this.untold++;
      this.timer ??= window.setTimeout(() => {
        this.told = t('told', { count: this.untold });
        this.untold = 0;
        this.timer = undefined;
        this.requestUpdate();
      }, TELLING_MS);
    }
    this.requestUpdate();
  };

  private readonly onPause = (): void => {
    this.paused = !this.paused;
    if (!this.paused) {
      this.shownChanges = [...live.recent];
      this.waiting = 0;
    }
    this.requestUpdate();
  };

  protected override render(): TemplateResult {
    const rows = this.shownChanges.filter(change => !change.series || change.series === scope().series);
    return html`
      <div class="choices"><button type="button" aria-pressed=${this.paused} @click=${this.onPause}>${t(this.paused ? 'resume' : 'pause')}</button>
        ${this.paused ? html`<span>${t('paused', { count: this.waiting })}</span>` : nothing}</div>
      <p class="hidden" role="status">${this.told}</p>
      ${rows.length
        ? figure({ id: 'live', title: t('live'), table: table('live', t('live'), columns(), rows), rows: () => rowsOf(columns(), rows) })
        : html`<section class="figure" aria-labelledby="live"><h2 id="live">${t('live')}</h2>${empty(t('nothing'))}</section>`}
      <h2 class="hidden">${t('between')}</h2>
      <div class="choices"><span>${t('betweenLast')} ${SPANS.map(span => html`<a href=${address.href({ span: span === 7 ? undefined : String(span) })} aria-current=${span === this.span ? 'true' : nothing}>${t('days', { count: span })}</a> `)}</span></div>
      ${shown(this.past, page => page.changes.length
        ? figure({ id: 'between', title: t('between'), level: 3, table: table('between', t('between'), between(), page.changes), rows: () => rowsOf(between(), page.changes) })
        : empty(t('none')))}`;
  }
}

function record(change: Change): TemplateResult | string {
  if (change.withdrawn) return t('withdrawn');
  const collection = change.source.slice(1);
  if (collection === 'commitments' && change.type.includes('.commitment.')) return html`<a href=${address.href({ panel: 'commitment', id: change.subject })}>${change.subject.slice(0, 8)}</a>`;
  return change.subject.length > 20 ? change.subject.slice(0, 8) : change.subject;
}

function columns(): Column<Change>[] {
  return [
    { id: 'when', label: t('when'), value: row => row.recordedAt, cell: row => instant(row.recordedAt) },
    { id: 'what', label: t('what'), head: true, value: row => happened(row.type), cell: row => html`<span data-change=${row.subject}>${happened(row.type)}</span>` },
    { id: 'who', label: t('who'), value: row => names.of(row.party) },
    { id: 'record', label: t('record'), value: row => row.subject, cell: record },
    { id: 'fields', label: t('fields'), value: row => (row.changed ?? []).join(', ') }
  ];
}

function between(): Column<Difference>[] {
  return [
    { id: 'when', label: t('when'), value: row => row.recordedAt, cell: row => instant(row.recordedAt) },
    { id: 'what', label: t('what'), value: row => happened(row.type) },
    { id: 'record', label: t('record'), head: true, value: row => row.title ?? row.commitment, cell: row => html`<a href=${address.href({ panel: 'commitment', id: row.commitment })}>${row.title ?? row.commitment}</a>` },
    { id: 'who', label: t('who'), value: row => names.of(row.by ?? row.party) },
    { id: 'reason', label: t('reason'), value: row => code(row.reason) },
    { id: 'fields', label: t('fields'), value: row => row.changed.join(', ') }
  ];
}

customElements.define('changes-panel', ChangesPanel);
