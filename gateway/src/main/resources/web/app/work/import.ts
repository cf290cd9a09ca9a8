import { html, nothing, type TemplateResult } from 'lit';
import { address } from '../address';
import type { Answered } from '../answered';
import { path, send } from '../api';
import type { ImportRepresentation, MappingRepresentation } from '../api-types';
import { Asked, type Page } from '../asked';
import { instant } from '../format';
import { Part } from '../part';
import { shown } from '../parts/states';
import { table, type Column } from '../parts/table';
import { code, words } from '../words';
import { errorsOf, options, select } from './fields';
import { Form } from './form';
import './import-job';
import { keepFile, keepTrial, keptFile, typeOf } from './import-file';
import type { Job } from './import-job';
import { summary } from './outcome';

const t = words({
  mapping: 'What the file is',
  mode: 'If a row is rejected',
  modeHint: 'All or nothing stores no row of a file with a bad one.',
  reason: 'Why what is there already is said anew',
  file: 'File (CSV, XLSX or NDJSON)',
  template: 'The form to fill in, as a workbook',
  try: 'Try it out',
  tryHint: 'Nothing is stored: you see first what would become of each row.',
  noFile: 'must be chosen',
  earlier: 'Earlier imports',
  when: 'Handed in at',
  state: 'State',
  dry: 'Tried out',
  real: 'For real',
  rows: 'Rows',
  rejected: 'Rejected',
  again: 'Another file'
}, {
  mapping: 'Ce qu’est le fichier',
  mode: 'Si une ligne est rejetée',
  modeHint: 'Tout ou rien n’enregistre aucune ligne d’un fichier qui en contient une mauvaise.',
  reason: 'Pourquoi ce qui y est déjà est redit',
  file: 'Fichier (CSV, XLSX ou NDJSON)',
  template: 'Le formulaire à remplir, en classeur',
  try: 'Faire un essai',
  tryHint: 'Rien n’est enregistré : vous voyez d’abord ce que deviendrait chaque ligne.',
  noFile: 'doit être choisi',
  earlier: 'Importations précédentes',
  when: 'Remis à',
  state: 'État',
  dry: 'À l’essai',
  real: 'Réelle',
  rows: 'Lignes',
  rejected: 'Rejetées',
  again: 'Un autre fichier'
});

const REASONS = ['NEW_FACT', 'CORRECTION', 'REVALUATION', 'RECLASSIFICATION', 'EXCHANGE_RATE'];

/** Many commitments from a file: tried out first, then brought in. */
class WorkImport extends Part {
  private readonly form = new Form(this, 'import');
  private readonly mappings = new Asked<Answered<Page<{ name: string; title: string }>, Page<MappingRepresentation>>>(this, () => path('import-mappings'));
  private readonly jobs = new Asked<Answered<Page<Job>, Page<ImportRepresentation>>>(this, () => address.get('id') ? undefined : path('imports', { limit: 20 }));

  protected override render(): TemplateResult {
    const id = address.get('id');
    if (!this.form.is('import')) this.form.begin('import', { mapping: 'surety', mode: 'ALL_OR_NOTHING', reason: 'NEW_FACT' });
    if (id) return html`<p><a href=${address.href({ id: undefined })}>${t('again')}</a></p><work-import-job .job=${id}></work-import-job>`;
    return html`${shown(this.mappings, ({ items }) => this.entry(items))}${shown(this.jobs, page => page.items.length ? this.earlier(page.items) : html``)}`;
  }

  private entry(mappings: { name: string; title: string }[]): TemplateResult {
    const { form } = this;
    const file = keptFile();
    return html`<form class="entry" novalidate @submit=${this.submit}>
      ${summary(form)}
      ${select(form, 'mapping', t('mapping'), mappings.map(one => ({ value: one.name, label: one.title })), { required: true })}
      ${form.text('mapping') === 'surety' ? html`<p><a href="/api/v1/commitments/template?format=XLSX" download="template.xlsx">${t('template')}</a></p>` : nothing}
      ${this.fileField(file)}
      <div class="row">${select(form, 'mode', t('mode'), options(['ALL_OR_NOTHING', 'PARTIAL']), { hint: t('modeHint') })}${select(form, 'reason', t('reason'), options(REASONS))}</div>
      <p class="row"><button class="primary" ?disabled=${form.sending}>${t('try')}</button><span class="note">${t('tryHint')}</span></p>
    </form>`;
  }

  private fileField(file: File | undefined): TemplateResult {
    const { form } = this;
    const id = form.fieldId('file');
    form.fields.set('file', { label: t('file'), show: value => value });
    const invalid = form.errors('file').length > 0;
    return html`<div class="field"><label for=${id}>${t('file')}</label>
      <input id=${id} type="file" accept=".csv,.xlsx,.ndjson,.jsonl,text/csv" aria-required="true" aria-invalid=${invalid ? 'true' : nothing} aria-describedby=${invalid ? `${id}-error` : nothing} @change=${this.choose}>
      ${file ? html`<span class="note">${file.name}</span>` : nothing}${errorsOf(form, 'file')}</div>`;
  }

  private readonly choose = (event: Event): void => {
    const file = (event.target as HTMLInputElement).files?.[0];
    if (!file) return;
    keepFile(file);
    this.form.another();
  };

  private readonly submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const { form } = this;
    const file = keptFile();
    if (!file) return form.refuse('file', t('noFile'));
    let job: Job | undefined;
    await form.send(async key => {
      const { mapping, mode, reason } = form.values as Record<string, string>;
      job = (await send<Job>(path('imports', { mapping, mode, reason, dryRun: true }), { file, type: typeOf(file.name), key })).body;
      return undefined;
    });
    if (!job) return;
    keepTrial(job.id, file);
    address.go({ id: job.id });
  };

  private earlier(items: Job[]): TemplateResult {
    const columns: Column<Job>[] = [
      { id: 'when', label: t('when'), head: true, value: row => row.createdAt, cell: row => html`<a href=${address.href({ id: row.id })}>${instant(row.createdAt)}</a>` },
      { id: 'dry', label: t('state'), value: row => `${t(row.dryRun ? 'dry' : 'real')}, ${code(row.state)}` },
      { id: 'rows', label: t('rows'), numeric: true, value: row => row.rows },
      { id: 'rejected', label: t('rejected'), numeric: true, value: row => row.counts.rejected }
    ];
    return html`<h3>${t('earlier')}</h3>${table('imports', t('earlier'), columns, items)}`;
  }
}

customElements.define('work-import', WorkImport);
