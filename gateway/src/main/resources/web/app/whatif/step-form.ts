import { html, type TemplateResult } from 'lit';
import { path } from '../api';
import { Asked, of, pages, type Page } from '../asked';
import { today } from '../format';
import { names } from '../names';
import { Part, scope } from '../part';
import { compare } from '../parts/table';
import { code, words } from '../words';
import { STEPS, type Field, type Step, type StepKind } from './steps';

const t = words({
  legend: 'Add a step',
  step: 'What happens',
  add: 'Add',
  party: 'Party',
  commitment: 'Commitment',
  approval: 'Approval',
  situation: 'Situation',
  requirement: 'Requirement',
  quantity: 'Quantity, in the unit of the requirement',
  kind: 'Kind',
  caveat: 'Caveat',
  from: 'From',
  until: 'Until'
}, {
  legend: 'Ajouter une étape',
  step: 'Ce qui arrive',
  add: 'Ajouter',
  party: 'Partie',
  commitment: 'Engagement',
  approval: 'Autorisation',
  situation: 'Situation',
  requirement: 'Besoin',
  quantity: 'Quantité, dans l’unité du besoin',
  kind: 'Nature',
  caveat: 'Restriction',
  from: 'À partir du',
  until: 'Jusqu’au'
});

interface Named {
  id: string;
  party?: string;
  title: string;
  unit?: string;
  kind?: string;
  caveats?: { kind: string }[];
}

const KINDS = ['WEAPONRY', 'TRAINING', 'INTELLIGENCE_SHARING', 'FORCE_CONTRIBUTION', 'MONITORING', 'LOGISTICS', 'FINANCIAL_ASSISTANCE', 'HUMANITARIAN_ASSISTANCE', 'SANCTIONS',
  'RECONSTRUCTION_FORTIFICATION', 'DEFENCE_INDUSTRIAL_COOPERATION', 'ATTACK_RESPONSE'];
const SITUATIONS = ['CEASEFIRE_IN_FORCE', 'RENEWED_ARMED_ATTACK', 'HOST_REQUEST', 'CONFIRMED_BREACH'];
const CAVEATS = ['NOT_ON_TERRITORY', 'FROM_NEIGHBOURING_TERRITORY_ONLY', 'MARITIME_ONLY', 'AIR_ONLY', 'NON_COMBAT', 'OTHER'];

/** A form for one step of a what-if; it fires `step` with the step. What can be chosen is what the viewer may see. */
class StepForm extends Part {
  private step: StepKind = 'WITHDRAW_PARTY';

  private readonly commitments = this.choices('commitments', { basis: 'GUARANTEE', state: 'FILED' }, ['commitment', 'caveat']);
  private readonly approvals = this.choices('approvals', {}, ['approval']);
  private readonly requirements = this.choices('requirements', {}, ['requirement']);

  private choices(list: string, query: Record<string, string>, fields: Field[]): Asked<Page<Named>> {
    return new Asked(this, () => fields.some(field => this.has(field)) ? path(list, { series: scope().series, limit: 500, ...query }) : undefined, of(list), pages);
  }

  private has(field: Field): boolean {
    return (STEPS[this.step] as readonly Field[]).includes(field);
  }

  protected override render(): TemplateResult {
    return html`<form class="entry" @submit=${this.onSubmit}>
      <fieldset><legend>${t('legend')}</legend><div class="row">
        <label>${t('step')} <select name="step" @change=${this.onKind}>${(Object.keys(STEPS) as StepKind[]).map(one => html`<option value=${one} ?selected=${one === this.step}>${code(one)}</option>`)}</select></label>
        ${STEPS[this.step].map(field => this.field(field))}
        <button type="submit" class="primary">${t('add')}</button>
      </div></fieldset>
    </form>`;
  }

  private field(field: Field): TemplateResult {
    const listed = (asked: Asked<Page<Named>>): TemplateResult[] => [...(asked.value?.items ?? [])]
      .sort((a, b) => compare(names.of(a.party) + a.title, names.of(b.party) + b.title))
      .map(one => html`<option value=${one.id}>${one.party ? `${names.of(one.party)}: ` : ''}${one.title}${one.unit ? ` (${one.unit})` : ''}</option>`);
    const coded = (codes: string[]): TemplateResult[] => codes.map(one => html`<option value=${one}>${code(one)}</option>`);
    switch (field) {
      case 'party': return this.select(field, names.in(scope().series).map(one => html`<option value=${one.code}>${one.name}</option>`));
      case 'commitment': return this.select(field, listed(this.commitments));
      case 'approval': return this.select(field, listed(this.approvals));
      case 'requirement': return this.select(field, listed(this.requirements));
      case 'situation': return this.select(field, coded(SITUATIONS));
      case 'kind': return this.select(field, coded(KINDS));
      case 'caveat': return this.select(field, coded(CAVEATS));
      case 'quantity': return html`<label>${t('quantity')} <input name="quantity" type="number" min="0.001" step="any" required></label>`;
      default: return html`<label>${t(field)} <input name=${field} type="date" required .value=${today()}></label>`;
    }
  }

  private select(field: Field, options: TemplateResult[]): TemplateResult {
    return html`<label>${t(field)} <select name=${field} required aria-busy=${options.length === 0}>${options}</select></label>`;
  }

  private readonly onKind = (event: Event): void => {
    this.step = (event.target as HTMLSelectElement).value as StepKind;
    this.requestUpdate();
  };

  private readonly onSubmit = (event: Event): void => {
    event.preventDefault();
    const entered = new FormData(event.target as HTMLFormElement);
    const step: Step = { step: this.step };
    for (const field of STEPS[this.step]) {
      const value = String(entered.get(field) ?? '');
      Object.assign(step, { [field]: field === 'quantity' ? Number(value) : value });
    }
    this.dispatchEvent(new CustomEvent<Step>('step', { detail: step, bubbles: true }));
  };
}

customElements.define('step-form', StepForm);
