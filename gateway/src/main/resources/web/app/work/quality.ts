import { html, type TemplateResult } from 'lit';
import type { Asked } from '../asked';
import { shown } from '../parts/states';
import { words } from '../words';
import type { Form } from './form';
import { jump } from './outcome';

const t = words({
  title: 'What it lacks to be judged',
  later: 'Save the draft: then this lists what nobody could judge it by.',
  score: '{score} of 100 points',
  nothing: 'It lacks nothing.',
  saved: 'Of the draft as it was saved.'
}, {
  title: 'Ce qui lui manque pour être jugé',
  later: 'Enregistrez le projet : ceci dira ensuite ce qui manque pour en juger.',
  score: '{score} points sur 100',
  nothing: 'Il ne lui manque rien.',
  saved: 'Du projet tel qu’enregistré.'
});

export interface Quality {
  score: number;
  missing: { field: string; why: string }[];
}

/** What is missing for a promise to be judged, each line leading to the field where it would stand. It forbids nothing. */
export function quality(asked: Asked<Quality> | undefined, form: Form): TemplateResult {
  return html`<section class="figure" aria-labelledby="quality-title"><h3 id="quality-title">${t('title')}</h3>
    ${asked ? shown(asked, ({ score, missing }) => html`
      <p><meter min="0" max="100" .value=${score} aria-label=${t('title')}>${score}</meter> ${t('score', { score })} <span class="note">${t('saved')}</span></p>
      ${missing.length ? html`<ul class="missing">${missing.map(one => {
        const at = form.at(one.field);
        return html`<li>${at ? html`<a href="#${form.fieldId(at)}" @click=${(event: Event) => lead(event, form.fieldId(at))}>${form.fields.get(at)!.label}</a>` : one.field}: <span lang="en">${one.why}</span></li>`;
      })}</ul>` : html`<p>${t('nothing')}</p>`}`) : html`<p class="note">${t('later')}</p>`}
  </section>`;
}

/** Leads to a field, also where it stands in what is shut. */
function lead(event: Event, id: string): void {
  const shut = document.getElementById(id)?.closest('details');
  if (shut) shut.open = true;
  jump(event, id);
}
