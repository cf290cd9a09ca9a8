import { html, nothing, type TemplateResult } from 'lit';
import { address } from '../address';
import { path } from '../api';
import { Asked, ofCoverage } from '../asked';
import { names } from '../names';
import { Part, scope } from '../part';
import '../parts/credibility';
import { figure } from '../parts/figure';
import { empty, shown } from '../parts/states';
import { rowsOf, table, type Column } from '../parts/table';
import '../parts/weak-links';
import { words } from '../words';

const t = words({
  today: 'Credibility and weak links show what is known now; only the circular conditions below look back.',
  circles: 'What waits for each other',
  noCircles: 'No commitments wait for each other.',
  circle: 'Circle',
  party: 'Party',
  commitment: 'Commitment',
  waitsFor: 'Waits for',
  rules: 'Commitments that wait for each other by conditions on a commitment or on participation, so that none stands by itself.',
  hidden: 'not released to you'
}, {
  today: 'La crédibilité et les maillons faibles montrent ce qui est connu à présent ; seules les conditions circulaires ci-dessous regardent en arrière.',
  circles: 'Ce qui s’attend mutuellement',
  noCircles: 'Aucun engagement n’en attend un autre en cercle.',
  circle: 'Cercle',
  party: 'Partie',
  commitment: 'Engagement',
  waitsFor: 'Attend',
  rules: 'Des engagements qui s’attendent mutuellement par des conditions sur un engagement ou une participation, si bien qu’aucun ne tient seul.',
  hidden: 'non communiqué à votre partie'
});

interface Member {
  commitment: string;
  party: string;
  title?: string;
  waitsFor: string[];
}

interface Row extends Member {
  circle: number;
  titles: Map<string, string>;
}

/** What would break it? The criteria of credibility, the losses that break a requirement, and what waits for each other. */
class BreaksPanel extends Part {
  private readonly circles = new Asked<{ circles: { parties: string[]; commitments: Member[] }[] }>(this, () => {
    const { series, known, day } = scope();
    return path('circular-conditions', { series, knownAt: known, asOf: day });
  }, ofCoverage);

  protected override render(): TemplateResult {
    return html`${scope().known ? html`<p class="note">${t('today')}</p>` : nothing}
      <surety-credibility></surety-credibility>
      <surety-weak-links></surety-weak-links>
      ${shown(this.circles, ({ circles }) => {
        const rows = circles.flatMap(({ commitments }, i) => commitments.map(one => ({ ...one, circle: i + 1, titles: new Map(commitments.map(member => [member.commitment, member.title ?? member.commitment])) })));
        const shape = columns();
        return figure({
          id: 'circles', title: t('circles'), table: rows.length ? table('circles', t('circles'), shape, rows) : empty(t('noCircles')), rows: () => rowsOf(shape, rows), sources: html`<p>${t('rules')}</p>`
        });
      })}`;
  }
}

function columns(): Column<Row>[] {
  const link = (id: string, title: string): TemplateResult => html`<a href=${address.href({ panel: 'commitment', id })}>${title}</a> `;
  return [
    { id: 'circle', label: t('circle'), numeric: true, value: row => row.circle },
    { id: 'party', label: t('party'), value: row => names.of(row.party) },
    { id: 'commitment', label: t('commitment'), head: true, value: row => row.title ?? row.commitment, cell: row => link(row.commitment, row.title ?? row.commitment) },
    { id: 'waitsFor', label: t('waitsFor'), value: row => row.waitsFor.map(one => row.titles.get(one) ?? t('hidden')).join('; '),
      cell: row => row.waitsFor.map(one => (row.titles.has(one) ? link(one, row.titles.get(one)!) : html`<span class="undisclosed">${t('hidden')}</span> `)) }
  ];
}

customElements.define('breaks-panel', BreaksPanel);
