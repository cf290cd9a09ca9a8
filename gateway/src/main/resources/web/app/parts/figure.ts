import { html, nothing, type TemplateResult } from 'lit';
import { cache } from 'lit/directives/cache.js';
import { address } from '../address';
import { readFile } from '../api';
import { words } from '../words';
import { csv, save, saveDrawings } from './save';

const t = words({
  chart: 'Chart',
  table: 'Table',
  sources: 'Rules and sources',
  views: 'Views of {title}',
  csv: 'CSV',
  svg: 'SVG',
  downloads: 'Download {title}'
}, {
  chart: 'Graphique',
  table: 'Tableau',
  sources: 'Règles et sources',
  views: 'Vues de « {title} »',
  csv: 'CSV',
  svg: 'SVG',
  downloads: 'Télécharger « {title} »'
});

export interface Figure {
  /** Unique on the page: names the figure in the address, in files and among its labels. */
  id: string;
  title: string;
  /** Of its heading, 2 unless it stands within another. */
  level?: 2 | 3 | 5;
  chart?: TemplateResult;
  table: TemplateResult;
  /** By which rules the numbers are made, and where what is behind them comes from. */
  sources?: TemplateResult;
  /** The rows of the table, where the API has no file of its own. */
  rows?: () => { head: string[]; rows: (string | number | undefined)[][] };
  /** Where the API gives the same numbers as `text/csv`. */
  file?: string;
}

type View = 'chart' | 'table' | 'sources';

/** A chart, its table and its sources: three views of the same numbers, each reached by a link, and all of them as files. */
export function figure(of: Figure): TemplateResult {
  const views: View[] = [...(of.chart ? ['chart' as const] : []), 'table', ...(of.sources ? ['sources' as const] : [])];
  const asked = address.get(`view-${of.id}`) as View | undefined;
  const view = asked && views.includes(asked) ? asked : views[0]!;
  return html`<section class="figure" id="figure-${of.id}" aria-labelledby="title-${of.id}">
    <div class="figure-head">
      ${heading(of)}
      ${views.length > 1
        ? html`<nav class="views" aria-label=${t('views', { title: of.title })}>${views.map(one => html`<a
            href=${address.href({ [`view-${of.id}`]: one === views[0] ? undefined : one })} aria-current=${one === view ? 'true' : nothing}>${t(one)}</a>`)}</nav>`
        : nothing}
      <div class="downloads" role="group" aria-label=${t('downloads', { title: of.title })}>
        <button type="button" @click=${() => void saveRows(of)}>${t('csv')}</button>
        ${of.chart && view === 'chart' ? html`<button type="button" @click=${(e: Event) => saveChart(e, of)}>${t('svg')}</button>` : nothing}
      </div>
    </div>
    ${cache(view === 'chart' ? of.chart : view === 'table' ? of.table : of.sources)}
  </section>`;
}

function heading({ id, title, level = 2 }: Figure): TemplateResult {
  switch (level) {
    case 2: return html`<h2 id="title-${id}">${title}</h2>`;
    case 3: return html`<h3 id="title-${id}">${title}</h3>`;
    case 5: return html`<h5 id="title-${id}">${title}</h5>`;
  }
}

async function saveRows(of: Figure): Promise<void> {
  if (of.file) {
    save(await readFile(of.file, 'text/csv'), `${of.id}.csv`);
  } else if (of.rows) {
    const { head, rows } = of.rows();
    save(csv(head, rows), `${of.id}.csv`, 'text/csv');
  }
}

function saveChart(event: Event, of: Figure): void {
  const drawings = [...(event.target as Element).closest('.figure')?.querySelectorAll<SVGSVGElement>('svg[viewBox]') ?? []];
  if (drawings.length) saveDrawings(drawings, `${of.id}.svg`);
}
