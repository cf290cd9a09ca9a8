import { html, nothing, type TemplateResult } from 'lit';
import type { Failure } from '../api';
import { names } from '../names';
import type { Differing } from '../parts/conflict';
import '../parts/problem-title';
import { code, words } from '../words';
import type { Form } from './form';
import { sentence } from './said';
import { differences, unit, type Values } from './values';

const t = words({
  notTaken: 'This was not recorded. Nothing of what you typed is lost.',
  reused: 'What you sent before under the same intention has been recorded already. See whether it is there; if you send again, it is recorded as another one.',
  unreachable: 'The register cannot be reached. Send it again: it is recorded once at most.',
  forbidden: 'Your role does not allow this.',
  over: 'Your session has ended. Sign in again and go on: what you typed is kept in this tab.',
  field: '{label}:',
  trace: 'Trace id {id}: tell it to the operator.',
  restored: 'What you had typed here before is back.',
  drop: 'Drop it',
  series: 'This is recorded for {party} in the series {series}.'
}, {
  notTaken: 'Ceci n’a pas été enregistré. Rien de votre saisie n’est perdu.',
  reused: 'Ce que vous aviez envoyé pour la même intention est déjà enregistré. Vérifiez que cela y est ; un nouvel envoi serait un autre enregistrement.',
  unreachable: 'Le registre est injoignable. Renvoyez : l’enregistrement se fait une fois au plus.',
  forbidden: 'Votre rôle ne le permet pas.',
  over: 'Votre session est terminée. Reconnectez-vous et poursuivez : votre saisie est conservée dans cet onglet.',
  field: '{label} :',
  trace: 'Identifiant de trace {id} : à communiquer à l’exploitant.',
  restored: 'Ce que vous aviez saisi ici est de retour.',
  drop: 'L’abandonner',
  series: 'Ceci est enregistré pour {party} dans la série {series}.'
});

/** What is wrong, first of all and with the focus: each line leads to its field. A stale version has a part of its own. */
export function summary(form: Form): TemplateResult | typeof nothing {
  const { refused } = form;
  if (!refused || refused.status === 412) return nothing;
  const { problem } = refused;
  return html`<div class="state failed" id="${form.id}-summary" role="alert" tabindex="-1">
    <p><strong>${reasonOf(refused)}</strong></p>
    ${problem.type && !SAID_OTHERWISE.includes(refused.code) ? html`<p><problem-title .refused=${refused}></problem-title></p>` : nothing}
    ${problem.detail && !problem.violations?.length ? html`<p lang="en">${problem.detail}</p>` : nothing}
    ${problem.violations?.length ? html`<ul>${problem.violations.map(one => {
      const at = form.at(one.field);
      const { text, lang } = sentence(one.message);
      const label = at ? form.fields.get(at)!.label : one.field;
      return html`<li>${at ? html`<a href="#${form.fieldId(at)}" @click=${(event: Event) => jump(event, form.fieldId(at))}>${t('field', { label })}</a>`
        : label ? t('field', { label }) : nothing} <span lang=${lang}>${text}</span></li>`;
    })}</ul>` : nothing}
    ${problem.traceId ? html`<p class="note">${t('trace', { id: problem.traceId })}</p>` : nothing}
  </div>`;
}

/** What the board says of these in its own words, or field by field. */
const SAID_OTHERWISE = ['invalid-request', 'key-reused', 'unauthenticated'];

function reasonOf(refused: Failure): string {
  if (refused.code === 'key-reused') return t('reused');
  if (refused.status === 401) return t('over');
  if (refused.status === 403) return t('forbidden');
  return [0, 502, 503, 504].includes(refused.status) ? t('unreachable') : t('notTaken');
}

/** Leads to a field of the page, without a trace in the address. */
export function jump(event: Event, id: string): void {
  event.preventDefault();
  event.stopPropagation();
  document.getElementById(id)?.focus();
}

/** What was done, told politely, with the way to it. The region is there before it says anything, or nobody would hear it. */
export function done(form: Form): TemplateResult {
  return html`<div role="status" class=${form.done ? 'state done' : nothing} id="${form.id}-done" tabindex="-1">${form.done ?? nothing}</div>`;
}

/** That the form holds what was typed before a break, and the way out of it. */
export function restored(form: Form, drop: () => void): TemplateResult | typeof nothing {
  return form.restored ? html`<p class="state stale" role="status">${t('restored')} <button type="button" @click=${drop}>${t('drop')}</button></p>` : nothing;
}

/** For whom and in which series: the series of the party, whatever the board shows. */
export function forWhom(party: string): TemplateResult {
  return html`<p class="note">${t('series', { party: names.of(party), series: code(seriesOf(party)) })}</p>`;
}

export function seriesOf(party: string): string {
  return names.in('REAL').some(one => one.code === party) ? 'REAL' : 'EXERCISE';
}

/** What both have done to the fields of the form. */
export function differing(form: Form, theirs: Values): Differing[] {
  const mine = new Set(differences(form.base, form.values));
  const other = new Set([...differences(form.base, theirs), ...differences(form.values, theirs)]);
  return [...other].map(name => ({ label: labelOf(form, name), mine: mine.has(name) ? told(form, form.values, name) : undefined, theirs: told(form, theirs, name) }));
}

function labelOf(form: Form, name: string): string {
  const at = form.fields.get(name) ?? form.fields.get(`${name}.quantity`) ?? [...form.fields].find(([one]) => unit(one) === name || one.startsWith(`${name}.`))?.[1];
  return at?.label ?? name;
}

/** All that a form holds of a field, as people read it. */
function told(form: Form, values: Values, name: string): string {
  const parts = Object.entries(values).filter(([one, value]) => unit(one) === name && value.length && !one.endsWith('.#'));
  return parts.map(([one, value]) => {
    const show = form.fields.get(one)?.show ?? form.fields.get(one.replace(/\[\d+\]/, '[0]'))?.show ?? (raw => code(raw) || raw);
    return typeof value === 'string' ? show(value) : value.map(show).join(', ');
  }).join(', ');
}
