import { html, nothing, type TemplateResult } from 'lit';
import type { Figure } from '../parts/deliveries';
import { code, words } from '../words';
import { moneyOr, options, quantityOr, select } from './fields';
import type { Form } from './form';
import { bodyOf, type Values } from './values';

const t = words({
  measured: 'What is counted',
  quantity: 'Quantity',
  unit: 'Unit',
  money: 'Money',
  amount: 'Amount',
  currency: 'Currency',
  over: 'More than was promised'
}, {
  measured: 'Ce qui est compté',
  quantity: 'Quantité',
  unit: 'Unité',
  money: 'Argent',
  amount: 'Montant',
  currency: 'Monnaie',
  over: 'Plus que promis'
});

/** Whether a delivery is of money: of what is promised in both ways the person says which. */
function isOfMoney(form: Form, promised: Figure): boolean {
  return promised.money ? !promised.quantity || form.text('measured') === 'money' : false;
}

/** How much of what is promised, in its measure, or why that is not said. */
export function figureFields(form: Form, promised: Figure, hint?: string): TemplateResult {
  const money = isOfMoney(form, promised);
  const kinds = [{ value: 'quantity', label: t('quantity') }, { value: 'money', label: t('money') }];
  return html`${promised.quantity && promised.money ? select(form, 'measured', t('measured'), kinds) : nothing}
    ${money ? moneyOr(form, 'money', t('amount'), t('currency'), hint) : quantityOr(form, t('quantity'), t('unit'), promised.quantity?.unit ? [promised.quantity.unit] : [], hint)}`;
}

/** Whether it is more than was promised, which has to be said. */
export function overDelivery(form: Form): TemplateResult {
  return select(form, 'overDelivery', t('over'), options(['YES']), {}, code('NO'));
}

/** The figure that a form begins with: of the measure, or of what somebody says. */
export function figureValues(of: Figure, counted = true): Values {
  const values: Values = {};
  const put = (name: string, value: string | number | undefined): void => {
    if (value !== undefined) values[name] = String(value);
  };
  put('quantity.unit', of.quantity?.unit);
  put('money.currency', of.money?.currency);
  if (counted) {
    put('quantity.quantity', of.quantity?.quantity);
    put('money.amount', of.money?.amount);
  }
  return values;
}

/** What is sent of a form with a figure: of the two measures the one that it is in, and nothing of what is only asked to know which. */
export function figureBody(form: Form, promised: Figure): Record<string, unknown> {
  const other = isOfMoney(form, promised) ? 'quantity.' : 'money.';
  const values = Object.fromEntries(Object.entries(form.values).filter(([name]) => name !== 'measured' && !name.startsWith(other)));
  return { ...bodyOf(values), ...('overDelivery' in values ? { overDelivery: values.overDelivery === 'YES' } : {}) };
}

/** The number that is typed, or that somebody says; undefined where there is none. */
export function numberOf(of: Figure): number | undefined {
  const said = of.quantity?.quantity ?? of.money?.amount;
  const value = Number(said);
  return said === undefined || Number.isNaN(value) ? undefined : value;
}
