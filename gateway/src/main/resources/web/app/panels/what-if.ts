import { html, nothing, type TemplateResult } from 'lit';
import { address } from '../address';
import type { Answered } from '../answered';
import { Failure, newKey, path, send } from '../api';
import type { ScenarioEvaluation } from '../api-types';
import { Asked, of, ofCoverage, pages, type How, type Page } from '../asked';
import { day } from '../format';
import { names } from '../names';
import { Part, scope } from '../part';
import { failure, shown } from '../parts/states';
import { me } from '../user';
import { evaluated, effect, type Evaluated } from '../whatif/evaluated';
import '../whatif/step-form';
import { stepsIn, written, type Step } from '../whatif/steps';
import { code, words } from '../words';

const t = words({
  steps: 'The what-if',
  none: 'No step yet: add one, or open a stored what-if.',
  stored: 'Stored what-ifs',
  noneStored: 'None that is released to you.',
  remove: 'Remove step {number}: {step}',
  removeShort: 'Remove',
  copy: 'Copy the link',
  copied: 'The link is copied. Whoever opens it sees the same steps with what is released to them.',
  keep: 'Store for my party',
  title: 'Title',
  kept: 'Stored.',
  clear: 'Begin anew',
  past: 'A what-if starts from what is known now.'
}, {
  steps: 'L’hypothèse',
  none: 'Aucune étape : ajoutez-en une, ou ouvrez une hypothèse enregistrée.',
  stored: 'Hypothèses enregistrées',
  noneStored: 'Aucune ne vous est communiquée.',
  remove: 'Retirer l’étape {number} : {step}',
  removeShort: 'Retirer',
  copy: 'Copier le lien',
  copied: 'Le lien est copié. Qui l’ouvre voit les mêmes étapes avec ce qui lui est communiqué.',
  keep: 'Enregistrer pour ma partie',
  title: 'Titre',
  kept: 'Enregistrée.',
  clear: 'Recommencer',
  past: 'Une hypothèse part de ce qui est connu maintenant.'
});

interface Stored {
  id: string;
  party?: string;
  title: string;
  steps: (Record<string, unknown> & { step: string })[];
}

/** What if? Steps that nobody has taken, the difference that they would make, and how it spreads. The address holds the steps. */
class WhatIfPanel extends Part {
  private readonly stored = new Asked<Page<Stored>>(this, () => path('scenarios', { series: scope().series, limit: 100 }), of('scenarios'), pages);
  private readonly evaluation = new Asked<Answered<Evaluated, ScenarioEvaluation>>(this, () => this.question, ofCoverage, evaluate);
  private said = '';
  private refused?: Failure;
  private keepKey = newKey();

  private get steps(): Step[] {
    return stepsIn(address.get('steps'));
  }

  /** What is asked; undefined without steps. */
  private get question(): string | undefined {
    const { series, day: asOf } = scope();
    const { steps } = this;
    return steps.length ? JSON.stringify({ series, asOf, steps }) : undefined;
  }

  protected override render(): TemplateResult {
    const { steps } = this;
    return html`
      ${scope().known ? html`<p class="note">${t('past')}</p>` : nothing}
      <section class="figure" aria-labelledby="steps"><h2 id="steps">${t('steps')}</h2>
        ${steps.length ? html`<ol class="steps">${steps.map((step, i) => this.step(step, i))}</ol>` : html`<p class="state empty">${t('none')}</p>`}
        <step-form @step=${(event: CustomEvent<Step>) => this.go([...this.steps, event.detail])}></step-form>
        ${steps.length ? this.tools() : nothing}
        <p role="status">${this.said}</p>${this.refused ? failure(this.refused) : nothing}
      </section>
      <div aria-live="polite">${steps.length ? shown(this.evaluation, answer => evaluated(answer.evaluations[0]!)) : nothing}</div>
      <section class="figure" aria-labelledby="stored"><h2 id="stored">${t('stored')}</h2>${shown(this.stored, page => page.items.length
        ? html`<ul>${page.items.map(one => html`<li><a href=${address.href({ steps: written(one.steps.map(plain)), what: undefined })}>${one.title}</a> ${one.party ? html`<span class="note">${names.of(one.party)}</span>` : nothing}</li>`)}</ul>`
        : html`<p>${t('noneStored')}</p>`)}</section>`;
  }

  private step(step: Step, index: number): TemplateResult {
    const result = this.evaluation.value?.evaluations[0]?.steps[index];
    const named = describe(step, result);
    return html`<li>${named} ${result ? effect(result) : nothing}
      <button type="button" aria-label=${t('remove', { number: index + 1, step: named })} @click=${() => this.go(this.steps.filter((_, i) => i !== index))}>${t('removeShort')}</button></li>`;
  }

  private tools(): TemplateResult {
    return html`<div class="choices">
      <button type="button" @click=${this.onCopy}>${t('copy')}</button>
      <button type="button" @click=${() => this.go([])}>${t('clear')}</button>
      ${me.writes ? html`<form class="choices" @submit=${this.onKeep}><label>${t('title')} <input name="title" maxlength="200" required></label> <button type="submit">${t('keep')}</button></form>` : nothing}
    </div>`;
  }

  private go(steps: Step[]): void {
    this.said = '';
    address.go({ steps: written(steps) });
  }

  private readonly onCopy = async (): Promise<void> => {
    await navigator.clipboard.writeText(location.href).catch(() => undefined);
    this.said = t('copied');
    this.requestUpdate();
  };

  private readonly onKeep = async (event: Event): Promise<void> => {
    event.preventDefault();
    const title = String(new FormData(event.target as HTMLFormElement).get('title'));
    try {
      await send(path('scenarios'), { key: this.keepKey, body: { party: me.party, series: scope().series, title, steps: this.steps, label: { release: 'NATIONAL' } } });
      [this.said, this.refused, this.keepKey] = [t('kept'), undefined, newKey()];
      this.stored.again();
    } catch (e) {
      if (!(e instanceof Failure)) throw e;
      this.refused = e;
    }
    this.requestUpdate();
  };
}

/** Steps are sent, not named in a path: there may be many. It leaves no record. */
const evaluate: How = async question => (await send(path('scenario-evaluations'), { body: JSON.parse(question) as unknown })).body;

/** A stored step refers to records with their titles; in an address their ids are enough. */
function plain(step: Record<string, unknown> & { step: string }): Step {
  const { title: _title, effective: _effective, ...fields } = step;
  return Object.fromEntries(Object.entries(fields).map(([name, value]) => [name, typeof value === 'object' && value !== null && 'id' in value ? value.id : value])) as unknown as Step;
}

function describe(step: Step, result?: { title?: string }): string {
  const what = step.party ? names.of(step.party) : '';
  const title = result?.title ?? '';
  return [code(step.step), what, title || (step.situation ? code(step.situation) : ''), step.quantity, step.caveat ? code(step.caveat) : '', step.kind ? code(step.kind) : '',
    step.from ? `≥ ${day(step.from)}` : '', step.until ? `→ ${day(step.until)}` : ''].filter(Boolean).join(' · ');
}

customElements.define('what-if-panel', WhatIfPanel);
