import { html, nothing, type TemplateResult } from 'lit';
import { names } from '../names';
import type { Figure } from '../parts/deliveries';
import { me } from '../user';
import { words } from '../words';
import { area, dayOr, input, options, rows, select, type Option } from './fields';
import { figureFields, figureValues, overDelivery } from './figure-fields';
import type { Form } from './form';
import { seriesOf } from './outcome';
import type { Values } from './values';

const t = words({
  decidedOn: 'Decided on',
  effectiveOn: 'Takes effect on',
  effectiveHint: 'Empty: the same day.',
  source: 'Source',
  level: 'Level',
  noticeDays: 'Days of notice',
  validUntil: 'To be relied on until',
  doneOn: 'Done on',
  person: 'Person',
  recipient: 'Recipient',
  stage: 'Stage',
  day: 'Day',
  note: 'Note',
  evidence: 'Evidence',
  addEvidence: 'Add evidence',
  citation: 'Citation',
  url: 'Address',
  evidenceNumber: 'of evidence {number}',
  reason: 'Reason'
}, {
  decidedOn: 'Décidé le',
  effectiveOn: 'Prend effet le',
  effectiveHint: 'Vide : le même jour.',
  source: 'Source',
  level: 'Niveau',
  noticeDays: 'Jours de préavis',
  validUntil: 'Fiable jusqu’au',
  doneOn: 'Fait le',
  person: 'Personne',
  recipient: 'Destinataire',
  stage: 'Étape',
  day: 'Jour',
  note: 'Remarque',
  evidence: 'Preuves',
  addEvidence: 'Ajouter une preuve',
  citation: 'Référence',
  url: 'Adresse',
  evidenceNumber: 'de la preuve {number}',
  reason: 'Motif'
});

export const ACTS = ['decision', 'readiness', 'delivery', 'withdrawal'] as const;
export type Act = (typeof ACTS)[number];

export function initialAct(act: Act, today: string, promised: Figure): Values {
  return act === 'decision' ? { decidedOn: today } : act === 'delivery' ? { day: today, ...figureValues(promised, false) } : { doneOn: today };
}

/** What each act says. */
export function actFields(form: Form, act: Act, people: Option[], promised: Figure): TemplateResult {
  const source = input(form, 'source', t('source'), { required: act === 'decision' });
  const doneOn = input(form, 'doneOn', t('doneOn'), { type: 'date' });
  const effectiveOn = input(form, 'effectiveOn', t('effectiveOn'), { type: 'date', hint: t('effectiveHint') });
  switch (act) {
    case 'decision': return html`<div class="row">${input(form, 'decidedOn', t('decidedOn'), { type: 'date', required: true })}${effectiveOn}</div>${source}`;
    case 'readiness': return html`<div class="row">${select(form, 'level', t('level'), options(['NOT_READY', 'IN_PREPARATION', 'READY_WITH_NOTICE', 'READY']), { required: true })}
        ${form.text('level') === 'READY_WITH_NOTICE' ? input(form, 'noticeDays', t('noticeDays'), { decimal: true, required: true }) : nothing}
        ${input(form, 'validUntil', t('validUntil'), { type: 'date', required: true })}</div>
      <div class="row">${doneOn}${effectiveOn}</div>${select(form, 'person', t('person'), people, { required: true })}${source}`;
    case 'delivery': return delivery(form, promised);
    case 'withdrawal': return shareFields(form, act, people);
  }
}

/** By whom a promise is taken back, and why; or by whom a share of one is confirmed. */
export function shareFields(form: Form, act: 'confirmation' | 'withdrawal', people: Option[]): TemplateResult {
  return html`${select(form, 'person', t('person'), people, { required: true })}${act === 'withdrawal' ? area(form, 'reason', t('reason'), { required: true }) : nothing}
    <div class="row">${input(form, 'doneOn', t('doneOn'), { type: 'date' })}${input(form, 'source', t('source'))}</div>`;
}

function delivery(form: Form, promised: Figure): TemplateResult {
  const parties = names.in(seriesOf(me.party!)).filter(one => one.code !== me.party).map(one => ({ value: one.code, label: one.name }));
  return html`<div class="row">${select(form, 'recipient', t('recipient'), parties, { required: true })}${stage(form, STAGES)}</div>
    ${dayOr(form, 'day', t('day'), { required: true })}${figureFields(form, promised)}${overDelivery(form)}${evidence(form)}${area(form, 'note', t('note'))}`;
}

/** The stages of a delivery in their order. */
export const STAGES = ['PREPARED', 'DISPATCHED', 'HANDED_OVER', 'DEPLOYED', 'PAID'] as const;

export function stage(form: Form, stages: readonly string[]): TemplateResult {
  return select(form, 'stage', t('stage'), options(stages), { required: true });
}

/** From what a stage of a delivery is known. */
export function evidence(form: Form): TemplateResult {
  return rows(form, 'evidence', t('evidence'), t('addEvidence'), (at, number) => html`${input(form, `${at}.text`, t('citation'), { hidden: t('evidenceNumber', { number }) })}
    ${input(form, `${at}.url`, t('url'), { type: 'url', hidden: t('evidenceNumber', { number }) })}`);
}
