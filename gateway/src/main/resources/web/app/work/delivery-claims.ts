import { html, nothing, type TemplateResult } from 'lit';
import type { Asked, Page } from '../asked';
import { day, isUndisclosed, type Undisclosed } from '../format';
import { names } from '../names';
import { figureOf, standing, type Delivery } from '../parts/deliveries';
import { code, words } from '../words';
import { personName, type Person } from './people';

const t = words({
  claims: 'What each of the two says',
  both: 'Giver and recipient side by side',
  standing: 'Confirmation',
  quantity: 'How much',
  day: 'Day',
  giver: '{party} gives',
  recipient: '{party} received',
  nothingSaid: 'nothing so far',
  source: 'Source',
  person: 'Person',
  steps: 'Stages so far',
  over: 'more than was promised',
  note: 'Note',
  reason: 'Why it was taken back'
}, {
  claims: 'Ce que dit chacun des deux',
  both: 'Donateur et destinataire côte à côte',
  standing: 'Confirmation',
  quantity: 'Combien',
  day: 'Jour',
  giver: '{party} donne',
  recipient: '{party} a reçu',
  nothingSaid: 'rien jusqu’ici',
  source: 'Source',
  person: 'Personne',
  steps: 'Étapes jusqu’ici',
  over: 'plus que promis',
  note: 'Remarque',
  reason: 'Pourquoi elle a été reprise'
});

/** What giver and recipient say of a delivery, side by side: neither claim replaces the other. */
export function claims(record: Delivery, people: Asked<Page<Person>>, link: TemplateResult): TemplateResult {
  const { giver, recipient } = record.confirmation;
  const nobody = html`<span class="undisclosed">${t('nothingSaid')}</span>`;
  const fact = (label: string, value: unknown): TemplateResult | typeof nothing => value ? html`<dt>${label}</dt><dd>${value}</dd>` : nothing;
  return html`<section class="figure" aria-labelledby="delivery-claims"><h3 id="delivery-claims">${t('claims')}</h3>
    <div class="scroll" tabindex="0" role="region" aria-label=${t('both')}><table>
      <thead><tr><td></td><th scope="col">${t('giver', { party: names.of(record.party) })}</th><th scope="col">${t('recipient', { party: names.of(record.recipient) })}</th></tr></thead>
      <tbody>
        <tr><th scope="row">${t('quantity')}</th><td data-claim="giver">${figureOf(giver)}${record.overDelivery ? html` <span class="note">${t('over')}</span>` : nothing}</td>
          <td data-claim="recipient">${recipient ? figureOf(recipient) : nobody}</td></tr>
        <tr><th scope="row">${t('day')}</th><td>${onDay(giver.day)}</td><td>${recipient ? onDay(recipient.day) : nobody}</td></tr>
      </tbody></table></div>
    <dl class="facts">${fact(t('standing'), html`<span class="tag ${standing(record) === 'CONTESTED' ? 'bad' : ''}">${code(standing(record))}</span>`)}
      ${fact(t('source'), recipient?.source)}${fact(t('person'), typeof recipient?.person === 'string' ? personName(people, recipient.person) : undefined)}
      ${fact(t('steps'), html`<ol>${record.steps.map(one => html`<li>${onDay(one.day)}, ${code(one.stage)}</li>`)}</ol>`)}
      ${fact(t('note'), record.note)}${fact(t('reason'), record.withdrawal?.reason)}</dl>
    <p>${link}</p></section>`;
}

function onDay(on: string | Undisclosed | undefined): string {
  return isUndisclosed(on) ? code(on.undisclosed) : day(on);
}
