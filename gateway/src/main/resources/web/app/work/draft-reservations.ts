import { html, nothing, type TemplateResult } from 'lit';
import { conditionKind } from '../condition';
import { names } from '../names';
import { me } from '../user';
import { words } from '../words';
import type { Choices } from './draft-choices';
import { asks } from './draft-record';
import { checks, input, options, rows, select, type Option } from './fields';
import type { Form } from './form';
import { seriesOf } from './outcome';

const t = words({
  strings: 'What it hangs on',
  caveats: 'Caveats',
  caveatsHint: 'A restriction stated by the government. It keeps the promise from requirements that it contradicts.',
  addCaveat: 'Add a caveat',
  caveat: 'Caveat',
  inWords: 'In words',
  source: 'Stated in',
  ofCaveat: 'of caveat {number}',
  conditions: 'Conditions',
  conditionsHint: 'What must be so before it counts as more than pledged and committed.',
  addCondition: 'Add a condition',
  condition: 'Condition',
  ofCondition: 'of condition {number}',
  commitment: 'Commitment',
  party: 'Party',
  instrument: 'Instrument',
  triggers: 'Triggers',
  triggersHint: 'It sleeps until one of them has occurred. Without any it does not sleep.',
  addTrigger: 'Add a trigger',
  trigger: 'Trigger',
  day: 'Wakes on',
  ofTrigger: 'of trigger {number}',
  approvals: 'Approvals that it needs',
  noApprovals: 'Your party has recorded no approval.'
}, {
  strings: 'Ce dont cela dépend',
  caveats: 'Restrictions',
  caveatsHint: 'Une restriction déclarée par le gouvernement. Elle écarte la promesse des besoins qu’elle contredit.',
  addCaveat: 'Ajouter une restriction',
  caveat: 'Restriction',
  inWords: 'En clair',
  source: 'Déclarée dans',
  ofCaveat: 'de la restriction {number}',
  conditions: 'Conditions',
  conditionsHint: 'Ce qui doit être rempli pour compter davantage que promis et engagé.',
  addCondition: 'Ajouter une condition',
  condition: 'Condition',
  ofCondition: 'de la condition {number}',
  commitment: 'Engagement',
  party: 'Partie',
  instrument: 'Instrument',
  triggers: 'Déclencheurs',
  triggersHint: 'L’engagement est en sommeil jusqu’à ce que l’un d’eux se produise. Sans déclencheur, il ne l’est pas.',
  addTrigger: 'Ajouter un déclencheur',
  trigger: 'Déclencheur',
  day: 'Éveil le',
  ofTrigger: 'du déclencheur {number}',
  approvals: 'Autorisations nécessaires',
  noApprovals: 'Votre partie n’a enregistré aucune autorisation.'
});

const CAVEATS = ['NOT_ON_TERRITORY', 'FROM_NEIGHBOURING_TERRITORY_ONLY', 'MARITIME_ONLY', 'AIR_ONLY', 'NON_COMBAT', 'OTHER'];
const CONDITIONS = ['COMMITMENT', 'PARTICIPATION', 'INSTRUMENT_IN_FORCE', 'HOST_CONSENT'];
const TRIGGERS = ['CEASEFIRE_IN_FORCE', 'RENEWED_ARMED_ATTACK', 'HOST_REQUEST', 'CONFIRMED_BREACH', 'DATE'];

/** What a government or a parliament, another party or an event still has to say or do. */
export function reservationFields(form: Form, choices: Choices, basis: string): TemplateResult {
  const guarantee = asks(form.values, basis, 'conditions');
  return html`<fieldset class="part"><legend>${t('strings')}</legend>
    ${caveats(form)}
    ${guarantee ? html`${conditions(form, choices)} ${triggers(form)} ${checks(form, 'approvals', t('approvals'), choices.approvals, { none: t('noApprovals') })}` : nothing}
  </fieldset>`;
}

function caveats(form: Form): TemplateResult {
  return rows(form, 'caveats', t('caveats'), t('addCaveat'), (at, number) => {
    const hidden = t('ofCaveat', { number });
    return html`${select(form, `${at}.kind`, t('caveat'), options(CAVEATS), { hidden: String(number) })}${input(form, `${at}.text`, t('inWords'), { hidden })}${input(form, `${at}.source`, t('source'), { hidden })}`;
  }, t('caveatsHint'));
}

/** Parties of the same series but the own one. */
export function otherParties(): Option[] {
  return names.in(seriesOf(me.party!)).filter(one => one.code !== me.party).map(one => ({ value: one.code, label: one.name }));
}

/** What a condition names is made for every kind, so that it has a name in a conflict, and shown for the one that needs it. */
function conditions(form: Form, choices: Choices): TemplateResult {
  const parties = otherParties();
  const { options: grounds, told } = choices.grounds;
  return rows(form, 'conditions', t('conditions'), t('addCondition'), (at, number) => {
    const hidden = t('ofCondition', { number });
    const named: Record<string, TemplateResult> = {
      commitment: select(form, `${at}.commitment`, t('commitment'), grounds, { hidden, hint: told }),
      party: select(form, `${at}.party`, t('party'), parties, { hidden }),
      instrument: select(form, `${at}.instrument`, t('instrument'), choices.instruments, { hidden })
    };
    return html`${select(form, `${at}.kind`, t('condition'), CONDITIONS.map(value => ({ value, label: conditionKind(value) })), { hidden: String(number) })}
      ${Object.entries(named).map(([part, control]) => asks(form.values, '', `${at}.${part}`) ? control : nothing)}
      ${input(form, `${at}.text`, t('inWords'), { hidden })}`;
  }, t('conditionsHint'));
}

function triggers(form: Form): TemplateResult {
  return rows(form, 'triggers', t('triggers'), t('addTrigger'), (at, number) => {
    const day = input(form, `${at}.day`, t('day'), { type: 'date', hidden: t('ofTrigger', { number }) });
    return html`${select(form, `${at}.kind`, t('trigger'), options(TRIGGERS), { hidden: String(number) })}${asks(form.values, '', `${at}.day`) ? day : nothing}`;
  }, t('triggersHint'));
}
