import { html, nothing, type TemplateResult } from 'lit';
import { names } from '../names';
import { me } from '../user';
import { words } from '../words';
import { area, dayOr, input, options, quantityOr, rows, select, type Option } from './fields';
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
  quantity: 'Quantity',
  unit: 'Unit',
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
  quantity: 'Quantité',
  unit: 'Unité',
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

export function initialAct(act: Act, today: string): Values {
  return act === 'decision' ? { decidedOn: today } : act === 'delivery' ? { day: today } : { doneOn: today };
}

/** What each act says. */
export function actFields(form: Form, act: Act, people: Option[], unit: string | undefined): TemplateResult {
  const source = input(form, 'source', t('source'), { required: act === 'decision' });
  const person = select(form, 'person', t('person'), people, { required: act === 'withdrawal' });
  const doneOn = input(form, 'doneOn', t('doneOn'), { type: 'date' });
  const effectiveOn = input(form, 'effectiveOn', t('effectiveOn'), { type: 'date', hint: t('effectiveHint') });
  switch (act) {
    case 'decision': return html`<div class="row">${input(form, 'decidedOn', t('decidedOn'), { type: 'date', required: true })}${effectiveOn}</div>${source}`;
    case 'readiness': return html`<div class="row">${select(form, 'level', t('level'), options(['NOT_READY', 'IN_PREPARATION', 'READY_WITH_NOTICE', 'READY']), { required: true })}
        ${form.text('level') === 'READY_WITH_NOTICE' ? input(form, 'noticeDays', t('noticeDays'), { decimal: true, required: true }) : nothing}
        ${input(form, 'validUntil', t('validUntil'), { type: 'date', required: true })}</div>
      <div class="row">${doneOn}${effectiveOn}</div>${select(form, 'person', t('person'), people, { required: true })}${source}`;
    case 'delivery': return delivery(form, unit);
    case 'withdrawal': return html`${person}${area(form, 'reason', t('reason'), { required: true })}<div class="row">${doneOn}${source}</div>`;
  }
}

function delivery(form: Form, unit: string | undefined): TemplateResult {
  const parties = names.in(seriesOf(me.party!)).filter(one => one.code !== me.party).map(one => ({ value: one.code, label: one.name }));
  return html`<div class="row">${select(form, 'recipient', t('recipient'), parties, { required: true })}
      ${select(form, 'stage', t('stage'), options(['PREPARED', 'DISPATCHED', 'HANDED_OVER', 'DEPLOYED', 'PAID']), { required: true })}</div>
    ${dayOr(form, 'day', t('day'), { required: true })}${quantityOr(form, t('quantity'), t('unit'), unit ? [unit] : [])}
    ${rows(form, 'evidence', t('evidence'), t('addEvidence'), (at, number) => html`${input(form, `${at}.text`, t('citation'), { hidden: t('evidenceNumber', { number }) })}
      ${input(form, `${at}.url`, t('url'), { type: 'url', hidden: t('evidenceNumber', { number }) })}`)}
    ${area(form, 'note', t('note'))}`;
}
