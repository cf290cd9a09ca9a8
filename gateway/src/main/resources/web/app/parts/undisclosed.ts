import { html, nothing, type TemplateResult } from 'lit';
import { words } from '../words';

const t = words({
  more: '+ {count} undisclosed',
  long: '{count} {count|commitment states|commitments state} no quantity to you: in no sum'
}, {
  more: '+ {count} non communiqués',
  long: '{count} {count|engagement ne vous communique|engagements ne vous communiquent} aucune quantité : hors des sommes'
});

/** Beside a sum: how many there are whose quantity is in it for others alone. Never shown as 0. */
export function andUndisclosed(count = 0): TemplateResult | typeof nothing {
  return count ? html` <span class="undisclosed" title=${t('long', { count })}>${t('more', { count })}</span>` : nothing;
}
