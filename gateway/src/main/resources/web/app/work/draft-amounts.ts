import { html, nothing, type TemplateResult } from 'lit';
import { code, words } from '../words';
import type { Choices, Requirement } from './draft-choices';
import { asks } from './draft-record';
import { area, group, input, moneyOr, options, quantityOr, reason, rows, select } from './fields';
import type { Form } from './form';

const t = words({
  amount: 'How much',
  quantity: 'Quantity',
  unit: 'Unit',
  money: 'Money',
  currency: 'Currency',
  euro: 'Value in euro',
  euroHint: 'As its source gives it. Without one, money is in no total.',
  contributions: 'Requirements that it serves',
  contributionsHint: 'Of the priority chosen. What no requirement asks for needs none. A formation that several commitments name by the same words counts once.',
  addContribution: 'Add a requirement',
  requirement: 'Requirement',
  part: 'Of it',
  element: 'Formation or means',
  number: 'requirement {number}',
  figures: 'How the figures come about',
  quantityBasis: 'The quantity is',
  moneyBasis: 'The money is',
  euroBasis: 'The value in euro is',
  notSaid: 'not said',
  perEuro: 'Units for one euro',
  rateOn: 'Rate of the day',
  rateSource: 'Rate published by',
  overlap: 'Why the requirements come to more than the quantity',
  overlapHint: 'What serves several of them at once.'
}, {
  amount: 'Combien',
  quantity: 'Quantité',
  unit: 'Unité',
  money: 'Montant',
  currency: 'Monnaie',
  euro: 'Valeur en euros',
  euroHint: 'Telle que la source la donne. Sans elle, le montant n’entre dans aucun total.',
  contributions: 'Besoins servis',
  contributionsHint: 'De la priorité choisie. Ce qu’aucun besoin ne demande n’en nomme aucun. Une formation que plusieurs engagements nomment par les mêmes mots compte une fois.',
  addContribution: 'Ajouter un besoin',
  requirement: 'Besoin',
  part: 'Dont',
  element: 'Formation ou moyen',
  number: 'besoin {number}',
  figures: 'D’où viennent les chiffres',
  quantityBasis: 'La quantité est',
  moneyBasis: 'Le montant est',
  euroBasis: 'La valeur en euros est',
  notSaid: 'non précisé',
  perEuro: 'Unités pour un euro',
  rateOn: 'Taux du',
  rateSource: 'Taux publié par',
  overlap: 'Pourquoi les besoins dépassent la quantité',
  overlapHint: 'Ce qui sert plusieurs d’entre eux à la fois.'
});

const BASES = ['STATED', 'COMPUTED', 'ESTIMATED'];

/** How much is promised, of what, and for which requirements. */
export function amountFields(form: Form, choices: Choices, basis: string): TemplateResult {
  const { requirements } = choices;
  const units = [...new Set(requirements.map(one => one.unit))].sort();
  return html`<fieldset class="part"><legend>${t('amount')}</legend>
    ${quantityOr(form, t('quantity'), t('unit'), units)}
    ${moneyOr(form, 'money', t('money'), t('currency'))}
    ${moneyOr(form, 'euroValue', t('euro'), undefined, t('euroHint'))}
    ${asks(form.values, basis, 'contributions') ? contributions(form, requirements) : nothing}
    ${figures(form)}
  </fieldset>`;
}

/** Only requirements of the priority, and those that the draft names already. */
function contributions(form: Form, requirements: Requirement[]): TemplateResult {
  const priority = form.text('priority');
  return rows(form, 'contributions', t('contributions'), t('addContribution'), (at, number) => {
    const chosen = form.text(`${at}.requirement`);
    const fitting = requirements.filter(one => one.priority === priority || one.id === chosen);
    const hidden = t('number', { number });
    const unit = requirements.find(one => one.id === chosen)?.unit;
    return html`${select(form, `${at}.requirement`, t('requirement'), fitting.map(one => ({ value: one.id, label: one.priority === priority ? one.title : `${one.title} (${code(one.priority)})` })), { hidden })}
      ${input(form, `${at}.quantity`, unit ? `${t('part')} (${unit})` : t('part'), { decimal: true, hidden, disabled: !!form.text(`${at}.undisclosed`) })}${reason(form, at, t('part'), hidden)}
      ${input(form, `${at}.element`, t('element'), { hidden })}`;
  }, t('contributionsHint'));
}

function figures(form: Form): TemplateResult {
  const basisOf = (name: 'quantityBasis' | 'moneyBasis' | 'euroBasis'): TemplateResult => select(form, `particulars.${name}`, t(name), options(BASES), {}, t('notSaid'));
  return group(form, 'figures', t('figures'), ['particulars.quantityBasis', 'particulars.moneyBasis', 'particulars.euroBasis', 'particulars.rate', 'particulars.overlap'], html`
    <div class="row">${basisOf('quantityBasis')}${basisOf('moneyBasis')}${basisOf('euroBasis')}</div>
    <div class="row">${input(form, 'particulars.rate.perEuro', t('perEuro'), { decimal: true })}${input(form, 'particulars.rate.on', t('rateOn'), { type: 'date' })}
      ${input(form, 'particulars.rate.source', t('rateSource'))}</div>
    ${area(form, 'particulars.overlap', t('overlap'), { hint: t('overlapHint') })}`);
}
