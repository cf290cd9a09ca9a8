import { html, nothing, type TemplateResult } from 'lit';
import { address } from '../address';
import type { Answered } from '../answered';
import { path, readFile, send } from '../api';
import type { ImportRepresentation, ReportRow } from '../api-types';
import { Asked, pages, type Page } from '../asked';
import { number } from '../format';
import { Part } from '../part';
import { save } from '../parts/save';
import { cut, empty, shown } from '../parts/states';
import { rowsOf, table, type Column } from '../parts/table';
import { figure } from '../parts/figure';
import { code, words } from '../words';
import { Form } from './form';
import { trialOf, typeOf } from './import-file';
import { done, summary } from './outcome';

const t = words({
  trial: 'Trial: nothing of it is stored',
  real: 'Import',
  progress: '{done} of {rows} {rows|row|rows} read',
  finished: 'Read: {read} {read|row|rows}; {rejected} rejected.',
  failed: 'It has failed: {why}',
  would: 'What would become of the rows',
  became: 'What became of the rows',
  nothingRejected: 'No row is rejected.',
  report: 'Rejected rows',
  row: 'Row',
  line: 'Line',
  column: 'Column',
  value: 'Value',
  message: 'What is wrong',
  id: 'External id',
  download: 'The file with an error column',
  forReal: 'Import for real',
  partly: '{count} {count|row|rows} will be left out.',
  none: 'All or nothing: as long as a row is rejected nothing is stored. Correct the file, or choose to take the good rows.',
  lost: 'To bring it in, choose the file again: the page was loaded anew since.',
  started: 'Handed in for real.',
  warnings: 'warnings'
}, {
  trial: 'Essai : rien n’est enregistré',
  real: 'Importation',
  progress: '{done} sur {rows} {rows|ligne lue|lignes lues}',
  finished: 'Lu : {read} {read|ligne|lignes} ; {rejected} {rejected|rejetée|rejetées}.',
  failed: 'Échec : {why}',
  would: 'Ce que deviendraient les lignes',
  became: 'Ce que sont devenues les lignes',
  nothingRejected: 'Aucune ligne n’est rejetée.',
  report: 'Lignes rejetées',
  row: 'Rang',
  line: 'Ligne',
  column: 'Colonne',
  value: 'Valeur',
  message: 'Ce qui ne va pas',
  id: 'Identifiant externe',
  download: 'Le fichier avec une colonne d’erreurs',
  forReal: 'Importer pour de bon',
  partly: '{count} {count|ligne sera laissée|lignes seront laissées} de côté.',
  none: 'Tout ou rien : tant qu’une ligne est rejetée, rien n’est enregistré. Corrigez le fichier ou choisissez de prendre les lignes valides.',
  lost: 'Pour l’importer, choisissez de nouveau le fichier : la page a été rechargée depuis.',
  started: 'Remis pour de bon.',
  warnings: 'avertissements'
});

export interface Job {
  id: string;
  mapping: string;
  format: 'CSV' | 'NDJSON' | 'XLSX';
  mode: string;
  reason: string;
  dryRun: boolean;
  state: 'QUEUED' | 'RUNNING' | 'DONE' | 'FAILED';
  rows?: number;
  accounted: number;
  counts: { read: number; imported: number; amended: number; unchanged: number; rejected: number; notStored: number; warnings: number };
  failure?: string;
  createdAt: string;
}

interface Line {
  row: number;
  line: number;
  column?: string;
  externalId?: string;
  outcome: string;
  message?: string;
  value?: string;
}

/** Often enough to see it move, seldom enough for a file of a million rows. */
const POLL_MS = 700;
const COUNTS = { imported: 'IMPORTED', amended: 'AMENDED', unchanged: 'UNCHANGED', rejected: 'REJECTED', notStored: 'NOT_STORED' } as const;

/** How far an import has come, what became of its rows, and from a trial the way to the real one. */
class ImportJob extends Part {
  static override properties = { job: {} };
  declare job: string;
  private readonly form = new Form(this, 'import-job');
  private timer?: number;
  /** The job whose page the focus has been led to. */
  private focused?: string;
  private readonly asked = new Asked<Answered<Job, ImportRepresentation>>(this, () => path(`imports/${this.job}`));
  private readonly rejected = new Asked<Answered<Page<Line>, Page<ReportRow>>>(this, () => this.finished?.counts.rejected ? path(`imports/${this.job}/rows`, { outcome: 'REJECTED', limit: 500 }) : undefined, undefined, pages);

  private get finished(): Job | undefined {
    const job = this.asked.value;
    return job && (job.state === 'DONE' || job.state === 'FAILED') ? job : undefined;
  }

  override disconnectedCallback(): void {
    clearTimeout(this.timer);
    super.disconnectedCallback();
  }

  protected override updated(): void {
    const title = this.querySelector<HTMLElement>('#job-title');
    if (title && this.focused !== this.job) {
      this.focused = this.job;
      title.focus();
    }
    clearTimeout(this.timer);
    if (!this.finished && !this.asked.loading) this.timer = window.setTimeout(this.asked.again, POLL_MS);
  }

  protected override render(): TemplateResult {
    return shown(this.asked, job => html`<section aria-labelledby="job-title">
      <h3 id="job-title" tabindex="-1">${t(job.dryRun ? 'trial' : 'real')}</h3>
      ${done(this.form)}${summary(this.form)}
      ${this.progress(job)}
      ${this.finished ? html`${this.counts(job)}${this.report(job)}${job.dryRun && job.state === 'DONE' ? this.forReal(job) : nothing}` : nothing}
    </section>`);
  }

  private progress(job: Job): TemplateResult {
    const { rejected, read } = job.counts;
    return html`<p>${this.finished ? nothing : html`<progress aria-label=${t(job.dryRun ? 'trial' : 'real')} max=${Math.max(job.rows ?? 1, 1)} .value=${job.accounted}></progress>`}
      <span role="status">${job.state === 'FAILED' ? html`<strong class="error">${t('failed', { why: job.failure ?? '' })}</strong>`
        : this.finished ? t('finished', { read: number(read), rejected: number(rejected) })
        : html`${code(job.state)}: ${t('progress', { done: job.accounted, rows: job.rows ?? 0 })}`}</span></p>`;
  }

  private counts(job: Job): TemplateResult {
    return html`<h4>${t(job.dryRun ? 'would' : 'became')}</h4><ul class="figures">${Object.entries(COUNTS).map(([name, outcome]) => html`<li>${code(outcome)}
      <strong data-count=${name}>${number(job.counts[name as keyof typeof COUNTS])}</strong></li>`)}<li>${t('warnings')} <strong>${number(job.counts.warnings)}</strong></li></ul>`;
  }

  private report(job: Job): TemplateResult {
    if (!job.counts.rejected) return html`<p>${t('nothingRejected')}</p>`;
    return shown(this.rejected, page => page.items.length ? html`${figure({
      id: 'rejected', title: t('report'), table: table('rejected', t('report'), columns(), page.items), rows: () => rowsOf(columns(), page.items)
    })}${page.cut ? cut(page.items.length) : nothing}<p><button type="button" @click=${() => void this.download(job)}>${t('download')}</button></p>` : empty(t('nothingRejected')));
  }

  private forReal(job: Job): TemplateResult {
    const { rejected, read } = job.counts;
    if (read === rejected || (rejected && job.mode === 'ALL_OR_NOTHING')) return html`<p class="state">${t('none')}</p>`;
    if (!trialOf(job.id)) return html`<p class="state">${t('lost')}</p>`;
    return html`<p class="row">${rejected ? html`<span>${t('partly', { count: rejected })} </span>` : nothing}
      <button type="button" class="primary" ?disabled=${this.form.sending} @click=${() => void this.bringIn(job)}>${t('forReal')}</button></p>`;
  }

  /** The very file that was tried out, with what it was tried out with. */
  private async bringIn(job: Job): Promise<void> {
    const file = trialOf(job.id)!;
    let real: Job | undefined;
    await this.form.send(async key => {
      real = (await send<Job>(path('imports', { mapping: job.mapping, mode: job.mode, reason: job.reason, dryRun: false }), { file, type: typeOf(file.name), key })).body;
      return html`${t('started')}`;
    });
    if (real) address.go({ id: real.id });
  }

  private readonly download = async (job: Job): Promise<void> => {
    save(await readFile(path(`imports/${job.id}/report`), '*/*'), `report.${job.format.toLowerCase()}`);
  };
}

function columns(): Column<Line>[] {
  return [
    { id: 'row', label: t('row'), head: true, numeric: true, value: line => line.row },
    { id: 'line', label: t('line'), numeric: true, value: line => line.line },
    { id: 'id', label: t('id'), value: line => line.externalId },
    { id: 'column', label: t('column'), value: line => line.column },
    { id: 'value', label: t('value'), value: line => line.value },
    { id: 'message', label: t('message'), value: line => line.message, cell: line => html`<span lang="en">${line.message}</span>` }
  ];
}

customElements.define('work-import-job', ImportJob);
