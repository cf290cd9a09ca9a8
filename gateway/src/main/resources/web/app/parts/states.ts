import { html, nothing, type TemplateResult } from 'lit';
import type { Failure } from '../api';
import type { Asked } from '../asked';
import { instant } from '../format';
import { words } from '../words';
import './problem-title';

const t = words({
  loading: 'Loading…',
  stale: 'Last update {when}. Trying again.',
  again: 'Try again',
  forbidden: 'Your role does not allow this.',
  missing: 'There is nothing here that is released to you.',
  unreachable: 'The register cannot be reached.',
  failed: 'This could not be answered.',
  trace: 'Trace id {id}: tell it to the operator.',
  field: '{field}: {message}',
  cut: 'The first {count} are shown; narrow the question for the others.'
}, {
  loading: 'Chargement…',
  stale: 'Dernière mise à jour : {when}. Nouvel essai en cours.',
  again: 'Réessayer',
  forbidden: 'Votre rôle ne le permet pas.',
  missing: 'Rien ici ne vous est communiqué.',
  unreachable: 'Le registre est injoignable.',
  failed: 'Cette question est restée sans réponse.',
  trace: 'Identifiant de trace {id} : à communiquer à l’exploitant.',
  field: '{field} : {message}',
  cut: 'Les {count} premiers sont affichés ; précisez la question pour les autres.'
});

/** An answer in whatever state it is: not there yet, there, there but old, refused. */
export function shown<T>(asked: Asked<T>, show: (value: T) => TemplateResult | typeof nothing): TemplateResult {
  if (asked.value === undefined) {
    return asked.failure ? failure(asked.failure, asked.again) : loading();
  }
  return html`${asked.failure ? stale(asked) : nothing}${show(asked.value)}`;
}

export function loading(): TemplateResult {
  return html`<div class="state loading" aria-busy="true" role="status"><span class="shimmer"></span><span class="shimmer"></span><span class="shimmer"></span><p>${t('loading')}</p></div>`;
}

export function empty(sentence: string): TemplateResult {
  return html`<p class="state empty">${sentence}</p>`;
}

export function cut(count: number): TemplateResult {
  return html`<p class="note">${t('cut', { count })}</p>`;
}

/** What was refused and why, with the fields it is about and the id under which the operator finds it. */
export function failure(refused: Failure, again?: () => void): TemplateResult {
  const { problem } = refused;
  return html`<div class="state failed" role="alert">
    <p><strong>${sentence(refused)}</strong></p>
    ${problem.detail ? html`<p lang="en">${problem.detail}</p>` : nothing}
    ${problem.violations?.length
      ? html`<ul lang="en">${problem.violations.map(one => html`<li>${one.field ? t('field', { field: one.field, message: one.message }) : one.message}</li>`)}</ul>`
      : nothing}
    ${problem.traceId ? html`<p class="note">${t('trace', { id: problem.traceId })}</p>` : nothing}
    ${again && refused.status !== 403 && refused.status !== 404 ? html`<button type="button" @click=${again}>${t('again')}</button>` : nothing}
  </div>`;
}

function sentence(refused: Failure): TemplateResult | string {
  if (refused.status === 0 || refused.status === 502 || refused.status === 503 || refused.status === 504) return t('unreachable');
  if (refused.status === 403) return t('forbidden');
  if (refused.status === 404) return t('missing');
  return refused.problem.title ? html`<problem-title .refused=${refused}></problem-title>` : t('failed');
}

function stale(asked: Asked<unknown>): TemplateResult {
  return html`<p class="state stale" role="status">${t('stale', { when: instant(new Date(asked.loadedAt).toISOString()) })}
    <button type="button" @click=${asked.again}>${t('again')}</button></p>`;
}
